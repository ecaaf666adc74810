"""Several verdicts on one statement of a role to one: all of its parts must hold.

Must not know what the parts ask. Of alternatives the best counts; of parts that must all hold,
one that is contradicted contradicts the whole, and one that is silent leaves it partly met. What
is only preferred decides nothing beside what is required.
"""

from __future__ import annotations

from collections.abc import Sequence

from matcher.types import BEST_FIRST, Evidence, Importance, Outcome, Requirement, Verdict


def combined(requirements: Sequence[Requirement], verdicts: Sequence[Verdict]) -> Verdict:
    """Return one verdict for a statement that was read as several requirements.

    Args:
        requirements: At least one; members of one group are alternatives.
        verdicts: Their verdicts, in the same order.
    """
    lines: dict[str, list[Verdict]] = {}
    required = any(each.importance is Importance.ESSENTIAL for each in requirements)
    for requirement, verdict in zip(requirements, verdicts, strict=True):
        if required and requirement.importance is Importance.DESIRABLE:
            continue
        lines.setdefault(requirement.group or requirement.id, []).append(verdict)
    parts = [min(line, key=lambda each: BEST_FIRST.index(each.outcome)) for line in lines.values()]
    return parts[0] if len(parts) == 1 else _all_of(parts)


def _all_of(parts: Sequence[Verdict]) -> Verdict:
    outcomes = {part.outcome for part in parts}
    if Outcome.NOT_MET in outcomes:
        outcome = Outcome.NOT_MET
    elif len(outcomes) == 1:
        outcome = parts[0].outcome
    else:
        # Some of it is shown and some of it is short or silent.
        outcome = Outcome.PARTLY
    telling = [part for part in parts if part.outcome is not Outcome.MET] or list(parts)
    evidence: tuple[Evidence, ...] = tuple(
        dict.fromkeys(piece for part in parts for piece in part.evidence)
    )
    questions = [part.question for part in telling if part.question]
    return Verdict(
        outcome,
        " ".join(dict.fromkeys(part.reason for part in telling)),
        evidence,
        " ".join(dict.fromkeys(questions)) or None,
    )
