"""Judges how soon a person can start.

Must not know how notice is worded. A month and four weeks count as the same.
"""

from __future__ import annotations

from matcher.criteria import NoticeWithin
from matcher.judging.context import Context
from matcher.judging.dates import day_of
from matcher.judging.evidence.evidence import quoted
from matcher.types import Candidate, Fact, Outcome, Verdict
from matcher.values import NoticePeriod

# Thirteen weeks and three months, four weeks and a month: one and the same to an employer.
_SAME = 1.09


def judge(criterion: NoticeWithin, candidate: Candidate, context: Context) -> Verdict:
    """Judge the notice period.

    Args:
        criterion: The longest notice in weeks.
        candidate: Whose notice periods are looked at; the longest counts.
        context: Its date turns a date of availability into weeks.

    Returns:
        Met or not met by the stated length, not stated where there is none.
    """
    facts = candidate.of(NoticePeriod)
    if not facts:
        question = "How long is your notice period?"
        return Verdict(Outcome.NOT_STATED, "The CV states no notice period.", question=question)
    weeks, fact = max(((_weeks(fact, context), fact) for fact in facts), key=lambda pair: pair[0])
    if weeks <= criterion.max_weeks * _SAME:
        reason = f"The CV states {_length(weeks)}, within the {_length(criterion.max_weeks)} asked."
        return Verdict(Outcome.MET, reason, quoted(candidate, fact))
    reason = f"The CV states {_length(weeks)}, more than the {_length(criterion.max_weeks)} asked."
    return Verdict(Outcome.NOT_MET, reason, quoted(candidate, fact))


def _weeks(fact: Fact, context: Context) -> float:
    assert isinstance(fact.value, NoticePeriod)
    day = day_of(fact.when) if fact.when else None
    return fact.value.weeks if day is None else max(0.0, (day - context.as_of).days / 7)


def _length(weeks: float) -> str:
    if weeks == 0:
        return "immediate availability"
    return f"{weeks:.0f} weeks' notice" if weeks >= 1.5 else "a week's notice"
