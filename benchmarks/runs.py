"""Runs: rankings of a corpus for each query, in a total order that every evaluator keeps.

Must not know how a ranking was made, nor how it is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Ranking = dict[str, float]
Run = dict[str, Ranking]

# trec_eval holds scores in single precision, and breaks ties by its own rule. Scores that fall by
# at least this share of themselves, or this much near zero, stay apart there and in a text file.
SHARE, LEAST = 1e-6, 1e-9


def ordered(scored: Iterable[tuple[str, float]]) -> Ranking:
    """Return documents best first, by (-score, id), with scores that fall strictly."""
    ranking: Ranking = {}
    last = float("inf")
    for name, score in sorted(scored, key=lambda pair: (-pair[1], pair[0])):
        last = min(score, last - max(abs(last) * SHARE, LEAST)) if ranking else score
        ranking[name] = last
    return ranking


def trec_lines(run: Mapping[str, Mapping[str, float]], system: str) -> Sequence[str]:
    """Return the run as TREC lines: query Q0 document rank score system."""
    return [
        f"{query} Q0 {name} {rank} {score!r} {system}"
        for query, ranking in run.items()
        for rank, (name, score) in enumerate(ranking.items(), 1)
    ]
