"""Whether a date printed in a CV lies before the day of judging.

Must not know what happens on that date. A date without a year, or with words only ("next
spring"), is taken to lie ahead; a year or a month counts until it is over.
"""

from __future__ import annotations

import re
from datetime import date

from data.patterns import regex

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = regex(r"(?<!\d)(?:(?:19|20)\d\d|['’]\d\d)(?!\d)")
_NAMED_MONTH = regex(rf"(?:(\d{{1,2}})\D{{0,6}})?\b({'|'.join(_MONTHS)})", re.IGNORECASE)
_NUMBERS = regex(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](?=(?:19|20)?\d\d\b)")


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
        return int(named.group(1) or 31), _MONTHS.index(named.group(2).lower()) + 1
    numbers = _NUMBERS.search(printed)
    if numbers and 1 <= int(numbers.group(2)) <= 12:
        return int(numbers.group(1) or 31), int(numbers.group(2))
    return 31, 12
