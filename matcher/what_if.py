"""The ranking as it would be if a role were edited, beside the ranking as it is.

Must not know how a candidate is judged: what must be judged again is handed to a function that the
caller passes in, and everything else follows from the verdicts that are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matcher.decisions import Addition, Edit
from matcher.funnel import Funnel, funnel
from matcher.matching import match_of
from matcher.ranking import order
from matcher.roles.edits import edited
from matcher.scoring import rescored, scorecard
from matcher.types import Match, Requirement, Role, Verdict
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
        matches: The matches as they would be, in order.
        moves: One for each match, in the same order.
        before: What the must-haves do to the pool as it is.
        after: What they would do.
    """

    role: Role
    rejudged: tuple[str, ...]
    matches: tuple[Match, ...]
    moves: tuple[Move, ...]
    before: Funnel
    after: Funnel


def what_if(
    role: Role,
    edits: Sequence[Edit],
    matches: Sequence[Match],
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
        role: The role that ``matches`` answer, which may be an edited one.
        edits: In order, as for `matcher.roles.edits.edited`.
        matches: Everybody's, in any order.
        weights: Those that the matches were made with.
        rejudge: Judges some requirements of a role on every candidate of ``matches``.
        additions: As for `matcher.roles.edits.edited`.

    Raises:
        EditError: An edit cannot be made.
    """
    after = edited(role, edits, additions)
    card = scorecard(after, weights)
    again = to_rejudge(role, after)
    fresh = rejudge(again, after) if again else {}

    def remade(match: Match) -> Match:
        given = dict(match.verdicts)
        if again:
            given.update({name: fresh[match.candidate_id][name] for name in again})
        verdicts = {each.id: given[each.id] for each in after.requirements}
        lines = rescored(card, after, match.contributions, verdicts, weights)
        return match_of(match.candidate_id, after, lines, verdicts, match.warnings, weights)

    there, here = order(map(remade, matches)), order(matches)
    return WhatIf(
        role=after,
        rejudged=tuple(again),
        matches=tuple(there),
        moves=_moves(here, there),
        before=funnel(role, here),
        after=funnel(after, there),
    )


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


def _moves(before: Sequence[Match], after: Sequence[Match]) -> tuple[Move, ...]:
    places = {match.candidate_id: (rank, match) for rank, match in enumerate(before, 1)}
    moves = []
    for rank_after, there in enumerate(after, 1):
        rank_before, here = places[there.candidate_id]
        moves.append(
            Move(
                candidate_id=there.candidate_id,
                rank_before=rank_before,
                rank_after=rank_after,
                score_before=here.score,
                score_after=there.score,
                band_before=here.band,
                band_after=there.band,
            )
        )
    return tuple(moves)
