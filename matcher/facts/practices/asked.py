"""Which practices words of a role ask for: channels, hours, clerical and practical tasks.

Must not know what a CV says of them, nor what a verdict is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from data.knowledge.asking import asking, plain
from data.knowledge.practices import Practice, pattern_of, practices
from data.patterns import regex
from matcher.facts.layout.phrases import longest
from matcher.facts.years.experience_words import content

_EITHER = regex(r"\bor\b|/|\b(?:such as|e\.g\.?|for example|for instance)\b")
_OF_EXPERIENCE = regex(r"\bexperience|\bworked\b|\bproven\b|\btrack record\b|\bhistory of\b")
# Work in shifts is said again by the hours that the shifts are ('shifts, nights included').
_HOURS = frozenset({"night work", "weekend work", "evening work", "work on bank holidays"})
_PEOPLE = regex(
    r"\b(?:customer|client|patient|guest|resident|tenant|public|enquir|quer(?:y|ies)|contact|respond"
    r"|handl|answer|channel|messages?\b)"
)
_JOINT = r"\s*(?:,|/|&|\+|,?\s*\band\b|,?\s*\bor\b|\bplus\b)\s*(?:(?:by|via|over|on|the|live)\s+)?"


@dataclass(frozen=True, slots=True)
class PracticesAsked:
    """What words of a role ask in practices.

    Attributes:
        rows: The practices, in reading order, each once.
        any_of: Whether one of them is enough.
        whole: Whether the words ask for nothing besides.
        willing: Whether being willing is enough.
    """

    rows: tuple[Practice, ...]
    any_of: bool
    whole: bool
    willing: bool


def named(text: str) -> list[tuple[int, int, Practice]]:
    """Return the practices that words of a role name, in order, none overlapping another."""
    low = plain(text)
    found: list[tuple[int, int, Practice]] = []
    for row in practices().rows:
        found += [(*match.span(), row) for match in row.asked.finditer(low)]
    for family in ("channel", "hours"):
        found += list(listed(family, low))
    return longest(found)


@lru_cache(maxsize=4096)
def asked(text: str) -> PracticesAsked | None:
    """Return the practices that words of a role name, or None."""
    low = plain(text)
    found = named(text)
    if not found:
        return None
    rows = tuple(dict.fromkeys(row for _, _, row in found))
    if all(row.with_people for row in rows) and not _PEOPLE.search(low):
        return None
    if any(row.name in _HOURS for row in rows):
        rows = tuple(row for row in rows if row.name != "shift work")
    rest, at = "", 0
    for start, end, _ in found:
        rest, at = f"{rest} {low[at:start]}", end
    gaps = low[found[0][0] : found[-1][1]]
    return PracticesAsked(
        rows,
        len(rows) > 1 and bool(_EITHER.search(gaps) or _EITHER.search(low, 0, found[0][0])),
        _asks_no_more(rest + low[at:]),
        all(row.ability for row in rows) and not _OF_EXPERIENCE.search(low),
    )


def _asks_no_more(rest: str) -> bool:
    empty = practices().beside | set(asking().phrases["asking.empty"])
    return all(word in empty or not word.isalpha() for word in content(rest))


@cache
def _run_of(family: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Practice]]:
    names = {name: row for row in practices().rows if row.family == family for name in row.beside}
    one = pattern_of(list(names))
    return re.compile(rf"{one}(?:{_JOINT}{one})+"), re.compile(one), names


def listed(family: str, low: str) -> Iterator[tuple[int, int, Practice]]:
    """Yield the members of lists of several of a family: 'phone, email and chat'."""
    run, one, names = _run_of(family)
    for match in run.finditer(low):
        for name in one.finditer(low, *match.span()):
            row = names.get(" ".join(name.group().split()))
            if row is not None:
                yield *name.span(), row
