"""Scores to an order and to bands.

Must not know how a score is made. The order is total: those who are out last, then by score, and
between equal scores by candidate id, so that the same inputs give the same list everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.asks import Ask, must_haves
from matcher.columns import CODES, Columns
from matcher.types import Match, Outcome, Role, Standing
from matcher.weights import OUT, Weights

_Ranked = TypeVar("_Ranked", Match, Standing)


def order(matches: Iterable[_Ranked]) -> list[_Ranked]:
    """Return matches or standings by (out, -score, candidate id): the band says who is out."""
    return sorted(matches, key=lambda match: (match.band == OUT, -match.score, match.candidate_id))


def band(score: float, role: Role, outcomes: Mapping[str, Outcome], weights: Weights) -> str:
    """Return the band a score falls into, capped where an essential is contradicted.

    A contradicted knock-out leaves no band but `OUT`. A must-have that is merely not stated caps
    nothing and takes nobody out: it is a question to ask.
    """
    against = contradicted(role, outcomes)
    if any(ask.knock_out for ask in against):
        return OUT
    names = [name for name, _ in weights.bands]
    by_score = next(name for name, low in weights.bands if score >= low)
    if against:
        return names[max(names.index(by_score), names.index(weights.cap))]
    return by_score


def bands(
    scores: NDArray[np.float64], role: Role, pool: Columns, weights: Weights
) -> tuple[str, ...]:
    """Return the band of each of many scores, as `band` does of one.

    Args:
        scores: Shape (n,).
        role: What was asked.
        pool: The outcomes, of n candidates.
        weights: Hold the bands.
    """
    names = [name for name, _ in weights.bands]
    found = np.full(scores.shape, len(names) - 1)
    for at, (_, low) in reversed(list(enumerate(weights.bands))):
        found[scores >= low] = at
    out = np.zeros(scores.shape, dtype=bool)
    for ask in must_haves(role):
        against = pool.best(ask.members) == CODES[Outcome.NOT_MET]
        found[against] = np.maximum(found[against], names.index(weights.cap))
        if ask.knock_out:
            out |= against
    return tuple(OUT if gone else names[at] for at, gone in zip(found, out, strict=True))


def ranks(
    scores: NDArray[np.float64], given: Sequence[str], places: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Return the rows of many candidates in the order that `order` puts them in, best first.

    Args:
        scores: Theirs.
        given: Their bands.
        places: Where they stand in the order of their ids, from `places_of`.
    """
    return np.lexsort((places, -scores, np.array([each == OUT for each in given], dtype=bool)))


def places_of(names: Sequence[str]) -> NDArray[np.intp]:
    """Return for each name its place in the order of them all, the first of equals first."""
    places = np.empty(len(names), np.intp)
    places[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return places


def contradicted(role: Role, outcomes: Mapping[str, Outcome]) -> list[Ask]:
    """Return the typed essentials that the CV contradicts, in reading order.

    Of a group of alternatives none is contradicted while any is better than not met.
    """
    return [ask for ask in must_haves(role) if ask.outcome(outcomes) is Outcome.NOT_MET]
