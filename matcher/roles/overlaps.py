"""Several kinds read the same words: which of their readings stand, and what is said twice.

Must not know how a kind reads. 'Experience of leading a team of thirty' is read as experience and
as a team; 'five years' ServiceNow administration' as experience and as a tool. The reading that
says more precisely what is asked stands: a typed thing over experience without a length, a length
over the things it was spent on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from matcher.criteria import (
    CertificationHeld,
    ClearanceHeld,
    EducationHeld,
    ExperienceYears,
    LanguageSpoken,
    LicenceHeld,
    MayWork,
    MoneyScope,
    SectorWorked,
    TeamSize,
    ToolUsed,
)
from matcher.roles.draft import Draft
from matcher.types import Asked

# Words of a phrase of experience that say nothing about its field.
_EMPTY = frozenset(
    "a an and any at in be been by can demonstrable demonstrated direct environment essential etc evidence excellent "
    "experience experienced experiences extensive field for from good hands has have having held hold ideally in "
    "is like large leading level manage managed management managing minimum must of on or other over previous previously "
    "proven recent record relevant required responsibility role roles running sector sectors setting settings significant similar solid "
    "some strong such team teams the their them to track use used using value with within work worked "
    "working years year background history industry wider knowledge you your desirable advantage would "
    "industries environments e.g. eg".split()
)
_MUCH = 0.6
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
    "certification",
    "education",
    "clearance",
    "licence",
    "outcome",
    "money_scope",
    "team_size",
    "language",
    "tool",
    "notice_period",
    "location",
    "sector",
)


def resolved(text: str, asked: Sequence[Asked]) -> list[Asked]:
    """Return the readings that stand; ``text`` is the document that their spans point into."""
    kept: list[Asked] = []
    for item in asked:
        if not any(other is not item and _yields(text, item, other, asked) for other in asked):
            kept.append(item)
    return _once(kept)


def _yields(text: str, item: Asked, other: Asked, asked: Sequence[Asked]) -> bool:
    """Whether ``item`` gives way to ``other``."""
    if min(item.end, other.end) <= max(item.start, other.start):
        return False
    mine, theirs = item.criterion, other.criterion
    if isinstance(mine, ExperienceYears):
        if isinstance(theirs, ExperienceYears):
            return _lesser_experience(item, other, asked)
        if mine.min_years is not None or not _may_replace(other):
            return False
        if mine.leading and isinstance(theirs, TeamSize):
            return True
        covering = [each for each in asked if _may_replace(each)]
        return not _left_over(text, item, covering)
    if isinstance(theirs, ExperienceYears):
        if theirs.min_years is not None:
            return isinstance(mine, (ToolUsed, TeamSize, SectorWorked)) and _inside(item, other)
        if mine.kind == "location":
            return True
        return isinstance(mine, SectorWorked) and _left_over(text, other, [item]) != frozenset()
    if mine.kind == theirs.kind:
        return _lesser_twin(item, other, asked)
    return _ORDER.index(mine.kind) > _ORDER.index(theirs.kind) if _ranked(item, other) else False


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
    return frozenset(left - _EMPTY)


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
    return frozenset(_plain(name) for name in listed)


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _once(asked: list[Asked]) -> list[Asked]:
    kept: list[Asked] = []
    for item in asked:
        if not any(
            item.criterion == other.criterion and item.start == other.start for other in kept
        ):
            kept.append(item)
    return kept


def without_repeats(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drop what is said again: the fullest statement stays, with the most explicit importance."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((n for n, other in enumerate(kept) if _same(draft, other, text)), None)
        if same is None:
            kept.append(draft)
            continue
        other = kept[same]
        kept[same] = _merged(other, draft)
    return kept


def without_pitches(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drop 'an experienced porter' where the role says anywhere what experience it means."""
    named = [d for d in drafts if isinstance(d.criterion, ExperienceYears)]
    pitches = [d for d in named if _PITCH.match(text, d.start, d.end) and _bare(d)]
    if len(pitches) == len(named):
        return list(drafts)
    return [d for d in drafts if d not in pitches]


