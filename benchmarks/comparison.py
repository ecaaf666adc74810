"""Two systems on the same queries: how far apart, and whether chance would part them as far.

The test is Fisher's randomisation test, two-sided, over the paired differences (Smucker, Allan and
Carterette, CIKM 2007): if the systems were alike, the sign of each difference would be a toss of a
coin. Must not know what the values measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# All signs are tried up to so many queries (65,536 ways); above, so many are drawn.
EXACT_UP_TO = 16
DRAWS = 100_000
SEED = 20260101
# Values closer than this are a tie: less than a measure's rounding, more than that of a sum.
TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Comparison:
    """One system less another.

    Attributes:
        difference: Of the means.
        p: How often chance alone gives a difference at least as large.
        wins: On how many queries the first is better.
        ties: On how many they are equal.
        losses: On how many the second is better.
    """

    difference: float
    p: float
    wins: int
    ties: int
    losses: int


def compare(ours: Mapping[str, float], theirs: Mapping[str, float]) -> Comparison:
    """Compare two systems by their values on the same queries.

    Raises:
        ValueError: The queries are not the same.
    """
    if ours.keys() != theirs.keys():
        raise ValueError("the two systems have no values on the same queries")
    differences = np.array([ours[query] - theirs[query] for query in sorted(ours)])
    return Comparison(
        difference=float(differences.mean()),
        p=randomisation(differences),
        wins=int((differences > TIE).sum()),
        ties=int((np.abs(differences) <= TIE).sum()),
        losses=int((differences < -TIE).sum()),
    )


def randomisation(differences: NDArray[np.float64]) -> float:
    """Return the two-sided p-value of paired differences whose mean should be zero."""
    # What is equal has no sign to toss.
    unequal = differences[np.abs(differences) > TIE]
    if not len(unequal):
        return 1.0
    seen = abs(unequal.sum()) - TIE
    if len(unequal) <= EXACT_UP_TO:
        return float((np.abs(_all_signs(len(unequal)) @ unequal) >= seen).mean())
    draws = np.random.default_rng(SEED).integers(0, 2, (DRAWS, len(unequal)), dtype=np.int8) * 2 - 1
    # The signs that were seen are one of the ways, so that no p-value is zero.
    return float((1 + (np.abs(draws @ unequal) >= seen).sum()) / (1 + DRAWS))


def _all_signs(count: int) -> NDArray[np.int8]:
    ways = np.arange(2**count)[:, None] >> np.arange(count)
    return ((ways & 1) * 2 - 1).astype(np.int8)


def holm(values: Sequence[float]) -> list[float]:
    """Return p-values corrected for how many they are (Holm 1979), in the order given."""
    corrected = [0.0] * len(values)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(values)), key=lambda each: values[each])):
        highest = max(highest, min(1.0, values[index] * (len(values) - place)))
        corrected[index] = highest
    return corrected
