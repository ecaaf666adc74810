"""Where the figures and names stand that a model can be asked about.

Must not know the model, nor what its answer is worth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge import certificate_names
from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.money.sense import Reading
from matcher.facts.numbers.durations import Length, lengths
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.people.counts import head_counts
from matcher.facts.people.leading import stance
from matcher.facts.people.nouns import nouns
from matcher.facts.people.undated import undated
from matcher.facts.states.cues import status_at
from matcher.types import Fact, Sentence
from matcher.values import Money, People, Years

Mention = tuple[int, int, bool]
"""Where a figure or name stands in a sentence, and whether words say whose it is."""

_HELD_SCOPES = frozenset({"budget", "p_and_l", "contract", "revenue"})
# Fewer may be of anything: 'two of them', 'one of many'.
_FEWEST = 3
_MOST = 200_000
_TO_PEOPLE = regex(r"[\s-]*(?:odd|strong|plus)?\s+(?:[\w'’&-]+\s+){0,2}")
# 'Agents: 13', 'number on team (peak) 65', 'total FTE responsible 210'.
_PEOPLE_BEFORE = regex(
    r"\b(?:team|staff|people|agents|advis[eo]rs|reports|head\s?count|heads|fte|employees|directs|crew|strength"
    r"|establishment)\b(?:\s+(?:who\s+)?[\w'’]+){0,5}?\s*(?:[:=(–-]|\bof|\bx|×)\s*(?:about|over|around|some|c\.?|approx\.?)?\s*$"
    r"|\b(?:headcount|fte)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_STRONG = regex(r"[\s-]?(?:strong|person|man|head)\b", re.IGNORECASE)
_NO_PEOPLE_BEHIND = regex(
    r"\s*(?:%|per\s?cent|st\b|nd\b|rd\b|th\b|[:/.]\d|[ap]m\b|sq\b|square\b|consecutive\b|wpm\b)",
    re.IGNORECASE,
)
_NAMED_BEFORE = regex(
    r"(?:[£$€#:/.-]|\b(?:iso|level|tier|band|grade|windows|part|phase|version|v|class|line|no|unit))\s?$",
    re.IGNORECASE,
)


def mention_of(fact: Fact, sentence: Sentence) -> Mention | None:
    """Return the figure or name of a fact, None where there is nothing to ask a model about."""
    start, end = fact.start - sentence.start, min(fact.end, sentence.end) - sentence.start
    value, text = fact.value, sentence.text
    if isinstance(value, Money):
        return _amount_of(value, text, start)
    if isinstance(value, People):
        return _count_of(value, text, start, end)
    if isinstance(value, Years):
        same = [each for each in lengths(text) if abs(each.years - value.years) < 1e-6]
        length = min(same, key=lambda each: abs(each.start - start), default=None)
        return None if length is None else (length.start, length.end, False)
    if fact.kind == "certification":
        for named in certificate_names.find(text):
            if named.start < end and start < named.end:
                start, end = named.start, named.end
                break
        return start, end, status_at(text, start, end).affirmed
    return start, end, False


def _amount_of(value: Money, text: str, start: int) -> Mention | None:
    if not value.owned or value.scope not in _HELD_SCOPES:
        return None
    found = amounts(text)
    same = [each for each in found if value.amount in (each.low, each.high)]
    amount = min(same, key=lambda each: abs(each.start - start), default=None)
    if amount is None:
        return None
    return amount.start, amount.end, Reading(text).sense(amount, found).stance == "owned"


def _count_of(value: People, text: str, start: int, end: int) -> Mention | None:
    if not value.owned or value.count is None:
        return None
    wanted = value.count
    counts = [each for each in numbers(text) if start <= each.start < end]
    count = min(counts, key=lambda each: abs(each.low - wanted), default=None)
    if count is None:
        return None
    told = stance(text, start, end) == "led"
    # A model knows 'a 900-strong insurer' better than 'ran a 30-strong unit'.
    if told and _STRONG.match(text, count.end):
        return None
    return count.start, count.end, told


def amounts(text: str) -> list[Number]:
    """Return the amounts of money in a text, those without a currency that have a scale too."""
    return [each for each in numbers(text) if each.currency or each.scaled]


def counts_of_people(text: str) -> list[Number]:
    """Return the numbers of a text that may count people."""
    figures = undated(text)
    if not figures:
        return []
    named = {count.number.start for count in head_counts(text)}
    people, times = nouns(text), lengths(text)
    return [
        each
        for each in figures
        if _may_count(text, each, times)
        and (each.start in named or (each.low >= _FEWEST and _is_beside_people(text, each, people)))
    ]


def _may_count(text: str, number: Number, times: Sequence[Length]) -> bool:
    return (
        not (number.currency or number.looks_like_year)
        and number.low <= _MOST
        and not any(each.start < number.end and number.start < each.end for each in times)
        and not _NO_PEOPLE_BEHIND.match(text, number.end)
        and not _NAMED_BEFORE.search(text, 0, number.start)
    )


def _is_beside_people(text: str, number: Number, people: list[Hit]) -> bool:
    """Whether a label of people stands before a number, or a noun of people soon behind it."""
    return _PEOPLE_BEFORE.search(text, 0, number.start) is not None or any(
        _TO_PEOPLE.fullmatch(text, number.end, each.start) for each in people
    )
