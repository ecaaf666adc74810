"""Choose weights by what ranks best: coordinate ascent, checked on held-out roles.

    python -m benchmarks.choose_weights DATASET [DATASET ...]

Prints the best value of each number, nDCG@10 with the weights as they are and as chosen, and a
leave-one-role-out estimate: each role ranked with weights chosen on the others. Nothing is written;
a person edits the weights file. The grids are coarse on purpose: a handful of roles cannot tell
1.3 from 1.4.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.collaborators import AS_OF, shipped_matcher
from benchmarks.measures import per_query
from benchmarks.runs import ordered
from data.datasets import Collection, load
from matcher.engine import Matcher
from matcher.judging.context import Context, Meaning
from matcher.judging.together import judge_all
from matcher.meaning import PoolMeaning, phrases_of
from matcher.scoring import contributions, score, scorecard
from matcher.types import Candidate, Importance, Outcome, Role, Verdict
from matcher.weights import Ramp, Weights, default_weights

PASSES = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """One candidate judged against one role, ready to be scored with any weights."""

    candidate: Candidate
    verdicts: Mapping[str, Verdict]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Query:
    """A role with its judged pool and the grades."""

    role: Role
    pairs: Sequence[Pair]
    grades: Mapping[str, int]


Change = Callable[[Weights, float], Weights]


def _kinds(*names: str) -> Change:
    def change(weights: Weights, value: float) -> Weights:
        return replace(weights, kind={**weights.kind, **dict.fromkeys(names, value)})

    return change


def _credit(outcome: Outcome) -> Change:
    return lambda weights, value: replace(weights, credit={**weights.credit, outcome: value})


GRIDS: Mapping[str, tuple[Change, tuple[float, ...]]] = {
    "fit.title": (lambda w, v: replace(w, title_fit=v), (1, 2, 3, 4, 6, 8)),
    "fit.work": (lambda w, v: replace(w, work_fit=v), (0.5, 1, 2, 3, 4, 6)),
    "fit.work_half": (lambda w, v: replace(w, work_half=v), (0, 2, 4, 8, 16)),
    "closeness.lineage": (lambda w, v: replace(w, lineage=v), (0.55, 0.6, 0.65, 0.7)),
    "closeness.title.floor": (
        lambda w, v: replace(w, title_ramp=Ramp(v, w.title_ramp.ceiling)),
        (0.2, 0.3, 0.4, 0.5),
    ),
    "closeness.title.ceiling": (
        lambda w, v: replace(w, title_ramp=Ramp(w.title_ramp.floor, v)),
        (0.7, 0.8, 0.9, 1.0),
    ),
    "closeness.work.floor": (
        lambda w, v: replace(w, work_ramp=Ramp(v, w.work_ramp.ceiling)),
        (0.2, 0.25, 0.3, 0.35),
    ),
    "closeness.work.ceiling": (
        lambda w, v: replace(w, work_ramp=Ramp(w.work_ramp.floor, v)),
        (0.5, 0.6, 0.7, 0.8),
    ),
    "kind.money_scope": (_kinds("money_scope"), (0.5, 1, 1.5, 2, 3)),
    "kind.team_size": (_kinds("team_size"), (0.5, 1, 1.5, 2, 3)),
    "kind.certification": (_kinds("certification"), (0.5, 1, 1.5, 2, 3)),
    "kind.experience_years": (_kinds("experience_years"), (0.5, 1, 1.5, 2, 3)),
    "kind.clearance": (_kinds("clearance"), (0.5, 1, 1.5, 2, 3)),
    "kind.tool": (_kinds("tool"), (0.2, 0.5, 1)),
    "kind.outcome": (_kinds("outcome"), (0.3, 0.7, 1, 1.5)),
    "kind.general": (_kinds("general"), (0.25, 0.5, 1, 2)),
    "importance.desirable": (
        lambda w, v: replace(w, importance={**w.importance, Importance.DESIRABLE: v}),
        (0.15, 0.25, 0.35, 0.5),
    ),
    "importance.duty_scale": (lambda w, v: replace(w, duty_scale=v), (0.3, 0.6, 1.0)),
    "credit.partly": (_credit(Outcome.PARTLY), (0.5, 0.6, 0.7)),
    "credit.not_stated": (_credit(Outcome.NOT_STATED), (0.1, 0.2, 0.25, 0.3)),
}


def judged(collection: Collection, matcher: Matcher) -> list[Query]:
    """Judge every pair of a collection once."""
    pool = [matcher.read_candidate(name, text) for name, text in collection.corpus.items()]
    queries = []
    for name, grades in collection.qrels.items():
        role = matcher.read_role(name, collection.queries[name])
        meaning = PoolMeaning(matcher.encoder, pool, phrases_of(role))
        pairs = []
        for index, candidate in enumerate(pool):
            own = meaning.of(index)
            context = Context(matcher.as_of, own, matcher.weights.met_from)
            verdicts = judge_all(role.requirements, candidate, context)
            pairs.append(Pair(candidate, verdicts, own))
        queries.append(Query(role, pairs, grades))
    return queries


def quality(queries: Sequence[Query], weights: Weights) -> float:
    """Return the mean nDCG@10 of these weights."""
    run, qrels = {}, {}
    for number, query in enumerate(queries):
        card = scorecard(query.role, weights)
        run[str(number)] = ordered(
            (
                pair.candidate.id,
                score(
                    contributions(
                        card,
                        query.role,
                        pair.candidate,
                        pair.verdicts,
                        pair.meaning,
                        weights,
                        AS_OF,
                    )
                ),
            )
            for pair in query.pairs
        )
        qrels[str(number)] = query.grades
    values = per_query(run, qrels)["nDCG@10"]
    return sum(values.values()) / len(values)


def ascend(queries: Sequence[Query], start: Weights) -> tuple[Weights, dict[str, float]]:
    """Return the weights that coordinate ascent ends at, and the values it moved to."""
    best, height = start, quality(queries, start)
    chosen: dict[str, float] = {}
    for _ in range(PASSES):
        for name, (change, values) in GRIDS.items():
            for value in values:
                there = change(best, value)
                reached = quality(queries, there)
                # A gain below a thousandth is noise at this number of roles.
                if reached > height + 1e-3:
                    best, height, chosen[name] = there, reached, value
    return best, chosen


def main(folders: Sequence[str]) -> int:
    """Choose weights on the collections in ``folders`` and print what was found."""
    start = default_weights()
    matcher = shipped_matcher()
    queries = [query for each in folders for query in judged(load(Path(each)), matcher)]
    print(
        f"{len(queries)} roles; nDCG@10 with the weights as they are {quality(queries, start):.4f}"
    )
    best, chosen = ascend(queries, start)
    for name, value in chosen.items():
        print(f"  {name} = {value}")
    print(f"as chosen on all of them {quality(queries, best):.4f}")
    held_out = [
        quality([query], ascend([each for each in queries if each is not query], start)[0])
        for query in queries
    ]
    print(f"each role with weights chosen on the others {sum(held_out) / len(held_out):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
