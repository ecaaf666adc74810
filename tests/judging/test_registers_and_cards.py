"""Registers, cards and licences as people write them: numbers, colours, refusals, others'."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "NMC registration", "NMC number 14C2345D"),
        ("met", "HCPC registration", "Dietitian, HCPC no. DT23456"),
        ("met", "GPhC registration", "GPhC reg. no: 2054321"),
        ("not_stated", "Gas Safe registered", "The contractors are all Gas Safe registered"),
        ("not_stated", "Gas Safe registered", "My employer is Gas Safe registered"),
        ("not_stated", "Level 2 food hygiene", "My cooks all hold Level 2 food hygiene"),
        ("met", "Level 3 food safety", "Award in Supervising Food Safety, Level 3"),
        ("met", "Level 2 food hygiene", "Level 4 Managing Food Safety"),
        ("met", "Data protection qualification", "CIPM, 2024"),
        ("met", "CIPP or CIPM privacy certification", "CIPP/E (IAPP)"),
        ("met", "First aider", "First aid certificate, 2026"),
    ],
)
def test_registers(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "CSCS card", "Blue CSCS card"),
        ("met", "Gold CSCS card", "CSCS Black Manager card"),
        ("not_met", "Black CSCS card", "CSCS: green labourer"),
        ("not_stated", "Black CSCS card", "CSCS card held"),
        ("met", "Counterbalance forklift licence", "FLT: counterbalance and reach, in date"),
        ("met", "Forklift licence", "B1 counterbalance (RTITB)"),
        ("partly", "Forklift licence", "Forklift test booked for 11 January 2027"),
        ("not_stated", "Forklift licence", "Forklift training some day"),
        ("not_met", "HGV Class 1", "Class 2 only"),
        ("met", "HGV Class 2", "Class 2 licence only, no Class 1"),
        ("met", "Driving licence", "Full driving licence; category B only"),
        ("not_met", "HGV licence", "Driving licence: category B only"),
        ("met", "HGV Class 1 with Driver CPC", "C+E, CPC to 2029, digi card"),
    ],
)
def test_cards_and_categories(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_met", "SIA licence", "SIA application rejected in 2024"),
        ("not_met", "SIA licence", "Applied to the SIA for a guarding licence in 2024; refused"),
        ("not_met", "DV clearance", "Applied for DV in 2023; the decision was a refusal"),
        ("met", "SIA licence", "SIA application granted, June 2025"),
        ("partly", "SIA licence", "SIA application in; decision due 14 January 2027"),
        ("not_stated", "SIA licence", "Helped stewards with an SIA application"),
    ],
)
def test_applications(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
