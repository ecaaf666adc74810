"""Judges a measured result that a role asks for.

Must not know how results are read from a text. Any one of several measures does. A level is held
against a level ('SLA of 95%') and a change against a change ('costs down by £500k').
"""

from __future__ import annotations

from data.knowledge.currencies import convert, currencies
from data.knowledge.outcomes import outcome_words
from matcher.criteria import ResultShown
from matcher.facts.outcomes.grades import UNIT
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import cited
from matcher.judging.evidence.wording import NEARLY, money, short_by
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Result

# From here on a percentage is measured by what it lacks: 98 % lets twice as much go wrong as 99 %.
_NEAR_ALL = 97.0
_TWICE = 2.0


def judge(criterion: ResultShown, candidate: Candidate, context: Context) -> Verdict:  # noqa: ARG001
    """Return whether the CV shows the result that is asked."""
    wanted = criterion.metric.split("|")
    facts = [
        fact
        for fact in candidate.facts
        if isinstance(fact.value, Result)
        and fact.status is Status.HELD
        and not fact.bare
        and fact.value.metric in wanted
    ]
    if criterion.amount is None:
        return _any_size(criterion, facts, candidate)
    sized = [
        (share, fact) for fact in facts if (share := _share(criterion, _value(fact))) is not None
    ]
    if not sized:
        return _silent(criterion, facts, candidate)
    share, best = max(sized, key=lambda pair: (pair[0], -pair[1].start))
    return _compared(criterion, share, best, candidate)


def _value(fact: Fact) -> Result:
    assert isinstance(fact.value, Result)
    return fact.value


def _better(metric: str) -> str:
    known = outcome_words().metrics.get(metric)
    return known.better if known else "up"


# A score that 'rose from 71 to 84' rose by points, though nobody says so.
_POINTS = "points"


def _share(criterion: ResultShown, value: Result) -> float | None:
    """How much of the asked size was shown; None where the two are not on one scale."""
    asked = criterion.amount
    if not asked or value.amount is None:
        return None
    amount = value.amount
    if value.unit in currencies() and criterion.unit in currencies():
        amount = convert(amount, value.unit, criterion.unit)
    elif value.unit != criterion.unit and {value.unit, criterion.unit} != {"", _POINTS}:
        return None
    earned = criterion.unit in currencies() and not criterion.direction
    if value.level != _asks_level(criterion) and not earned:
        return None
    if criterion.direction and value.direction not in ("", criterion.direction):
        return 0.0
    if value.level and _better(value.metric) == "down":
        return asked / amount if amount else 1.0  # the smaller the better
    return amount / asked


def _asks_level(criterion: ResultShown) -> bool:
    """'SLA of 95%' asks for a level, 'reduced complaints by 20%' for a change."""
    return not criterion.direction and criterion.unit not in currencies()


def _any_size(criterion: ResultShown, facts: list[Fact], candidate: Candidate) -> Verdict:
    wanted = criterion.direction
    good = [f for f in facts if _value(f).direction == (wanted or _better(_value(f).metric))]
    if not wanted:
        good = good or [f for f in facts if _value(f).level]
    if good:
        best = next((f for f in good if _value(f).amount is not None), good[0])
        reason = f"The CV shows a result on {_value(best).metric}: {_value(best).change}."
        return Verdict(Outcome.MET, reason, cited(candidate, [best]), None, 1.0)
    contrary = [f for f in facts if wanted and _value(f).direction not in ("", wanted)]
    if contrary:
        value = _value(contrary[0])
        reason = f"The CV shows {value.metric} moving the other way: {value.change}."
        return Verdict(Outcome.NOT_MET, reason, cited(candidate, contrary[:1]), None, 0.0)
    return _silent(criterion, facts, candidate)


def _compared(criterion: ResultShown, share: float, best: Fact, candidate: Candidate) -> Verdict:
    value, evidence = _value(best), cited(candidate, [best])
    shown = f"The CV shows {value.metric} {_size(value)}"
    if share >= 1:
        reason = f"{shown}, against {criterion.target} asked."
        return Verdict(Outcome.MET, reason, evidence, None, 1.0)
    if value.unit == UNIT:
        reason = f"{shown}, where {criterion.target} was asked."
        return Verdict(Outcome.NOT_MET, reason, evidence, None, share)
    reason = f"{shown}, {short_by(share)} short of the {criterion.target} asked."
    if share >= NEARLY and not _far_from_all(criterion, value):
        return Verdict(Outcome.PARTLY, reason, evidence, _question(criterion), share)
    return Verdict(Outcome.NOT_MET, reason, evidence, None, share)


def _far_from_all(criterion: ResultShown, value: Result) -> bool:
    """Whether a percentage near the whole is asked, and what is shown lacks over twice as much."""
    asked, shown = criterion.amount, value.amount
    if asked is None or shown is None or value.unit != "%" or not value.level:
        return False
    if not _NEAR_ALL <= asked < 100 or _better(value.metric) == "down":
        return False
    return 100 - shown > _TWICE * (100 - asked) + 1e-9


def _size(value: Result) -> str:
    if value.unit in currencies() and value.amount is not None:
        return f"cut by {money(value.amount, value.unit)}"
    return value.change


def _silent(criterion: ResultShown, facts: list[Fact], candidate: Candidate) -> Verdict:
    name = _names(criterion)
    reason = (
        f"The CV speaks of {name}, but not plainly of how far it was improved."
        if facts
        else f"The CV shows no measured result on {name}."
    )
    return Verdict(Outcome.NOT_STATED, reason, cited(candidate, facts[:1]), _question(criterion))


def _names(criterion: ResultShown) -> str:
    return " or ".join(criterion.metric.split("|"))


def _question(criterion: ResultShown) -> str:
    return f"What did you change in {_names(criterion)}, from what figure to what figure?"
