"""Savings listed side by side: 'Annual savings: £40k on print, £25k on post' are £65k a year.

Must not know what is asked. Amounts are added up only where the words name one period for all of
them and the list is of savings and of nothing else: no total, no target, no figure of before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.patterns import regex
from matcher.facts.numbers.numbers import Number

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


def named_before(text: str, number: Number) -> int | None:
    """Return where savings are named whose size an amount is, or None."""
    found = _SAVINGS_ARE.search(text, max(0, number.start - _REACH), number.start)
    return found.start() if found else None


def total(text: str, money: list[Number]) -> float | None:
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
