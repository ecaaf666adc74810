"""The table of words by which people own to being bad at a thing, to dislike or to avoid it.

Must not know how a sentence is read; it turns the table's phrases into patterns for text in small
letters with straight apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "shortcomings.toml"


@dataclass(frozen=True, slots=True)
class Shortcomings:
    """The patterns of the table.

    Attributes:
        verbs: What somebody does who avoids or dislikes a thing.
        theirs: The same of other people, now or once.
        states: What somebody is who is bad at a thing.
        behind: What is said behind the name of a thing.
        found: How a thing is found that is hard.
        between: Words that may stand between a cue and the thing.
        over: What sets a shortcoming in the past, or turns it round.
        parts: A text that holds none of these holds no cue.
        denied: Patterns of the parts of a denial, by name (``matcher.facts.states.disowned``).
    """

    verbs: str
    theirs: str
    states: str
    behind: re.Pattern[str]
    found: str
    between: frozenset[str]
    over: re.Pattern[str]
    parts: tuple[str, ...]
    denied: Mapping[str, str]


@cache
def shortcomings() -> Shortcomings:
    """Return the table, read once."""
    table = toml_table(_FILE)
    between = frozenset(word for each in table["between"]["words"] for word in each.split())
    return Shortcomings(
        verbs=_any(table["before"]["verbs"]),
        theirs=_inflected(table["before"]["verbs"]),
        states=_any(table["before"]["states"]),
        behind=regex(rf"\b{_any(table['behind']['words'])}\b"),
        found=_any(table["found"]["words"]),
        between=between,
        over=regex(rf"\b{_any(table['over']['words'])}\b"),
        parts=_parts(
            [*table["before"]["verbs"], *table["before"]["states"], *table["behind"]["words"]],
            between,
        ),
        denied={part: _any(phrases) for part, phrases in table["denied"].items()},
    )


def _parts(phrases: Iterable[str], common: Set[str]) -> tuple[str, ...]:
    """Return words of which every text with a phrase holds one: of each, the choice hardest met.

    An apostrophe may be printed in two ways: only the letters on one side of it are looked for.
    """
    found = {"find"}
    for phrase in phrases:
        choices = [
            {max(re.findall("[a-z]+", word), key=len) for word in choice.split("/")}
            for choice in phrase.lower().split()
        ]
        found |= max(choices, key=lambda choice: (choice.isdisjoint(common), min(map(len, choice))))
    return tuple(sorted(each for each in found if not any(o in each for o in found - {each})))


def _inflected(verbs: Iterable[str]) -> str:
    """Return a pattern for the verbs of one word, as they are told of others: 'who dreaded'."""
    return "(?:" + "|".join(rf"{verb}(?:e?s|e?d)?" for verb in verbs if verb.isalpha()) + ")"


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_one(phrase.lower()) for phrase in longest_first) + ")"


def _one(phrase: str) -> str:
    words = ("|".join(re.escape(word) for word in choice.split("/")) for choice in phrase.split())
    return r"\s".join(f"(?:{word})" for word in words)
