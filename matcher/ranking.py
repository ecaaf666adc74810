"""Scores to an order and to bands.

Must not know how a score is made. The order is total: by score, and between equal scores by
candidate id, so that the same inputs give the same list everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matcher.criteria import HARD_KINDS
from matcher.types import Importance, Match, Outcome, Role, Verdict
from matcher.weights import Weights


def order(matches: Iterable[Match]) -> list[Match]:
    """Return the matches by (-score, candidate id)."""
    return sorted(matches, key=lambda match: (-match.score, match.candidate_id))


def band(score: float, role: Role, verdicts: Mapping[str, Verdict], weights: Weights) -> str:
    """Return the band a score falls into, capped where an essential is contradicted.

    A must-have that is merely not stated caps nothing: it is a question to ask.
    """
    names = [name for name, _ in weights.bands]
    by_score = next(name for name, low in weights.bands if score >= low)
    if contradicted(role, verdicts):
        return names[max(names.index(by_score), names.index(weights.cap))]
    return by_score


def contradicted(role: Role, verdicts: Mapping[str, Verdict]) -> list[str]:
    """Return the ids of the typed essentials that the CV contradicts, in reading order.

    Of a group of alternatives none is contradicted while any is better than not met.
    """
    best: dict[str, list[str]] = {}
    for each in role.requirements:
        if each.kind in HARD_KINDS and each.importance is Importance.ESSENTIAL:
            best.setdefault(each.group or each.id, []).append(each.id)
    return [
        ids[0]
        for ids in best.values()
        if all(verdicts[each].outcome is Outcome.NOT_MET for each in ids)
    ]
