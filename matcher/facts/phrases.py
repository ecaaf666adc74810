"""Phrases of a knowledge table, found in a text: one compiled pattern per table.

Must not know what any phrase means. A star stands for any ending of a word ("manag*"), a space
for any run of white space or a hyphen; upper and lower case are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at ``[start, end)``; ``name`` is the entry that lists it."""

    name: str
    start: int
    end: int


class Phrases:
    """Finds the phrases of named entries; the longest wins where several start together."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._names: dict[str, str] = {}
        stems: dict[str, str] = {}
        for name, phrases in entries.items():
            for phrase in phrases:
                key = _key(phrase)
                if key.endswith("*"):
                    stems[key[:-1]] = name
                else:
                    self._names[key] = name
        self._stems = dict(sorted(stems.items(), key=lambda item: -len(item[0])))
        spellings = {_key(phrase) for phrases in entries.values() for phrase in phrases}
        ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
        self._pattern = re.compile(
            r"(?<![\w])(?:"
            + "|".join(_expression(spelling) for spelling in ordered)
            + r")(?![\w])",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Return the hits within ``[start, end)``, in order, none overlapping another."""
        found = self._pattern.finditer(text, start, len(text) if end is None else end)
        return [Hit(self._name(match.group()), *match.span()) for match in found]

    def _name(self, printed: str) -> str:
        key = _key(printed)
        if key in self._names:
            return self._names[key]
        return next(name for stem, name in self._stems.items() if _fits(key, stem))


def _key(phrase: str) -> str:
    return " ".join(re.split(r"[\s\-‑–]+", phrase.strip().lower().replace("’", "'")))


def _fits(key: str, stem: str) -> bool:
    """Whether a printed phrase is one that ends in a star, inner stars included."""
    return re.fullmatch(_expression(stem + "*"), key) is not None


def _expression(spelling: str) -> str:
    words = (
        re.escape(word).replace("'", "['’]").replace(r"\*", r"[\w'’]*")
        for word in spelling.split(" ")
    )
    edge = r"(?<!\w)" if spelling[0].isalnum() else ""
    return edge + r"[\s\-‑–]+".join(words)
