"""The ranking as it would be if a role were edited, beside the ranking as it is.

Must not know how a candidate is judged: what must be judged again is handed to a function that the
caller passes in, and everything else follows from the verdicts that are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.columns import Columns, attained, codes
from matcher.decisions import Addition, Edit
from matcher.funnel import Funnel, funnel_in
from matcher.ranking import bands, places_of, ranks
from matcher.roles.edits import edited
from matcher.scoring import scorecard, scores
from matcher.types import Requirement, Role, Verdict
from matcher.weights import Weights

# (ids of requirements, the edited role) -> by candidate, the verdict on each of those requirements
Rejudge = Callable[[Sequence[str], Role], Mapping[str, Mapping[str, Verdict]]]


@dataclass(frozen=True, slots=True)
class Move:
    """Where a candidate stands before and after; ranks count from 1."""

    candidate_id: str
    rank_before: int
    rank_after: int
    score_before: float
    score_after: float
    band_before: str
    band_after: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A ranking as it would be.

    Attributes:
        role: The role as it would be.
        rejudged: Ids of the requirements that were judged again.
        pool: The matches as they would be, rows as they were given.
        order: The rows as they would stand, best first.
        moves: One for each match, in that order.
        before: What the must-haves do to the pool as it is.
        after: What they would do.
    """

    role: Role
    rejudged: tuple[str, ...]
    pool: Columns
    order: tuple[int, ...]
    moves: tuple[Move, ...]
    before: Funnel
    after: Funnel


def what_if(
    role: Role,
    edits: Sequence[Edit],
    pool: Columns,
    weights: Weights,
    rejudge: Rejudge,
    additions: Sequence[Addition] = (),
) -> WhatIf:
    """Return the ranking as it would be if ``role`` were edited.

    An importance, a weight, a knock-out or a requirement struck changes points alone; what
    `to_rejudge` names is judged again, by ``rejudge``, which is not called where that is nothing. A
    verdict that a person gave on a requirement that is judged again answered something else, and is
    the machine's again.

    Args:
        role: The role that the matches answer, which may be an edited one.
        edits: In order, as for `matcher.roles.edits.edited`.
        pool: Everybody's matches, in any order.
        weights: Those that the matches were made with.
        rejudge: Judges some requirements of a role on every candidate of ``pool``.
        additions: As for `matcher.roles.edits.edited`.

    Raises:
        EditError: An edit cannot be made.
    """
    after = edited(role, edits, additions)
    again = to_rejudge(role, after)
    fresh = _judged(pool, again, rejudge(again, after)) if again else pool
    card = scorecard(after, weights)
    total = scores(card, fresh.title, fresh.attained, fresh.outcomes, weights)
    there = replace(fresh, scores=total, bands=bands(total, after, fresh, weights))
    was, now = _order(pool), _order(there)
    return WhatIf(
        role=after,
        rejudged=tuple(again),
        pool=there,
        order=tuple(now),
        moves=_moves(pool, was, there, now),
        before=_funnel(role, pool, was),
        after=_funnel(after, there, now),
    )


def _judged(
    pool: Columns, again: Sequence[str], fresh: Mapping[str, Mapping[str, Verdict]]
) -> Columns:
    """Return the pool with what was judged again in its place."""
    given = {name: [fresh[each][name] for each in pool.names] for name in again}
    outcomes = {name: codes(each.outcome for each in given[name]) for name in again}
    closeness = {name: attained(given[name]) for name in again}
    return replace(
        pool, outcomes={**pool.outcomes, **outcomes}, attained={**pool.attained, **closeness}
    )


def _order(pool: Columns) -> list[int]:
    order: list[int] = ranks(pool.scores, pool.bands, places_of(pool.names)).tolist()
    return order


def _funnel(role: Role, pool: Columns, order: Sequence[int]) -> Funnel:
    asked = {each.id: pool.outcomes[each.id][list(order)] for each in role.requirements}
    return funnel_in(role, [pool.names[at] for at in order], asked)


def to_rejudge(before: Role, after: Role) -> list[str]:
    """Return the ids of those of ``after`` whose verdicts do not follow from those on ``before``.

    They are new, or ask something else, or are tied to one post with others than before.
    """
    was, now = _asking(before.requirements), _asking(after.requirements)
    return [name for name, asks in now.items() if was.get(name) != asks]


def _asking(requirements: Sequence[Requirement]) -> dict[str, frozenset[object]]:
    """Return by id all that a verdict depends on: what it asks, and what those tied to it ask."""
    together: dict[str, set[object]] = {}
    for each in requirements:
        asks = (each.id, each.text, each.criterion, each.within_years)
        together.setdefault(each.same_post_as or each.id, set()).add(asks)
    return {each.id: frozenset(together[each.same_post_as or each.id]) for each in requirements}


def _moves(
    before: Columns, was: Sequence[int], after: Columns, now: Sequence[int]
) -> tuple[Move, ...]:
    rank_before = {at: rank for rank, at in enumerate(was, 1)}
    return tuple(
        Move(
            candidate_id=after.names[at],
            rank_before=rank_before[at],
            rank_after=rank,
            score_before=float(before.scores[at]),
            score_after=float(after.scores[at]),
            band_before=before.bands[at],
            band_after=after.bands[at],
        )
        for rank, at in enumerate(now, 1)
    )
