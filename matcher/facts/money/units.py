"""What figures are counted in where a heading or a label says it: 'Budget (£000): 1,350'.

Must not know what an amount measures. A column's heading holds for its cells, a label for the
figures behind it on its line.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.facts.layout.tables import column_heading, line_start
from matcher.facts.numbers.numbers import SCALES, Number
from matcher.facts.numbers.words import MONTHS
from matcher.types import Outline

_SIGN = r"(?P<sign>[£$€]|\b(?:GBP|USD|EUR)\b)"
_SCALE = r"(?P<scale>['’]?000(?:['’]?s)?|thousands?|millions?|k|m|mn|bn)"
_BEHIND = r"(?=\s*(?:[):,;|\]]|$|\n|pa\b|p\.a|per\b|a\s+year\b))"
_UNIT = regex(rf"{_SIGN}\s?{_SCALE}?{_BEHIND}", re.IGNORECASE)
# Behind a label a sign alone says nothing that the figures do not: 'Budget, £: 1,350'.
_IN_LABEL = regex(
    rf"(?:\(|\[|,\s|\bin\s|\ball\s)(?:in\s+|all\s+)*{_SIGN}\s?{_SCALE}{_BEHIND}"
    r"|\bin\s+(?P<words>thousands|millions)\s+of\s+(?P<money>pounds|dollars|euros?)\b"
    r"|(?:[(\[]\s?(?P<only>['’]?000s)(?=\s?[)\]])|,\s(?P<bare>['’]?000s)(?=\s?:))",
    re.IGNORECASE,
)
_CURRENCIES = {"£": "GBP", "$": "USD", "€": "EUR", "pounds": "GBP", "dollars": "USD"}
# A cheap test before that one.
_HINT = regex(
    r"000|[£$€]\s?(?:k|m|bn|th|mil)|\b(?:gbp|usd|eur)\s|\b(?:thousand|million)s\s+of", re.IGNORECASE
)
# Words that make of a number what no unit holds for: '£000: 450 for 12 staff'.
_COUNTS = regex(r"\s*(?:[A-Za-z]{3,}|%)")
_MONEY_BEHIND = regex(
    r"\s*(?:in|for|during|per|pay|non|capital|revenue|opex|capex|and|then|now|rising|held|by|at|from|budget)\b",
    re.IGNORECASE,
)
# Between a label and its figures stand when they were, whose, and nothing that is counted apart.
_BETWEEN = regex(
    rf"(?:[^A-Za-z]|\b(?:FY\d*|Q[1-4]|H[12]|(?:{'|'.join(MONTHS)})[a-z]*|in|then|to|and|by|from|now|for|was|is|of|or|a|at|the|up|down|"
    r"me|I|my|mine|own|held|hold|ran|run|managed|controlled|holder|year|years|ended|ending|current|latest|last|first|peak|pay|non|"
    r"staff\s+costs|capital|revenue|opex|capex|operating|annual|total|budget|rising|rose|grew|growing|falling|about|circa|some|over)\b)*",
    re.IGNORECASE,
)
_NEAR = 200
_FOR = regex(r"\bfor\s+$", re.IGNORECASE)
_YEARS = regex(r"(?:19|20)\d\d\s*(?:[-–/]|to)\s*(?:19|20)\d\d|(?:19|20)\d\d[-–/]\d\d", re.I)


def in_units(cv: Outline, index: int, found: list[Number]) -> list[Number]:
    """Return the numbers of sentence ``index`` in what their column or label counts in."""
    if not found:
        return found
    if _UNIT.search(cv.text):
        found = [_of_column(number, column_heading(cv, index, number.start)) for number in found]
    return _of_label(cv, index, found)


def _of_column(number: Number, heading: str) -> Number:
    unit = _UNIT.search(heading)
    if unit is None or number.currency or number.scaled:
        return number
    return _counted_in(number, unit["scale"] or "", unit["sign"])


def _of_label(cv: Outline, index: int, found: list[Number]) -> list[Number]:
    """Scale the plain numbers that stand behind a label with a unit on their line."""
    start = cv.sentences[index].start
    first = line_start(cv, index)
    last = cv.sentences[index].end
    unit = _IN_LABEL.search(cv.text, first, last) if _HINT.search(cv.text, first, last) else None
    if unit is None:
        return found
    opened = unit.start() - start, unit.end() - start
    text = cv.sentences[index].text
    scaled, last, holds = [], unit.end(), True
    for number in found:
        if number.start < opened[1]:
            if number.end <= opened[0]:  # else the unit itself: '£ thousand'
                scaled.append(number)
            continue
        at = start + number.start
        holds = holds and at - last <= _NEAR and _BETWEEN.fullmatch(cv.text, last, at) is not None
        last = start + number.end
        if holds and _is_plain(text, number):
            scale = unit["scale"] or unit["words"] or unit["only"] or unit["bare"]
            number = _counted_in(number, scale, unit["sign"] or unit["money"] or "£")
        scaled.append(number)
    return scaled


def _is_plain(text: str, number: Number) -> bool:
    """Whether a number is a bare figure, and neither a year nor so many of something."""
    if number.currency or number.scaled or (number.looks_like_year and number.high is None):
        return False
    if _FOR.search(text, max(0, number.start - 8), number.start):
        return False
    if _YEARS.fullmatch(text[number.start : number.end]):
        return False
    named = _COUNTS.match(text, number.end)
    return named is None or _MONEY_BEHIND.match(text, number.end) is not None


def _counted_in(number: Number, scale: str, sign: str) -> Number:
    told = scale.lower()
    times = 1e3 if "000" in told else SCALES.get(told.rstrip("s"), 1.0)
    low, high = number.low, number.high
    if number.looks_like_year and high is not None:
        low, high = high, None  # '2021 - 4,100'
    currency = _CURRENCIES.get(
        sign.lower(), "EUR" if sign.lower().startswith("euro") else sign.upper()
    )
    high = None if high is None else round(high * times, 6)
    return replace(number, low=round(low * times, 6), high=high, currency=currency, scaled=True)
