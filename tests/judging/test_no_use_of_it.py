"""Words that are also the name of a tool, and rows that count other things than people led."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_PEOPLE = "Led a team of 15 people"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "Case management system (e.g. Mosaic)", "Laid Mosaic floors in chapels."),
        ("not_stated", "Property management system (e.g. Alto)", "Sang Alto in a choir."),
        ("not_stated", "Booking system (e.g. Fresha)", "Wants to learn Fresha"),
        ("not_stated", "Booking system (e.g. Fresha)", "Evaluated Fresha and rejected it"),
        ("met", "Booking system (e.g. Fresha)", "Booked clients in on Fresha daily"),
        ("met", "Booking system (e.g. Fresha)", "Systems: Fresha, Xero"),
        ("not_stated", "Experience with a CRM system", "Crew resource management (CRM), trained"),
        ("not_stated", "Experience of estimating software", "Painted the Norman Conquest"),
        # Rows of something else.
        ("not_stated", _PEOPLE,
         "Supervisor\nSpaces used by supervisor: 60\nPallets per shift by team leader: 80"),
        ("not_stated", _PEOPLE, "Applied for\nShift leader, Hale: 24\nStore manager, Tarn: 32"),
        ("met", _PEOPLE, "Largest teams\nShift leader, Hale: 14\nStore manager, Tarn: 22"),
        ("not_stated", _PEOPLE, "Payroll Clerk\nPay, staff, sites\nHull, 45, 2\nLeeds, 60, 3"),
        # Firms and houses that are called so.
        ("not_stated", "Five years in baking", "Baker Tilly accountant, 2010 - 2020"),
        ("not_stated", "Five years in assembly", "Assembly member support officer, 2010 - 2020"),
        ("not_stated", "Five years of teaching", "Taught myself guitar from 2010 to 2020."),
        ("not_stated", "Retail experience", "Lawyer, boutique law firm, 2010-2020"),
    ],
)  # fmt: skip
def test_what_only_sounds_like_it(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
