"""What to ask a candidate at an interview, in the order in which it matters.

Must not know a report's format, and computes no number: it picks among verdicts that were given.
"""

from __future__ import annotations

from matcher.asks import typed
from matcher.criteria import HARD_KINDS
from matcher.types import Match, Outcome, Role, Verdict

# An interview has time for a few questions on the work beside those on the must-haves.
SOFT_QUESTIONS = 4


def questions(role: Role, match: Match) -> list[str]:
    """Return what to ask a candidate: on must-haves first, and a few on the work itself.

    Where one of several alternatives is met nothing is asked about the others.
    """
    hard = [ask.answer(match) for ask in typed(role)]
    verdicts = dict(match.verdicts)
    soft = [verdicts[each.id] for each in role.requirements if each.kind not in HARD_KINDS]
    found = [_question(verdict) for verdict in hard]
    found += [question for verdict in soft if (question := _question(verdict))][:SOFT_QUESTIONS]
    return list(dict.fromkeys(question for question in found if question))


def _question(verdict: Verdict) -> str:
    open_ = verdict.outcome in {Outcome.NOT_STATED, Outcome.PARTLY}
    return verdict.question or "" if open_ else ""
