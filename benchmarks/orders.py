"""How alike two orders of the same candidates are: rank-biased overlap, and the largest move.

Must not know what was ordered, nor why.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["PERSISTENCE", "largest_move", "moves", "rank_biased_overlap"]

PERSISTENCE = 0.9
"""How likely a reader goes on to the next place: the first ten then weigh 86 in 100."""


def rank_biased_overlap(
    one: Sequence[str], other: Sequence[str], persistence: float = PERSISTENCE
) -> float:
    """Return the extrapolated rank-biased overlap of two orders: 1 is the same, 0 disjoint.

    Webber, Moffat and Zobel 2010, ACM TOIS 28(4), equation 30, for orders of equal length:
    with X(d) the overlap of the first d and k the length, X(k)/k p^k + (1-p)/p sum X(d)/d p^d.

    Raises:
        ValueError: The orders differ in length, are empty, hold an id twice, or the persistence
            is not between 0 and 1.
    """
    if len(one) != len(other) or not one:
        raise ValueError("give two orders of the same length, of at least one candidate")
    if len(set(one)) < len(one) or len(set(other)) < len(other):
        raise ValueError("a candidate stands there twice; give each id once")
    if not 0 < persistence < 1:
        raise ValueError(f"a persistence of {persistence} is not between 0 and 1")
    seen: set[str] = set()
    overlap, total = 0, 0.0
    for depth, (left, right) in enumerate(zip(one, other, strict=True), 1):
        overlap += 1 if left == right else (left in seen) + (right in seen)
        seen |= {left, right}
        total += overlap / depth * persistence**depth
    tail: float = overlap / len(one) * persistence ** len(one)
    return tail + (1 - persistence) / persistence * total


def moves(before: Sequence[str], after: Sequence[str]) -> dict[str, int]:
    """Return how many places each candidate rose, negative where it fell, from an order to another.

    Raises:
        ValueError: The orders do not hold the same candidates.
    """
    if set(before) != set(after):
        raise ValueError("the orders do not hold the same candidates")
    places = {name: place for place, name in enumerate(after)}
    return {name: place - places[name] for place, name in enumerate(before)}


def largest_move(before: Sequence[str], after: Sequence[str]) -> int:
    """Return the most places that anybody moved."""
    return max(map(abs, moves(before, after).values()), default=0)
