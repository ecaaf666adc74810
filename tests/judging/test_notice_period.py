"""Notice periods judged; notice given to customers says nothing."""

from __future__ import annotations

import pytest

from matcher.facts import notice
from matcher.judging import notice_period
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Notice of at most 6 weeks", "Ten weeks' notice, cut to 5 weeks by my manager"),
        ("not_met", "Notice of at most 6 weeks", "Ten weeks' notice, may be cut to 5 weeks"),
        ("met", "Notice of at most 4 weeks", "Notice: twenty-eight days"),
        ("met", "Notice of at most 2 months", "Notice: 5 wks"),
        ("not_met", "Notice of at most 1 month", "Can join two months from resignation"),
        ("met", "Able to start inside ten weeks", "Notice period: 2 months"),
        ("not_met", "Able to start in under six weeks", "Contractual notice: sixteen weeks"),
        ("met", "Immediate start", "Free to begin right away"),
        ("met", "Immediate start", "Free at once: the shop I ran has closed."),
        ("met", "Immediate start", "Between jobs, can start any day."),
        ("not_stated", "Immediate start", "I am free today for a call"),
        ("not_stated", "Immediate start", "I'm ready now for a senior role"),
        ("not_stated", "Immediate start", "Shifts can start any time from 5am"),
        ("not_stated", "Immediate start", "Referees: available any time"),
        ("not_stated", "Immediate start", "Kept the visitors' desk free at once a week"),
        ("met", "Notice of at most 4 weeks", "Available from next Tuesday"),
        ("not_stated", "Notice of at most 4 weeks", "Desk available from Monday to Friday"),
        ("not_met", "Immediate start", "Notice: one fortnight"),
        ("met", "Notice of at most three months", "Notice: one month"),
        ("not_met", "Notice of at most 4 weeks", "3 months' notice"),
        ("met", "Notice no longer than one month", "Four weeks' notice required by contract"),
        ("met", "Must be available immediately", "Available immediately"),
        ("not_met", "Must be available within 4 weeks", "Available from 4 January 2027"),
        (
            "not_stated",
            "Notice period of up to 3 months",
            "Looked after clients who had served notice; worked at short notice",
        ),
        (
            "not_stated",
            "Notice of at most three months",
            "Gave customers six months' notice of the change",
        ),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(notice, notice_period, asked, cv)] == [outcome]
