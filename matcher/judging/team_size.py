"""Judges a team size, or the leading of people, that a role asks for.

Must not know how head counts are read from a text. The largest team of any one post counts, never
the sum over posts; direct and indirect reports count alike unless direct ones are asked for.
"""

from __future__ import annotations

from matcher.criteria import TeamSize
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import cited
from matcher.judging.evidence.wording import NEARLY, people, short_by
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import People

# 'Nearly 50' is short of 50, by how little is not said.
_NOT_QUITE = 0.99
# Hardly anybody has more direct reports than this.
_WIDEST_SPAN = 15


def judge(criterion: TeamSize, candidate: Candidate, context: Context) -> Verdict:  # noqa: ARG001
    """Return whether the CV shows people led as is asked."""
    facts = [fact for fact in candidate.of(People) if not fact.bare]
    led = [f for f in facts if f.status is Status.HELD and _value(f).owned]
    denied = [f for f in facts if f.status is Status.DENIED]
    denials = [f for f in denied if not _value(f).managers]
    if not led and denials:
        return _denied(denials[0], candidate)
    size = _spread(criterion, _size(criterion, led, candidate), facts, candidate)
    if not criterion.managers_of_managers:
        return size
    tiers = [f for f in led if _value(f).managers]
    no_tiers = [f for f in denied if _value(f).managers]
    if no_tiers and not tiers:
        reason = "The CV says that nobody whom the candidate led managed people."
        return Verdict(Outcome.NOT_MET, reason, cited(candidate, no_tiers[:1]), None, 0.0)
    return _with_tiers(criterion, size, led, tiers, candidate)


def _value(fact: Fact) -> People:
    assert isinstance(fact.value, People)
    return fact.value


def _size(criterion: TeamSize, led: list[Fact], candidate: Candidate) -> Verdict:
    if criterion.min_people is None:
        return _any_size(led, candidate)
    counted = [f for f in led if _value(f).count is not None and _counts(criterion, f, led)]
    if not counted:
        return _no_size(led, candidate)
    best = max(counted, key=lambda f: (_value(f).count or 0.0, -f.start))
    return _compared(criterion.min_people, best, candidate)


def _counts(criterion: TeamSize, fact: Fact, led: list[Fact]) -> bool:
    """Where direct reports are asked, a count through managers says nothing of them.

    Nor does a count beyond any manager's span of control that is not said to report directly.
    """
    if not criterion.direct_only or _value(fact).direct:
        return True
    same_post = [f for f in led if f.position == fact.position]
    tiered = any(_value(f).managers or _value(f).direct for f in same_post)
    return not tiered and (_value(fact).count or 0.0) <= _WIDEST_SPAN


def _spread(criterion: TeamSize, size: Verdict, facts: list[Fact], candidate: Candidate) -> Verdict:
    """The verdict on the size, where people must be led at several sites or offshore as well.

    A size that is met and sites that nothing tells of are half of what is asked; without a size
    the sites are the whole of it.
    """
    asked = [
        ("several_sites", "one_site", "at several sites", criterion.several_sites),
        ("offshore", "onshore", "offshore", criterion.offshore),
    ]
    for shown, denied, words, wanted in asked:
        told = [fact for fact in facts if _value(fact).spread in (shown, denied)]
        if not wanted or size.outcome is not Outcome.MET:
            continue
        if any(_value(fact).spread == shown for fact in told):
            continue
        if told:
            reason = f"{size.reason[:-1]}; but it says that they were not {words}."
            evidence = size.evidence + cited(candidate, told[:1])
            return Verdict(Outcome.NOT_MET, reason, evidence, None, 0.0)
        reason = f"{size.reason[:-1]}; whether {words} is not stated."
        half = Outcome.NOT_STATED if criterion.min_people is None else Outcome.PARTLY
        return Verdict(half, reason, size.evidence, f"Have you led people {words}?", size.attained)
    return size


def _compared(asked: float, best: Fact, candidate: Candidate) -> Verdict:
    count = _value(best).count or 0.0
    nearly = _value(best).nearly
    share = count * (_NOT_QUITE if nearly else 1.0) / asked if asked else 1.0
    evidence = cited(candidate, [best])
    top = _value(best).upper
    size = f"{count:,.0f} to {people(top)}" if top is not None else people(count)
    shown = f"The CV shows {'nearly ' if nearly else ''}{size} led"
    if share >= 1:
        return Verdict(Outcome.MET, f"{shown}, against {asked:,.0f} asked.", evidence, None, 1.0)
    if top is not None and top >= asked and share < NEARLY:
        reason = f"{shown}; whether it came to the {asked:,.0f} asked is not stated."
        return Verdict(Outcome.NOT_STATED, reason, evidence, _SIZE_QUESTION, share)
    reason = f"{shown}, {short_by(share)} short of the {asked:,.0f} asked."
    if share >= NEARLY:
        return Verdict(Outcome.PARTLY, reason, evidence, _SIZE_QUESTION, share)
    return Verdict(Outcome.NOT_MET, reason, evidence, None, share)


_SIZE_QUESTION = "How many people have you led at most, directly and through others?"
_TIER_QUESTION = "Have you managed people who themselves managed teams, and how many?"


def _any_size(led: list[Fact], candidate: Candidate) -> Verdict:
    if led:
        evidence = cited(candidate, led[:1])
        return Verdict(
            Outcome.MET, "The CV shows that the candidate led people.", evidence, None, 1.0
        )
    return _no_size(led, candidate)


def _no_size(led: list[Fact], candidate: Candidate) -> Verdict:
    reason = (
        "The CV shows that the candidate led people but not how many."
        if led
        else "The CV does not show that the candidate led people."
    )
    return Verdict(Outcome.NOT_STATED, reason, cited(candidate, led[:1]), _SIZE_QUESTION)


def _with_tiers(
    criterion: TeamSize, size: Verdict, led: list[Fact], tiers: list[Fact], candidate: Candidate
) -> Verdict:
    if not tiers:
        if criterion.min_people is not None and size.outcome is Outcome.NOT_MET:
            return size
        reason = "The CV does not show that the candidate managed people who lead teams."
        return Verdict(Outcome.NOT_STATED, reason, cited(candidate, led[:1]), _TIER_QUESTION)
    if criterion.min_people is None:
        reason = "The CV shows that the candidate managed people who lead teams."
        return Verdict(Outcome.MET, reason, cited(candidate, tiers[:1]), None, 1.0)
    seen = {(e.start, e.end) for e in size.evidence}
    extra = tuple(e for e in cited(candidate, tiers[:1]) if (e.start, e.end) not in seen)
    return Verdict(size.outcome, size.reason, size.evidence + extra, size.question, size.attained)


def _denied(denial: Fact, candidate: Candidate) -> Verdict:
    reason = "The CV says that the candidate led nobody."
    return Verdict(Outcome.NOT_MET, reason, cited(candidate, [denial]), None, 0.0)
