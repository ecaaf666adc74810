"""What is asked beside a place, sectors that share a noun, and groups of people by what is told."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_NIGHTS = "Based in Cornwall and available for night shifts"
_STROKE = "Two years' experience with stroke patients"
_CAR = "Own car"
_MOVES = "Must live in Kent or be willing to relocate"
_BOTH = "Experience in the travel or rail sector"
_VULNERABLE = "Two years' experience with vulnerable customers"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Hours and a car are asked as well.
        ("partly", _NIGHTS, "Lives in Truro. Baker."),
        ("met", _NIGHTS, "Lives in Truro. Baker, worked nights for six years."),
        ("not_met", _NIGHTS, "Lives in Dover. Baker, worked nights for six years."),
        ("partly", "Must live near Truro and work weekends", "Lives in Truro. Baker."),
        ("partly", "Living near Truro with own transport", "Lives in Truro. Baker."),
        ("met", "Living near Truro with own transport", "Lives in Truro. Full licence, own car."),
        ("met", _CAR, "I have a car and will travel."),
        ("met", _CAR, "Live in Truro and have access to a car."),
        ("met", _CAR, "Clean licence with own van."),
        ("not_met", _CAR, "I do not drive."),
        # ... of the person's own, and a car at that.
        ("not_met", _CAR, "The depot has a van, though I do not drive."),
        ("not_stated", _CAR, "Supplier has a vehicle."),
        ("not_stated", _CAR, "My sister has a car."),
        ("not_stated", _CAR, "Every fitter had access to a vehicle."),
        ("not_stated", _CAR, "Has a car wash franchise."),
        ("not_stated", _CAR, "Have a van fleet of nine."),
        ("not_stated", _CAR, "Our tenants rely on public transport."),
        # Who would move there need not live there.
        ("met", _MOVES, "Based in York. Would gladly relocate."),
        ("met", _MOVES, "Lives in Maidstone."),
        ("not_met", _MOVES, "Lives in York. I will not relocate."),
        ("not_stated", _MOVES, "Lives in York."),
        ("not_stated", _MOVES, "Lives in York. Would scarcely relocate."),
        ("not_stated", _MOVES, "Lives in York. Could possibly relocate."),
        # One noun for both.
        ("met", _BOTH, "Clerk, Fenland Travel, 2011-2016"),
        ("met", _BOTH, "Train driver, 2011-2016"),
        ("not_stated", _BOTH, "Clerk, Fenland Water, 2011-2016"),
        # A group of people by what is told of work with it.
        ("met", _VULNERABLE, "Helpline adviser, 2012-2016: fuel poverty, debt, bereavement"),
        ("met", _VULNERABLE, "Billing clerk, 2012-2016: hardship funds, priority register"),
        ("met", _VULNERABLE, "Adviser, 2012-2016\nHelped vulnerable or isolated tenants."),
        ("not_stated", _VULNERABLE, "Tester, 2012-2016\nListed vulnerable plugins for customers."),
        ("not_stated", _VULNERABLE, "Mason, 2012-2016\nShored up vulnerable walls."),
        ("not_stated", _VULNERABLE, "Hardship fund auditor, 2012-2016"),
        ("not_stated", _VULNERABLE, "Liquidator, 2012-2016\nSold firms in financial difficulty."),
        ("not_stated", _STROKE, "Fitter, 2012-2016\nRebuilt two-stroke engines."),
        ("met", _STROKE, "Therapist, 2012-2016\nSaw stroke survivors at home."),
        ("not_stated", _VULNERABLE, "Priority boarding agent, 2012-2016"),
        ("not_stated", _VULNERABLE, "Customer adviser, 2012-2016: bills and refunds"),
    ],
)  # fmt: skip
def test_joined(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
