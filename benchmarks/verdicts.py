"""Verdicts against labelled cases: accuracy, false 'met', and a confusion matrix per kind.

    python -m benchmarks.verdicts [CASES.jsonl ...]

A case is {"id", "kind", "requirement", "cv", "label"}; without a file the shipped cases are used.
A false 'met' is the worst error: a person is put forward for what they do not have. Its rate is
over the cases whose label is not 'met'.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.collaborators import shipped_matcher
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
    quoted: bool


def judged(cases: Sequence[dict[str, str]], matcher: Matcher) -> list[Judged]:
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


def accuracy(cases: Sequence[Judged]) -> float:
    """Return the share of cases whose outcome is the label."""
    return sum(each.outcome is each.label for each in cases) / len(cases)


def false_met(cases: Sequence[Judged]) -> float:
    """Return the share of the cases not labelled met that were called met."""
    others = [each for each in cases if each.label is not Outcome.MET]
    return sum(each.outcome is Outcome.MET for each in others) / len(others) if others else 0.0


def confusion(cases: Sequence[Judged]) -> list[str]:
    """Return a matrix as lines of text: a row a label, a column an outcome."""
    counts = Counter((each.label, each.outcome) for each in cases)
    lines = [f"{'label, down':>14}" + "".join(f"{each.value:>12}" for each in Outcome)]
    for label in Outcome:
        row = "".join(f"{counts[label, outcome]:>12}" for outcome in Outcome)
        lines.append(f"{label.value:>14}{row}")
    return lines


def report(cases: Sequence[Judged]) -> str:
    """Return the figures as text: overall, then per kind."""
    misquoted = sum(not each.quoted for each in cases)
    lines = [
        f"{len(cases)} cases: accuracy {accuracy(cases):.3f}, false met {false_met(cases):.3f}, "
        f"misquoted {misquoted}",
        *confusion(cases),
    ]
    for kind in sorted({each.kind for each in cases}):
        of_kind = [each for each in cases if each.kind == kind]
        lines += [
            "",
            f"{kind}: {len(of_kind)} cases, accuracy {accuracy(of_kind):.3f}, "
            f"false met {false_met(of_kind):.3f}",
            *confusion(of_kind),
        ]
    return "\n".join(lines)


def main(files: Sequence[str]) -> int:
    """Judge the cases of each file and print the figures."""
    matcher = shipped_matcher()
    for name in files or [str(samples.judgements())]:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        cases = judged([json.loads(line) for line in lines if line.strip()], matcher)
        print(f"{Path(name).name}\n{report(cases)}\n")
        wrong = [each for each in cases if each.outcome is not each.label]
        for each in wrong:
            print(f"  {each.id}: labelled {each.label.value}, judged {each.outcome.value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
