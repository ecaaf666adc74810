"""Which function judges which kind of requirement, and what narrows its view of the candidate.

Must not know how any kind is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from matcher.judging.closeness import judge_words
from matcher.judging.context import Context
from matcher.types import Candidate, Requirement, Verdict

Judge = Callable[[Any, Candidate, Context], Verdict]
SOFT_KINDS = frozenset({"skill", "duty", "general"})


def judge(requirement: Requirement, candidate: Candidate, context: Context) -> Verdict:
    """Return the verdict of one requirement on one candidate."""
    if requirement.kind in SOFT_KINDS:
        return judge_words(requirement.text, candidate, context)
    try:
        module = import_module(f"matcher.judging.{requirement.kind}")
    except ModuleNotFoundError:
        return judge_words(requirement.text, candidate, context)
    result: Verdict = module.judge(requirement.criterion, candidate, context)
    return result
