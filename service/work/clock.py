"""The time now. Only rows are stamped with it: no score has a clock but the 'as of' date."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return this instant."""
    return datetime.now(UTC)


def today() -> date:
    """Return this day, in UTC: what 'present' means in a CV that is read now."""
    return now().date()
