"""A ranking as it would be is the ranking that the edited role gets."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.decisions import Addition, Edit, EditError, Override
from matcher.overrides import overridden
from matcher.roles.edits import edited
from matcher.types import BEST_FIRST, Importance, Match, Outcome, Role, Verdict
from matcher.what_if import WhatIf, to_rejudge, what_if
from tests.desk import MATCHES, ROLE, WEIGHTS, columns_of, ranked

IDS = [each.id for each in ROLE.requirements]
POOL = columns_of(ROLE, MATCHES)
ESSENTIAL, DESIRABLE = Importance.ESSENTIAL, Importance.DESIRABLE


def judged_again(names: Sequence[str], role: Role) -> Mapping[str, Mapping[str, Verdict]]:
    """Judge by ranking anew, and give what was asked for."""
    return {
        match.candidate_id: {name: dict(match.verdicts)[name] for name in names}
        for match in ranked(role)
    }


def told(matches: Sequence[Match]) -> list[tuple[Any, ...]]:
    """Return what a ranking says of each: place by place, score, band and every outcome."""
    return [
        (each.candidate_id, each.score, each.band, {n: v.outcome for n, v in each.verdicts})
        for each in matches
    ]


def found_in(what: WhatIf) -> list[tuple[Any, ...]]:
    """Return what a what-if says of each."""
    pool = what.pool
    return [
        (
            pool.names[at],
            pool.scores[at],
            pool.bands[at],
            {each.id: BEST_FIRST[pool.outcomes[each.id][at]] for each in what.role.requirements},
        )
        for at in what.order
    ]


def never(names: Sequence[str], role: Role) -> Mapping[str, Mapping[str, Verdict]]:
    raise AssertionError(f"{names} need no judging")


def test_nothing_edited_changes_nothing() -> None:
    same = what_if(ROLE, [], POOL, WEIGHTS, never)
    assert found_in(same) == told(MATCHES)
    assert same.before == same.after
    assert all(
        (each.rank_before, each.score_before, each.band_before)
        == (each.rank_after, each.score_after, each.band_after)
        for each in same.moves
    )


def test_a_must_have_made_desirable_lets_back_in_whom_it_alone_contradicted() -> None:
    found = what_if(ROLE, [Edit("R7", importance=DESIRABLE)], POOL, WEIGHTS, never)
    (gate,) = (each for each in found.before.gates if each.id == "R7")
    assert gate.contradicts_alone == ("cedar",)
    assert "R7" not in {each.id for each in found.after.gates}
    assert gate.left_if_desirable == len(found.after.contradicted_by_none) == 3
    (cedar,) = (each for each in found.moves if each.candidate_id == "cedar")
    assert (cedar.band_before, cedar.band_after) == ("possible", "good")


def test_a_knock_out_puts_last_whom_it_contradicts() -> None:
    found = what_if(ROLE, [Edit("R7", knock_out=True)], POOL, WEIGHTS, never)
    assert [(each.candidate_id, each.rank_before, each.rank_after) for each in found.moves] == [
        ("alder", 1, 1),
        ("birch", 3, 2),
        ("damson", 4, 3),
        ("cedar", 2, 4),
    ]
    cedar = found.moves[-1]
    assert (cedar.band_after, cedar.score_before) == ("out", cedar.score_after)


def test_a_lower_threshold_is_judged_again_with_whatever_is_tied_to_it() -> None:
    asked: list[tuple[str, ...]] = []

    def noted(names: Sequence[str], role: Role) -> Mapping[str, Mapping[str, Verdict]]:
        asked.append(tuple(names))
        return judged_again(names, role)

    # R4, the budget, must be held in the same post as R3, the team.
    lower = [Edit("R3", criterion={"min_people": 10})]
    found = what_if(ROLE, lower, POOL, WEIGHTS, noted)
    assert asked == [("R3", "R4")]
    assert found.rejudged == ("R3", "R4")
    before = {each.id: each.not_met for each in found.before.gates}
    after = {each.id: each.not_met for each in found.after.gates}
    assert (before["R3"], after["R3"]) == (1, 0)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit("R3", weight=2), Edit("R7", importance=DESIRABLE, struck=False)], []),
        ([Edit("R7", struck=True), Edit("R5", struck=True)], []),
        # What was tied to a struck one may be met anywhere now.
        ([Edit("R3", struck=True)], ["R4"]),
        ([Edit("R4", struck=True)], ["R3"]),
        ([Edit("R8", criterion={"min_years": 3})], ["R8"]),
        # A criterion set to what it is asks nothing else.
        ([Edit("R8", criterion={"min_years": 5})], []),
    ],
)
def test_only_what_asks_something_else_is_judged_again(
    edits: list[Edit], expected: list[str]
) -> None:
    assert to_rejudge(ROLE, edited(ROLE, edits)) == expected


def test_what_is_added_is_judged() -> None:
    added = [Addition("CISSP", DESIRABLE)]
    found = what_if(ROLE, [], POOL, WEIGHTS, judged_again, added)
    assert found.rejudged == ("A1",)
    assert found_in(found) == told(ranked(edited(ROLE, [], added)))


def test_what_a_person_decided_stays_unless_it_is_judged_again() -> None:
    when = "2026-11-26T14:05:00+00:00"
    own = Override("R7", Outcome.MET, "Has a visa", "recruiter-7", when)
    decided = [
        overridden(ROLE, match, [own] if match.candidate_id == "cedar" else [], WEIGHTS)
        for match in MATCHES
    ]
    found = what_if(ROLE, [Edit("R8", weight=2)], columns_of(ROLE, decided), WEIGHTS, never)
    (cedar,) = (each for each in found_in(found) if each[0] == "cedar")
    assert cedar[3]["R7"] is Outcome.MET


def test_an_edit_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(EditError, match="R99: requirement_id"):
        what_if(ROLE, [Edit("R99", weight=1)], POOL, WEIGHTS, never)


POINTS_ONLY = st.builds(
    Edit,
    st.sampled_from(IDS),
    importance=st.sampled_from([None, *Importance]),
    weight=st.none() | st.floats(0, 10),
)
STRIKES = st.builds(Edit, st.sampled_from(IDS), struck=st.booleans())
THRESHOLDS = st.one_of(
    st.floats(1, 80).map(lambda n: Edit("R3", criterion={"min_people": n})),
    st.floats(1e5, 5e6).map(lambda n: Edit("R4", criterion={"min_amount": n})),
    st.floats(1, 12).map(lambda n: Edit("R8", criterion={"min_years": n})),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS_ONLY | STRIKES | THRESHOLDS, max_size=5))
def test_what_would_be_is_what_the_edited_role_gets(edits: list[Edit]) -> None:
    found = what_if(ROLE, edits, POOL, WEIGHTS, judged_again)
    assert found_in(found) == told(ranked(edited(ROLE, edits)))


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS_ONLY, max_size=5), st.permutations(MATCHES))
def test_points_need_no_judging_and_no_order(edits: list[Edit], matches: list) -> None:
    found = what_if(ROLE, edits, columns_of(ROLE, matches), WEIGHTS, never)
    assert found_in(found) == told(ranked(edited(ROLE, edits)))
    assert sorted(each.rank_before for each in found.moves) == [1, 2, 3, 4]
    assert [each.rank_after for each in found.moves] == [1, 2, 3, 4]
