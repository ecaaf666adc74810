"""Figures told year by year: '2021: 40, 2022: 31, 2023: 12', or as rows under the measure's name.

Must not know which measures there are, nor which way is good. Years that only rise or only fall are
one figure that moved from the earliest to the latest; others stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from data.patterns import regex
from matcher.facts.outcomes.figures import Figure
from matcher.types import Outline, Sentence

_YEAR_BEFORE = regex(r"\b(?P<year>(?:19|20)\d\d)(?:/\d\d)?[\s:=|–—-]{1,4}$")
_BETWEEN = regex(r"(?:\s*(?:,|;|\||·|•)|\s*\band\b)?\s*[-–•*]?\s*(?:19|20)\d\d(?:/\d\d)?\W{1,4}")
# A row of its own: the year, the figure with its unit, and little else.
_ROW = regex(r"\W{0,3}(?:19|20)\d\d(?:/\d\d)?[\s:=|–—-]{1,4}[£$€]?\d[\d.,]*\s?%?(?:\s+[a-z]+)?\W*")
_LONGEST_NAME = 6


def spanned(text: str, figures: list[Figure]) -> list[Figure]:
    """Return ``figures`` with those of successive years made one figure that moved."""
    kept: list[Figure] = []
    run: list[tuple[int, Figure]] = []
    for figure in figures:
        year = _YEAR_BEFORE.search(text, max(0, figure.number.start - 12), figure.number.start)
        goes_on = bool(run) and _goes_on(text, run[-1][1], figure)
        if year is None or not goes_on:
            kept += _closed(run)
            run = []
        if year is None:
            kept.append(figure)
        else:
            run.append((int(year["year"]), figure))
    return kept + _closed(run)


def _goes_on(text: str, last: Figure, figure: Figure) -> bool:
    plain = last.number.high is None and figure.number.high is None
    same = last.unit == figure.unit and plain
    return same and _BETWEEN.fullmatch(text, last.end, figure.number.start) is not None


def _closed(run: list[tuple[int, Figure]]) -> list[Figure]:
    """One figure of a run of years, where it only rises or only falls."""
    figures = [figure for _, figure in run]
    values = [figure.number.low for _, figure in sorted(run, key=lambda each: each[0])]
    steady = values in (sorted(values), sorted(values, reverse=True))
    if len(run) < 2 or not steady or values[0] == values[-1]:
        return figures
    first, last = figures[0], figures[-1]
    number = replace(first.number, low=values[0], high=values[-1], end=last.number.end, growth=True)
    return [replace(first, number=number, end=last.end)]


def with_name(cv: Outline, at: int) -> Sentence | None:
    """Return a short line that names something with the rows of years that stand under it."""
    name = cv.sentences[at]
    if len(name.text.split()) > _LONGEST_NAME or any(char.isdigit() for char in name.text):
        return None
    end = name.end
    for row in cv.sentences[at + 1 :]:
        if not _ROW.fullmatch(row.text) or cv.text[end : row.start].strip(" \t\n\r-•*"):
            break
        end = row.end
    if end == name.end:
        return None
    return replace(name, text=cv.text[name.start : end], end=end)
