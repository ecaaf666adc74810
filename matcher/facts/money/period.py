"""Over which period an amount of money runs: a month, a year, a number of years.

Must not know what the amount measures. The words are in ``data/knowledge/money.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.money import money_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases
from matcher.facts.numbers.numbers import Number

_PERIODS = Phrases(money_words().periods)

_YEARS = r"(?P<years>\d+|two|three|four|five|six|seven|eight|nine|ten)"
# 'A quarter of the £4m' is a share of it.
_SHARE = regex(r"\s+(?:of|share)\b", re.IGNORECASE)
# Words that say of several years' money that it is their total.
_EVEN = r"(?:equal|even|consecutive)"
_SPREAD = (
    r"(?:evenly|equally|in\s+(?:\w+\s+)?(?:equal|even|yearly|annual)\s+(?:\w+\s+)?(?:parts?|instalments?|shares?|amounts?|tranches|slices|sums)"
    r"|(?:spread|phased)(?=\s*(?:$|[.,;)]|\w+ly\b|over\b|across\b|out\b))|the\s+same\s+(?:each|every)\s+year"
    r"|(?:a\s+third|a\s+quarter|half|a\s+fifth)\s+(?:each|every|a|per)\s+year"
    r"|(?:divided|split|shared)\s+(?:\w+\s+){0,2}(?:by|between|across|over)\s+(?:(?:the|all|each|\w+)\s+)?years?)\b"
)
# Right behind the years it speaks of the money; farther off of something else.
_SPREAD_BEHIND = regex(
    rf"[\s,;:()–-]*(?:(?:and|all|it|was|were|is|being|to\s+be|then|financial|years?|spent|drawn|released|paid|profiled|allocated)\s+){{0,4}}{_SPREAD}",
    re.IGNORECASE,
)
_FOR_YEARS = regex(
    rf"^[\s,]*(?:\w+\s+){{0,3}}(?:for|throughout)\s+(?:(?:the|all)\s+)?{_YEARS}[\s-]+(?P<even>{_EVEN}\s+)?(?:financial\s+|full\s+)?years?\b",
    re.IGNORECASE,
)
# '£24m for 2021-24, split evenly': as many years as lie between.
_FROM_TO = regex(
    r"^[\s,(]*(?:\w+\s+){0,2}(?:for|over|across|from|in)?\s*(?P<first>20\d\d)\s*(?:-|–|to|until)\s*(?P<last>(?:20)?\d\d)\b"
)

# '£24m for the three years to 2025': of dated years it is the total, not what each of them had.
_DATED_YEARS = regex(
    rf"^[\s,]*(?:\w+\s+){{0,2}}?(?:for|over|in|across|covering|spanning)\s+the\s+(?:\w+\s+)?{_YEARS}[\s-]+(?:financial\s+|full\s+)?years?\s+"
    r"(?:(?:up\s+)?to|ending|ended|from|starting|beginning|until|through)\s+(?:\w+\s+)?(?:(?:19|20)\d\d|FY\s?\d\d)\b",
    re.IGNORECASE,
)
_TOTAL = regex(
    rf"^[\s,]*(?:\w+[\s,]+){{0,3}}(?:to\s+(?:[\w-]+\s+){{1,6}}?)?"
    r"(?:over|across|spread over|during|spanning|covering"
    r"|for(?=\s[^.;]{0,60}\b(?:all\s+in|in\s+(?:all|total)|altogether)\b))\s+"
    r"(?:an?\s+|the\s+|its\s+)?"
    rf"(?:(?:next|whole|full|entire|first|last)\s+)?{_YEARS}[\s-]+(?:(?:equal|full|financial|calendar|consecutive|successive|academic)\s+)?years?\b",
    re.IGNORECASE,
)

# 'For three years' says how long it was held, 'for a three-year programme' what it had to last.
_LASTING = regex(
    rf"^[\s,]*(?:\w+\s+){{0,3}}(?:for|throughout)\s+(?:an?|the|its)\s+(?:(?:whole|full|entire)\s+)?"
    rf"{_YEARS}[\s-]year\b",
    re.IGNORECASE,
)
_TERM = regex(rf"\b{_YEARS}[\s-]?year\b(?!\s*old)", re.IGNORECASE)

# '£110k of spend, signed off each month': the words between are of the same amount.
_EACH = regex(
    r"[\s,]*(?:(?!and\b|plus\b|but\b)[\w-]+,?\s+){0,5}(?:each|every|per)\s+(?:calendar\s+)?(?P<per>month|quarter|week)\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
}


def period(text: str, number: Number) -> tuple[str | None, float | None]:
    """Return the period an amount is for ("month", "year" ...) and the years a total covers."""
    end = _end_of_phrase(text, number.end)
    behind = text[number.end : number.end + 60]
    if total := (_TOTAL.match(behind) or _LASTING.match(behind) or _DATED_YEARS.match(behind)):
        return None, _count(total["years"])
    if years := _in_equal_parts(text[number.end : number.end + 140]):
        return None, years
    if each := _EACH.match(behind):
        return each["per"].lower(), None
    near = _PERIODS.find(text, max(0, number.start - 40), min(len(text), number.end + 40))
    # Of 'one and a quarter million' the quarter is no period.
    near = [hit for hit in near if hit.end <= number.start or hit.start >= number.end]
    near = [hit for hit in near if hit.name != "quarter" or not _SHARE.match(text, hit.end)]
    for hit in sorted(near, key=lambda h: abs(h.start - number.end)):
        gap = (
            text[hit.end : number.start]
            if hit.end <= number.start
            else text[number.end : hit.start]
        )
        limit = 4 if hit.end <= number.start else 3
        if len(gap.split()) <= limit and not re.search(r"[,;.|(£$€]", gap):
            return hit.name, None
    term = _TERM.search(text, max(0, number.start - 50), end)
    if term and len(text[term.end() : number.start].split()) <= 4:
        return None, _count(term["years"])
    return None, None


def _in_equal_parts(behind: str) -> float | None:
    """Return the years that an amount is said to be spread over, None where it is not."""
    told = _FOR_YEARS.match(behind)
    if told and (told["even"] or _SPREAD_BEHIND.match(behind, told.end())):
        return _count(told["years"])
    lasted = _FROM_TO.match(behind)
    if lasted is None or not _SPREAD_BEHIND.match(behind, lasted.end()):
        return None
    first, last = int(lasted["first"]), int(lasted["last"])
    years = (last if last >= 1000 else first // 100 * 100 + last) - first
    return float(years) if 1 < years <= 10 else None


def _end_of_phrase(text: str, at: int) -> int:
    stop = re.search(r"[;.|]\s|\bran\b|\bfor\b", text[at : at + 50])
    return at + (stop.start() if stop else 50)


def _count(word: str) -> float:
    return float(_COUNTS.get(word.lower(), 0) or word)


def yearly(amount: float, per: str | None, years: float | None) -> float:
    """Return a year's worth of an amount stated per period, or as the total of several years."""
    if years:
        return amount / years
    return amount * {"month": 12, "quarter": 4, "week": 52}.get(per or "", 1)
