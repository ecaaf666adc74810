"""Judges licences to drive and to practise a trade.

Must not know how a licence is worded. A provisional licence is lower than a full one; where a
clean licence is asked and the CV is silent about points, it is partly met.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.licences import licences
from matcher.criteria import LicenceHeld
from matcher.facts.licences.reader import CLEAN, PROVISIONAL
from matcher.judging.context import Context
from matcher.judging.dates import has_passed
from matcher.judging.evidence.evidence import either, quoted
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Licence


def judge(criterion: LicenceHeld, candidate: Candidate, context: Context) -> Verdict:
    """Judge licences, any one of which does.

    Args:
        criterion: Canonical names, and whether the licence must be free of points.
        candidate: Whose licences are looked at.
        context: Its date decides whether a printed end of validity has passed.

    Returns:
        Met where a licence that covers it is held, partly where it has lapsed or a test is
        booked, not met where it is denied, withdrawn or only provisional.
    """
    facts = candidate.of(Licence)
    asked = either([_plain(name) for name in criterion.any_of])
    question = f"Do you hold {asked}, and is it current?"
    covering = [
        f for f in facts if any(licences().covers(_name(f), name) for name in criterion.any_of)
    ]
    denied = [
        f
        for f in facts
        if f.status is Status.DENIED
        and any(name == _name(f) or _belongs(name, _name(f)) for name in criterion.any_of)
    ]
    held = [
        f for f in covering if f.status is Status.HELD and not has_passed(f.when, context.as_of)
    ]
    if denied:
        reason = f"The CV says that the candidate does not hold {asked}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, denied[0]))
    if held:
        return _clean(criterion, candidate, facts, held[0])
    # Who is denied one of a sort, and shows no other, has none of it.
    if sorts := [f for f in covering if f.status is Status.DENIED and _of_sort(f, criterion)]:
        reason = f"The CV says that the candidate does not hold {asked}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, sorts[0]))
    lapsed = [f for f in covering if f.status in (Status.LAPSED, Status.HELD)]
    if lapsed:
        reason = f"The CV says that {_plain(_name(lapsed[0]))} was held and has lapsed."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, lapsed[0]), question)
    dated = [f for f in covering if f.status is Status.IN_PROGRESS and f.when]
    if dated:
        reason = f"The CV gives a date for obtaining {asked}, but it is not held yet."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, dated[0]), question)
    provisional = [f for f in facts if _name(f) == PROVISIONAL]
    if provisional and "driving" in criterion.any_of:
        reason = "The CV shows that the candidate is still learning to drive."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, provisional[0]))
    lower = [
        f
        for f in facts
        if f.status is Status.HELD
        and _name(f) != "driving"
        and not _is_a_sort(_name(f))
        and any(licences().covers(name, _name(f)) for name in criterion.any_of)
    ]
    if lower:
        reason = f"The CV states {_plain(_name(lower[0]))}, which is below {asked}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, lower[0]))
    return Verdict(Outcome.NOT_STATED, f"The CV does not state {asked}.", question=question)


def _is_a_sort(name: str) -> bool:
    """Whether a name leaves open which licence of several it is ('SIA licence')."""
    kind = licences().kinds.get(name)
    return kind is not None and bool(kind.any_of)


def _of_sort(fact: Fact, criterion: LicenceHeld) -> bool:
    """Whether a licence is a member of a sort that is asked."""
    return any(_is_a_sort(name) for name in criterion.any_of) and not _is_a_sort(_name(fact))


def _belongs(asked: str, denied: str) -> bool:
    """Whether a licence is one of a sort that is denied as a whole ('no SIA licence')."""
    sort = licences().kinds.get(denied)
    return sort is not None and asked in sort.any_of


def _clean(
    criterion: LicenceHeld, candidate: Candidate, facts: Sequence[Fact], held: Fact
) -> Verdict:
    name = _plain(_name(held))
    if not criterion.clean:
        return Verdict(Outcome.MET, f"The CV states {name}.", quoted(candidate, held))
    clean = [f for f in facts if _name(f) == CLEAN]
    points = [f for f in clean if f.status is Status.DENIED]
    if points:
        reason = "The CV states a driving licence with points on it; a clean one is asked."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, held, points[0]))
    if clean:
        reason = f"The CV states {name}, and that it is clean."
        return Verdict(Outcome.MET, reason, quoted(candidate, held, clean[0]))
    reason = f"The CV states {name}, but not whether it is clean."
    question = "Are there any points or endorsements on your driving licence?"
    return Verdict(Outcome.PARTLY, reason, quoted(candidate, held), question)


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Licence)
    return fact.value.name


def _plain(name: str) -> str:
    known = {"SIA": "an SIA licence", "personal licence": "a personal licence"}
    article = "an" if name.startswith(("HGV", "SIA")) else "a"
    return known.get(name, f"{article} {name} licence")
