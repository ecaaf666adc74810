"""Which function judges which kind of requirement, and what narrows its view of the candidate.

Must not know how any kind is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from matcher.criteria import Criterion
from matcher.judging.closeness import judge_words
from matcher.judging.context import Context
from matcher.types import Candidate, Requirement, Verdict

Judge = Callable[[Any, Candidate, Context], Verdict]
SOFT_KINDS = frozenset({"skill", "duty", "general"})


def judge(requirement: Requirement, candidate: Candidate, context: Context) -> Verdict:
    """Return the verdict of one requirement on one candidate."""
    scale = getattr(requirement.criterion, "scale", None)
    if scale is not None:
        return _judge_typed(scale, candidate, context)
    if requirement.kind in SOFT_KINDS:
        return judge_words(requirement.text, candidate, context)
    return _judge_typed(requirement.criterion, candidate, context)


def _judge_typed(criterion: Criterion, candidate: Candidate, context: Context) -> Verdict:
    module = import_module(f"matcher.judging.{criterion.kind}")
    result: Verdict = module.judge(criterion, candidate, context)
    return result
