"""Amounts that stand beside each other: held together as parts of one whole, or told again.

Must not know what an amount measures or whose it is; that is ``sense``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from data.patterns import regex
from matcher.facts.numbers.numbers import Number
from matcher.types import Fact, Sentence
from matcher.values import Money

HELD = ("p_and_l", "budget")
# Amounts told together are held together where the words say so; a plain 'and' may join two jobs.
_TOGETHER = regex(
    r"\b(?:plus|alongside|as well as|together with|on top of|in addition to)\b"
    r"|\b(?:and|with) (?:a further|another)\b|\+",
    re.IGNORECASE,
)
_BOTH = regex(
    r"\b(?:two|both|three|parallel|concurrent\w*|simultaneous\w*|side by side|at the same time|"
    r"at once)\b",
    re.IGNORECASE,
)
# 'Three contracts worth £2m, £1m and £1m': as many amounts as are counted are held together.
_COUNTED = regex(
    r"\b(?P<count>two|three|four|five|2|3|4|5)\s+(?:[\w&-]+\s+){0,4}?"
    r"(?:contracts|accounts|budgets|p&ls|cost\s+cent(?:re|er)s|agreements|frameworks)\b",
    re.IGNORECASE,
)
_LABEL = regex(
    r"\W*(?:(?:my|annual|total|own)\s+)?(?:budgets?|controlled|cost\s+cent(?:re|er)|costs|expenditure|spend)"
    r"(?:\s+(?:I\s+)?(?:control\w*|held|managed|owned|under\s+my\s+control))?\s*(?:\([^)]*\))?\s*:",
    re.IGNORECASE,
)
_AT = regex(r"\b(?:at|for|under|saved?|savings?|cut|of\s+which)\b", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_APART = regex(
    r"\b(?:then|later|before|previously|formerly|after|from|rising|growing|grew|increas\w*|to|roles|posts|jobs|"
    r"(?:19|20)\d\d)\b|->|→",
    re.IGNORECASE,
)
# How far behind a range its top may be told again, and the year that it is told with.
_NEXT = 70
_IN_A_YEAR = regex(
    r"\s*(?:\(|,)?\s*(?:in|for|during|by|at)?\s*(?:the\s+)?(?:FY\s?|year\s+)?(?:(?:19|20)\d\d|['’]?\d\d/\d\d)\b",
    re.IGNORECASE,
)


def side_by_side(sentence: Sentence, sized: list[tuple[Number, Fact]]) -> list[Fact]:
    """Mark amounts of one scope that the sentence says were held together as its parts."""
    if _are_listed(sentence.text, sized):
        sized = [
            (number, replace(fact, value=replace(fact.value, scope="budget", owned=True)))
            for number, fact in sized
            if isinstance(fact.value, Money)
        ]
    elif not _are_counted(sentence.text, sized):
        return _told_together(sentence, sized)
    if sized:
        return [
            replace(fact, value=replace(fact.value, part=str(n)))
            if isinstance(fact.value, Money)
            else fact
            for n, (_, fact) in enumerate(sized, start=1)
        ]
    return []


def _told_together(sentence: Sentence, sized: list[tuple[Number, Fact]]) -> list[Fact]:
    """Mark as parts neighbouring amounts of a held scope that the words between them join."""
    marked = [fact for _, fact in sized]
    for n in range(1, len(marked)):
        first, second = marked[n - 1].value, marked[n].value
        if not (
            isinstance(first, Money) and isinstance(second, Money) and _both_held(first, second)
        ):
            continue
        if "delegated" in (first.part, second.part):
            continue
        between = sentence.text[sized[n - 1][0].end : sized[n][0].start]
        joined = _TOGETHER.search(between) or (
            re.search(r"\band\b|&", between) and _BOTH.search(sentence.text)
        )
        if joined and not _APART.search(between) and not second.part:
            marked[n - 1] = replace(marked[n - 1], value=replace(first, part=first.part or "1"))
            marked[n] = replace(marked[n], value=replace(second, part=str(n + 1)))
    return marked


def _are_listed(text: str, sized: list[tuple[Number, Fact]]) -> bool:
    """Whether a label of what is controlled opens a list of its parts: 'Costs: £2m pay, £1m IT'."""
    label = _LABEL.match(text)
    if label is None or len(sized) < 2 or any(_is_share(fact) for _, fact in sized):
        return False
    return not _APART.search(text) and not _AT.search(text, label.end())


def _is_share(fact: Fact) -> bool:
    return isinstance(fact.value, Money) and fact.value.part == "delegated"


def _are_counted(text: str, sized: list[tuple[Number, Fact]]) -> bool:
    """Whether the sentence says how many things the person holds, and gives as many amounts."""
    counted = _COUNTED.search(text)
    if counted is None or len(sized) < 2:
        return False
    if _APART.search(text, sized[0][0].end, sized[-1][0].start):
        return False
    count = counted["count"].lower()
    values = [fact.value for _, fact in sized if isinstance(fact.value, Money)]
    return (
        len(values) == _COUNTS.get(count, int(count) if count.isdigit() else 0)
        and len({value.scope for value in values}) == 1
        and all(value.owned for value in values)
    )


def _both_held(first: Money, second: Money) -> bool:
    return all(value.owned and value.scope in HELD for value in (first, second))


def with_tops(text: str, found: list[Fact]) -> list[Fact]:
    """Mark a range whose top is told again with its year as reached: '... ; £6m in 2023'."""
    told = list(found)
    for n, (fact, behind) in enumerate(pairwise(found)):
        first, again = fact.value, behind.value
        if not (isinstance(first, Money) and isinstance(again, Money) and first.upper):
            continue
        near = 0 < behind.end - fact.end <= _NEXT and again.scope in (first.scope, "other")
        if near and again.amount == first.upper and _IN_A_YEAR.match(text, behind.end):
            told[n] = replace(fact, value=replace(first, reached=True))
    return told
