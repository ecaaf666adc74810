"""Changes told one after another: 'sales -4%, +1%, +2%', 'growth of 6% (2022) and 9% (2023)'.

Must not know which way is good. Of what is counted in money or in numbers a percentage is a change,
so several of them are changes of several years, and never one figure that moved from the first to
the last. What shares out a whole ('40%, 35% and 25% by channel') tells no change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex

_YEAR = r"(?:19|20)\d\d(?:/\d\d)?"
_ITEM = (
    rf"(?:\(?{_YEAR}\)?[\s:=–-]{{1,3}})?(?:[+−–-]\s?)?\d{{1,3}}(?:\.\d+)?\s?(?:%|per\s?cent\b)"
    rf"(?:\s*\(?(?:in\s+)?{_YEAR}\)?)?"
)
_RUN = regex(rf"{_ITEM}(?:\s*(?:,|;|/|,?\s*\band\b|,?\s*\bthen\b)\s*{_ITEM})+", re.IGNORECASE)
_PERCENT = regex(
    r"(?P<sign>(?<![\d%])[+−–-]\s?)?(?P<size>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.I
)
_GROWTH = regex(
    r"\b(?:growth|grew|grown|rose|risen|increas\w+|up|like[\s-]for[\s-]like|lfl|year[\s-]on[\s-]year|yoy)\b",
    re.I,
)
_FALL = regex(r"\b(?:fell|fallen|falls?|down|reduc\w+|cut|decreas\w+|dropp?\w*|declin\w+)\b", re.I)

_YEAR_BEFORE = regex(rf"{_YEAR}\)?\s*$")
_YEAR_WORDS = 10
# How far before a list the words stand that say what it is a list of.
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one year: which way, by how many per cent, and where the text says so."""

    direction: str
    size: float
    start: int
    end: int


def told(text: str, start: int, end: int) -> list[Change] | None:
    """Return the changes of the first list of percentages behind ``start``, none after ``end``.

    None where there is no list; an empty one where it shares out a whole.
    """
    run = _RUN.search(text, start, end)
    if run is None:
        return None
    figures = list(_PERCENT.finditer(text, run.start(), run.end()))
    signed = any(_sign(each) for each in figures)
    before = text[max(0, start - _BEFORE) : run.start()]
    fell = _FALL.search(before) is not None
    if not (signed or fell or _GROWTH.search(before)):
        return []
    found = []
    for each in figures:
        down = _sign(each) in ("−", "–", "-") or (fell and not signed)
        way = "down" if down else "up"
        found.append(Change(way, float(each["size"]), each.start("size"), each.end()))
    return found


def _sign(figure: re.Match[str]) -> str:
    """The sign of a figure, or "": in '2022 - 6%' the mark only parts it from the year."""
    mark = figure["sign"] or ""
    before = figure.string[max(0, figure.start() - _YEAR_WORDS) : figure.start()]
    if mark != mark.strip() and _YEAR_BEFORE.search(before):
        return ""
    return mark.strip()
