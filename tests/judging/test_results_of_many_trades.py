"""Results in the measures of many trades, and those of others, planned, claimed or not reached."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Reduced rent arrears by 20%", "Rent arrears fell by a third"),
        ("met", "Increased occupancy to 90%", "Occupancy of 94%"),
        ("not_met", "Increased occupancy to 90%", "Occupancy stuck at 61%"),
        ("met", "Grew membership by 10%", "Membership up from 300 to 390"),
        ("not_stated", "Grew membership by 10%", "Ran the membership desk"),
        ("met", "Raised pass rates", "Pass rate up from 58% to 71%"),
        ("met", "Grew fundraising income by 20%", "Donations rose from £50k to £70k"),
        ("met", "Reduced agency spend", "Agency spend cut by £90k"),
        ("met", "Reduced DNAs", "DNA rate cut from 13% to 7%"),
        ("met", "Increased web traffic", "Web traffic trebled"),
        ("met", "Improved Ofsted rating", "Ofsted: RI to Good in 2024"),
        ("met", "Reduced stock loss", "Shrinkage cut from 2.4% to 1.3%"),
        ("not_stated", "Raised attendance", "Kept the attendance registers"),
    ],
)
def test_measures(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "Reduced churn", "Another team cut churn by 30%"),
        ("not_stated", "Reduced churn", "The billing team next to ours cut churn by 30%"),
        ("not_stated", "Increased sales", "The sister branch grew sales by 30%"),
        ("met", "Increased sales", "Grew sales by 30%; the sister branch stood still"),
        ("not_stated", "Saved £200k", "A supplier claimed savings of £300k"),
        ("not_stated", "Saved £200k", "The new depot should save £300k once live"),
        ("not_stated", "Saved £200k", "Tasked with saving £300k"),
        ("met", "Delivered savings of £200k", "Was asked to save £250k and saved £300k"),
        ("not_met", "Reduced complaints by 20%", "Complaints down 4% against a target of 20%"),
    ],
)
def test_whose_and_whether(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
