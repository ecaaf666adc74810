"""How well roles are matched: collections ranked and cases judged, with the rivals beside us.

    python -m benchmarks.quality [--dataset FOLDER ...] [--cases FILE ...] [--smoke | --write]

The shipped samples and cases are always measured, folders and files of the caller's besides; which
public collection was not given is said, with where to get it. ``--write`` keeps the figures in
benchmarks/results/quality.json and the TREC runs in ``--runs``. Must not know how a system works.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import verdicts
from benchmarks.ablations import ABLATIONS_OF_TITLES
from benchmarks.collaborators import AS_OF, shipped_encoder, shipped_matcher
from benchmarks.environment import environment
from benchmarks.evaluation import Evaluation, evaluate
from benchmarks.quality_figures import draw
from benchmarks.results_file import read_result, write_result
from benchmarks.runs import trec_lines
from benchmarks.systems import EVERY_SYSTEM, SYSTEMS, Bench
from data import samples
from data.datasets import known, load
from matcher.engine import Matcher

NAME = "quality"
# A smoke run proves that everything runs: so many cases are enough for folds of every label.
SMOKE_CASES = 60


def measured(
    datasets: Sequence[Path], cases: Sequence[Path], matcher: Matcher, *, smoke: bool = False
) -> tuple[dict[str, Any], list[Evaluation]]:
    """Return the figures, as JSON has them, and what each collection's came from.

    Args:
        datasets: Folders of test collections.
        cases: Files of labelled cases.
        matcher: What is measured.
        smoke: Whether to measure this project, BM25 and a few cases only.
    """
    evaluations = [_evaluated(folder, matcher, smoke=smoke) for folder in datasets]
    names = {each.collection.name for each in evaluations}
    judged = {path.stem: _judged(path, matcher, smoke=smoke) for path in cases}
    found = {
        "as_of": AS_OF.isoformat(),
        "collections": {each.collection.name: each.as_dict() for each in evaluations},
        "left_out": {
            name: {"reason": f"no folder {name} was given", **asdict(each)}
            for name, each in known().items()
            if name not in names
        },
        "verdicts": judged,
    }
    return found, evaluations


def _evaluated(folder: Path, matcher: Matcher, *, smoke: bool) -> Evaluation:
    collection = load(folder)
    for failure in collection.failed:
        print(f"left out of {collection.name}: {failure}", file=sys.stderr)
    names = ["rolematch", "bm25"] if smoke else _systems(titles=collection.titles)
    began = time.perf_counter()
    found = evaluate(Bench(collection, matcher), names)
    print(f"{collection.name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return found


def _systems(*, titles: bool) -> list[str]:
    """Return the systems to compare; of bare titles few parts could be taken away."""
    return [*SYSTEMS, *ABLATIONS_OF_TITLES] if titles else list(EVERY_SYSTEM)


def _judged(path: Path, matcher: Matcher, *, smoke: bool) -> dict[str, Any]:
    cases = verdicts.read_cases(path)
    began = time.perf_counter()
    found = verdicts.measured(cases[:SMOKE_CASES] if smoke else cases, matcher)
    print(f"{path.name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return found


def summary(found: Mapping[str, Any]) -> str:
    """Return the main figures as lines of text."""
    lines = []
    for name, each in found["collections"].items():
        lines.append(f"{name}: {each['queries']} queries, {each['documents']} documents, nDCG@10")
        lines += [_line(system, row["nDCG@10"]) for system, row in each["systems"].items()]
    for name, each in found["verdicts"].items():
        lines.append(f"{name}: {each['cases']} cases, accuracy")
        lines += [_line(system, row["accuracy"]) for system, row in each["systems"].items()]
    for each in found["left_out"].values():
        lines.append(f"left out: {each['reason']}; get it from {each['where']}")
    return "\n".join(lines)


def _line(name: str, estimate: Mapping[str, float]) -> str:
    return f"  {name:18} {estimate['mean']:.3f}  {estimate['low']:.3f}-{estimate['high']:.3f}"


def write_runs(evaluations: Sequence[Evaluation], folder: Path) -> None:
    """Write each system's run on each collection: FOLDER/COLLECTION/SYSTEM.trec."""
    for each in evaluations:
        place = folder / each.collection.name
        place.mkdir(parents=True, exist_ok=True)
        for name, run in each.runs.items():
            text = "".join(f"{line}\n" for line in trec_lines(run, name))
            (place / f"{name}.trec").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the main figures, and keep all of them where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--dataset", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--cases", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--runs", type=Path, metavar="FOLDER", help="write TREC runs there")
    parser.add_argument("--smoke", action="store_true", help="a little of everything")
    parser.add_argument("--write", action="store_true", help="keep the figures, draw them anew")
    asked = parser.parse_args(arguments)
    encoder = shipped_encoder()
    matcher = shipped_matcher(encoder)
    found, evaluations = measured(
        [samples.qrels().parent, *asked.dataset],
        [samples.judgements(), *asked.cases],
        matcher,
        smoke=asked.smoke,
    )
    print(summary(found))
    if asked.runs:
        write_runs(evaluations, asked.runs)
    if asked.write:
        place = environment(encoder.identity, matcher.weights)
        print(f"kept in {write_result(NAME, found, place)}")
        for path in draw(read_result(NAME)):
            print(f"drawn in {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
