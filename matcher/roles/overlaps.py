"""Several kinds read the same words: which of their readings stand.

Must not know how a kind reads. 'Experience of leading a team of thirty' is read as experience and
as a team; 'five years' ServiceNow administration' as experience and as a tool. The reading that
says more precisely what is asked stands: a typed thing over experience without a length, a length
over the things it was spent on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data.knowledge.asking import asking
from data.knowledge.experience import protected
from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.criteria import (
    CertificationHeld,
    ClearanceHeld,
    Criterion,
    EducationHeld,
    ExperienceYears,
    LanguageSpoken,
    LicenceHeld,
    MayWork,
    MoneyScope,
    ResultShown,
    SectorWorked,
    TeamSize,
    ToolUsed,
)
from matcher.types import Asked

_MUCH = 0.6
_FEW = 2
_SEVERAL = 4
_RANK = regex(r"\b(?:capacity|level|position|post|roles?)$", re.IGNORECASE)
_EXAMPLE = regex(
    r"\b(?:software|systems?|platforms?|tools?|toolsets?|packages?|applications?|suites?"
    r"|crms?|erps?|wms|hris|lms|cms|epos)"
    r"(?:\s+experience)?[\s,:(]*(?:e\.?g\.?|i\.?e\.?|such as|like|including)?[\s,:(]*$",
    re.IGNORECASE,
)
_SUCH_AS = regex(
    r"(?:\bsuch\s+as|\be\.?\s?g\.?,?|\blike|\bincluding|\bfor\s+example,?)\s+$", re.IGNORECASE
)
# How a tool or a technique is used, and what it is, says no more than its name.
_DOING = frozenset({
    "applying", "building", "conducting", "creating", "developing", "drawing", "facilitating",
    "keeping", "leading", "maintaining", "managing", "performing", "preparing", "producing",
    "administration", "administering", "administrator", "configuration", "telephony", "running",
    "undertaking", "updating", "using", "writing", "carrying", "out", "technique", "techniques",
    "method", "methods", "methodologies", "methodology", "practices",
})  # fmt: skip
# 'A record of satisfaction of 80% or above': the figure is a bound anyway.
_BOUNDS = frozenset({"or", "above", "below", "better", "higher", "lower", "more", "less", "over"})
# Kinds that experience without a length gives way to where they cover what it is of.
_TYPED = (
    MoneyScope,
    TeamSize,
    CertificationHeld,
    EducationHeld,
    ClearanceHeld,
    LanguageSpoken,
    LicenceHeld,
    MayWork,
    ToolUsed,
)
_BESIDES = ("outcome", "sector", "notice_period")
# Stronger first: where two of these share words, the later one is dropped.
_ORDER = (
    "right_to_work",
    "licence",
    "certification",
    "education",
    "clearance",
    "outcome",
    "money_scope",
    "team_size",
    "language",
    "tool",
    "notice_period",
    "location",
    "sector",
)


def resolved(text: str, asked: Sequence[Asked], *, settings: bool = False) -> list[Asked]:
    """Return the readings that stand; ``text`` is the document that their spans point into.

    'Experience in retail' is a sector. With ``settings`` it is left as experience besides, so that
    either reading can be met.
    """
    fields = [a for a in asked if not (settings and isinstance(a.criterion, SectorWorked))]
    kept = []
    for item in asked:
        rivals = fields if isinstance(item.criterion, ExperienceYears) else asked
        if not any(other is not item and _yields(text, item, other, rivals) for other in rivals):
            kept.append(item)
    return _once(kept)


def _yields(text: str, item: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    """Whether ``item`` gives way to ``other``."""
    if _is_kind_of(text, item, other):
        return True
    if _exemplified(text, item, other):
        return len(_left_over(text, item, [other])) <= _FEW
    if min(item.end, other.end) <= max(item.start, other.start):
        return False
    mine, theirs = item.criterion, other.criterion
    if isinstance(mine, ExperienceYears):
        if isinstance(theirs, ExperienceYears):
            return _lesser_experience(item, other, asked)
        if mine.min_years is not None or not _may_replace(other):
            return False
        covering = [each for each in asked if _may_replace(each)]
        spare = 0 if _is_rank(text, other) else _spare(mine, theirs)
        left = _left_over(text, item, covering)
        if isinstance(theirs, ToolUsed):
            left -= _DOING
        if isinstance(theirs, ResultShown):
            left -= _BOUNDS
        return len(left) <= spare
    if isinstance(theirs, ExperienceYears):
        return _yields_to_experience(text, item, other, asked)
    if mine.kind == theirs.kind:
        return _lesser_twin(item, other, asked)
    if {mine.kind, theirs.kind} == {"certification", "language"}:
        # 'Certified C1 French': what the certificate shows is what is asked.
        return mine.kind == "certification"
    return _ORDER.index(mine.kind) > _ORDER.index(theirs.kind) if _ranked(item, other) else False


def _spare(mine: ExperienceYears, theirs: Criterion) -> int:
    """Return how many words may stay uncovered: beside a team, those on how it was led.

    Beside a sized budget, the word for whose it is: 'Parish budget experience of £1m'.
    """
    if isinstance(theirs, MoneyScope):
        if theirs.scope == "contract_value":
            return _FEW
        return 0 if theirs.min_amount is None else 1
    if not mine.leading or not isinstance(theirs, TeamSize):
        return 0
    if theirs.min_people is not None and not named_in(mine.of):
        return _SEVERAL
    return 1 if theirs.min_people is None else _FEW


def _yields_to_experience(text: str, item: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    mine, theirs = item.criterion, other.criterion
    assert isinstance(theirs, ExperienceYears)
    if theirs.min_years is not None and isinstance(mine, CertificationHeld):
        # Three years as a registered nurse are asked, and no registration besides.
        return _inside(item, other) and protected().match(theirs.of) is not None
    if theirs.min_years is not None:
        return isinstance(mine, (ToolUsed, TeamSize, SectorWorked)) and _inside(item, other)
    if mine.kind == "location":
        return True
    if _is_rank(text, item):
        return bool(_left_over(text, other, [item]))
    if not isinstance(mine, SectorWorked):
        return False
    sectors = [each for each in asked if isinstance(each.criterion, SectorWorked)]
    return bool(_left_over(text, other, sectors))


def _is_rank(text: str, item: Asked) -> bool:
    """Whether a team is read from a rank alone: 'experience in a supervisory role'."""
    named = isinstance(item.criterion, TeamSize) and item.criterion.min_people is None
    return named and _RANK.search(text, item.start, item.end) is not None


def _exemplified(text: str, item: Asked, other: Asked) -> bool:
    """Whether products are named as examples of the software that experience is asked with."""
    mine, theirs = item.criterion, other.criterion
    if not isinstance(mine, ExperienceYears) or not isinstance(theirs, ToolUsed):
        return False
    if mine.min_years is not None or other.start < item.start:
        return False
    inside = other.start < item.end
    return (inside and theirs.or_similar) or (
        _EXAMPLE.search(text, item.start, other.start) is not None
    )


def _is_kind_of(text: str, item: Asked, other: Asked) -> bool:
    """Whether experience is asked of a kind of tool, and examples of it say what would show it."""
    mine, theirs = item.criterion, other.criterion
    if not isinstance(mine, ExperienceYears) or not isinstance(theirs, ToolUsed):
        return False
    within = item.start <= other.start and other.end <= item.end
    return (
        within
        and mine.min_years is None
        and _SUCH_AS.search(text, item.start, other.start) is not None
    )


def _ranked(item: Asked, other: Asked) -> bool:
    kinds = {item.criterion.kind, other.criterion.kind}
    if kinds & {"sector"} or not kinds <= set(_ORDER):
        return False
    # A budget and a team may be asked in one breath; so may a tool and a result.
    return kinds not in ({"money_scope", "team_size"}, {"tool", "outcome"}, {"tool", "money_scope"})


def _may_replace(other: Asked) -> bool:
    return isinstance(other.criterion, _TYPED) or other.criterion.kind in _BESIDES


def _left_over(text: str, item: Asked, others: Sequence[Asked]) -> frozenset[str]:
    """Words of experience's field that no other reading covers."""
    left = set()
    for word in re.finditer(r"[A-Za-z][\w+#&.'’-]*", text[item.start : item.end]):
        at = item.start + word.start()
        if not any(other.start <= at < other.end for other in others):
            left.add(word.group().lower().strip(".'’-"))
    return frozenset(left.difference(asking().phrases["asking.empty"]))


