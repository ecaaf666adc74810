"""Judges the right to work in the United Kingdom without a sponsor.

Must not know how it is worded. What says that a sponsor is needed outweighs everything else.
"""

from __future__ import annotations

from matcher.criteria import MayWork
from matcher.judging.context import Context
from matcher.judging.dates import has_passed
from matcher.judging.evidence.evidence import quoted
from matcher.types import Candidate, Outcome, Status, Verdict
from matcher.values import RightToWork

_QUESTION = "Do you have the right to work in the UK without sponsorship, and does it end?"


def judge(criterion: MayWork, candidate: Candidate, context: Context) -> Verdict:
    """Judge the right to work.

    Args:
        criterion: The country; facts are of the United Kingdom alone.
        candidate: Whose statements about status are looked at.
        context: Its date decides whether a leave has ended.

    Returns:
        Met where a lasting right is stated, partly where it ends, not met where a sponsor is
        needed; nationality of another country and UK posts leave it not stated, and so is the
        right to work in another country.
    """
    if criterion.country:
        reason = f"The CV does not say whether the candidate may work in {criterion.country}."
        question = f"Do you have the right to work in {criterion.country} without sponsorship?"
        return Verdict(Outcome.NOT_STATED, reason, question=question)
    facts = candidate.of(RightToWork)
    against = [f for f in facts if isinstance(f.value, RightToWork) and not f.value.granted]
    if against:
        reason = "The CV says that the candidate may not work in the UK without a sponsor."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, against[0]))
    lasting = [f for f in facts if f.status is Status.HELD]
    if lasting:
        reason = "The CV states the right to work in the UK without sponsorship."
        return Verdict(Outcome.MET, reason, quoted(candidate, lasting[0]))
    limited = [f for f in facts if not has_passed(f.when, context.as_of)]
    if limited:
        reason = "The CV states a right to work in the UK that ends."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, limited[0]), _QUESTION)
    reason = "The CV does not say whether sponsorship is needed to work in the UK."
    return Verdict(Outcome.NOT_STATED, reason, question=_QUESTION)
