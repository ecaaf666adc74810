"""Lengths told beside other words: in post, since an event, alongside others."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_PEOPLE = "Three years' experience of people management"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Behind a title, 'in post' says no more than how long.
        ("met", "18 months as a receptionist", "Hotel receptionist, three years in the role."),
        ("met", "18 months on reception", "Receptionist, vet's surgery, two years in post."),
        ("not_met", "Four years as a receptionist", "Hotel receptionist, three years in the role."),
        ("met", "12 months in payroll", "Payroll clerk, charity: 18 months, ending May 2025."),
        # What stands behind a length says which of a label it is.
        ("not_met", "Five years in desktop support", "Support experience: 2 yrs desktop, a bank."),
        ("met", "Two years in desktop support", "Support experience: 3 yrs desktop, a bank."),
        # A year of something is no year of what is named before.
        ("not_stated", "Ten years in payroll", "Payroll fete for a zoo: a year of walks."),
        # Since what happened, whoever tells it.
        ("met", "Five years in lending", "Ms Hale has been in lending since she joined in 2012."),
        ("met", _PEOPLE, "Mr Ash has led people since he was made team leader in 2014."),
        # Titles that lead, and a bound on all leading.
        ("met", _PEOPLE, "Dispatch leader of some nine years' standing."),
        ("not_stated", _PEOPLE, "Nine years as an account manager."),
        ("not_met", "Three years as a depot team leader",
         "Acting Team Leader, May 2024 - Jan 2025, my sole spell as a leader. Driver otherwise."),
        # Beside a trade is not in it.
        ("not_stated", "Six years in social work",
         "Support officer alongside a social work team, 2014-2023. Minutes and diaries."),
        ("met", "Six years in payroll", "Payroll clerk alongside two others, 2010 - 2018"),
    ],
)  # fmt: skip
def test_a_length_in_passing(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
