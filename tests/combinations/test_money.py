"""Budgets told in many ways, crossed with whose they were: every combination has its outcome.

To add a way of holding a budget, add a line to HOLDING: past, '-ing' form, plain form, participle.
"""

from __future__ import annotations

from itertools import product

import pytest

from matcher.facts.money import reader as facts
from matcher.judging import money_scope as judging
from tests.judging.reading import verdicts

HOLDING = [
    ("held", "holding", "hold", "held"),
    ("ran", "running", "run", "run"),
    ("looked after", "looking after", "look after", "looked after"),
    ("took on", "taking on", "take on", "taken on"),
    ("had charge of", "having charge of", "have charge of", "had charge of"),
    (
        "planned and controlled",
        "planning and controlling",
        "plan and control",
        "planned and controlled",
    ),
]
MONEY = ["a budget of {}", "a {} cost centre", "overheads of {}", "the {} linen budget"]
# What £2m is asked of, and what follows from each size.
SIZES = {"£3.1m": "met", "£1,900,000": "partly", "£400k": "not_met"}
HELD = [
    "I {past} {money} at a laundry.",
    "Trained six apprentices while {doing} {money}.",
    "Have {done} {money} for a ferry line.",
    "Reporting to the bursar, I {past} {money}.",
    "Appointed by the governors to {do} {money}.",
    "Eleven years' experience in {doing} {money}.",
    "When the old cook retired I {past} {money} in her place.",
]
NOT_HELD = {
    "My manager {past} {money}.": "not_stated",
    "A colleague {past} {money} at a laundry.": "not_stated",
    "The trust {past} {money} for its kitchens.": "not_stated",
    "Porter at a charity that {past} {money}.": "not_stated",
    "Sold tills to managers {doing} {money}.": "not_stated",
    "Trained new supervisors to {do} {money}.": "not_stated",
    "Coached two cooks in {doing} {money}.": "not_stated",
    "Attended a workshop on {doing} {money}.": "not_stated",
    "From next spring I shall {do} {money}.": "not_stated",
    "Seeking a role in which I can {do} {money}.": "not_stated",
    "Turned down a move to Truro to {do} {money}.": "not_stated",
    "There was talk of an offer to {do} {money}.": "not_stated",
    "Hired a bursar to {do} {money}.": "not_stated",
    "Spoke to parents about {doing} {money}.": "not_stated",
    "In a classroom exercise we {past} {money}.": "not_stated",
    "I might have {done} {money} had the mill stayed open.": "not_stated",
    "Someone else {past} {money}.": "not_stated",
    "Mrs Adeyemi {past} {money}; I typed her letters.": "not_stated",
    "The university, which {past} {money}, took me on as a guide.": "not_stated",
    "At no time have I {done} {money}.": "not_met",
    "I can't say I have {done} {money}.": "not_met",
    "Neither {past} {money} nor wished to.": "not_met",
    "I have never {done} {money}.": "not_met",
    "Led the shift without {doing} {money}.": "not_met",
}
ASKED = "Budget responsibility of £2m or more"


def outcome(asked: str, cv: str) -> str:
    (verdict,) = verdicts(facts, judging, asked, cv)
    return str(verdict.outcome)


def told(frame: str, holding: tuple[str, str, str, str], money: str) -> str:
    past, doing, do, done = holding
    return frame.format(past=past, doing=doing, do=do, done=done, money=money)


@pytest.mark.parametrize("frame", HELD)
@pytest.mark.parametrize("size", SIZES)
def test_what_was_held_counts_by_its_size(frame: str, size: str) -> None:
    for n, (holding, money) in enumerate(product(HOLDING, MONEY)):
        if n % 2 == 0 or money == MONEY[0]:
            cv = told(frame, holding, money.format(size))
            assert outcome(ASKED, cv) == SIZES[size], cv


@pytest.mark.parametrize("frame", NOT_HELD)
def test_what_was_not_held_never_counts(frame: str) -> None:
    for holding, money in product(HOLDING, MONEY[:2]):
        cv = told(frame, holding, money.format("£3.1m"))
        assert outcome(ASKED, cv) == NOT_HELD[frame], cv


@pytest.mark.parametrize(
    "cv",
    [
        "Never overspent the {} budget I managed.",
        "Did not exceed my {} budget in four years.",
        "Branch manager who held a {} budget for six years.",
        "Managed a {} budget for the owner at his brewery.",
        "Wrote a guide to lifting and ran a {} budget.",
        "Not only managed a {} budget but also led 40 staff.",
        "Appointed by the board to control a {} budget.",
        "My post as catering manager carried a budget of {}.",
        "Head of a school that had a {} budget.",
        "I want a larger site; I have held a {} budget since 2019.",
    ],
)
def test_like_a_denial_and_none(cv: str) -> None:
    assert outcome(ASKED, cv.format("£3.1m")) == "met"


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("met", "Carried a sales target of £2.2m."),
        ("met", "Sold £2.2m against a target of £2m."),
        ("not_stated", "My manager carried a sales target of £2.2m."),
        ("not_stated", "Keen to carry a sales target of £2.2m."),
        ("not_stated", "The company exceeded a sales target of £2.2m."),
    ],
)
def test_whose_sales_target(expected: str, cv: str) -> None:
    assert outcome("Sales target of £2m or more", cv) == expected
