"""The numbers of a text that may count people: '22' of '2019-22' is a year.

Must not know what a number counts.
"""

from __future__ import annotations

from matcher.candidates.dates import may_date, periods
from matcher.facts.numbers.numbers import Number, numbers


def undated(text: str) -> list[Number]:
    """Return the numbers of a text that are no part of a date, in order."""
    found = numbers(text)
    dates = [period.span for period in periods(text)] if found and may_date(text) else []
    return [n for n in found if not any(start < n.end and n.start < end for start, end in dates)]
