"""Which readings of one unit are alternatives: meeting one of a group satisfies all of it.

Must not know how a reading came about. Two things make a group: 'or' between what must be had, and
a sector that the same words were also read as experience of. In a list of what would help ('an
MBA, or spoken Welsh') 'or' parts things that each count, so there it makes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from data.patterns import regex
from matcher.criteria import SectorWorked
from matcher.roles.importance import default_importance, marked_importance
from matcher.roles.joined import offered
from matcher.types import Asked, Importance, Sentence

_OR = regex(
    r"[\s,;(/]*or[\s,]+(?:(?:an?|the|have|has|hold|holds|be|is)\s+){0,2}"
    r"(?:(?:equivalent|comparable|similar|recogni[sz]ed|relevant|suitable)\s+){0,2}",
    re.IGNORECASE,
)
_COMMA = regex(r"\s*,\s*")
_OR_OTHERS = regex(r"\s*,?\s*or\b", re.IGNORECASE)


def groups_of(text: str, unit: Sentence, asked: Sequence[Asked]) -> dict[int, str]:
    """Return the name of the group that each reading belongs to, by its position in ``asked``."""
    groups: dict[int, str] = {}
    for position, (one, two) in enumerate(pairwise(asked)):
        if _twice_read(one, two) or (
            _essential(unit, one) and _joined(text, asked[position:], one, two)
        ):
            name = groups.get(position) or f"alternatives at {one.start}"
            groups[position] = groups[position + 1] = name
    return groups


def _twice_read(one: Asked, two: Asked) -> bool:
    overlap = min(one.end, two.end) > max(one.start, two.start)
    sectors = [isinstance(each.criterion, SectorWorked) for each in (one, two)]
    return overlap and sectors[0] != sectors[1]


def _essential(unit: Sentence, one: Asked) -> bool:
    said = marked_importance(unit, one.start, one.end) or default_importance(unit)
    return said is Importance.ESSENTIAL


def _joined(text: str, run: Sequence[Asked], one: Asked, two: Asked) -> bool:
    """Whether 'or' stands between two readings, or ends the list that they are members of."""
    if two.start < one.end:
        return False
    if _OR.fullmatch(text, one.end, two.start) or offered(text, one, two):
        return True
    if one.criterion.kind != two.criterion.kind or not _COMMA.fullmatch(text, one.end, two.start):
        return False
    last = two
    for each in run[2:]:
        if each.criterion.kind != one.criterion.kind or not _COMMA.fullmatch(
            text, last.end, each.start
        ):
            break
        last = each
    return _OR_OTHERS.match(text, last.end) is not None