def _bare(draft: Draft) -> bool:
    return isinstance(draft.criterion, ExperienceYears) and draft.criterion.min_years is None


_PITCH = re.compile(
    r"(?:an?\s+)?(?:\w+\s+(?:and\s+)?)?experienced\s+(?!in\b|with\b|within\b|at\b|of\b|working\b)", re.IGNORECASE
)


def _same(one: Draft, two: Draft, text: str) -> bool:
    if one.criterion.kind != two.criterion.kind:
        return False
    if one.unit == two.unit and one.criterion.kind not in ("duty", "general"):
        return one.criterion == two.criterion
    compare = _SAME.get(one.criterion.kind, _same_criterion)
    return compare(one, two, text)


def _same_criterion(one: Draft, two: Draft, _text: str) -> bool:
    return one.criterion == two.criterion


def _same_words(one: Draft, two: Draft, text: str) -> bool:
    return text[one.start : one.end].lower().split() == text[two.start : two.end].lower().split()


def _same_names(one: Draft, two: Draft, _text: str) -> bool:
    mine = {_plain(name) for name in getattr(one.criterion, "any_of", ())}
    theirs = {_plain(name) for name in getattr(two.criterion, "any_of", ())}
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _same_experience(one: Draft, two: Draft, _text: str) -> bool:
    assert isinstance(one.criterion, ExperienceYears)
    assert isinstance(two.criterion, ExperienceYears)
    mine, theirs = _field(one.criterion.of), _field(two.criterion.of)
    if not mine or not theirs:
        return mine == theirs and one.criterion.min_years == two.criterion.min_years
    lengths = {one.criterion.min_years, two.criterion.min_years}
    if None not in lengths and len(lengths) == 2:
        return False
    small, large = sorted((mine, theirs), key=len)
    return small <= large and len(large) <= 2 * len(small)


def _field(of: str) -> frozenset[str]:
    words = frozenset(re.findall(r"[a-z][\w+#]*", of.lower()))
    return (words - _EMPTY) or words


def _same_size(one: Draft, two: Draft, _text: str) -> bool:
    """Two sizes of one thing are one requirement unless both are stated and differ."""
    for name in ("min_amount", "min_people"):
        mine, theirs = getattr(one.criterion, name, None), getattr(two.criterion, name, None)
        if mine is not None and theirs is not None and mine != theirs:
            return False
    return getattr(one.criterion, "scope", "") == getattr(two.criterion, "scope", "")


def _same_level(one: Draft, two: Draft, _text: str) -> bool:
    return getattr(one.criterion, "level", "") == getattr(two.criterion, "level", "")


def _always(_one: Draft, _two: Draft, _text: str) -> bool:
    return True


_SAME: dict[str, Callable[[Draft, Draft, str], bool]] = {
    "certification": _same_names,
    "clearance": _same_names,
    "duty": _same_words,
    "education": _same_level,
    "experience_years": _same_experience,
    "general": _same_words,
    "language": _same_names,
    "licence": _same_names,
    "money_scope": _same_size,
    "right_to_work": _always,
    "sector": _same_names,
    "team_size": _same_size,
    "tool": _same_names,
}


def _merged(one: Draft, two: Draft) -> Draft:
    """The fuller of two statements of one requirement, with the importance that words state."""
    fuller = two if _fullness(two) > _fullness(one) else one
    other = one if fuller is two else two
    source = other if other.marked and not fuller.marked else fuller
    return Draft(
        fuller.criterion,
        fuller.start,
        fuller.end,
        source.importance,
        fuller.unit,
        source.marked,
        fuller.group,
        fuller.within_years or other.within_years,
        fuller.same_post,
    )


def _fullness(draft: Draft) -> tuple[int, int, int]:
    sized = sum(
        getattr(draft.criterion, name, None) is not None
        for name in ("min_years", "min_amount", "min_people", "subject")
    )
    return sized, len(getattr(draft.criterion, "any_of", ())), len(getattr(draft.criterion, "of", ""))
