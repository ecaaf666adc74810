"""Verdicts on whole roles and CVs against known shortfalls.

    python -m benchmarks.shortfalls DATASET

DATASET is a test collection with a file checks.jsonl: {"role", "cv", "shortfall": {name: size}},
where 0 means that the person has it. A name is matched with the role's requirements of the kind
listed below, and agrees where 'met' and a shortfall of 0 go together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.collaborators import shipped_matcher
from data.datasets import load
from matcher.criteria import Criterion, TeamSize
from matcher.judging.combining import combined
from matcher.types import Importance, Outcome, Requirement, Role, Verdict

KINDS = {
    "team": "team_size",
    "managers": "team_size",
    "budget": "money_scope",
    "qualification": "certification",
    "itil": "certification",
    "degree": "education",
    "years": "experience_years",
    "clearance": "clearance",
    "kpi": "outcome",
}


def about(name: str, role: Role) -> list[Requirement]:
    """Return the essentials of a role that a shortfall of this name speaks of."""
    found = []
    for each in role.requirements:
        criterion = each.scale or each.criterion
        if criterion.kind != KINDS[name]:
            continue
        # Results are read from duties as wishes; everything else must be essential.
        if each.importance is Importance.ESSENTIAL or name == "kpi":
            found.append(replace(each, criterion=_side(name, criterion)))
    ids = {each.id for each in found}
    return [
        each if each.same_post_as in ids else replace(each, same_post_as=None) for each in found
    ]


def _side(name: str, criterion: Criterion) -> Criterion:
    """Return what a shortfall of this name speaks of: of people led, how many or through whom.

    'Two hundred people, managing managers' is one ask of a role and has a shortfall of each name.
    """
    if not isinstance(criterion, TeamSize):
        return criterion
    if name == "managers" and criterion.managers_of_managers:
        return replace(criterion, min_people=None)
    if name == "team" and criterion.min_people is not None:
        return replace(criterion, managers_of_managers=False)
    return criterion


def met(requirements: Sequence[Requirement], verdicts: Mapping[str, Verdict]) -> bool:
    """Return whether all the requirements, alternatives counted once, are met."""
    outcome = combined(requirements, [verdicts[each.id] for each in requirements]).outcome
    return outcome is Outcome.MET


def main(arguments: Sequence[str]) -> int:
    """Print agreement per role and shortfall, and overall."""
    folder = Path(arguments[0])
    collection = load(folder)
    lines = (folder / "checks.jsonl").read_text(encoding="utf-8").splitlines()
    checks = [json.loads(line) for line in lines]
    matcher = shipped_matcher()
    members = matcher.prepare([matcher.read_candidate(*each) for each in collection.corpus.items()])
    agreed: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for name, text in collection.queries.items():
        role = matcher.read_role(name, text)
        known = [each for each in checks if each["role"] == name]
        for shortfall in sorted({kind for each in known for kind in each["shortfall"]}):
            asked = about(shortfall, role)
            reduced = replace(role, requirements=tuple(asked))
            verdicts = dict(
                zip(
                    members.names,
                    matcher.decide(reduced, members, {r.id for r in asked}),
                    strict=True,
                )
            )
            for check in known:
                size = check["shortfall"].get(shortfall)
                if size is None:
                    continue
                agrees = bool(asked) and met(asked, verdicts[check["cv"]]) == (size == 0)
                agreed[name, shortfall] += agrees
                total[name, shortfall] += 1
                if not agrees and "--errors" in arguments:
                    print(f"  {name} {check['cv']} {shortfall}: known shortfall {size}")
    for key in sorted(total):
        print(f"{key[0]} {key[1]}: {agreed[key]} of {total[key]}")
    print(f"agreement {sum(agreed.values()) / sum(total.values()):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
