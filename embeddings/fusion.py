"""Several rankings of one corpus into one.

Reciprocal rank fusion: score(d) = sum over rankings of 1 / (k + rank of d), ranks from 1 (Cormack,
Clarke and Buettcher, SIGIR 2009). Looks at ranks only, so rankings with incomparable scores can be
fused. Knows nothing of how a ranking was made.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import fsum

__all__ = ["reciprocal_rank_fusion"]

K = 60
"""The paper's constant: high enough that one ranking's first place does not decide alone."""


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[str]], *, k: int = K
) -> list[tuple[str, float]]:
    """Return (id, score), best first, ties by id.

    Args:
        rankings: ids, best first; an id missing from a ranking gets nothing from it.
        k: how slowly a place loses its worth; above 0.

    Raises:
        ValueError: k is not above 0, or an id occurs twice in one ranking.
    """
    if k <= 0:
        raise ValueError(f"k must be above 0, not {k}")
    terms: defaultdict[str, list[float]] = defaultdict(list)
    for ranking in rankings:
        if len(set(ranking)) < len(ranking):
            raise ValueError("an id occurs twice in one ranking")
        for rank, identifier in enumerate(ranking, start=1):
            terms[identifier].append(1 / (k + rank))
    # fsum rounds once: a plain sum depends on the order of its terms and would break ties by it.
    scores = [(identifier, fsum(own)) for identifier, own in terms.items()]
    return sorted(scores, key=lambda scored: (-scored[1], scored[0]))
