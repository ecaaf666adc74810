"""Whether a date printed in a CV lies before the day of judging, and which day it means.

Must not know what happens on that date. A date without a year, or with words only ("next
spring"), is taken to lie ahead; a year or a month counts until it is over.
"""

from __future__ import annotations

import re
from datetime import date

from data.patterns import regex
from matcher.facts.numbers.words import MONTHS

_YEAR = regex(r"(?<!\d)(?:(?:19|20)\d\d|['’]\d\d)(?!\d)")
_NAMED_MONTH = regex(rf"(?:(\d{{1,2}})\D{{0,6}})?\b({'|'.join(MONTHS)})", re.IGNORECASE)
_NUMBERS = regex(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](?=(?:19|20)?\d\d\b)")
_FULL_YEAR = regex(r"(?:19|20)\d\d")
_MONTH = regex(rf"\b({'|'.join(MONTHS)})[a-z]*", re.IGNORECASE)
_NUMERIC = regex(r"\b(?:\d{1,2}[/.-])?(?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)\b")
_DAY = regex(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?=[A-Za-z])")


def is_past(printed: str, as_of: date) -> bool:
    """Return whether a printed date is over on ``as_of``."""
    found = _YEAR.search(printed)
    if found is None:
        return False
    digits = found.group().lstrip("'’")
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    day, month = _day_and_month(printed)
    return (year, month, day) < (as_of.year, as_of.month, as_of.day)


def _day_and_month(printed: str) -> tuple[int, int]:
    """The day and month, or the last ones there are where they are not printed."""
    named = _NAMED_MONTH.search(printed)
    if named:
        return int(named.group(1) or 31), MONTHS.index(named.group(2).lower()) + 1
    numbers = _NUMBERS.search(printed)
    if numbers and 1 <= int(numbers.group(2)) <= 12:
        return int(numbers.group(1) or 31), int(numbers.group(2))
    return 31, 12


def day_of(printed: str) -> date | None:
    """Return the first day that a printed date can mean ("Jan 2027": 1 January), or None."""
    numeric = _NUMERIC.search(printed)
    if numeric and 1 <= int(numeric.group("month")) <= 12:
        return date(int(numeric.group("year")), int(numeric.group("month")), 1)
    year = _FULL_YEAR.search(printed)
    if year is None:
        return None
    month = _MONTH.search(printed)
    day = _DAY.search(printed)
    if month is None:
        return date(int(year.group()), 1, 1)
    number = min(int(day.group(1)), 28) if day and 1 <= int(day.group(1)) <= 31 else 1
    return date(int(year.group()), MONTHS.index(month.group(1).lower()) + 1, number)


def has_passed(printed: str | None, as_of: date) -> bool:
    """Return whether a printed end lies wholly before ``as_of``; False where it cannot be read."""
    found = day_of(printed) if printed else None
    if found is None:
        return False
    if _MONTH.search(printed or "") or _NUMERIC.search(printed or ""):
        return (found.year, found.month) < (as_of.year, as_of.month)
    return found.year < as_of.year
