"""Requirements that offer or join things of different kinds."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

MUSEUM = "Museum manager. Held a budget of £700,000. Led a team of 34."
SMALL = "Museum manager. Held a budget of £700,000. Led a team of 6."


@pytest.mark.parametrize(
    "asked",
    [
        "Either a £2m budget or a team of 30+",
        "A budget of £2m or more, or a team of at least 30",
        "Has led 30+ people or held a P&L of £2m",
        "Team of 30+ or £2m budget",
        "Must have either managed 30 or more staff or owned a budget over £2m",
        "£2m budget and/or 30 staff",
        "Line management of 30+ people, or a budget of £2m+",
        "Budget holder (£2m+) or people manager (30+)",
        "Experience of leading 30+ staff or of managing a £2m+ budget",
        "Responsibility for 30 or more people, or alternatively a cost base of £2m",
    ],
)
def test_one_of_two_kinds_is_enough(asked: str) -> None:
    assert outcome(asked, MUSEUM) == "met"
    assert outcome(asked, SMALL) == "not_met"


@pytest.mark.parametrize(
    "asked",
    [
        "A £2m budget and a team of 30+",
        "Leading 30 or more staff, with a budget of £2m or above",
        "Team of 30+ in museums or galleries and a budget of £2m+",
    ],
)
def test_both_are_asked(asked: str) -> None:
    assert outcome(asked, MUSEUM) == "not_met"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Either PRINCE2 or a team of 20+", "Led 25 cooks."),
        ("met", "A team of 20+ or CIPD Level 5", "CIPD Level 5 (2021)."),
        ("not_stated", "A team of 20+ or CIPD Level 5", "Baker at a village shop."),
    ],
)
def test_a_certificate_beside_another_kind(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


HOME = "Home: Leeds, West Yorkshire. Baker."


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("partly", "Based in Leeds and available at weekends", HOME),
        ("partly", "Lives in West Yorkshire and free on Saturdays", HOME),
        ("partly", "Leeds-based with weekend availability", HOME),
        ("partly", "Based in Leeds, able to work nights", HOME),
        ("partly", "Available for night shifts and based in Leeds", HOME),
        ("met", "Based in Leeds and available at weekends", f"{HOME} Happy to work weekends."),
        ("not_met", "Based in Leeds and available at weekends", f"{HOME} Cannot work weekends."),
        ("not_met", "Based in Truro and available at weekends", HOME),
        ("met", "Based in Leeds", HOME),
    ],
)
def test_a_place_and_hours(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
