"""A score is the sum of its contributions, made from weights anyone can read."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.criteria import CertificationHeld, Duty, MoneyScope, TeamSize
from matcher.ranking import band, contradicted, order
from matcher.scoring import contributions, score, scorecard, title_closeness
from matcher.types import (
    Candidate,
    Importance,
    Match,
    Outcome,
    Position,
    Requirement,
    Role,
    Verdict,
)
from matcher.weights import default_weights

AS_OF = date(2026, 11, 1)
WEIGHTS = replace(
    default_weights(),
    title_fit=2.0,
    work_fit=0.0,
    work_half=0.0,
    kind={**default_weights().kind, "money_scope": 1.0, "team_size": 1.0, "certification": 1.0},
    importance={Importance.ESSENTIAL: 1.0, Importance.DESIRABLE: 0.5},
    credit={
        Outcome.MET: 1.0,
        Outcome.PARTLY: 0.5,
        Outcome.NOT_STATED: 0.25,
        Outcome.NOT_MET: 0.0,
    },
    bands=(("strong", 70.0), ("possible", 40.0), ("unlikely", 0.0)),
    cap="possible",
)


class Titles:
    """Cosines by hand: one number per position."""

    def __init__(self, *cosines: float) -> None:
        self._cosines = cosines

    def titles(self, phrase: str) -> tuple[float, ...]:
        return self._cosines

    def passages(self, phrase: str) -> tuple[float, ...]:
        return ()


def requirement(
    number: int,
    criterion: object,
    importance: Importance = Importance.ESSENTIAL,
    group: str | None = None,
) -> Requirement:
    return Requirement(
        f"R{number}",
        f"ask {number}",
        0,
        5,
        importance,
        criterion,
        group=group,  # type: ignore[arg-type]
    )


BUDGET = requirement(1, MoneyScope(10e6))
TEAM = requirement(2, TeamSize(20), Importance.DESIRABLE)
ROLE = Role("r", "Head of Service", "", (), (BUDGET, TEAM))
POST = Position("Head of Service", None, "2020", "present", (0, 0))
PERSON = Candidate("a", "", positions=(POST,))


def verdict(outcome: Outcome) -> Verdict:
    return Verdict(outcome, "because")


def lines_for(role: Role, **outcomes: Outcome):
    verdicts = {name: verdict(outcome) for name, outcome in outcomes.items()}
    card = scorecard(role, WEIGHTS)
    closest = WEIGHTS.title_ramp.ceiling
    return contributions(card, role, PERSON, verdicts, Titles(closest), WEIGHTS, AS_OF)


def test_a_role_shares_out_a_hundred_points_in_proportion_to_weights() -> None:
    card = scorecard(ROLE, WEIGHTS)
    # title 2, budget 1, team 1 x 0.5: together 3.5
    assert card.title == pytest.approx(100 * 2 / 3.5, abs=0.01)
    assert [share.possible for share in card.hard] == pytest.approx([100 / 3.5, 50 / 3.5], abs=0.01)


@pytest.mark.parametrize("count", range(1, 40))
def test_what_can_be_earned_adds_up_to_a_hundred_as_printed(count: int) -> None:
    asked = tuple(replace(ROLE.requirements[0], id=f"R{number}") for number in range(count))
    card = scorecard(replace(ROLE, requirements=asked), WEIGHTS)
    assert round(card.title + sum(share.possible for share in card.hard), 6) == 100


def test_all_met_earns_a_hundred() -> None:
    assert score(lines_for(ROLE, R1=Outcome.MET, R2=Outcome.MET)) == 100


def test_the_score_is_the_sum_of_what_is_printed() -> None:
    lines = lines_for(ROLE, R1=Outcome.PARTLY, R2=Outcome.NOT_STATED)
    assert [line.points for line in lines] == [57.14, round(50 / 3.5, 2), round(12.5 / 3.5, 2)]
    assert score(lines) == round(57.14 + 14.29 + 3.57, 2)


def test_not_stated_stands_between_partly_and_not_met() -> None:
    outcomes = (Outcome.NOT_MET, Outcome.NOT_STATED, Outcome.PARTLY, Outcome.MET)
    scores = [score(lines_for(ROLE, R1=each, R2=Outcome.MET)) for each in outcomes]
    assert scores == sorted(scores)
    assert len(set(scores)) == 4


def test_alternatives_count_once_and_by_their_best() -> None:
    either = (
        requirement(1, CertificationHeld(("ITIL Expert",)), group="g"),
        requirement(2, CertificationHeld(("CITP",)), group="g"),
    )
    role = replace(ROLE, requirements=either)
    lines = lines_for(role, R1=Outcome.NOT_MET, R2=Outcome.MET)
    assert len(lines) == 2
    assert lines[1].requirement_id == "R2"
    assert lines[1].points == lines[1].possible
    outcomes = {"R1": Outcome.NOT_MET, "R2": Outcome.NOT_STATED}
    assert contradicted(role, outcomes) == []


def test_a_post_of_long_ago_says_less_than_the_same_post_today() -> None:
    old = replace(PERSON, positions=(replace(POST, end="2016"),))
    now = title_closeness(ROLE, PERSON, Titles(0.8), WEIGHTS, AS_OF)
    then = title_closeness(ROLE, old, Titles(0.8), WEIGHTS, AS_OF)
    assert now == 0.8
    assert then == pytest.approx(0.8 - min(WEIGHTS.recency_most, 10 * WEIGHTS.recency_per_year))


def test_duties_are_scored_by_closeness_not_by_outcome() -> None:
    weights = replace(WEIGHTS, title_fit=0.0, work_fit=1.0)
    role = replace(ROLE, requirements=(requirement(1, Duty()),))
    middle = (weights.work_ramp.floor + weights.work_ramp.ceiling) / 2
    verdicts = {"R1": Verdict(Outcome.PARTLY, "because", attained=middle)}
    card = scorecard(role, weights)
    lines = contributions(card, role, PERSON, verdicts, Titles(0.0), weights, AS_OF)
    assert score(lines) == 50.0


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.MET, "strong"),
        (Outcome.NOT_STATED, "strong"),
        (Outcome.NOT_MET, "possible"),
    ],
)
def test_only_a_contradicted_essential_caps_the_band(outcome: Outcome, expected: str) -> None:
    outcomes = {"R1": outcome, "R2": Outcome.NOT_MET}
    assert band(90.0, ROLE, outcomes, WEIGHTS) == expected


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        # What a knock-out and its alternative come to, and the band of 90 points.
        ((Outcome.NOT_MET, Outcome.NOT_MET), "out"),
        ((Outcome.NOT_MET, Outcome.NOT_STATED), "strong"),
        ((Outcome.PARTLY, Outcome.NOT_MET), "strong"),
        ((Outcome.NOT_STATED, Outcome.NOT_STATED), "strong"),
        ((Outcome.PARTLY, Outcome.PARTLY), "strong"),
        ((Outcome.MET, Outcome.NOT_MET), "strong"),
    ],
)
def test_only_a_contradiction_of_all_alternatives_takes_out(
    outcomes: tuple[Outcome, Outcome], expected: str
) -> None:
    either = tuple(
        replace(requirement(number, CertificationHeld(("CITP",)), group="g"), knock_out=number == 1)
        for number in (1, 2)
    )
    either_of = {"R1": outcomes[0], "R2": outcomes[1]}
    assert band(90.0, replace(ROLE, requirements=either), either_of, WEIGHTS) == expected


def test_a_knock_out_takes_no_point_away() -> None:
    outcomes = {"R1": Outcome.NOT_MET, "R2": Outcome.MET}
    strict = replace(ROLE, requirements=(replace(BUDGET, knock_out=True), TEAM))
    assert lines_for(strict, **outcomes) == lines_for(ROLE, **outcomes)


def test_who_is_out_comes_last_whatever_the_score() -> None:
    scored = [("a", 90.0, "out"), ("b", 10.0, "unlikely"), ("c", 95.0, "out"), ("d", 60.0, "good")]
    matches = [Match(name, points, band_, (), (), (), ()) for name, points, band_ in scored]
    assert [each.candidate_id for each in order(matches)] == ["d", "b", "c", "a"]


def test_a_weight_that_a_person_set_multiplies_that_of_the_file() -> None:
    heavier = replace(ROLE, requirements=(replace(BUDGET, weight=3.0), TEAM))
    card = scorecard(heavier, WEIGHTS)
    # title 2, budget 1 x 3, team 1 x 0.5: together 5.5
    assert [card.title, *(share.possible for share in card.hard)] == pytest.approx(
        [200 / 5.5, 300 / 5.5, 50 / 5.5], abs=0.01
    )
    same = replace(ROLE, requirements=(replace(BUDGET, weight=1.0), TEAM))
    assert [each.possible for each in scorecard(same, WEIGHTS).hard] == [
        each.possible for each in scorecard(ROLE, WEIGHTS).hard
    ]


def test_work_of_weight_nought_is_no_work() -> None:
    weights = replace(WEIGHTS, work_fit=6.0, work_half=2.0)
    duties = tuple(requirement(number, Duty()) for number in (3, 4))
    role = replace(ROLE, requirements=(BUDGET, *duties))
    # two duties: 6 x 2 / (2 + 2) = 3; one of them for nothing: 6 x 1 / (1 + 2) = 2
    assert scorecard(role, weights).work == pytest.approx(100 * 3 / (2 + 1 + 3), abs=0.01)
    one = replace(role, requirements=(BUDGET, duties[0], replace(duties[1], weight=0.0)))
    assert scorecard(one, weights).work == pytest.approx(100 * 2 / (2 + 1 + 2), abs=0.01)
    none = replace(role, requirements=(BUDGET, *(replace(each, weight=0.0) for each in duties)))
    assert scorecard(none, weights).work == 0


def test_equal_scores_are_ordered_by_id() -> None:
    a, b, c = (Match(name, 50.0, "x", (), (), (), ()) for name in "abc")
    assert [each.candidate_id for each in order([c, a, b])] == ["a", "b", "c"]
