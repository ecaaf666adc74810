"""The same CVs in two states, judged for every role: how far verdicts and orders agree.

Must not know what was done to the texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from benchmarks.orders import largest_move, moves, rank_biased_overlap
from matcher.engine import Matcher
from matcher.types import Outcome, Role, Standing

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """How CVs in one state were judged, against the same CVs as they are.

    Attributes:
        name: The state.
        verdicts: How many verdicts on typed requirements were compared.
        agreement: The share of them that are the same.
        newly_met: The share that became 'met' and was not: the worst error.
        points: The mean difference of two scores, without its sign.
        overlap: The mean over roles of the orders' rank-biased overlap.
        mean_move: The mean over candidates and roles of places moved.
        largest_move: The most places anybody moved.
    """

    name: str
    verdicts: int
    agreement: float
    newly_met: float
    points: float
    overlap: float
    mean_move: float
    largest_move: int

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as they are kept, without the name."""
        return {
            "verdicts": self.verdicts,
            "agreement": round(self.agreement, 4),
            "newly_met": round(self.newly_met, 4),
            "points": round(self.points, 2),
            "overlap": round(self.overlap, 4),
            "mean_move": round(self.mean_move, 2),
            "largest_move": self.largest_move,
        }


def compared(
    matcher: Matcher, roles: Sequence[Role], before: Texts, name: str, after: Texts
) -> State:
    """Return how CVs in a state are judged against the same as they are.

    Args:
        matcher: Judges.
        roles: Whom it judges for.
        before: The texts as they are, by id.
        name: The state.
        after: The texts in that state, by the same ids.
    """
    orders, pairs = [], []
    for first, second in zip(
        _standings(matcher, roles, before), _standings(matcher, roles, after), strict=True
    ):
        orders.append(([s.candidate_id for s in first], [s.candidate_id for s in second]))
        changed = {each.candidate_id: each for each in second}
        pairs += [(each, changed[each.candidate_id]) for each in first]
    outcomes = [
        (dict(one.outcomes)[ask], outcome)
        for one, other in pairs
        for ask, outcome in other.outcomes
    ]
    return State(
        name,
        len(outcomes),
        mean(one is other for one, other in outcomes),
        mean(other is Outcome.MET and one is not Outcome.MET for one, other in outcomes),
        mean(abs(one.score - other.score) for one, other in pairs),
        mean(rank_biased_overlap(*each) for each in orders),
        mean(abs(move) for each in orders for move in moves(*each).values()),
        max(largest_move(*each) for each in orders),
    )


def _standings(matcher: Matcher, roles: Sequence[Role], texts: Texts) -> list[list[Standing]]:
    pool = [matcher.read_candidate(name, text) for name, text in texts.items()]
    members = matcher.prepare(pool)
    return [matcher.standings(role, members) for role in roles]
