"""A candidate's points and verdicts put together to a match: its score, band and questions.

Must not know how a verdict or a point came about. Judging makes matches here, and so does whoever
makes them anew because a person decided otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.ranking import band
from matcher.scoring import score
from matcher.types import Contribution, Match, Notice, Outcome, Role, Verdict
from matcher.weights import Weights


def match_of(
    candidate_id: str,
    role: Role,
    lines: Sequence[Contribution],
    verdicts: Mapping[str, Verdict],
    warnings: Sequence[Notice],
    weights: Weights,
) -> Match:
    """Return the match of one candidate against one role.

    Args:
        candidate_id: Whose it is.
        role: What the verdicts answer.
        lines: The summands of the score.
        verdicts: By requirement, in the order of the role.
        warnings: About the CV.
        weights: What the lines were made with; they hold the bands.
    """
    total = score(lines)
    outcomes = {name: each.outcome for name, each in verdicts.items()}
    return Match(
        candidate_id=candidate_id,
        score=total,
        band=band(total, role, outcomes, weights),
        contributions=tuple(lines),
        verdicts=tuple(verdicts.items()),
        questions=questions(verdicts),
        warnings=tuple(warnings),
    )


def questions(verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    """Return what to ask, typed requirements as they stand in the role, each question once."""
    asked = [
        verdict.question
        for verdict in verdicts.values()
        if verdict.question and verdict.outcome in {Outcome.NOT_STATED, Outcome.PARTLY}
    ]
    return tuple(dict.fromkeys(asked))
