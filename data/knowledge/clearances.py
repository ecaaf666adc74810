"""The table of clearances: ladders of vetting levels, and the words around them.

Must not know CVs or roles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "clearances.toml"


class ClearanceTableError(ValueError):
    """The table of clearances cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Levels of one kind of vetting, lowest first.

    Attributes:
        name: Names the ladder, and stands for 'some level of it'.
        levels: Canonical names, lowest first.
        grades: Words beside a name of the ladder that say its level.
    """

    name: str
    levels: tuple[str, ...]
    grades: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClearanceTable:
    """The whole table.

    Attributes:
        ladders: By name.
        names: Spellings that say a level, or a ladder without its level, by canonical name.
        short: Abbreviations that count only beside a word of ``frame``, by canonical name.
        frame: Words that show an abbreviation to be a clearance.
        frame_not: Phrases that look like such words and are none.
        eligible: Words for being able to obtain it.
        elsewhere_before: Words before a name that make it somebody or something else's.
        elsewhere_after: The same behind it.
    """

    ladders: dict[str, Ladder]
    names: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]]
    frame: tuple[str, ...]
    frame_not: tuple[str, ...]
    eligible: tuple[str, ...]
    elsewhere_before: tuple[str, ...]
    elsewhere_after: tuple[str, ...]

    def ladder_of(self, name: str) -> Ladder | None:
        """Return the ladder that a canonical name stands on, itself included, or None."""
        for ladder in self.ladders.values():
            if name == ladder.name or name in ladder.levels:
                return ladder
        return None


@cache
def clearances() -> ClearanceTable:
    """Return the table, checked."""
    table = toml_table(_FILE)
    names: dict[str, tuple[str, ...]] = {}
    short: dict[str, tuple[str, ...]] = {}
    ladders: dict[str, Ladder] = {}
    for row in table["ladder"]:
        levels = tuple(level["name"] for level in row["level"])
        ladders[row["name"]] = Ladder(row["name"], levels, row.get("grades", {}))
        unknown = set(row.get("grades", {}).values()) - set(levels)
        if unknown:
            raise ClearanceTableError(f"{_FILE}: grades of {row['name']!r} name {unknown}")
        names[row["name"]] = tuple(row["any"])
        for level in row["level"]:
            if level["name"] in names:
                raise ClearanceTableError(f"{_FILE}: {level['name']!r} is listed twice")
            names[level["name"]] = tuple(level["names"])
            short[level["name"]] = tuple(level["short"])
    return ClearanceTable(
        ladders,
        names,
        short,
        frame=tuple(table["frame"]["words"]),
        frame_not=tuple(table["frame"]["not"]),
        eligible=tuple(table["eligible"]["words"]),
        elsewhere_before=tuple(table["elsewhere"]["before"]),
        elsewhere_after=tuple(table["elsewhere"]["after"]),
    )
