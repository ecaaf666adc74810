"""Savings listed for one period, percentages near the whole, licences taken away, whole careers."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_SAVINGS = "Cost savings of at least £200k a year"
_UPTIME = "Service availability of 99.5% or more"


@pytest.mark.parametrize(
    ("expected", "wanted", "cv"),
    [
        ("met", _SAVINGS, "Annual savings: £120k on freight, £70k on pallets and £30k on film"),
        ("partly", _SAVINGS, "Savings in 2024: £110k on freight, £80k on pallets"),
        ("not_met", _SAVINGS, "Yearly savings of £60k on freight and £20k on pallets"),
        # Not one list of savings of one period.
        ("not_met", _SAVINGS, "Savings of £120k in 2019, £110k in 2021"),
        ("not_met", _SAVINGS, "Annual savings of £110k against a target of £150k"),
        ("not_met", _SAVINGS, "Annual savings: £120k in total, of which £90k on freight"),
        ("met", _UPTIME, "Held availability at 99.6%"),
        ("partly", _UPTIME, "Held availability at 99.2%"),
        ("not_met", _UPTIME, "Held availability at 98.1%"),
        ("partly", "Accuracy of 98% or above", "Picked with 96.5% accuracy"),
        ("not_met", "Accuracy of 98% or above", "Picked with 91% accuracy"),
        ("partly", "Accuracy of 90% or above", "Picked with 84% accuracy"),
        ("not_met", "SIA licence", "My SIA badge was revoked two summers ago"),
        ("not_met", "SC clearance", "SC clearance rescinded in 2021"),
        ("met", "SIA licence", "SIA CCTV licence. Revoked the passes of leavers"),
        ("not_stated", "SIA licence", "Reported two guards whose SIA licences were revoked"),
        ("not_met", "Experience in the banking sector", "All of my work has been in forestry"),
        ("not_met", "Experience in the banking sector", "I have only worked in aquariums"),
        # No kind of employer: any sector may have had these.
        ("not_stated", "Experience in the banking sector", "All my jobs have been in small teams"),
        ("not_stated", "Experience in the banking sector", "I have only worked in customer care"),
        ("not_stated", "Experience in the banking sector", "All my jobs have been in Leeds"),
        ("met", "Experience in the banking sector", "Every post I have held has been in a bank"),
    ],
)
def test_a_shortfall_is_read_as_a_recruiter_reads_it(expected: str, wanted: str, cv: str) -> None:
    assert outcome(wanted, cv) == expected
