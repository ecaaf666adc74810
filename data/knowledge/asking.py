"""The table of words that ask: how a role marks what it wants, and what it says besides.

Must not know what a sentence is about, only how it is put.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.knowledge.alternation import shared_prefixes
from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "asking.toml"
_GAP = r"(?:\s+[^\s.;]+){0,4}?"


class AskingError(ValueError):
    """The table of words that ask cannot be used; the message says which entry and why."""


_SAME = str.maketrans({"’": "'", "‑": " ", "–": " ", "-": " ", "\n": " ", "\t": " ", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Asking:
    """The lists of the table under "table.list": their phrases, and one pattern for each list.

    The patterns are in lower case: search them in ``lowered(text)``, which is several times faster
    than a search without regard to case.
    """

    patterns: dict[str, re.Pattern[str]]
    phrases: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self.patterns[name]


def lowered(text: str) -> str:
    """Return ``text`` in lower case at the same offsets; a letter that would grow stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(_small(letter) for letter in text)


def plain(text: str) -> str:
    """Return ``text`` in lower case with spaces for hyphens, every character in its place."""
    return lowered(text).translate(_SAME)


def _small(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def alternation(phrases: Sequence[str]) -> str:
    """Return a pattern for any one of ``phrases``: lower case, whole words, the longest first."""
    return r"(?<!\w)" + shared_prefixes([_atoms(phrase) for phrase in phrases]) + r"(?!\w)"


def _atoms(phrase: str) -> list[str]:
    atoms: list[str] = []
    for word in phrase.lower().split():
        if word == "...":
            atoms.append(_GAP)
            continue
        if atoms:
            atoms.append(r"\s+")
        atoms += ["['’]" if letter == "'" else re.escape(letter) for letter in word]
    return atoms


@cache
def asking() -> Asking:
    """Return the table.

    Raises:
        AskingError: A list is empty or holds something that is not a phrase.
    """
    raw = toml_table(_FILE)
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
            patterns[key] = regex(alternation(entries))
    return Asking(patterns, phrases)
