"""Figures told as what they were and what they became, without the words 'from' and 'to'.

Must not know which measure they belong to. 'Now 76%, was 57%', '70% in 2021, 88% in 2024', '-8 to
+31' and '9m 40s to 7m 05s' are each one figure that moved.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.facts.numbers.numbers import Number
from matcher.facts.numbers.words import MONTHS
from matcher.facts.outcomes import told_again
from matcher.facts.outcomes.figures import Figure

_SIGN = r"[+−–-]"
_SIGNED = regex(
    rf"(?<![\w.,])(?P<first>{_SIGN}\d{{1,3}}|\d{{1,3}}(?=\s*(?:to|->|→)\s*{_SIGN}))"
    rf"\s*(?:to|->|→)\s*(?P<last>{_SIGN}?\d{{1,3}})(?![\w%.,]\S|\s?%|\s+per\s?cent)"
)
_CLOCK = regex(
    r"(?<![\w.,:])(?P<m>\d{1,2})\s?(?:m|mins?|minutes?)\s?(?:and\s+)?(?P<s>[0-5]?\d)\s?(?:s|secs?|seconds?)?(?![\w:])",
    re.IGNORECASE,
)
_COLON = regex(
    r"(?<![\w.,:])(?P<m>\d{1,2}):(?P<s>[0-5]\d)\s*(?P<to>to|->|→)\s*(?P<m2>\d{1,2}):(?P<s2>[0-5]\d)(?![\w:])",
    re.IGNORECASE,
)
# '(2023)', 'in March 2023', '(Q2 2023)', 'FY23': when a figure stood so.
_WHEN = regex(
    r"\s*(?:%\s*)?(?:\(|in\s+|at\s+|by\s+|,\s*)?\s*(?:(?:early|late|mid|the\s+end\s+of|spring|summer|autumn|winter)[\s-]+)?"
    rf"(?:(?P<month>{'|'.join(MONTHS)})[a-z]*\.?\s+|Q(?P<quarter>[1-4])[\s/-]+)?"
    r"(?:(?P<year>(?:19|20)\d\d)\b|FY\s?(?P<short>\d\d)\b)",
    re.IGNORECASE,
)
# What was only planned, or is told of another, is no level that was reached.
_NOT_REACHED = regex(
    r"\b(?:planned|plan|target(?:ed)?|forecast|budget(?:ed)?|expected|goal|projected|aim\w*|due|rivals?|competitors?|industry|national|sector)\b",
    re.IGNORECASE,
)
_OTHER_PLACE = regex(r"\)\s*(?!(?:To|From|And|Then|I)\b)[A-Z][a-z]+")
_OLD_BEFORE = regex(
    r"\b(?:was|were|from|inherited(?:\s+(?:(?:[\w-]+\s+){0,4}at|an?\s+(?:figure|rate|average|score)\s+of))?|previously|formerly|originally|had\s+been|once|compared\s+(?:with|to)|against|versus|vs\.?)\s+"
    r"(?:just\s+|only\s+|about\s+|around\s+|at\s+)?$",
    re.IGNORECASE,
)
_NEW_BEFORE = regex(
    r"\b(?:now|today|currently|presently|is|stands|(?:left|handed)\s+(?:it|them|this)(?:\s+(?:on|over))?)\s+(?:at\s+|over\s+|about\s+)?$",
    re.I,
)
_OLD_AFTER = regex(
    r"\s*(?:\w+\s+)?(?:then\b|before\b|at\s+first|at\s+the\s+(?:start|beginning|outset)|in\s+the\s+first|previously|"
    r"originally|when\s+I\s+(?:came|joined|started|arrived|took|began|inherited)|on\s+my\s+arrival|a\s+year\s+earlier|the\s+year\s+before)",
    re.IGNORECASE,
)
_NEW_AFTER = regex(
    r"\s*(?:\w+\s+)?(?:now\b|today\b|currently|(?:by|at)\s+the\s+(?:last|end|close)|this\s+year|in\s+this|(?:when|by\s+the\s+time)\s+I\s+(?:left|handed|moved|finished)|on\s+my\s+leaving|at\s+handover"
    r"|in\s+the\s+last|"
    r"at\s+present)",
    re.IGNORECASE,
)
_STATED = regex(r"(?:\b(?:of|at|to|now|is|reached|reaching)|:|\b[A-Za-z-]{3,})\s+$", re.I)
_MOVED_BY = regex(
    r"\b(?:by|up|down|rose|risen|fell|fallen|grew|increased|dropped|cut|reduced|improved|gained|lifted|raised)\s+"
    r"(?:by\s+)?(?:about\s+|around\s+|over\s+)?$",
    re.IGNORECASE,
)
_YARDSTICK = regex(
    r"\s*(?:target|benchmark|industry|sector|national|average|goal)\b", re.IGNORECASE
)
_PARTED = regex(r";|\.\s|\n")
# '57% to 76%' tells a rise; 'between 57% and 76%', 'in a range of 57% to 76%' a spread.
_SPREAD = regex(
    r"\b(?:between|range|ranging|ranged|within|of|at|averag\w+|consistently|target\w*|stay\w*)\s+"
    r"(?:of\s+|from\s+)?$",
    re.IGNORECASE,
)
# 'Absence was 5% when I came' tells what somebody else had reached.
_BEFORE_ME = regex(
    r"\s*(?:when|before|until)\s+I\s+(?:came|joined|started|arrived|took\s+over|began|inherited)\b"
    r"|\s*(?:on|before)\s+my\s+arrival\b",
    re.IGNORECASE,
)
# How far apart the two figures of one pair may stand.
_REACH = 60
# Scores on a scale, which have no unit: 3.9 to 4.6.
_SCALE = 10.0


def signed(text: str) -> list[Figure]:
    """Return pairs of signed scores: '-8 to +31'."""
    found = []
    for match in _SIGNED.finditer(text):
        low, high = _plain(match["first"]), _plain(match["last"])
        number = Number(low, match.start(), match.end(), high=high, growth=True)
        found.append(Figure(number, "points", match.end()))
    return found


def clock_times(text: str) -> list[Figure]:
    """Return lengths of time in minutes and seconds: '9m 40s', '9:40 to 7:05'."""
    found = []
    for match in _CLOCK.finditer(text):
        number = Number(_minutes(match["m"], match["s"]), match.start(), match.end())
        found.append(Figure(number, "minutes", match.end()))
    for match in _COLON.finditer(text):
        low, high = _minutes(match["m"], match["s"]), _minutes(match["m2"], match["s2"])
        number = Number(low, match.start(), match.end(), high=high, growth=True)
        found.append(Figure(number, "minutes", match.end()))
    return found


def paired(text: str, figures: list[Figure]) -> list[Figure]:
    """Return ``figures`` with those told as then and now made one figure that moved."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        pair = _pair(text, last, figure) if last is not None else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(_rise(text, figure))
    return joined


