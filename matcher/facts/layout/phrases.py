"""Phrases of a knowledge table, found in a text in one pass.

Must not know what any phrase means. A star at the end of a phrase stands for any ending
("manag*"), a space for any run of white space or hyphens; upper and lower case are the same. The
search is that of Aho and Corasick (1975), whose cost does not grow with the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import ahocorasick

from data.knowledge.asking import plain
from data.patterns import regex

_RUN = regex(r" {2,}")
_Spanned = TypeVar("_Spanned", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at ``[start, end)``; ``name`` is the entry that lists it."""

    name: str
    start: int
    end: int


class Phrases:
    """Finds the phrases of named entries; the longest wins where several start together."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for name, phrases in entries.items():
            for phrase in phrases:
                key = " ".join(plain(phrase).split())
                stem = key.endswith("*")
                key = key.removesuffix("*")
                # The same letters may be listed whole and as a stem; the stem finds both.
                stem = stem or self._automaton.get(key, ("", False, 0))[1]
                self._automaton.add_word(key, (name, stem, len(key)))
        self._automaton.make_automaton()

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Return the hits within ``[start, end)``, in order, none overlapping another."""
        stop = len(text) if end is None else end
        low, places = _folded(plain(text[start:stop]))
        found = []
        for last, (name, stem, length) in self._automaton.iter(low):
            span = _whole_words(low, last + 1 - length, last + 1, stem)
            if span is not None:
                found.append((span[0], span[1], name))
        return [
            Hit(name, start + _at(places, first), start + _at(places, behind - 1) + 1)
            for first, behind, name in _leftmost_longest(found)
        ]


def _folded(plain: str) -> tuple[str, list[int] | None]:
    """Runs of spaces to one, with the place each character had; None where nothing moved."""
    if "  " not in plain:
        return plain, None
    dropped = {at for run in _RUN.finditer(plain) for at in range(run.start() + 1, run.end())}
    places = [at for at in range(len(plain)) if at not in dropped]
    return "".join(plain[at] for at in places), places


def _at(places: list[int] | None, index: int) -> int:
    return index if places is None else places[index]


def _whole_words(plain: str, start: int, end: int, stem: bool) -> tuple[int, int] | None:
    if start and plain[start].isalnum() and _in_word(plain[start - 1]):
        return None
    if stem:
        while end < len(plain) and (_in_word(plain[end]) or plain[end] == "'"):
            end += 1
    elif end < len(plain) and _in_word(plain[end]):
        return None
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def longest(found: Iterable[_Spanned]) -> list[_Spanned]:
    """Return of what overlaps the longest, in order; a span is the first two of each entry."""
    kept: list[_Spanned] = []
    for hit in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda each: each[0])


def _leftmost_longest(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for hit in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept
