"""Whether a printed end of validity has passed.

Must not know what is valid.
"""

from __future__ import annotations

import re
from datetime import date

from data.patterns import regex

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = regex(r"(?:19|20)\d\d")
_MONTH = regex(rf"\b({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_NUMERIC = regex(r"\b(?:\d{1,2}[/.-])?(?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)\b")
_DAY = regex(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?=[A-Za-z])")


def day_of(printed: str) -> date | None:
    """Return the first day that a printed date can mean ("Jan 2027": 1 January), or None."""
    numeric = _NUMERIC.search(printed)
    if numeric and 1 <= int(numeric.group("month")) <= 12:
        return date(int(numeric.group("year")), int(numeric.group("month")), 1)
    year = _YEAR.search(printed)
    if year is None:
        return None
    month = _MONTH.search(printed)
    day = _DAY.search(printed)
    if month is None:
        return date(int(year.group()), 1, 1)
    number = min(int(day.group(1)), 28) if day and 1 <= int(day.group(1)) <= 31 else 1
    return date(int(year.group()), _MONTHS.index(month.group(1).lower()) + 1, number)


def has_passed(printed: str | None, as_of: date) -> bool:
    """Return whether a printed end lies wholly before ``as_of``; False where it cannot be read."""
    found = day_of(printed) if printed else None
    if found is None:
        return False
    if _MONTH.search(printed or "") or _NUMERIC.search(printed or ""):
        return (found.year, found.month) < (as_of.year, as_of.month)
    return found.year < as_of.year