def is_before_me(text: str, figure: Figure) -> bool:
    """Return whether a figure alone is said to have stood before the person came."""
    return not figure.number.growth and _BEFORE_ME.match(text, figure.end) is not None


def _rise(text: str, figure: Figure) -> Figure:
    """'57% to 76%', '3.9 to 4.6' beside a measure: what it was and what it became."""
    number = figure.number
    if number.high is None or number.growth or number.vague or number.currency:
        return figure
    printed = text[number.start : number.end]
    to = re.search(r"\bto\b|->|→|%\s?[-–—]", printed)
    scale = number.high <= _SCALE and "." in printed
    rises = figure.unit in ("%", "points") or (figure.unit == "" and scale)
    if not to or not rises or _SPREAD.search(text, 0, number.start):
        return figure
    return replace(figure, number=replace(number, growth=True))


def _pair(text: str, first: Figure, second: Figure) -> Figure | None:
    one, two = first.number, second.number
    if first.change or second.change or one.high is not None or two.high is not None:
        return None
    if first.unit != second.unit and "" not in (first.unit, second.unit):
        return None
    between = text[first.end : two.start]
    if first.unit == second.unit and told_again.between(text, first.end, two.start, second.end):
        number = replace(one, end=two.end, high=two.low, growth=True)
        return Figure(number, first.unit, second.end)
    if _NOT_REACHED.search(between) or _OTHER_PLACE.search(between):
        return None
    if len(between) > _REACH or _PARTED.search(between) or _YARDSTICK.match(text, second.end):
        return None
    order = _order(text, first, second)
    if not order:
        return None
    low, high = (one.low, two.low) if order == "forward" else (two.low, one.low)
    number = Number(low, one.start, two.end, high=high, currency=one.currency, growth=True)
    return Figure(number, first.unit or second.unit, second.end)


def _order(text: str, first: Figure, second: Figure) -> str:
    """Return "forward" where the second figure came later, "back" where the first did, or ""."""
    one, two = (_when(text, figure.end) for figure in (first, second))
    if one and two:
        return "" if one == two else "forward" if one < two else "back"
    if _MOVED_BY.search(text, 0, first.number.start):
        return ""
    stood = _STATED.search(text, 0, first.number.start) is not None
    if stood and _OLD_BEFORE.search(text, first.end, second.number.start):
        return "back"
    if _is(text, first, _OLD_BEFORE, _OLD_AFTER) or one:
        return "forward" if _is(text, second, _NEW_BEFORE, _NEW_AFTER) else ""
    if _is(text, first, _NEW_BEFORE, _NEW_AFTER) and _OLD_AFTER.match(text, second.end):
        return "back"
    return ""


def _when(text: str, at: int) -> tuple[int, int] | None:
    """The year, and the month or quarter of it, that stands at ``at``."""
    told = _WHEN.match(text, at)
    if told is None:
        return None
    year = int(told["year"] or f"20{told['short']}")
    if told["quarter"]:
        return year, 3 * int(told["quarter"])
    return year, MONTHS.index(told["month"].lower()) + 1 if told["month"] else 0


def _is(text: str, figure: Figure, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    start = figure.number.start
    return bool(before.search(text, max(0, start - 30), start) or after.match(text, figure.end))


def _plain(printed: str) -> float:
    return float(re.sub(r"[−–]", "-", printed))


def _minutes(minutes: str, seconds: str) -> float:
    return round(int(minutes) + int(seconds) / 60, 3)
