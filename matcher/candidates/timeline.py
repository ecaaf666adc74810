"""Months of experience: posts to intervals, intervals to their union.

Must not know what the posts were. Every question that depends on today takes ``as_of``.

How printed dates become months (a month is counted whole, at both ends):

- "2019-03 to 2021-02" covers March 2019 to February 2021: 24 months.
- A bare year stands for its middle, so that "2016 to 2023" is seven years, no more and no less.
- A post within one bare year ("2019 to 2019") counts as half a year.
- "present" is the month of ``as_of``; an end after it is cut back to it.
- A post without a start or an end covers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from matcher.candidates.dates import PRESENT, month_number
from matcher.types import Position

Interval = tuple[int, int]
_MIDDLE = 6


def interval(position: Position, as_of: date) -> Interval | None:
    """Return the months of a post, numbered from year 0, end-exclusive; None where undated."""
    return span_of(position.start, position.end, as_of)


def span_of(start: str | None, end: str | None, as_of: date) -> Interval | None:
    """Return the months from ``start`` to ``end`` as printed, end-exclusive, or None."""
    if start is None or end is None:
        return None
    now = as_of.year * 12 + as_of.month
    first = month_number(start) if "-" in start else int(start) * 12 + _MIDDLE
    if end == PRESENT:
        last = now
    elif "-" in end:
        last = month_number(end) + 1
    else:
        last = int(end) * 12 + _MIDDLE
        if end == start:
            last += _MIDDLE
    last = min(last, now)
    return (first, last) if first < last else None


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals merged where they overlap or touch, in order."""
    merged: list[Interval] = []
    for first, last in sorted(intervals):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def months(positions: Sequence[Position], as_of: date) -> int:
    """Return the months covered by any of the posts: overlaps count once, gaps do not."""
    dated = (interval(position, as_of) for position in positions)
    return sum(last - first for first, last in union(each for each in dated if each))
