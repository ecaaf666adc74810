"""How well a run orders a collection: the field's measures, with intervals.

The measures are those of trec_eval, computed by ir-measures (MacAvaney, Macdonald and Ounis 2022);
nDCG has trec_eval's linear gain. Intervals are percentile bootstrap over queries (Efron 1979; Sakai
2006). A query missing from a run scores zero. Must not know how a run was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import AP, MRR, P, R, nDCG

# A document counts as relevant, where a measure knows only yes and no, from this grade.
RELEVANT = 2
RESAMPLES = 2000
SEED = 20260101

Run = Mapping[str, Mapping[str, float]]
Qrels = Mapping[str, Mapping[str, int]]


def _measures(threshold: int) -> dict[str, ir_measures.Measure]:
    return {
        "nDCG@10": nDCG @ 10,
        "MAP": AP(rel=threshold),
        "MRR": MRR(rel=threshold),
        "P@5": P(rel=threshold) @ 5,
        "recall@50": R(rel=threshold) @ 50,
        "recall@100": R(rel=threshold) @ 100,
    }


NAMES = tuple(_measures(RELEVANT))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over queries with its 95 % interval."""

    mean: float
    low: float
    high: float


def per_query(run: Run, qrels: Qrels, relevant: int | None = None) -> dict[str, dict[str, float]]:
    """Return each measure's value for each query of ``qrels``.

    Args:
        run: Scores by document by query.
        qrels: Grades by document by query.
        relevant: From which grade a document counts as relevant; None for `RELEVANT`, or for 1
            where judges knew only yes and no.
    """
    graded = max(grade for grades in qrels.values() for grade in grades.values())
    # A grade of 0 is never relevant.
    measures = _measures(relevant or max(1, min(RELEVANT, graded)))
    values: dict[str, dict[str, float]] = {
        name: dict.fromkeys(sorted(qrels), 0.0) for name in measures
    }
    names = {measure: name for name, measure in measures.items()}
    for metric in ir_measures.iter_calc(list(names), _mutable(qrels), _mutable(run)):
        values[names[metric.measure]][metric.query_id] = float(metric.value)
    return values


def condensed(run: Run, qrels: Qrels) -> dict[str, dict[str, float]]:
    """Return a run less the documents that nobody judged (Sakai, SIGIR 2007)."""
    return {
        query: {name: score for name, score in ranking.items() if name in qrels.get(query, {})}
        for query, ranking in run.items()
    }


def _mutable(table: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {key: dict(row) for key, row in table.items()}


def estimate(values: Mapping[str, float]) -> Estimate:
    """Return the mean over queries, or over cases, and its 95 % bootstrap interval."""
    sample = np.array([values[each] for each in sorted(values)])
    draws = np.random.default_rng(SEED).integers(0, len(sample), (RESAMPLES, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), [2.5, 97.5])
    return Estimate(float(sample.mean()), float(low), float(high))
