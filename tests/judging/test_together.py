"""Requirements tied to one post or to the last years."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.criteria import MoneyScope, TeamSize
from matcher.judging.context import Context
from matcher.judging.together import judge_all
from matcher.types import (
    Candidate,
    Fact,
    Importance,
    Outcome,
    Position,
    Requirement,
    Status,
)
from matcher.values import Money, People

TEXT = "Held a £12m budget. Led 200 people."
BUDGET = Money(12e6, scope="budget", owned=True)
PEOPLE = People(200)
OLD = Position("Director", "A", "2009-01", "2014-12", (0, 0))
NEW = Position("Head", "B", "2015-01", "present", (0, 0))


class NoMeaning:
    def passages(self, phrase: str) -> tuple[float, ...]:
        return ()

    def titles(self, phrase: str) -> tuple[float, ...]:
        return (0.0, 0.0)


CONTEXT = Context(date(2026, 11, 1), NoMeaning())


def requirement(name: str, criterion: MoneyScope | TeamSize) -> Requirement:
    return Requirement(name, "asked", 0, 5, Importance.ESSENTIAL, criterion)


MONEY = requirement("R1", MoneyScope(10e6))
TEAM = replace(requirement("R2", TeamSize(150)), same_post_as="R1")


def candidate(budget_in: int, people_in: int) -> Candidate:
    facts = (
        Fact(BUDGET, Status.HELD, 0, 19, TEXT[0:19], budget_in, "experience"),
        Fact(PEOPLE, Status.HELD, 20, 35, TEXT[20:35], people_in, "experience"),
    )
    return Candidate("a", TEXT, positions=(NEW, OLD), facts=facts)


@pytest.mark.parametrize(
    ("budget_in", "people_in", "expected"),
    [(0, 0, Outcome.MET), (1, 1, Outcome.MET), (0, 1, Outcome.PARTLY)],
)
def test_both_must_be_shown_in_one_post(budget_in: int, people_in: int, expected: Outcome) -> None:
    verdicts = judge_all([MONEY, TEAM], candidate(budget_in, people_in), CONTEXT)
    assert {verdict.outcome for verdict in verdicts.values()} == {expected}


def test_without_the_tie_the_best_of_each_post_does() -> None:
    apart = replace(TEAM, same_post_as=None)
    verdicts = judge_all([MONEY, apart], candidate(0, 1), CONTEXT)
    assert {verdict.outcome for verdict in verdicts.values()} == {Outcome.MET}


@pytest.mark.parametrize(
    ("post", "years", "expected"),
    [
        (0, 5.0, Outcome.MET),
        (1, 5.0, Outcome.NOT_STATED),
        (1, 12.0, Outcome.MET),
        (1, None, Outcome.MET),
    ],
)
def test_a_window_leaves_out_posts_that_ended_before_it(
    post: int, years: float | None, expected: Outcome
) -> None:
    asked = replace(MONEY, within_years=years)
    assert judge_all([asked], candidate(post, 0), CONTEXT)["R1"].outcome is expected
