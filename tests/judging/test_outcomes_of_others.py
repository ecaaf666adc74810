"""Results that are a whole trade's, that are told again by 'it', and shares like 'one in four'."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_stated", "Sales tax rose by half while I kept the books."),
        ("not_stated", "In a market where sales rose by half from 2010 to 2020."),
        ("not_stated", "Wrote a report on how industry sales rose by half."),
        ("not_stated", "National retail sales grew 12% that year."),
        ("not_stated", "Sector revenue rose 20% over the period."),
        ("met", "Sales rose by half on my patch while the market was flat."),
        ("met", "Grew sales by 40%, twice the market."),
        ("met", "Led national sales, up 30% in two years."),
    ],
)
def test_figures_of_a_trade(expected: str, cv: str) -> None:
    assert outcome("Evidence of sales growth", cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_stated", "Sickness absence in the NHS fell from 5% to 4%."),
        ("met", "Cut sickness absence in my NHS ward from 7% to 4%."),
        ("met", "Sickness absence stood at 9% when I took over. It fell to 4% within a year."),
        ("not_met", "Absence was 4%; under me it rose to 9%."),
        ("met", "Absence went from one shift in ten to one in forty."),
        ("not_stated", "Sickness absence stood at 9%. It was four in the morning."),
        # The second figure is of another thing or of other people.
        ("not_stated", "Sickness absence stood at 9%. That was only 4% of my worries."),
        ("not_stated", "Absence was 9%. It was 3% for the office staff."),
        ("not_stated", "Absence was 9%. It fell to 3% at the sister shop."),
        ("not_stated", "Absence was 9%. At the sister shop it fell to 3%."),
        ("met", "Absence was 9%. Within a year it was 4%."),
        ("met", "Absence was 9% when I joined. It is now 4%."),
    ],
)
def test_absence(expected: str, cv: str) -> None:
    assert outcome("Reduced sickness absence", cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("met", "One in four drivers left each year; under me that dropped to one in ten."),
        ("met", "Cut attrition from one in three to one in eight."),
        ("not_stated", "A third of students left each year; it fell to one in eight."),
        ("not_stated", "Analysed why one in four drivers left each year."),
    ],
)
def test_people_leaving(expected: str, cv: str) -> None:
    assert outcome("Proven reduction of staff attrition", cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "FCR of 60%", "First contact resolution: four cases in five reviewed."),
        ("not_stated", "FCR of 60%", "First contact resolution was logged for four in five calls."),
        ("not_stated", "CSAT of 80%", "Satisfaction results of nine in ten depots came in late."),
        ("not_stated", "Absence below 10%", "Sickness absence of one shift in thirty at first."),
        ("not_stated", "Absence below 10%", "Absence was one shift in thirty when I joined."),
        ("not_stated", "Absence below 10%", "Absence was 3% when I took over."),
        ("met", "Absence below 10%", "Sickness absence fell to one shift in thirty."),
        ("met", "CSAT of 80%", "Customer satisfaction was nine in ten."),
    ],
)
def test_shares_that_tell_a_level(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


def test_years_and_dashes() -> None:
    asked = "First contact resolution above 75%"
    assert outcome(asked, "FCR, my desk: 2021 - 78%; 2022 - 80%") == "met"
    assert outcome(asked, "FCR, my desk: 2021 - 58%; 2022 - 60%") == "not_met"
