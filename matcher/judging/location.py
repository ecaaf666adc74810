"""Judges where a person lives, moves to, or would travel, by distance between centres.

Must not know how a place is worded. Distances are straight lines between the centres of the two
places, less their radius: good enough to tell Stockport from Bristol, not to plan a journey.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.places import Place, miles_between, place_named, postcode_areas
from matcher.criteria import LocatedAt
from matcher.facts.places.reader import ON_SITE, RELOCATION, TRAVEL
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import quoted
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Location

# What 'within commuting distance' means where the role gives no figure.
_COMMUTE_MILES = 30.0
_NEAR_MISS = 1.1


def judge(criterion: LocatedAt, candidate: Candidate, context: Context) -> Verdict:
    """Judge a place of residence, or readiness to travel.

    Args:
        criterion: The place and how near, or "travel" or "relocation", where to behind a colon.
        candidate: Whose places are looked at.
        context: Not needed; judges share one signature.

    Returns:
        Met where the person lives near enough, partly where a dated move leads there or the
        person would relocate, not met where the CV gives a home too far away.
    """
    del context
    facts = candidate.of(Location)
    if criterion.place.startswith(TRAVEL):
        return _travels(candidate, facts)
    target = place_named(criterion.place.removeprefix(f"{RELOCATION}: "))
    if criterion.place.startswith(RELOCATION) and target is not None:
        return _moves(target, candidate, facts)
    if target is None:
        return _unknown(criterion, candidate, facts)
    refused = [fact for fact in facts if _value(fact).place == ON_SITE]
    if criterion.on_site and refused:
        reason = "The CV says that the candidate would not work on site."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, refused[0]))
    limit = criterion.miles if criterion.miles is not None else _COMMUTE_MILES
    homes = [(fact, _miles(_value(fact), target)) for fact in facts if _value(fact).latitude]
    now = [(fact, miles) for fact, miles in homes if fact.status is Status.HELD]
    coming = [(f, m) for f, m in homes if f.status is Status.IN_PROGRESS and m <= limit]
    question = f"How far from {target.name} do you live, or would you relocate?"
    if now:
        fact, miles = min(now, key=lambda home: (home[1], home[0].start))
        if miles <= limit:
            reason = f"The CV gives {_where(fact)}, within reach of {target.name}."
            return Verdict(Outcome.MET, reason, quoted(candidate, fact))
        if miles <= limit * _NEAR_MISS:
            reason = f"The CV gives {_where(fact)}, just beyond the distance asked."
            return Verdict(Outcome.PARTLY, reason, quoted(candidate, fact), question)
    dated = [fact for fact, _ in coming if fact.when]
    willing = [f for f in facts if _value(f).place == RELOCATION and f.status is Status.HELD]
    if dated or (now and (coming or willing)):
        fact = dated[0] if dated else (coming[0][0] if coming else willing[0])
        reason = f"The CV tells of a move that would bring the candidate near {target.name}."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, fact), question)
    if now:
        fact, miles = min(now, key=lambda home: (home[1], home[0].start))
        reason = f"The CV gives {_where(fact)}, about {miles:.0f} miles from {target.name}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, fact))
    reason = "The CV does not say where the candidate lives."
    return Verdict(Outcome.NOT_STATED, reason, question=question)


def _moves(target: Place, candidate: Candidate, facts: Sequence[Fact]) -> Verdict:
    """Judge the readiness to move to a place: who lives there need not move."""
    homes = [(fact, _miles(_value(fact), target)) for fact in facts if _value(fact).latitude]
    said = [fact for fact in facts if _value(fact).place == RELOCATION]
    near = [fact for fact, miles in homes if miles <= _COMMUTE_MILES]
    refused = [fact for fact in said if fact.status is Status.DENIED]
    if near:
        reason = f"The CV gives {_where(near[0])}, within reach of {target.name}."
        return Verdict(Outcome.MET, reason, quoted(candidate, near[0]))
    if refused:
        reason = "The CV says that the candidate would not relocate."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, refused[0]))
    if said:
        reason = "The CV says that the candidate is ready to relocate."
        return Verdict(Outcome.MET, reason, quoted(candidate, said[0]))
    reason = f"The CV does not say whether the candidate would move to {target.name}."
    return Verdict(Outcome.NOT_STATED, reason, question=f"Would you move to {target.name}?")


def _travels(candidate: Candidate, facts: Sequence[Fact]) -> Verdict:
    said = [fact for fact in facts if _value(fact).place == TRAVEL]
    if any(fact.status is Status.DENIED for fact in said):
        fact = next(fact for fact in said if fact.status is Status.DENIED)
        reason = "The CV says that the candidate would not travel."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, fact))
    if said:
        reason = "The CV says that the candidate is ready to travel."
        return Verdict(Outcome.MET, reason, quoted(candidate, said[0]))
    reason = "The CV does not say whether the candidate would travel."
    question = "Are you able to travel as the role asks?"
    return Verdict(Outcome.NOT_STATED, reason, question=question)


def _unknown(criterion: LocatedAt, candidate: Candidate, facts: Sequence[Fact]) -> Verdict:
    """Judge a place that the gazetteer does not have, by its name alone."""
    same = [f for f in facts if _value(f).place.lower() == criterion.place.lower()]
    if same:
        reason = f"The CV gives {_where(same[0])}."
        return Verdict(Outcome.MET, reason, quoted(candidate, same[0]))
    reason = f"The CV does not say whether the candidate lives near {criterion.place}."
    question = f"How far from {criterion.place} do you live?"
    return Verdict(Outcome.NOT_STATED, reason, question=question)


def _value(fact: Fact) -> Location:
    assert isinstance(fact.value, Location)
    return fact.value


def _miles(home: Location, target: Place) -> float:
    assert home.latitude is not None
    assert home.longitude is not None
    own = place_named(home.place) or postcode_areas().get(home.place)
    # A home in a wide region may be anywhere in it, so its own radius is not taken off in full.
    reach = target.radius + (min(own.radius, 5.0) if own else 0.0)
    between = miles_between((home.latitude, home.longitude), (target.latitude, target.longitude))
    return max(0.0, between - reach) + home.away


def _where(fact: Fact) -> str:
    return f"{_value(fact).place} as home"
