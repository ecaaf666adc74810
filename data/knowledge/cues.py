"""The table of cues: words that say in what state a person stands to a thing named beside them.

Must not know what the named thing is, nor how far a cue reaches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from data.knowledge.alternation import shared_prefixes
from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "cues.toml"

# An adverb may stand between the words: "worked daily with".
_ATOMS = {" ": r"\s+(?:\w+ly\s+)?", "*": r"\w*", "_": r"\w+", "'": "['’]"}

State = Literal[
    "denied",
    "not_yet",
    "in_progress",
    "sitting",
    "lapsed",
    "until",
    "others",
    "wished",
    "touched",
    "held",
    "renewed",
    "plain",
]
STATES: tuple[State, ...] = get_args(State)


class CueTableError(ValueError):
    """The table of cues cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text: what it says and where it stands."""

    state: State
    start: int
    end: int


class CueFinder:
    """All cues of one side, found in one pass; the longest phrase wins where several start."""

    def __init__(self, phrases: dict[str, State]) -> None:
        self._states = phrases
        body = shared_prefixes([_atoms(phrase) for phrase in phrases])
        self._pattern = regex(rf"(?<![\w'’]){body}(?![\w'’])", re.IGNORECASE)
        self._loose = [
            (regex("".join(_atoms(phrase)), re.IGNORECASE), phrases[phrase])
            for phrase in sorted(phrases, key=len, reverse=True)
            if "*" in phrase or " " in phrase or "_" in phrase
        ]

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """Return the cues in ``text[start:end]``, in order, none overlapping another."""
        stop = len(text) if end is None else end
        return [
            Cue(self._state(match.group()), match.start(), match.end())
            for match in self._pattern.finditer(text, start, stop)
        ]

    def _state(self, words: str) -> State:
        phrase = " ".join(words.lower().replace("’", "'").split())
        if phrase in self._states:
            return self._states[phrase]
        return next(state for pattern, state in self._loose if pattern.fullmatch(words))


def _atoms(phrase: str) -> list[str]:
    return [_ATOMS.get(letter) or re.escape(letter) for letter in phrase]


@cache
def before() -> CueFinder:
    """Return the finder for cues that stand before the thing they speak of."""
    return CueFinder(_phrases("before"))


@cache
def after() -> CueFinder:
    """Return the finder for cues that stand behind the thing they speak of."""
    return CueFinder(_phrases("after"))


def _phrases(side: Literal["before", "after"]) -> dict[str, State]:
    table = toml_table(_FILE)
    unknown = table.keys() - set(STATES)
    if unknown:
        raise CueTableError(f"{_FILE}: no such state: {', '.join(sorted(unknown))}")
    phrases: dict[str, State] = {}
    for state in STATES:
        for phrase in table.get(state, {}).get(side, ()):
            known = phrases.setdefault(phrase.lower(), state)
            if known != state:
                raise CueTableError(
                    f"{_FILE}: {side} lists {phrase!r} under {known} and {state}; keep one of them"
                )
    return phrases
