"""Which function judges which kind of requirement.

Must not know how any kind is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matcher.criteria import Criterion
from matcher.judging import (
    certification,
    clearance,
    education,
    experience_years,
    language,
    licence,
    location,
    money_scope,
    notice_period,
    outcome,
    right_to_work,
    sector,
    team_size,
    tool,
)
from matcher.judging.closeness import judge_words
from matcher.judging.context import Context
from matcher.types import Candidate, Requirement, Verdict

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


def judge(requirement: Requirement, candidate: Candidate, context: Context) -> Verdict:
    """Return the verdict of one requirement on one candidate, taken by itself.

    What ties it to other requirements is the business of ``judging.together``.
    """
    criterion: Criterion = requirement.scale or requirement.criterion
    judged_by = JUDGES.get(criterion.kind)
    if judged_by is None:
        return judge_words(requirement.text, candidate, context)
    return judged_by(criterion, candidate, context)
