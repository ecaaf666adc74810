"""Money saved, and savings listed side by side: '£40k a year on print, £25k on post' are £65k.

Must not know what is asked. Amounts are added up only where the words name one period for all of
them and the list is of savings and of nothing else: no total, no target, no figure of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from data.patterns import regex
from matcher.facts.layout.quoting import fact_at
from matcher.facts.money.context import fell_from
from matcher.facts.money.sense import Reading
from matcher.facts.numbers.numbers import Number
from matcher.facts.outcomes import of_others as results_of_others
from matcher.facts.outcomes.figures import Figure
from matcher.facts.outcomes.hoped_for import is_wish
from matcher.facts.outcomes.measures import CHANGES
from matcher.types import Fact, Sentence
from matcher.values import Result

_SAVINGS = regex(r"\b(?:sav(?:ings?|ed)|efficienc(?:y|ies)|cost reductions?)\b", re.IGNORECASE)
_YEAR = regex(r"\b(?:20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?|FY\s?\d{2,4}(?:/\d\d)?)\b")
_PERIOD = regex(
    r"\b(?:annual(?:ly)?|annuali[sz]ed|yearly|per\s+(?:year|annum)|(?:a|each|every|this|last)\s+year|p\.?a\b\.?"
    r"|in\s+(?:one|a\s+single|my\s+(?:first|last|final))\s+year)",
    re.IGNORECASE,
)
# Of such a list some figure is no saving, or is told twice.
_MIXED = regex(
    r"\b(?:totals?|total\w+|overall|of which|includ\w+|against|versus|vs|compared|previous\w*"
    r"|up from|target\w*|budget\w*|invest\w*|cost(?:ing)?\s+of|spend|spent|forecast|planned"
    r"|miss\w*|more\s+than|short\b|instead|potential|identified|then|later|rising|from\s+£|to\s+£|or\b|each\b(?!\s+year))",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[^\d£$€]*?(?:,|;|\band\b|\bplus\b|&|\+)\s*(?:an?(?:other|\s+further)?\s+)?")

# 'Savings in print and post amounted to £14k'.
_SAVINGS_ARE = regex(
    r"\bsavings?\b(?!\s+(?:target|plan|account|bank|bond)s?)[^.;:£$€\d]{0,60}?\b(?:come|comes|came|total(?:s|led)?|amount(?:s|ed)?|add(?:s|ed)?|is|are|was|were|stands?|stood)\s+"
    r"(?:(?:up|to|at|only|in\s+all|about|around|over|some|just|under|of)\s+){0,4}$",
    re.IGNORECASE,
)
_REACH = 160


def savings_in(sentence: Sentence, money: list[Number]) -> Iterator[Fact]:
    """Yield the amounts of money that a sentence tells as saved or taken out of a cost."""
    if not money:
        return
    reading = Reading(sentence.text)
    changes = CHANGES.find(sentence.text)
    for number in money:
        sense = reading.sense(number, money)
        named = _named_before(sentence.text, number)
        if named is not None:
            sense = replace(sense, scope="saving", start=named, end=number.end)
        if sense.scope != "saving" or fell_from(sentence.text, number):
            continue
        figure = Figure(number, number.currency or "", number.end)
        if is_wish(sentence.text, None, figure, changes):
            continue
        if any(results_of_others.moved_by_another(sentence.text, each) for each in changes):
            continue
        size = number.high if number.growth and number.high else number.low
        yield fact_at(sentence, _saved(number, size), sense.start, sense.end)
    whole = _total(sentence.text, money)
    if whole is not None and not any(hit.name == "wished" for hit in changes):
        yield fact_at(sentence, _saved(money[0], whole), money[0].start, money[-1].end)


def _saved(number: Number, size: float | None) -> Result:
    return Result(
        metric="cost",
        change=f"-{number.currency} {size:,.0f}",
        direction="down",
        amount=size,
        unit=number.currency or "",
    )


def _named_before(text: str, number: Number) -> int | None:
    """Return where savings are named whose size an amount is, or None."""
    found = _SAVINGS_ARE.search(text, max(0, number.start - _REACH), number.start)
    return found.start() if found else None


def _total(text: str, money: list[Number]) -> float | None:
    """Return what the savings listed in a sentence for one period come to, None where in doubt.

    Args:
        text: The sentence.
        money: Its amounts of money, in order.
    """
    if len(money) < 2 or _MIXED.search(text) or not _SAVINGS.search(text, 0, money[0].start):
        return None
    years = {" ".join(year.split()) for year in _YEAR.findall(text)}
    if len(years) > 1 or not (years or _PERIOD.search(text)):
        return None
    if any(
        one.growth or one.high is not None or one.currency != money[0].currency for one in money
    ):
        return None
    if not all(_BETWEEN.fullmatch(text, a.end, b.start) for a, b in pairwise(money)):
        return None
    return sum(one.low for one in money)
