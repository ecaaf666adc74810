"""How groups fare in a selection or a ranking: impact ratio, skew at k, and NDKL.

For groups that the people themselves declared; must not infer who belongs to one. Each function
is one published formula. A number here is a reason to look, not a finding: where groups are small
it moves by chance, which is why every impact ratio comes with an exact test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log, log2
from typing import TypeVar

from scipy.stats import fisher_exact

__all__ = ["FOUR_FIFTHS", "Impact", "impact_ratios", "ndkl", "skew_at"]

FOUR_FIFTHS = 0.8
"""Below this an impact ratio is generally regarded as evidence of adverse impact."""

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Impact:
    """How one group fared in a selection.

    Attributes:
        selected: How many of the group were selected.
        members: How many there were.
        rate: Their share, 0 to 1.
        ratio: The rate as a share of the highest group's, 0 to 1; 1 where nobody was selected.
        p: Fisher's exact test, two-sided, of this group against that of the highest rate.
    """

    selected: int
    members: int
    rate: float
    ratio: float
    p: float

    @property
    def adverse(self) -> bool:
        """Whether the ratio is below four fifths."""
        return self.ratio < FOUR_FIFTHS


def impact_ratios(groups: Mapping[str, Group], selected: Sequence[str]) -> dict[Group, Impact]:
    """Return the selection rate of each group against the highest: the four-fifths rule.

    29 CFR 1607.4 D (Uniform Guidelines on Employee Selection Procedures, 1978); the exact test
    because the same paragraph warns of small numbers.

    Args:
        groups: The declared group of each candidate of the pool; leave out who declared none.
        selected: Ids of who was selected; ids without a group are left out.

    Raises:
        ValueError: Nobody declared a group, or an id is selected twice.
    """
    _refuse_bad(groups, selected)
    members = Counter(groups.values())
    chosen = Counter(groups[each] for each in selected if each in groups)
    rates = {group: chosen[group] / count for group, count in members.items()}
    best = max(rates, key=lambda group: rates[group])
    return {
        group: Impact(
            chosen[group],
            count,
            rates[group],
            rates[group] / rates[best] if rates[best] else 1.0,
            _exact(chosen[group], count, chosen[best], members[best]),
        )
        for group, count in members.items()
    }


def skew_at(k: int, ranking: Sequence[str], groups: Mapping[str, Group]) -> dict[Group, float]:
    """Return each group's skew at k: the log of its share of the top k over its share of the pool.

    0 is proportionate, below 0 too few; minus infinity where a group has nobody in the top k.
    Skew@k of Geyik, Ambler and Kenthapadi 2019, KDD, with the pool's shares as
    those desired. Who declared no group is left out before the top k is taken.

    Raises:
        ValueError: Nobody declared a group, an id is ranked twice, or ``k`` is not positive.
    """
    if k < 1:
        raise ValueError(f"k is {k}; ask for the top 1 or more")
    _refuse_bad(groups, ranking)
    ranked = [groups[each] for each in ranking if each in groups]
    top, pool = Counter(ranked[:k]), Counter(groups.values())
    return {
        group: log(top[group] / min(k, len(ranked)) / (count / len(groups))) if top[group] else -inf
        for group, count in pool.items()
    }


def ndkl(ranking: Sequence[str], groups: Mapping[str, Group]) -> float:
    """Return the normalised discounted cumulative Kullback-Leibler divergence: 0 is proportionate.

    The divergence of the groups' shares in each top i from their shares in the pool, discounted by
    1 / log2(i + 1) and divided by the sum of the discounts. NDKL of Geyik, Ambler and Kenthapadi
    2019, KDD, with natural logarithms. Short rankings never reach 0: compare with
    the same pool in other orders.

    Raises:
        ValueError: Nobody declared a group, nobody who did is ranked, or an id is ranked twice.
    """
    _refuse_bad(groups, ranking)
    ranked = [groups[each] for each in ranking if each in groups]
    if not ranked:
        raise ValueError("nobody who declared a group is ranked")
    pool = Counter(groups.values())
    shares = {group: count / len(groups) for group, count in pool.items()}
    total = discounts = 0.0
    seen: Counter[Group] = Counter()
    for place, group in enumerate(ranked, 1):
        seen[group] += 1
        discount = 1 / log2(place + 1)
        total += discount * sum(
            count / place * log(count / place / shares[one]) for one, count in seen.items()
        )
        discounts += discount
    return total / discounts


def _exact(selected: int, members: int, best: int, of: int) -> float:
    table = [[selected, members - selected], [best, of - best]]
    return float(fisher_exact(table).pvalue)


def _refuse_bad(groups: Mapping[str, Group], ids: Sequence[str]) -> None:
    if not groups:
        raise ValueError("nobody declared a group; give the group of at least one candidate")
    if len(set(ids)) < len(ids):
        raise ValueError("a candidate stands there twice; give each id once")
