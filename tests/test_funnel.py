"""Whom each must-have takes away, in tables that a recruiter can check by eye."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.columns import codes
from matcher.criteria import CertificationHeld, General, MayWork, MoneyScope, TeamSize
from matcher.funnel import Funnel, OneShort, funnel_in
from matcher.ranking import contradicted
from matcher.types import Importance, Outcome, Requirement, Role
from matcher.wire import plain
from tests.desk import MATCHES
from tests.desk import ROLE as DESK

MARKS = {"y": Outcome.MET, "p": Outcome.PARTLY, "?": Outcome.NOT_STATED, "n": Outcome.NOT_MET}


def asked(name: str, criterion: object, group: str | None = None) -> Requirement:
    return Requirement(name, f"{name}!", 0, 0, Importance.ESSENTIAL, criterion, group=group)  # type: ignore[arg-type]


# Three must-haves: a budget; ITIL Expert or CITP; the right to work. R4 can contradict nobody.
ROLE = Role(
    "r",
    "Head",
    "",
    (),
    (
        asked("R1", MoneyScope(4e6)),
        asked("R2", CertificationHeld(("ITIL Expert",)), "G1"),
        asked("R3", CertificationHeld(("CITP",)), "G1"),
        asked("R4", General()),
        asked("R5", MayWork()),
        Requirement("R6", "wish", 0, 0, Importance.DESIRABLE, TeamSize(4.0)),
    ),
)
IDS = [each.id for each in ROLE.requirements]


def funnel_of(role: Role, outcomes: Mapping[str, Mapping[str, Outcome]]) -> Funnel:
    """Return the funnel of a pool whose outcomes are given by candidate."""
    given = outcomes.values()
    columns = {each.id: codes(row[each.id] for row in given) for each in role.requirements}
    return funnel_in(role, list(outcomes), columns)


# One mark for each of R1 to R6, the best candidate first.
POOL = {
    "ada": "yynyyn",  # meets all: one alternative is enough, and a wish is no must-have
    "bob": "y?py?y",  # nothing speaks against bob, but the right to work is not shown
    "cat": "nyynyy",  # the budget alone speaks against cat
    "dan": "ynnyyy",  # neither certificate: contradicted by that alone
    "eve": "nnn?ny",  # contradicted by all three
    "fay": "??????",  # a silent CV
    "gus": "p?ynny",  # contradicted by the right to work alone
}


def outcomes(pool: dict[str, str]) -> dict[str, dict[str, Outcome]]:
    return {
        name: {key: MARKS[mark] for key, mark in zip(IDS, marks, strict=True)}
        for name, marks in pool.items()
    }


FOUND = funnel_of(ROLE, outcomes(POOL))


def test_alternatives_are_one_gate_and_wishes_are_none() -> None:
    assert [(each.id, each.requirement_ids, each.text) for each in FOUND.gates] == [
        ("R1", ("R1",), "R1!"),
        ("R2-R3", ("R2", "R3"), "one of 2: R2! / R3!"),
        ("R5", ("R5",), "R5!"),
    ]


def test_each_gate_counts_every_outcome() -> None:
    # met, partly, not stated, not met
    assert [(each.met, each.partly, each.not_stated, each.not_met) for each in FOUND.gates] == [
        (3, 1, 1, 2),  # ada bob dan / gus / fay / cat eve
        (3, 1, 1, 2),  # ada cat gus / bob / fay / dan eve
        (3, 0, 2, 2),  # ada cat dan / - / bob fay / eve gus
    ]


def test_each_gate_takes_away_whom_it_contradicts_in_reading_order() -> None:
    assert [each.left for each in FOUND.gates] == [5, 4, 3]  # cat and eve, then dan, then gus
    assert FOUND.contradicted_by_none == ("ada", "bob", "fay")


def test_whom_a_gate_alone_contradicts_would_be_left_if_it_were_desirable() -> None:
    assert [each.contradicts_alone for each in FOUND.gates] == [("cat",), ("dan",), ("gus",)]
    assert [each.left_if_desirable for each in FOUND.gates] == [4, 4, 4]


def test_who_meets_all_and_who_is_one_short() -> None:
    assert FOUND.all_met == ("ada",)
    assert FOUND.contradicted_by_one == (
        OneShort("cat", "R1", Outcome.NOT_MET),
        OneShort("dan", "R2-R3", Outcome.NOT_MET),
        OneShort("gus", "R5", Outcome.NOT_MET),
    )
    # Partly met is evidence, so bob lacks one thing alone: a question, not a contradiction.
    assert FOUND.one_not_evidenced == (
        OneShort("bob", "R5", Outcome.NOT_STATED),
        OneShort("cat", "R1", Outcome.NOT_MET),
        OneShort("dan", "R2-R3", Outcome.NOT_MET),
        OneShort("gus", "R5", Outcome.NOT_MET),
    )


def test_one_contradiction_beside_silence_is_one_contradiction_but_not_one_gap() -> None:
    found = funnel_of(ROLE, outcomes({"hal": "n???y?"}))
    assert found.contradicted_by_one == (OneShort("hal", "R1", Outcome.NOT_MET),)
    assert found.one_not_evidenced == ()


def test_a_role_without_must_haves_takes_nobody_away() -> None:
    role = Role("r", "", "", (), (ROLE.requirements[3],))
    found = funnel_of(role, outcomes(POOL))
    assert (found.pool, found.gates) == (7, ())
    assert found.all_met == found.contradicted_by_none == tuple(POOL)
    assert found.contradicted_by_one == found.one_not_evidenced == ()


def test_an_empty_pool_is_counted_too() -> None:
    found = funnel_of(ROLE, {})
    assert (found.pool, [each.left for each in found.gates]) == (0, [0, 0, 0])


def test_a_ranking_goes_through_the_gates_in_its_order() -> None:
    given = {each.candidate_id: {n: v.outcome for n, v in each.verdicts} for each in MATCHES}
    found = funnel_of(DESK, given)
    assert found.pool == 4
    assert found.all_met == ("alder",)
    assert found.contradicted_by_none == ("alder", "damson")
    assert found.contradicted_by_one == (OneShort("cedar", "R7", Outcome.NOT_MET),)
    assert [(each.id, each.left) for each in found.gates] == [
        ("R3", 3), ("R4", 3), ("R5-R6", 3), ("R7", 2), ("R8", 2),
    ]  # fmt: skip


def test_a_funnel_is_plain_json() -> None:
    record = json.loads(json.dumps(plain(FOUND)))
    assert record["gates"][1]["contradicts_alone"] == ["dan"]
    assert record["one_not_evidenced"][0] == {
        "candidate_id": "bob",
        "gate_id": "R5",
        "outcome": "not_stated",
    }


ROWS = st.text(alphabet="yp?n", min_size=6, max_size=6)
POOLS = st.lists(ROWS, max_size=12).map(lambda rows: {f"c{n}": row for n, row in enumerate(rows)})


@settings(max_examples=200, deadline=None)
@given(POOLS)
def test_the_counts_agree_with_each_other(pool: dict[str, str]) -> None:
    found = funnel_of(ROLE, outcomes(pool))
    left = [found.pool, *(each.left for each in found.gates)]
    assert left == sorted(left, reverse=True)
    assert left[-1] == len(found.contradicted_by_none)
    for each in found.gates:
        assert each.met + each.partly + each.not_stated + each.not_met == found.pool
        assert each.left_if_desirable == left[-1] + len(each.contradicts_alone)
    alone = {name for each in found.gates for name in each.contradicts_alone}
    assert alone == {each.candidate_id for each in found.contradicted_by_one}
    assert set(found.all_met) <= set(found.contradicted_by_none)
    assert not set(found.all_met) & {each.candidate_id for each in found.one_not_evidenced}


@settings(max_examples=100, deadline=None)
@given(POOLS)
def test_the_funnel_contradicts_whom_the_band_contradicts(pool: dict[str, str]) -> None:
    found = funnel_of(ROLE, outcomes(pool))
    for name, row in outcomes(pool).items():
        assert (name in found.contradicted_by_none) is (contradicted(ROLE, row) == [])


@settings(max_examples=100, deadline=None)
@given(POOLS)
def test_the_order_of_the_pool_changes_no_count(pool: dict[str, str]) -> None:
    one = funnel_of(ROLE, outcomes(pool))
    other = funnel_of(ROLE, outcomes(dict(reversed(pool.items()))))
    for here, there in zip(one.gates, other.gates, strict=True):
        assert (here.left, here.not_met, here.left_if_desirable) == (
            there.left,
            there.not_met,
            there.left_if_desirable,
        )
    assert set(one.contradicted_by_one) == set(other.contradicted_by_one)


@pytest.mark.parametrize("gate", range(3))
def test_left_if_desirable_is_what_the_role_without_it_leaves(gate: int) -> None:
    members = FOUND.gates[gate].requirement_ids
    rest = tuple(each for each in ROLE.requirements if each.id not in members)
    without = funnel_of(Role("r", "", "", (), rest), outcomes(POOL))
    assert FOUND.gates[gate].left_if_desirable == len(without.contradicted_by_none)
