"""Asks that name the work first, stretches named by their place, trades shown by another post."""

from __future__ import annotations

import pytest

from matcher.candidates.dates import periods
from matcher.criteria import ExperienceYears
from matcher.facts.numbers.durations import lengths
from tests.facts.test_years import asked, stated
from tests.judging.test_experience_years import verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Held a Depot Manager post for four or more years", [(4, "Depot Manager")]),
        ("Must have occupied a bursar role for at least two years", [(2, "bursar")]),
        ("Has been a head of catering for at least three years", [(3, "head of catering")]),
        ("In a quality manager position for two years or longer", [(2, "quality manager")]),
        ("Served as a company secretary for five or more years", [(5, "company secretary")]),
        ("Barber for two years or more", [(2, "Barber")]),
        (
            "Joinery, six years, and site supervision, two years",
            [(6, "Joinery"), (2, "site supervision")],
        ),
        (
            "Glazing (four years) and line management (one year)",
            [(4, "Glazing"), (1, "line management")],
        ),
        (
            "You will need welding, five years, and stock control, 18 months",
            [(5, "welding"), (1.5, "stock control")],
        ),
        ("Parked outside for two years", []),
    ],
)
def test_the_work_may_stand_before_its_length(text: str, expected: list[tuple[float, str]]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Final 30 months: head gardener at Elm Park.", [(2.5, "head gardener at Elm Park")]),
        ("Most recent ten months: joiner", [(10 / 12, "joiner")]),
        ("Past three years - pastry chef", [(3, "pastry chef")]),
        ("The next three years: head gardener", []),
        ("Last two years: sorrow and rain", []),
        ("Six-month assignment sorting parcels", [(0.5, "sorting parcels")]),
        ("Six-month assignment shadowing a surgeon", []),
        ("Won a four-year contract supplying schools", []),
        ("Roofer of twelve years' standing", [(12, "Roofer")]),
        (
            "Roofer for the past decade and a half, kitchens and baths",
            [(15, "Roofer")],
        ),
    ],
)
def test_lengths_are_named_by_their_place_or_their_sort(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert stated(text) == [(pytest.approx(years), of) for years, of in expected]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("the past decade", 1 * 10),
        ("a good dozen years", 12),
        ("coming up to two years", 2),
        ("104 weeks", 2),
        ("2019 weeks", None),
    ],
)
def test_lengths_in_words_and_long_counts(text: str, years: float | None) -> None:
    assert [one.years for one in lengths(text)] == ([] if years is None else [years])


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("7.3.22 - 28.11.24", "2022-03", "2024-11"),
        ("14/05/21 to 30/06/24", "2021-05", "2024-06"),
        ("14-05-21 to date", "2021-05", "present"),
        ("since 7.3.22", "2022-03", "present"),
        ("from the spring of 2016 until the autumn of 2021", "2016-04", "2021-10"),
        ("Easter 2016 to Christmas 2018", "2016-04", "2018-12"),
        ("early June 2017 to late May 2020", "2017-06", "2020-05"),
    ],
)
def test_days_with_short_years_and_seasons(printed: str, start: str, end: str) -> None:
    assert [(one.start, one.end) for one in periods(printed)] == [(start, end)]


@pytest.mark.parametrize("text", ["version 7.3.22", "192.168.1.25", "7.3.22"])
def test_lone_dotted_numbers_are_no_dates(text: str) -> None:
    assert periods(text) == []


RETAIL = ExperienceYears(4, "retail")
MATRON = ExperienceYears(3, "ward manager")
HOTELS = ExperienceYears(4, "hospitality")
PAYROLL = ExperienceYears(3, "payroll")


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        (RETAIL, "Shop Manager, Fig, 2021-2023\nSupervisor, Fig, 2018-2021", "met"),
        (RETAIL, "Shop Manager, Fig, 2021-2023\nSupervisor, Oak, 2018-2021", "not_met"),
        (RETAIL, "Shop Manager, Fig, 2021-2023\nAccountant, Fig, 2018-2021", "not_met"),
        (HOTELS, "Hotel Manager, Fig, 2021-2023\nDeputy Manager, Fig, 2018-2021", "met"),
        (MATRON, "Staff nurse, rising to ward manager, Fig Clinic, 2012 to 2023", "not_stated"),
        (MATRON, "Ward manager, then matron, Fig Clinic, 2012 to 2023", "met"),
        (PAYROLL, "Sold payroll software for nine years.", "not_stated"),
        (PAYROLL, "My team has run the payroll since 2014.", "not_stated"),
        (PAYROLL, "My payroll experience does not reach two years.", "not_met"),
        (PAYROLL, "Seven years at Fig, of which the last two in payroll.", "not_met"),
    ],
)
def test_posts_and_what_sounds_like_them(criterion: ExperienceYears, cv: str, outcome: str) -> None:
    assert verdict(criterion, cv).outcome == outcome
