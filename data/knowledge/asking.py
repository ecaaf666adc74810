"""The table of words that ask: how a role marks what it wants, and what it says besides.

Must not know what a sentence is about, only how it is put.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "asking.toml"
_GAP = r"(?:\s+[^\s.;]+){0,4}?"


class AskingError(ValueError):
    """The table of words that ask cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Compiled alternations, one for each list of the table, under "table.list"."""

    patterns: dict[str, re.Pattern[str]]
    phrases: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self.patterns[name]


def alternation(phrases: Sequence[str]) -> str:
    """Return a pattern for any one of ``phrases``, longest first, whole words only."""
    return "(?:" + "|".join(_phrase(p) for p in sorted(phrases, key=len, reverse=True)) + ")"


def _phrase(phrase: str) -> str:
    parts = []
    for word in phrase.split():
        if word == "...":
            parts.append(_GAP)
        else:
            escaped = re.escape(word).replace("'", "['’]")
            parts.append((r"\s+" if parts else "") + escaped)
    start = r"(?<!\w)" if phrase[0] != "'" else ""
    return start + "".join(parts) + r"(?!\w)"


@cache
def asking() -> Asking:
    """Return the table.

    Raises:
        AskingError: A list is empty or holds something that is not a phrase.
    """
    raw = tomllib.loads(files("data.knowledge").joinpath(_FILE).read_text(encoding="utf-8"))
    patterns: dict[str, re.Pattern[str]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    for table, lists in raw.items():
        for name, entries in lists.items():
            if not entries or not all(isinstance(e, str) and e.strip() for e in entries):
                raise AskingError(
                    f"{_FILE}: [{table}] {name} must be a list of phrases, at least one, none empty"
                )
            key = f"{table}.{name}"
            phrases[key] = tuple(entries)
            patterns[key] = re.compile(alternation(entries), re.IGNORECASE)
    return Asking(patterns, phrases)