def _inside(item: Asked, other: Asked) -> bool:
    shared = min(item.end, other.end) - max(item.start, other.start)
    return shared >= _MUCH * (item.end - item.start)


def _lesser_experience(item: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    """Of two readings of one experience, the one without a length, then the shorter, yields."""
    assert isinstance(item.criterion, ExperienceYears)
    assert isinstance(other.criterion, ExperienceYears)
    if not _inside(item, other) and not _inside(other, item):
        return False
    mine, theirs = item.criterion.min_years, other.criterion.min_years
    if mine is not None and theirs is not None and mine != theirs:
        return False
    if (mine is None) != (theirs is None):
        return mine is None
    return _key(item, asked) > _key(other, asked)


def _lesser_twin(item: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    """Of two readings of one kind, that which names no more than the other, yields."""
    mine, theirs = _names(item), _names(other)
    if mine and theirs:
        if mine == theirs:
            return _key(item, asked) > _key(other, asked)
        return mine < theirs
    return _inside(item, other) and _key(item, asked) > _key(other, asked)


def _key(item: Asked, asked: Sequence[Asked]) -> tuple[int, int]:
    """Longer first, then in the order they were read."""
    return (-(item.end - item.start), next(n for n, each in enumerate(asked) if each is item))


def _names(item: Asked) -> frozenset[str]:
    listed = getattr(item.criterion, "any_of", ()) + getattr(item.criterion, "all_of", ())
    return frozenset(plain_name(name) for name in listed)


def plain_name(name: str) -> str:
    """Return a name's letters and figures alone, to compare spellings."""
    return "".join(c for c in name.lower() if c.isalnum())


def _once(asked: Iterable[Asked]) -> list[Asked]:
    kept: list[Asked] = []
    for item in asked:
        if not any(
            item.criterion == other.criterion and item.start == other.start for other in kept
        ):
            kept.append(item)
    return kept
