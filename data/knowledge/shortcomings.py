"""The table of words by which people own to being bad at a thing, to dislike or to avoid it.

Must not know how a sentence is read; it turns the table's phrases into patterns for text in small
letters with straight apostrophes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "shortcomings.toml"


@dataclass(frozen=True, slots=True)
class Shortcomings:
    """The patterns of the table.

    Attributes:
        verbs: What somebody does who avoids or dislikes a thing.
        states: What somebody is who is bad at a thing.
        behind: What is said behind the name of a thing.
        found: How a thing is found that is hard.
        between: Words that may stand between a cue and the thing.
        over: What sets a shortcoming in the past, or turns it round.
        denied: Patterns of the parts of a denial, by name (``matcher.facts.disowned``).
    """

    verbs: str
    states: str
    behind: re.Pattern[str]
    found: str
    between: frozenset[str]
    over: re.Pattern[str]
    denied: Mapping[str, str]


@cache
def shortcomings() -> Shortcomings:
    """Return the table, read once."""
    text = files("data.knowledge").joinpath(_FILE).read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Shortcomings(
        verbs=_any(table["before"]["verbs"]),
        states=_any(table["before"]["states"]),
        behind=re.compile(rf"\b{_any(table['behind']['words'])}\b"),
        found=_any(table["found"]["words"]),
        between=frozenset(word for each in table["between"]["words"] for word in each.split()),
        over=re.compile(rf"\b{_any(table['over']['words'])}\b"),
        denied={part: _any(phrases) for part, phrases in table["denied"].items()},
    )


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_one(phrase.lower()) for phrase in longest_first) + ")"


def _one(phrase: str) -> str:
    words = ("|".join(re.escape(word) for word in choice.split("/")) for choice in phrase.split())
    return r"\s".join(f"(?:{word})" for word in words)
