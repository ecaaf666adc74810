"""Frameworks of proficiency and the layout of role profiles: the typed table.

Must not know how a profile is read, nor what a level proves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from data.knowledge.tables import toml_table

_FILE = "proficiency.toml"


class ProficiencyError(ValueError):
    """The table of proficiency cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a framework; ``rank`` counts from 1."""

    name: str
    rank: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework: its steps from lowest to highest, and the words that name it."""

    id: str
    name: str
    names: tuple[str, ...]
    levels: tuple[Level, ...]

    def level(self, words: str) -> Level | None:
        """Return the step that ``words`` name ("Expert", "proficient in"), or None."""
        wanted = " ".join(words.lower().split())
        for level in self.levels:
            if wanted == level.name.lower() or wanted in level.aliases:
                return level
        return None


@dataclass(frozen=True, slots=True)
class ProfileLayout:
    """How a professional profile is laid out; see the table for each field."""

    parts: dict[str, str]
    ignored: frozenset[str]
    types: tuple[str, ...]
    awarding_bodies: tuple[str, ...]
    stray: tuple[str, ...]
    prefixes: tuple[str, ...]


@cache
def frameworks() -> dict[str, Framework]:
    """Return the frameworks by id.

    Raises:
        ProficiencyError: A framework is named twice or has no levels.
    """
    found: dict[str, Framework] = {}
    for row in _table()["framework"]:
        if row["id"] in found or not row["levels"]:
            raise ProficiencyError(
                f"{_FILE}: framework {row['id']!r} must stand once and have levels"
            )
        levels = tuple(
            Level(level["name"], rank, tuple(level["aliases"]))
            for rank, level in enumerate(row["levels"], start=1)
        )
        found[row["id"]] = Framework(row["id"], row["name"], tuple(row["names"]), levels)
    return found


@cache
def profile_layout() -> ProfileLayout:
    """Return the layout of professional profiles.

    Raises:
        ProficiencyError: The table lacks a list.
    """
    table = _table()["profile"]
    missing = [
        n
        for n in ("parts", "ignored", "types", "awarding_bodies", "stray", "prefixes")
        if n not in table
    ]
    if missing:
        raise ProficiencyError(f"{_FILE}: [profile] lacks {', '.join(missing)}")
    return ProfileLayout(
        parts={part["heading"].lower(): part["kind"] for part in table["parts"]},
        ignored=frozenset(line.lower() for line in table["ignored"]),
        types=tuple(table["types"]),
        awarding_bodies=tuple(sorted(table["awarding_bodies"], key=len, reverse=True)),
        stray=tuple(table["stray"]),
        prefixes=tuple(table["prefixes"]),
    )


@cache
def _table() -> dict[str, Any]:
    return toml_table(_FILE)
