"""Numbered awards of professional bodies where education asks for a level in their field.

'Level 5 leadership qualification' names no body; the ILM's and the CMI's diplomas are such. Must
not know how either side is worded: which bodies stand for a field is told by the groups of the
tables of certificates.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from data.knowledge import certificate_names
from data.knowledge.certifications import certificates, covers
from matcher.criteria import FULL_MASTERS, EducationHeld
from matcher.judging.dates import is_past
from matcher.judging.education import studies
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Certification

# The level of a postgraduate diploma on the scale of the vocational awards.
_POSTGRADUATE = 7


def judge(criterion: EducationHeld, candidate: Candidate, as_of: date) -> Verdict | None:
    """Return the verdict of a body's numbered awards, None where they say nothing of what is asked.

    Met at the level or above, partly where one of that level is dated ahead, not met where a
    lower one is all that is held.
    """
    least = _asked(criterion)
    if least is None or criterion.subject is None:
        return None
    kinds = _kinds(criterion.subject)
    ours = [f for f in candidate.of(Certification) if not f.bare and _is_of(f, kinds)]
    enough = [fact for fact in ours if _level(fact) >= least]
    held = [fact for fact in enough if fact.status is Status.HELD]
    if held:
        return studies.verdict(Outcome.MET, f"The CV shows {_name(held[0])}.", candidate, held[0])
    asked = f"a level {least} award in {criterion.subject}"
    question = f"Do you have {asked}, and from when?"
    coming = [fact for fact in enough if fact.status is Status.IN_PROGRESS]
    dated = [fact for fact in coming if fact.when and not is_past(fact.when, as_of)]
    if dated:
        reason = f"The CV shows {_name(dated[0])} in progress, with {dated[0].when} as its date."
        return studies.verdict(Outcome.PARTLY, reason, candidate, dated[0], question=question)
    lower = [fact for fact in ours if fact.status is Status.HELD]
    if lower and not coming:
        best = max(lower, key=_level)
        reason = f"The CV shows {_name(best)}, which is below {asked}."
        return studies.verdict(Outcome.NOT_MET, reason, candidate, best)
    return None


def _asked(criterion: EducationHeld) -> int | None:
    """Return the number of the level that is asked, None where it has none."""
    if number := studies.NUMBER.fullmatch(criterion.min_grade):
        return int(number["level"])
    below_masters = criterion.level == "masters" and criterion.min_grade != FULL_MASTERS
    return _POSTGRADUATE if below_masters else None


@lru_cache(maxsize=256)
def _kinds(subject: str) -> tuple[str, ...]:
    """Return the groups of certificates that a field's qualifications are ("leadership")."""
    named = certificate_names.find(f"{subject} qualification")
    return tuple(each.id for each in named if certificates()[each.id].generic)


def _is_of(fact: Fact, kinds: tuple[str, ...]) -> bool:
    known = _id(fact) in certificates() and _level(fact) > 0
    return known and any(covers(_id(fact), kind) for kind in kinds)


def _id(fact: Fact) -> str:
    assert isinstance(fact.value, Certification)
    return fact.value.id


def _level(fact: Fact) -> int:
    entry = certificates()[_id(fact)]
    return int(entry.level) if entry.level.isdigit() else 0


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Certification)
    return fact.value.name
