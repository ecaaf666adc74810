"""A collection measured: each system's figures with intervals, and the first against the others.

Must not know how figures are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.ablations import ABLATIONS
from benchmarks.comparison import Comparison, compare, holm
from benchmarks.measures import NAMES, Estimate, condensed, estimate, per_query
from benchmarks.runs import Run
from benchmarks.systems import Bench
from data.datasets import Collection


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was found on one collection.

    Attributes:
        collection: What was ranked.
        runs: By system, in the order they were asked for.
        systems: Each measure's estimate, by system.
        against: The first system compared with each other one, by system and measure.
    """

    collection: Collection
    runs: Mapping[str, Run]
    systems: Mapping[str, Mapping[str, Estimate]]
    against: Mapping[str, Mapping[str, Comparison]]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures, without the runs, as JSON has them."""
        return {
            "dataset": self.collection.name,
            "queries": len(self.collection.qrels),
            "documents": len(self.collection.corpus),
            "systems": {
                name: {measure: asdict(each) for measure, each in row.items()}
                for name, row in self.systems.items()
            },
            "against": {
                name: {
                    measure: {**asdict(each), "p_holm": self._corrected(name, measure)}
                    for measure, each in row.items()
                }
                for name, row in self.against.items()
            },
        }

    def _corrected(self, name: str, measure: str) -> float:
        """Return a p-value corrected for the number of rivals, or of parts taken away."""
        family = [each for each in self.against if (each in ABLATIONS) == (name in ABLATIONS)]
        values = holm([self.against[each][measure].p for each in family])
        return values[family.index(name)]


def evaluate(
    bench: Bench, names: Sequence[str], started: Callable[[str], None] = lambda _: None
) -> Evaluation:
    """Run systems on a collection and measure them.

    Args:
        bench: The collection and what systems may use.
        names: Systems; the first is compared with the others.
        started: Told the name of each before it runs.
    """
    collection = bench.collection
    runs: dict[str, Run] = {}
    values: dict[str, dict[str, dict[str, float]]] = {}
    for name in names:
        started(name)
        runs[name] = bench.run(name)
        seen = condensed(runs[name], collection.qrels) if collection.judged_only else runs[name]
        values[name] = per_query(seen, collection.qrels, collection.relevant)
    first = values[names[0]]
    return Evaluation(
        collection,
        runs,
        {
            name: {measure: estimate(row[measure]) for measure in NAMES}
            for name, row in values.items()
        },
        {
            name: {measure: compare(first[measure], values[name][measure]) for measure in NAMES}
            for name in names[1:]
        },
    )
