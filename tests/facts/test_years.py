"""Lengths of experience: what a CV states and what a role asks."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.facts.numbers.durations import lengths
from matcher.facts.years.reader import ask, read
from matcher.types import Sentence
from matcher.values import Years


def stated(text: str) -> list[tuple[float, str]]:
    facts = read(outline(text))
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)
    return [(one.value.years, one.value.of) for one in facts if isinstance(one.value, Years)]


def asked(text: str) -> list[tuple[float | None, str]]:
    found = ask(Sentence(text, 100, 100 + len(text)))
    assert all(100 <= one.start < one.end <= 100 + len(text) for one in found)
    return [(one.criterion.min_years, one.criterion.of) for one in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("7+ years", 7),
        ("at least seven years", 7),
        ("over two decades", 20),
        ("a decade", 10),
        ("twelve (12) months", 1),
        ("18 months", 1.5),
        ("two and a half years", 2.5),
        ("5-8 years", 5),
        ("ten-plus years", 10),
        ("twenty-five yrs", 25),
        ("4 yrs 6 mths", 4.5),
        ("three years and three months", 3.25),
    ],
)
def test_lengths(text: str, years: float) -> None:
    assert [one.years for one in lengths(text)] == [years]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 9 years' experience in fleet management.", (9, "fleet management")),
        ("Eleven years of experience as a pastry chef.", (11, "pastry chef")),
        ("I have spent four years running warehouses.", (4, "running warehouses")),
        ("Pastry chef with eleven years behind me.", (11, "Pastry chef")),
        ("Twelve years in hotels and cruise ships.", (12, "hotels and cruise ships")),
        ("Supervised the loading bay for 22 months.", (22 / 12, "Supervised the loading bay")),
        ("A 20-year career in printing.", (20, "printing")),
        ("Eight years, mostly in dental practices.", (8, "dental practices")),
        ("Welder, Harle Fabrications: 30 months", (2.5, "Welder")),
        ("Welder, 2 yrs 6 mths, Harle Fabrications", (2.5, "Welder")),
        ("Welder (three years), Harle Fabrications", (3, "Welder")),
        ("I worked as a welder for ten years.", (10, "welder")),
        ("I have welded for six years in shipyards.", (6, "welded in shipyards")),
        ("A sales career of twelve years.", (12, "sales")),
        ("Nine years in social work.", (9, "social work")),
        ("Six-month placement in a dental practice.", (0.5, "dental practice")),
    ],
)
def test_stated(text: str, expected: tuple[float, str]) -> None:
    assert stated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Wrote the five-year plan of the charity.",
        "Depot trading for 30 years, which I now manage.",
        "Managed a 10 year lease of the depot.",
        "I am 47 years old.",
        "Kept pumps that had been running for thirty winters and two years.",
        "Promoted within two years.",
        "Sold the firm three years ago.",
        "Three years of study at evening classes.",
        "One year out to travel.",
        "Cook for surveyors with 40 years' combined experience of bridges.",
        "Our partners have ninety years of practice between them.",
        "Led a team of engineers with 12 years' experience in rail.",
        "Cook for a firm that has traded for thirty years.",
        "Interested in cyber security for over ten years.",
        "The shop was open for six years.",
    ],
)
def test_not_experience(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least six years in fleet management", [(6, "fleet management")]),
        ("4+ years' experience as a Pastry Chef", [(4, "Pastry Chef")]),
        ("3 years' payroll experience", [(3, "payroll")]),
        ("5 years' Oracle administration", [(5, "Oracle administration")]),
        ("A minimum of 12 months working in dental practices", [(1, "dental practices")]),
        ("You need previous forklift experience.", [(None, "forklift")]),
        ("Supervisory experience in a similar setting is a must", [(None, "Supervisory")]),
        ("A proven track record in field sales is essential.", [(None, "field sales")]),
        ("Must have a background in dental nursing.", [(None, "dental nursing")]),
        ("You will have worked in a bakery.", [(None, "bakery")]),
        ("Experience of working with children with autism", [(None, "children with autism")]),
        ("Currently in a supervisory role", [(None, "supervisory")]),
        ("4+ yrs Terraform", [(4, "Terraform")]),
        ("Terraform (3 years)", [(3, "Terraform")]),
        ("At least a year in dental practices", [(1, "dental practices")]),
        ("In a supervisory role already, you know the trade.", [(None, "supervisory")]),
        ("Nine years or more in guest experience", [(9, "guest experience")]),
        ("4 years in payroll, incl. 1 year as a supervisor", [(4, "payroll"), (1, "supervisor")]),
    ],
)
def test_asked(text: str, expected: list[tuple[float | None, str]]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Experience of influencing senior stakeholders",
        "Proven ability to work under pressure",
        "No previous experience is needed.",
        "Salary depending on experience",
        "We want to improve the guest experience.",
        "A two year fixed term contract",
        "A family firm established for over 40 years",
        "Excellent communication skills",
        "If you have not had prior experience of payroll, we train you.",
        "You improve the experience of staff and visitors.",
        "A contract worth £3m a year with hauliers",
        "Contract: 12 months",
        "Experience of running a marketing budget of £80k",
        "Fixed term, 2 years",
    ],
)
def test_not_asked(text: str) -> None:
    assert asked(text) == []


def test_two_lengths_in_one_sentence() -> None:
    text = "Six years in fleet management, 3 of which supervising teams of 12"
    first, second = (one.criterion for one in ask(Sentence(text, 0, len(text))))
    assert (first.min_years, first.of, first.leading) == (6, "fleet management", False)  # type: ignore[union-attr]
    assert (second.min_years, second.leading, second.min_people) == (3, True, 12)  # type: ignore[union-attr]
