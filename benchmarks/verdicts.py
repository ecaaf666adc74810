"""Verdicts against labelled cases: accuracy, false 'met', and a confusion matrix per kind.

    python -m benchmarks.verdicts [CASES.jsonl ...]

A case is {"id", "kind", "requirement", "cv", "label"}; without a file the shipped cases are used.
A false 'met' is the worst error: a person is put forward for what they do not have. Its rate is
over the cases whose label is not 'met'. Must not know how a verdict comes about.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.collaborators import shipped_matcher
from benchmarks.comparison import compare
from benchmarks.measures import estimate
from benchmarks.verdict_baselines import BASELINES, Case
from data import samples
from matcher.engine import Matcher
from matcher.types import Outcome


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with the verdict it got."""

    id: str
    kind: str
    label: Outcome
    outcome: Outcome
    quoted: bool = True

    @property
    def right(self) -> bool:
        """Whether the outcome is the label."""
        return self.outcome is self.label


def read_cases(path: Path) -> list[dict[str, str]]:
    """Return the cases of a file."""
    # Not splitlines: JSON may hold U+2028, which is no end of a line here.
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def judged(cases: Sequence[Case], matcher: Matcher) -> list[Judged]:
    """Return each case with its verdict; ``quoted`` says whether every quote is in the CV."""
    found = []
    for case in cases:
        candidate = matcher.read_candidate(case["id"], case["cv"])
        _, verdict = matcher.judge_statement(case["requirement"], candidate)
        quoted = all(case["cv"][e.start : e.end] == e.quote for e in verdict.evidence)
        found.append(
            Judged(case["id"], case["kind"], Outcome(case["label"]), verdict.outcome, quoted)
        )
    return found


def judged_by_baseline(name: str, cases: Sequence[Case], matcher: Matcher) -> list[Judged]:
    """Return each case with the verdict of a baseline of this name."""
    outcomes = BASELINES[name](cases, matcher.encoder)
    return [
        Judged(case["id"], case["kind"], Outcome(case["label"]), Outcome(outcome))
        for case, outcome in zip(cases, outcomes, strict=True)
    ]


def accuracy(cases: Sequence[Judged]) -> float:
    """Return the share of cases whose outcome is the label."""
    return sum(each.right for each in cases) / len(cases)


def false_met(cases: Sequence[Judged]) -> float:
    """Return the share of the cases not labelled met that were called met."""
    others = [each for each in cases if each.label is not Outcome.MET]
    return sum(each.outcome is Outcome.MET for each in others) / len(others) if others else 0.0


def confusion(cases: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """Return how many cases of each label got each outcome."""
    counts = Counter((each.label, each.outcome) for each in cases)
    return {
        label.value: {outcome.value: counts[label, outcome] for outcome in Outcome}
        for label in Outcome
    }


def figures(cases: Sequence[Judged]) -> dict[str, Any]:
    """Return the figures of one judge: with intervals over all cases, and for each kind."""
    others = [each for each in cases if each.label is not Outcome.MET]
    kinds = sorted({each.kind for each in cases})
    return {
        "accuracy": asdict(estimate(_right(cases))),
        "false_met": asdict(
            estimate({each.id: float(each.outcome is Outcome.MET) for each in others})
        ),
        "misquoted": sum(not each.quoted for each in cases),
        "confusion": confusion(cases),
        "kinds": {kind: _of_kind([each for each in cases if each.kind == kind]) for kind in kinds},
    }


def _of_kind(cases: Sequence[Judged]) -> dict[str, Any]:
    return {
        "cases": len(cases),
        "accuracy": accuracy(cases),
        "false_met": false_met(cases),
        "confusion": confusion(cases),
    }


def _right(cases: Sequence[Judged]) -> dict[str, float]:
    return {each.id: float(each.right) for each in cases}


def measured(cases: Sequence[Case], matcher: Matcher) -> dict[str, Any]:
    """Return what this project and the baselines make of the same cases, as JSON has it."""
    ours = judged(cases, matcher)
    others = {name: judged_by_baseline(name, cases, matcher) for name in BASELINES}
    return {
        "cases": len(cases),
        "systems": {
            "rolematch": figures(ours),
            **{name: figures(found) for name, found in others.items()},
        },
        "against": {
            name: asdict(compare(_right(ours), _right(found))) for name, found in others.items()
        },
    }


def report(cases: Sequence[Judged]) -> str:
    """Return the figures as text: overall, then per kind."""
    misquoted = sum(not each.quoted for each in cases)
    lines = [
        f"{len(cases)} cases: accuracy {accuracy(cases):.3f}, false met {false_met(cases):.3f}, "
        f"misquoted {misquoted}",
        *_matrix(confusion(cases)),
    ]
    for kind in sorted({each.kind for each in cases}):
        of_kind = [each for each in cases if each.kind == kind]
        lines += [
            "",
            f"{kind}: {len(of_kind)} cases, accuracy {accuracy(of_kind):.3f}, "
            f"false met {false_met(of_kind):.3f}",
            *_matrix(confusion(of_kind)),
        ]
    return "\n".join(lines)


def _matrix(counts: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return a matrix as lines of text: a row a label, a column an outcome."""
    lines = [f"{'label, down':>14}" + "".join(f"{outcome:>12}" for outcome in counts)]
    for label, row in counts.items():
        lines.append(f"{label:>14}" + "".join(f"{count:>12}" for count in row.values()))
    return lines


def main(files: Sequence[str]) -> int:
    """Judge the cases of each file and print the figures."""
    matcher = shipped_matcher()
    for name in files or [str(samples.judgements())]:
        cases = judged(read_cases(Path(name)), matcher)
        print(f"{Path(name).name}\n{report(cases)}\n")
        for each in (each for each in cases if not each.right):
            print(f"  {each.id}: labelled {each.label.value}, judged {each.outcome.value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
