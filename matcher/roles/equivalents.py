"""'A degree or equivalent experience': one requirement, though two kinds read it.

Must not know how either reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.criteria import EducationHeld, ExperienceYears
from matcher.types import Asked

_OR_EQUIVALENT = re.compile(
    r"\bor\s+(?:have\s+|has\s+|an?\s+|the\s+)*(?:comparable|equivalent)\s+(?:[\w-]+\s+){0,3}?experience\b",
    re.IGNORECASE,
)


def with_equivalents(text: str, asked: Sequence[Asked]) -> list[Asked]:
    """Fold experience that may stand in for an award into what is asked of education."""
    kept = list(asked)
    for award in [each for each in asked if isinstance(each.criterion, EducationHeld)]:
        for other in [each for each in kept if _stands_in(text, award, each)]:
            kept.remove(other)
            kept = [_widened(each, other) if each is award else each for each in kept]
    return kept


def _stands_in(text: str, award: Asked, other: Asked) -> bool:
    criterion = other.criterion
    if not isinstance(criterion, ExperienceYears) or criterion.min_years is not None:
        return False
    found = _OR_EQUIVALENT.search(text, award.start, max(award.end, other.end))
    return found is not None and other.start < found.end() <= other.end


def _widened(award: Asked, other: Asked) -> Asked:
    assert isinstance(award.criterion, EducationHeld)
    criterion = replace(award.criterion, or_equivalent_experience=True)
    return replace(award, criterion=criterion, end=max(award.end, other.end))
