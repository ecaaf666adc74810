"""Judges experience in a sector.

Must not know how a sector is worded. A council is public sector because the table says so; a CV
that names no sector is not stated, and only one that places the whole career elsewhere, or denies
the sector, contradicts.
"""

from __future__ import annotations

from data.knowledge.sectors import sectors
from matcher.criteria import SectorWorked
from matcher.facts.sectors.reader import OUTSIDE
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import either, quoted
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Sector


def judge(criterion: SectorWorked, candidate: Candidate, context: Context) -> Verdict:
    """Judge sectors, any one of which does.

    Args:
        criterion: Names of sectors; an unknown one is compared as printed.
        candidate: Whose posts are looked at.
        context: Not needed; judges share one signature.

    Returns:
        Met where a post stood in the sector or in a part of it, not met where the CV denies it
        or places the whole career elsewhere.
    """
    del context
    facts = candidate.of(Sector)
    asked = either(criterion.any_of)
    denied = [fact for fact in facts if fact.status is Status.DENIED]
    outright = [fact for fact in denied if _name(fact) in criterion.any_of]
    shown = [
        fact
        for fact in facts
        if fact.status is Status.HELD and sectors().wider(_name(fact)) & set(criterion.any_of)
    ]
    if shown and not outright:
        reason = f"The CV shows work in the {_sector(_name(shown[0]))}."
        return Verdict(Outcome.MET, reason, quoted(candidate, shown[0]))
    if outright and len({_name(fact) for fact in outright}) == len(set(criterion.any_of)):
        reason = f"The CV says that there is no experience of the {_sector(asked)}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, outright[0]))
    whole = [fact for fact in denied if _name(fact).startswith(OUTSIDE)]
    if whole and not shown:
        elsewhere = _name(whole[0]).removeprefix(OUTSIDE)
        reason = f"The CV places the whole career in {elsewhere}, not in the {_sector(asked)}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, whole[0]))
    reason = f"The CV does not show work in the {_sector(asked)}."
    question = f"Which of your posts were in the {_sector(asked)}?"
    return Verdict(Outcome.NOT_STATED, reason, question=question)


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Sector)
    return fact.value.name


def _sector(name: str) -> str:
    return name if name.endswith("sector") else f"{name} sector"
