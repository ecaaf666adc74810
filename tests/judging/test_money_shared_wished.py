"""Budgets of which a share was held, that another held, that are hoped for, or span years."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

FIVE = "Budget of £5m+"


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_met", "Looked after a third of the £9m budget at a theatre."),
        ("not_met", "My share, 12%, of the £30m budget paid for the press office."),
        ("not_met", "My slice (a fifth) of the £20m budget went on trees."),
        ("not_met", "Of the £20m budget, a fifth was mine."),
        ("not_met", "A fifth of the £20m budget was mine to spend."),
        ("not_met", "Controlled roughly 15 per cent of the council's £9m budget."),
        ("met", "Half of the £12m budget was delegated to me."),
        ("met", "Looked after a quarter of the £28m budget."),
    ],
)
def test_a_share_of_a_whole(expected: str, cv: str) -> None:
    assert outcome(FIVE, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_stated", "The budget was £6m, which the head teacher held."),
        ("not_stated", "Clerk on a £6m budget that the chief executive owns."),
        ("met", "A £6m budget, which I held for four years."),
        ("met", "Ran a £6m budget after the director left."),
        ("not_stated", "Aiming for a budget of £6m."),
        ("not_stated", "Hoping to move to a role holding a £6m budget."),
        ("not_stated", "Ambition: to run a £6m budget within five years."),
        ("not_stated", "Keen to own a P&L of £6m."),
        ("not_met", "My budget is £900k and I am aiming for a budget of £6m."),
        ("met", "Experienced director (£6m budget) seeking a role in Kent."),
        ("met", "Objectives met every year; £6m budget held."),
        ("met", "Aiming for growth, I ran a budget of £6m."),
        ("met", "Seeking economies in the £6m budget that I control."),
        ("not_stated", "Looking for a head of estates post with a £6m budget."),
        ("met", "Keen eye for detail and a £6m budget to run."),
    ],
)
def test_what_another_held_or_the_person_hopes_for(expected: str, cv: str) -> None:
    assert outcome(FIVE, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("partly", "Holder of the parks budget, £14.4m for three equal years."),
        ("not_met", "Controlled a £12m budget, spread over three years."),
        ("not_met", "Held £12m for 2021-24, split evenly by year."),
        ("met", "Held a £6m budget for three years."),
        ("met", "Held £18m for 2021-24, split evenly by year."),
    ],
)
def test_a_total_of_several_years(expected: str, cv: str) -> None:
    assert outcome("Annual budget of £5m+", cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("met", "Budget responsibility for £140k of grant-in-aid at an abbey."),
        ("met", "£150,000 a year for coaches and kit, all of it mine to spend."),
        ("met", "£150,000 a year to keep the archive, planned and spent by me."),
        ("not_stated", "£150,000 a year to keep the archive, set and spent by the trustees."),
        ("not_stated", "£150,000 a year raised by me for the hospice."),
        ("not_stated", "£150,000 of stock counted by me each June."),
    ],
)
def test_money_spent_that_no_word_calls_a_budget(expected: str, cv: str) -> None:
    assert outcome("Budget of £100k+", cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_met", "The P&L sat with the partners; I have not run one in any post."),
        ("not_met", "Worked closely with P&L owners but never owned one myself."),
        ("not_met", "I advise P&L owners and haven't been one."),
        ("not_stated", "The P&L belongs to head office."),
        ("met", "Ran two P&Ls and never had one in the red."),
    ],
)
def test_one_that_was_never_held(expected: str, cv: str) -> None:
    assert outcome("P&L ownership", cv) == expected
