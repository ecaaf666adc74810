"""Judges clearances by the ladders of the clearance table: a higher level covers those below it.

Must not know how a clearance is worded. Where the role asks only to be eligible, being eligible
or in the process is enough; an application without a date says nothing about holding it.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.clearances import Ladder, clearances
from matcher.criteria import ClearanceHeld
from matcher.judging.context import Context
from matcher.judging.dates import has_passed
from matcher.judging.evidence.evidence import either, quoted
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Clearance


def judge(criterion: ClearanceHeld, candidate: Candidate, context: Context) -> Verdict:
    """Judge clearances, any one of which does.

    Args:
        criterion: Canonical names of levels, or of ladders where any level does.
        candidate: Whose clearances are looked at.
        context: Its date decides whether a printed end of validity has passed.

    Returns:
        Met where the level or a higher one is held, partly where it has lapsed or is dated in
        the future, not met where it is denied or a lower level is all that is held.
    """
    facts = candidate.of(Clearance)
    asked = either([_plain(name) for name in criterion.any_of])
    question = f"Which clearance do you hold ({asked} is asked), and until when is it valid?"
    covering = [f for f in facts if any(_covers(_name(f), name) for name in criterion.any_of)]
    held = [
        f for f in covering if f.status is Status.HELD and not has_passed(f.when, context.as_of)
    ]
    if held:
        shown = _plain(_name(held[0]))
        reason = f"The CV states {shown}" + ("." if shown == asked else f", which meets {asked}.")
        return Verdict(Outcome.MET, reason, quoted(candidate, held[0]))
    lapsed = [f for f in covering if f.status in (Status.LAPSED, Status.HELD)]
    if lapsed:
        reason = f"The CV says that {_plain(_name(lapsed[0]))} was held and has lapsed."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, lapsed[0]), question)
    coming = [f for f in covering if f.status is Status.IN_PROGRESS]
    if criterion.eligible:
        # Who is willing to be checked need not say to which level.
        ladders = {ladder.name for name in criterion.any_of if (ladder := _ladder(name))}
        coming += [f for f in facts if f.status is Status.IN_PROGRESS and _name(f) in ladders]
    if coming and criterion.eligible:
        reason = f"The CV says that {_plain(_name(coming[0]))} can be or is being obtained."
        return Verdict(Outcome.MET, reason, quoted(candidate, coming[0]))
    dated = [f for f in coming if f.when]
    if dated:
        reason = f"The CV says that {_plain(_name(dated[0]))} is in progress, with a date."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, dated[0]), question)
    return _missing(criterion, candidate, facts, asked, question)


def _missing(
    criterion: ClearanceHeld, candidate: Candidate, facts: Sequence[Fact], asked: str, question: str
) -> Verdict:
    denied = [f for f in facts if f.status is Status.DENIED and _denies(f, criterion.any_of)]
    if criterion.eligible:
        # Who holds no clearance may still be eligible for one.
        denied = [f for f in denied if (own := _ladder(_name(f))) is None or own.name != _name(f)]
    if denied:
        reason = f"The CV says that {asked} is not held."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, denied[0]))
    lower = [
        f
        for f in facts
        if f.status is Status.HELD and any(_is_below(_name(f), name) for name in criterion.any_of)
    ]
    if lower and not criterion.eligible:
        reason = f"The CV states {_plain(_name(lower[0]))}, which is below {asked}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, lower[0]))
    ladders = {ladder.name for name in criterion.any_of if (ladder := _ladder(name))}
    unclear = [f for f in facts if f.status is Status.HELD and _name(f) in ladders]
    if unclear:
        reason = f"The CV states {_plain(_name(unclear[0]))} without its level."
        return Verdict(Outcome.NOT_STATED, reason, quoted(candidate, unclear[0]), question)
    return Verdict(Outcome.NOT_STATED, f"The CV does not state {asked}.", question=question)


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Clearance)
    return fact.value.name


def _ladder(name: str) -> Ladder | None:
    return clearances().ladder_of(name)


def _covers(held: str, asked: str) -> bool:
    """Whether one level covers another; a ladder's name asks for any of its levels."""
    ladder = _ladder(asked)
    if ladder is None or _ladder(held) is not ladder:
        return False
    if asked == ladder.name:
        return True
    return held != ladder.name and ladder.levels.index(held) >= ladder.levels.index(asked)


def _is_below(held: str, asked: str) -> bool:
    ladder = _ladder(asked)
    if ladder is None or _ladder(held) is not ladder or ladder.name in (held, asked):
        return False
    return ladder.levels.index(held) < ladder.levels.index(asked)


def _denies(fact: Fact, asked: tuple[str, ...]) -> bool:
    """Whether every alternative is denied: by its name, a lower level or the whole ladder."""
    denied = _name(fact)
    return all(
        (ladder := _ladder(name)) is not None
        and (denied == ladder.name or denied == name or _is_below(denied, name))
        for name in asked
    )


def _plain(name: str) -> str:
    plain = {"national security": "security clearance", "criminal record check": "a DBS check"}
    return plain.get(name, name)
