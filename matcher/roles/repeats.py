"""What a role says twice, and what it says only in passing, to be asked once.

Must not know how a requirement was read. Ads repeat themselves: the fullest statement of a
requirement stays, with the importance that words state for it anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from data.knowledge.asking import asking
from data.knowledge.clearances import clearances
from data.patterns import regex
from matcher.criteria import ExperienceYears
from matcher.roles.draft import Draft
from matcher.roles.overlaps import plain_name


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


_PITCH = regex(
    r"(?:an?\s+)?(?:\w+\s+(?:and\s+)?)?experienced\s+(?!in\b|with\b|within\b|at\b|of\b|working\b)",
    re.IGNORECASE,
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
    mine = {plain_name(name) for name in getattr(one.criterion, "any_of", ())}
    theirs = {plain_name(name) for name in getattr(two.criterion, "any_of", ())}
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _same_check(one: Draft, two: Draft, _text: str) -> bool:
    """One rung of a ladder of vetting and the ladder itself are one check."""
    mine, theirs = _check_names(one), _check_names(two)
    ladders = clearances().ladders
    whole = {name for name in (*mine, *theirs) if name in ladders}
    rungs = {rung for name in whole for rung in ladders[name].levels}
    return bool(mine & theirs) or (mine | theirs <= rungs | whole and len(whole) == 1)


def _check_names(draft: Draft) -> frozenset[str]:
    return frozenset(getattr(draft.criterion, "any_of", ()))


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
    return words.difference(asking().phrases["asking.empty"]) or words


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
    "clearance": _same_check,
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
    return replace(
        fuller,
        importance=source.importance,
        marked=source.marked,
        within_years=fuller.within_years or other.within_years,
    )


def _fullness(draft: Draft) -> tuple[int, int, int, int]:
    sized = sum(
        getattr(draft.criterion, name, None) is not None
        for name in ("min_years", "min_amount", "min_people", "subject")
    )
    rungs = len(_check_names(draft).difference(clearances().ladders))
    return (
        sized,
        rungs if draft.criterion.kind == "clearance" else 0,
        len(getattr(draft.criterion, "any_of", ())),
        len(getattr(draft.criterion, "of", "")),
    )
