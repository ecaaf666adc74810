"""Which function judges which kind of requirement, and what is looked at before and beside it.

Words that own to a weakness or deny a thing come first; volumes are judged beside the kind; the
table of practices gives way to titles. Must not know how any of them is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from data.knowledge.titles import functions_of
from matcher.criteria import Criterion, ExperienceYears
from matcher.judging import (
    clearance,
    language,
    licence,
    location,
    money_scope,
    notice_period,
    outcome,
    right_to_work,
    sector,
    team_size,
)
from matcher.judging.context import Context
from matcher.judging.credentials import judge as certification
from matcher.judging.education import judge as education
from matcher.judging.experience import judge as experience_years
from matcher.judging.tools import judge as tool
from matcher.judging.words import practice, unshown, volumes, weakness
from matcher.judging.words.closeness import judge_words
from matcher.types import BEST_FIRST, Candidate, Outcome, Requirement, Verdict
from matcher.values import (
    Certification,
    Clearance,
    FactValue,
    Language,
    Licence,
    Location,
    Money,
    NoticePeriod,
    People,
    Result,
    RightToWork,
    Sector,
)

JUDGES: Mapping[str, Callable[[Any, Candidate, Context], Verdict]] = {
    "experience_years": experience_years.judge,
    "money_scope": money_scope.judge,
    "team_size": team_size.judge,
    "certification": certification.judge,
    "education": education.judge,
    "clearance": clearance.judge,
    "language": language.judge,
    "licence": licence.judge,
    "right_to_work": right_to_work.judge,
    "tool": tool.judge,
    "location": location.judge,
    "notice_period": notice_period.judge,
    "sector": sector.judge,
    "outcome": outcome.judge,
}

# What takes longer to judge than all that a role asks besides: every post is looked at closely.
_DEAR = frozenset({"experience_years"})

# The facts by which a kind is judged, where nothing else of a CV counts.
_FACTS: Mapping[str, type[FactValue]] = {
    "money_scope": Money,
    "team_size": People,
    "certification": Certification,
    "clearance": Clearance,
    "language": Language,
    "licence": Licence,
    "right_to_work": RightToWork,
    "location": Location,
    "notice_period": NoticePeriod,
    "sector": Sector,
    "outcome": Result,
}


# Kinds that words tell of, and not facts of one type.
_OF_WORDS = frozenset({"general", "experience_years"})


def is_dear(requirement: Requirement) -> bool:
    """Return whether a requirement takes long to judge."""
    return (requirement.scale or requirement.criterion).kind in _DEAR


def facts_for(requirement: Requirement) -> type[FactValue] | None:
    """Return the type of the facts that alone decide a requirement; None where more counts.

    CVs without any such fact are all judged alike.
    """
    return _FACTS.get((requirement.scale or requirement.criterion).kind)


def judge(requirement: Requirement, candidate: Candidate, context: Context) -> Verdict:
    """Return the verdict of one requirement on one candidate, taken by itself.

    What ties it to other requirements is the business of ``judging.together``.
    """
    criterion: Criterion = requirement.scale or requirement.criterion
    if criterion.kind == "general" and (weak := weakness.owned(requirement.text, candidate)):
        return weak
    if criterion.kind == "general" and (no := certification.denied(requirement.text, candidate)):
        return no
    if criterion.kind == "tool" and (less := weakness.shallow(requirement.text, candidate)):
        return less
    if criterion.kind in _OF_WORDS and (none := weakness.disowned(_thing(requirement), candidate)):
        return none
    volume = volumes.judge(requirement.text, candidate) if criterion.kind in _OF_WORDS else None
    if volume is None:
        return _by_kind(requirement, candidate, context)
    if volume.outcome is not Outcome.NOT_STATED and volumes.is_all(requirement.text):
        return volume
    # A volume is a part of what is asked: neither it nor the rest makes up for the other.
    parts = (volume, _by_kind(requirement, candidate, context))
    return max(parts, key=lambda part: BEST_FIRST.index(part.outcome))


def _by_kind(requirement: Requirement, candidate: Candidate, context: Context) -> Verdict:
    criterion: Criterion = requirement.scale or requirement.criterion
    named = _as_practice(requirement, candidate)
    if named is not None and named.outcome is not Outcome.NOT_STATED:
        return named
    judged_by = JUDGES.get(criterion.kind)
    if judged_by is None and named is not None:
        return named  # Close words do not show what the CV does not name.
    if judged_by is None:
        verdict = judge_words(requirement.text, candidate, context)
        general = criterion.kind == "general"
        return unshown.less_unshown(requirement.text, verdict) if general else verdict
    verdict = judged_by(criterion, candidate, context)
    return named if named is not None and not _by_title(criterion) else verdict


def _thing(requirement: Requirement) -> str:
    """What an ask is of, without the length that it may ask for."""
    criterion = requirement.scale or requirement.criterion
    return criterion.of if isinstance(criterion, ExperienceYears) else requirement.text


def _by_title(criterion: Criterion) -> bool:
    """Whether titles of posts show the experience too, so that its own judge decides."""
    return isinstance(criterion, ExperienceYears) and bool(functions_of(criterion.of))


def _as_practice(requirement: Requirement, candidate: Candidate) -> Verdict | None:
    """Judge by the table of practices what no other table knows: no length, no look back."""
    criterion = requirement.scale or requirement.criterion
    if requirement.within_years is not None:
        return None
    if isinstance(criterion, ExperienceYears):
        if criterion.min_years is not None or criterion.leading:
            return None
    elif criterion.kind != "general":
        return None
    return practice.judge(requirement.text, candidate)
