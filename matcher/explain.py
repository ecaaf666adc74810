"""A match in words and rows: prints what was computed, never computes.

Must not know a report's format. Every number shown is one that scoring made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.criteria import HARD_KINDS
from matcher.types import (
    Contribution,
    Evidence,
    Importance,
    Match,
    Outcome,
    Requirement,
    Role,
)

# What people read instead of the machine's words; the mark tells outcomes apart without colour.
OUTCOME_WORDS = {
    Outcome.MET: "met",
    Outcome.PARTLY: "partly met",
    Outcome.NOT_MET: "not met",
    Outcome.NOT_STATED: "not stated in the CV",
}
OUTCOME_MARKS = {
    Outcome.MET: "●",
    Outcome.PARTLY: "◐",
    Outcome.NOT_MET: "✕",
    Outcome.NOT_STATED: "?",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a waterfall: a contribution and the running total behind it."""

    contribution: Contribution
    total: float


def waterfall(match: Match) -> list[Step]:
    """Return the contributions with their running totals; the last total is the score."""
    steps = []
    total = 0.0
    for contribution in match.contributions:
        total = round(total + contribution.points, 2)
        steps.append(Step(contribution, total))
    return steps


def must_haves(role: Role) -> list[Requirement]:
    """Return the typed essentials, in reading order."""
    return [
        each
        for each in role.requirements
        if each.kind in HARD_KINDS and each.importance is Importance.ESSENTIAL
    ]


def best_quote(role: Role, match: Match) -> Evidence | None:
    """Return the evidence of the requirement that earned most, typed ones first."""
    verdicts = dict(match.verdicts)
    earned = sorted(
        (each for each in match.contributions if each.requirement_id),
        key=lambda each: -each.points,
    )
    ids = [each.requirement_id for each in earned]
    ids += [each.id for each in role.requirements if each.kind not in HARD_KINDS]
    for requirement_id in ids:
        verdict = verdicts[str(requirement_id)]
        if verdict.evidence and verdict.outcome in {Outcome.MET, Outcome.PARTLY}:
            return verdict.evidence[0]
    return None


def short(text: str, width: int) -> str:
    """Return ``text`` on one line of at most ``width`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def sentence(requirements: Sequence[Requirement], match: Match) -> str:
    """Return one sentence for an e-mail: what stands against a candidate, or that nothing does."""
    verdicts = dict(match.verdicts)
    against = [
        verdicts[each.id].reason
        for each in requirements
        if verdicts[each.id].outcome is Outcome.NOT_MET
    ]
    return " ".join(against) or "Nothing in the CV contradicts what is asked."
