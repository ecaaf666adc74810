"""Groups led at once, told in clauses of their own: '42 in house; a further 160 at our partner'.

Must not know which words made a number a head count. Posts held one after another are never added
up: both groups stand in one post, close together, with no year between them, and are told of as
one's own and somebody else's people, or as more of the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.patterns import regex
from matcher.facts.people import kinds as head_kinds
from matcher.types import Fact, Outline
from matcher.values import People

# How far apart two groups may be told.
_NEAR = 90
_APART = regex(
    r"\b(?:19|20)\d\d\b|\b(?:then|later|previously|before|earlier|after|rising|grew|now|of\s+which|of\s+whom|includ\w+)\b",
    re.IGNORECASE,
)
_CLAUSE_END = regex(r"[;\n]|\.\s")
_AROUND = 60
# 'Both sites at the same time', 'all three teams under me' below a table or a list of groups.
_AT_ONCE = regex(
    r"\b(?:both|all(?:\s+(?:of\s+(?:them|these)|two|three|four|five|six))?|together)\b[^.;\n]{0,40}?"
    r"\b(?:at\s+(?:the\s+same\s+time|once)|under\s+me|simultaneously|concurrently|in\s+parallel|report\w*\s+(?:in)?to\s+me|mine)\b",
    re.IGNORECASE,
)
_LEAST_ROWS = 2


def led_at_once(cv: Outline, led: Sequence[Fact]) -> list[Fact]:
    """Return a fact for each two or more neighbouring counts of ``led`` that add up.

    ``led`` stands in the order of the text.
    """
    sums = [
        _sum([first, second])
        for first, second in pairwise(led)
        if _is_beside(cv.text, first, second)
    ]
    return sums + _rows_at_once(cv, led)


def is_own_and_outside(text: str, first: Fact, second: Fact) -> bool:
    """Return whether two counts beside each other are one's own people and those of a partner."""
    one, other = sorted([first, second], key=lambda fact: fact.start)
    return _is_beside(text, one, other)


def is_more(text: str, fact: Fact) -> bool:
    """Return whether ``fact`` tells of more people than those told of right before it."""
    return head_kinds.FURTHER.search(text[max(0, fact.start - 30) : fact.start]) is not None


def _is_beside(text: str, first: Fact, second: Fact) -> bool:
    between = text[first.end : second.start]
    if second.start < first.end:
        return False  # the second is a sum that holds the first
    if first.position != second.position or len(between) > _NEAR or _APART.search(between):
        return False
    if between.count("\n") > 1:
        return False  # rows of their own may stand below each other, with nothing between them
    if is_more(text, second) and "\n" not in between:
        return True
    one, other = _told(text, first), _told(text, second)
    return head_kinds.beside_each_other(one, other) or head_kinds.beside_each_other(other, one)


def _told(text: str, fact: Fact) -> str:
    """The clause that a count stands in, as far as it is near."""
    left, right = max(0, fact.start - _AROUND), min(len(text), fact.end + _AROUND)
    starts = [end.end() for end in _CLAUSE_END.finditer(text, left, fact.start)]
    behind = _CLAUSE_END.search(text, fact.end, right)
    return text[starts[-1] if starts else left : behind.start() if behind else right]


def _rows_at_once(cv: Outline, led: Sequence[Fact]) -> list[Fact]:
    """Counts in rows right above a line that says that they were led at the same time."""
    sums = []
    for said in _AT_ONCE.finditer(cv.text):
        line = cv.text.rfind("\n", 0, said.start())
        rows: list[Fact] = []
        for fact in reversed(led):
            below = rows[-1].start if rows else line
            if rows and (
                fact.position != rows[-1].position or _APART.search(cv.text[fact.end : below])
            ):
                break
            if fact.end <= below and cv.text.count("\n", fact.end, below) <= 1 and line > 0:
                rows.append(fact)
        if len(rows) >= _LEAST_ROWS:
            sums.append(_sum(rows[::-1]))
    return sums


def _sum(facts: Sequence[Fact]) -> Fact:
    values = [fact.value for fact in facts if isinstance(fact.value, People)]
    total = sum(value.count or 0.0 for value in values)
    direct = all(value.direct for value in values)
    managers = any(value.managers for value in values)
    nearly = any(value.nearly for value in values)
    value = People(total, managers=managers, direct=direct, nearly=nearly)
    return replace(facts[0], value=value, end=facts[-1].end)
