"""'A degree or equivalent experience', 'or five years' experience': one ask that two kinds read.

Must not know how either reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.patterns import regex
from matcher.criteria import EducationHeld, ExperienceYears
from matcher.types import Asked

_OR_EQUIVALENT = regex(
    r"\bor\s+(?:have\s+|has\s+|an?\s+|the\s+)*(?:comparable|equivalent)\s+(?:[\w-]+\s+){0,3}?experience\b",
    re.IGNORECASE,
)
_OR = regex(r"\s*,?\s*\(?or\s+(?:else\s+|have\s+|an?\s+)*", re.IGNORECASE)
_LENGTH = regex(
    r"\b(?:\d+|[a-z]+)\+?\s*(?:\([^()]*\)\s*)?(?:or\s+more\s+)?(?:years?|yrs?)\b['’]?",
    re.IGNORECASE,
)
_RELEVANT = regex(
    r"\b(?:relevant|related|similar|comparable|equivalent|appropriate|suitable)\b", re.IGNORECASE
)
# What is left of the words for the years where they name no field.
_NO_FIELD = regex(
    r"\W*(?:(?:at|least|over|more|than|a|minimum|of|min|some|or|in|work|working|worked|relevant|related|similar|comparable"
    r"|equivalent|appropriate|suitable|practical|professional|industry|experience|post|role|roles|the|an|field|job)\W*)*",
    re.IGNORECASE,
)


def with_equivalents(text: str, asked: Sequence[Asked]) -> list[Asked]:
    """Fold experience that may stand in for an award into what is asked of education."""
    kept = list(asked)
    for award in [each for each in asked if isinstance(each.criterion, EducationHeld)]:
        for other in [each for each in kept if _stands_in(text, award, each)]:
            kept.remove(other)
            kept = [_widened(text, each, other) if each is award else each for each in kept]
    return kept


def _stands_in(text: str, award: Asked, other: Asked) -> bool:
    criterion = other.criterion
    if not isinstance(criterion, ExperienceYears) or other.start < award.end:
        return False
    if criterion.min_years is not None:
        # Of a field of its own the years are asked beside the award, as an alternative.
        named = text[other.start : other.end]
        return bool(
            _OR.fullmatch(text, award.end, other.start)
            and _NO_FIELD.fullmatch(_LENGTH.sub("", named))
        )
    found = _OR_EQUIVALENT.search(text, award.start, max(award.end, other.end))
    return found is not None and other.start < found.end() <= other.end


def _widened(text: str, award: Asked, other: Asked) -> Asked:
    assert isinstance(award.criterion, EducationHeld)
    years = getattr(other.criterion, "min_years", None)
    # Beside a subject, 'five years' professional experience' is meant to be in its field.
    relevant = (
        years is None
        or award.criterion.subject is not None
        or _RELEVANT.search(text, other.start, other.end) is not None
    )
    criterion = replace(award.criterion, or_equivalent_experience=relevant, or_years=years)
    return replace(award, criterion=criterion, end=max(award.end, other.end))
