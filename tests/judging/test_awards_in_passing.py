"""Awards told in passing: other words for the same letters, parts passed, ends and bare belts."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Letters that are spelt out as something else.
        ("not_stated", "PMP", "Super-user of PMP (the Parking Members Portal)"),
        ("met", "PMP", "PMP (Project Management Professional), 2021"),
        ("not_stated", "MBA", "Judge of the MBA (Mead Brewing Award)"),
        ("met", "MBA", "MBA (Master of Business Administration), Leeds, 2015"),
        ("not_stated", "Degree required", "Steward at the degree ceremony of a college"),
        ("not_stated", "Degree required", "Printed the degree scrolls for three years"),
        # Some of the exams.
        (
            "partly",
            "ACCA qualified",
            "Eight of thirteen ACCA papers passed; the last two booked for June 2027.",
        ),
        ("not_stated", "ACCA qualified", "ACCA (six papers passed), studying on and off"),
        ("met", "ACCA qualified", "ACCA member since 2011"),
        # What came to an end.
        ("partly", "CISSP", "CISSP held from 2012, left to expire in 2022"),
        ("partly", "CISM", "CISM: certification ended in 2020 and not re-sat"),
        ("met", "CISM", "CISM, gained 2016; recertified 2024"),
        # A belt is one of two things.
        ("not_met", "Lean Six Sigma Black Belt", "Green Belt since 2020; runs gemba walks."),
        (
            "met",
            "Lean Six Sigma Green Belt",
            "Green Belt since 2018; ran kaizen weeks on two lines",
        ),
        ("not_stated", "Lean Six Sigma Green Belt", "Green belt in judo; ran a lean start-up."),
        # None at all.
        ("not_met", "ACCA qualified", "I hold no professional qualifications."),
    ],
)
def test_what_letters_mean(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("met", "BCS Certificate in Business Analysis Practice, 2021."),
        ("met", "CBAP, 2020"),
        ("not_stated", "Business analyst since 2015"),
    ],
)
def test_an_award_and_what_it_is_in_are_one_alternative(expected: str, cv: str) -> None:
    assert outcome("BCS Certificate in Business Analysis or IIBA CBAP", cv) == expected


def test_what_an_equivalent_is_called_is_not_asked_besides() -> None:
    asked = "CompTIA Network+ or equivalent entry-level IT certification"
    assert outcome(asked, "CompTIA Network+, 2024") == "met"
