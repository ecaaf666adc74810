"""Levels said to be the highest that somebody has, and alternatives of which either will do."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_met", "Six Sigma Black Belt", "Green Belt is the highest I have taken"),
        ("not_met", "Six Sigma Black Belt", "Top belt to date: Green"),
        ("not_met", "Six Sigma Black Belt", "Stopped at Green Belt"),
        ("not_met", "Six Sigma Green Belt", "Just a Yellow Belt, nothing beyond"),
        ("met", "Six Sigma Green Belt", "Black Belt is as far as anybody goes, and I hold one"),
        ("not_stated", "Six Sigma Black Belt", "The highest belt in our team is Green Belt"),
        ("not_stated", "Six Sigma Green Belt", "Cycled the green belt every Sunday"),
        ("not_met", "PRINCE2 Practitioner", "PRINCE2: reached Foundation and no further"),
        ("not_met", "AAT Level 4", "Finished with AAT at Level 3"),
        ("not_met", "ITIL Intermediate", "Never went beyond ITIL Foundation"),
        ("not_met", "ITIL Intermediate", "Never got as far as an ITIL exam"),
        ("not_met", "NVQ Level 3 in Catering", "Level 2 in Catering is as far as I went"),
        ("not_stated", "NVQ Level 3 in Catering", "Level 2 is the highest floor of the kitchen"),
        ("not_met", "First Aid at Work", "Emergency First Aid at Work (one day) only"),
    ],
)
def test_highest(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "MCIPD or working towards it", "Working towards MCIPD"),
        ("met", "ACCA qualified or part-qualified", "ACCA part-qualified, eight papers passed"),
        ("not_met", "MCIPD or working towards it", "No CIPD qualification"),
        ("not_stated", "NEBOSH Diploma", "Working towards the NEBOSH Diploma"),
        ("met", "P&L of £9m or cost budget of £4m", "Ran a cost budget of £5m"),
        ("met", "P&L of £9m or cost budget of £4m", "Held a P&L of £11m"),
        ("not_met", "P&L of £9m or cost budget of £4m", "Ran a cost budget of £1m"),
        ("partly", "Budget of £1m+ who has also led zero-based budgeting", "Held a £1.4m budget"),
        ("partly", "Budget holder of £1m who has also led 20 staff", "Held a £1.4m budget"),
    ],
)
def test_either_will_do(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_met", "Budget of £1m", "Managed 4 % of the £3m training budget"),
        ("met", "Holding a training budget of £30k or over", "Held the £45k training budget."),
        ("not_met", "Budget of £1m", "Held £70k (of a £3m total budget)"),
        ("not_met", "Budget of £1m", "Budget: £70k of £3m"),
        ("not_met", "Budget of £1m", "My share of the £3m budget was £70k"),
        ("not_met", "Budget of £1m", "Of the £3m departmental budget I ran £70k"),
        ("not_met", "Budget of £1m", "Budget £70k (whole directorate: £3m)"),
        ("met", "Budget of £1m", "Ran a third of the £6m stores budget"),
        ("met", "Budget of £1m", "Budget of £3m, including £70k for training"),
        ("met", "Budget of £1m", "Trimmed 4 % off the £3m budget I held"),
        ("met", "Budget of £1m", "Held a £3m budget, £400k of it capital"),
    ],
)
def test_shares(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "Experience of managing claims", "Filed letters for those managing claims"),
        ("met", "Experience of managing claims", "Led the people managing claims for a mutual"),
        ("not_stated", "4 years' nursing experience", "Seven years in nursing recruitment"),
        ("met", "4 years' recruitment experience", "Seven years in nursing recruitment"),
        ("not_stated", "4 years in construction", "Seven years in construction insurance"),
        ("met", "4 years' nursing experience", "Seven years in nursing, then recruitment"),
    ],
)
def test_work_beside_the_field(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Level 3 qualification or above", "Foundation Degree in Dance, 2019"),
        ("met", "Educated to Level 3", "BTEC Level 3 in Sport"),
        ("not_met", "Educated to Level 3 or equivalent", "NVQ Level 2 in Cleaning"),
        ("not_stated", "A Level 4 qualification", "Picker in a warehouse"),
        (
            "not_met",
            "Level 5 Diploma in Leadership for Health and Social Care",
            "Highest award Level 3 Health and Social Care",
        ),
        ("not_met", "Budget of £3m", "I run the kennels on a budget of £30,000 a month"),
    ],
)
def test_levels_without_a_name(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
