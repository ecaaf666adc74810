"""What one unit of a role asks: the readings of every kind, put right by the words around them.

Must not know where in the role the unit stands. A unit that asks is read part by part where its
importance changes; what it waives ('a van is not essential') is no requirement; a team or budget
that comes with the post is none either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from data.knowledge.asking import asking, lowered
from data.patterns import regex
from matcher.criteria import (
    CertificationHeld,
    EducationHeld,
    ExperienceYears,
    LanguageSpoken,
    LocatedAt,
    MoneyScope,
    SectorWorked,
    TeamSize,
)
from matcher.facts.years.experience_words import phrase_end
from matcher.roles.equivalents import with_equivalents
from matcher.roles.importance import parts, unneeded
from matcher.roles.intent import ASKING_SECTIONS, Intent
from matcher.roles.joined import with_halves
from matcher.roles.levels import levelled
from matcher.roles.overlaps import resolved
from matcher.roles.ties import window_span
from matcher.types import Asked, Sentence

Ask = Callable[[Sentence], list[Asked]]

# Asked of the person however it is put: 'the role involves travel', 'subject to a DBS check'.
_STANDING = frozenset({"clearance", "licence", "location", "right_to_work"})
_QUIETEST = frozenset({"benefits", "employer", "keywords", "development"})
# 'As a registered nurse you will ...' asks for the registration in passing.
_IN_PASSING = regex(
    r"\bas an? (?:[\w/]+ ){0,4}?\(?"
    r"(?:registered|qualified|chartered|certified|licensed|rgn|rmn|rnld)\b"
)
# 'Provide line management to' is what the post does, whoever takes it.
_PROVIDED = regex(
    r"\b(?:provid(?:e|es|ing)|undertak(?:e|es|ing)|offer(?:ing)?|responsib\w+ for)\s"
    r"(?:[\w/,]+\s){0,4}?line management$"
)
# 'An experienced cook who will run the menu': from here on the work is told.
_WHO_WILL = regex(
    r"\bwho will (?!have\b|be able\b)|\byou will (?=lead|manage|run|oversee)"
    r"|(?<!ability )(?<!able )\bto (?=lead|manage|run|oversee|supervise|head)"
)
_GOES_ON = regex(
    r"\W*(?P<all>\w+\s+(?:gained\s+)?(?:from|in|within|at|with|of)\s+(?:an?\s+|the\s+)?"
    r"(?P<of>[^.;]+?))[\s.;,)]*",
    re.IGNORECASE,
)

_OPENS_NEXT = regex(r"[\s,]+(?:and|or|plus)(?:\s+(?:an?|the))?$", re.IGNORECASE)


def asked_in(text: str, unit: Sentence, ask: Ask, *, settings: bool = False) -> list[Asked]:
    """Read what a unit asks, part by part where it asks with more than one importance.

    With ``settings``, experience of a sector stays beside the sector that it was read as.
    """
    asked: list[Asked] = []
    for part in parts(unit):
        read = with_halves(part, lambda half: [_without_joint(half, each) for each in ask(half)])
        if all(isinstance(each.criterion, SectorWorked) for each in read):
            read = [*read, *_going_on(part, asked)]
        asked += read
    waived = unneeded(unit)
    asked = [
        each
        for each in asked
        if not any(start < each.end and each.start < end for start, end in waived)
        and not _is_window(unit, each)
        and not _told_as_duty(unit, each)
        and not _told_of_others(unit, each)
    ]
    asked = with_equivalents(text, asked)
    skills = [each for each in levelled(unit) if not _is_of_award(each, asked)]
    return resolved(text, [*asked, *skills], settings=settings)


def _is_of_award(skill: Asked, asked: Sequence[Asked]) -> bool:
    """Whether a level is that of a certificate or a language ('AAT qualified (Level 4)')."""
    return any(
        isinstance(each.criterion, CertificationHeld | EducationHeld | LanguageSpoken)
        and each.start < skill.end
        and skill.start < each.end
        for each in asked
    )


def _without_joint(part: Sentence, asked: Asked) -> Asked:
    """End a reading before the 'and a' that opens the next thing."""
    words = part.text[asked.start - part.start : asked.end - part.start]
    return replace(asked, end=asked.start + len(_OPENS_NEXT.sub("", words)))


def _told_as_duty(unit: Sentence, asked: Asked) -> bool:
    """Whether a team or budget without a size is what the post has, not what the person has had."""
    criterion = asked.criterion
    if unit.section in ASKING_SECTIONS or not isinstance(criterion, (MoneyScope, TeamSize)):
        return False
    sized = (
        criterion.min_amount if isinstance(criterion, MoneyScope) else criterion.min_people
    ) is not None
    before = _WHO_WILL.split(lowered(unit.text)[: asked.end - unit.start])[-1]
    if not sized and _PROVIDED.search(before):
        return True
    return not sized and asking()["asking.evidenced"].search(before) is None


def _is_window(unit: Sentence, asked: Asked) -> bool:
    """Whether a length is only how far back ('within the last two years')."""
    span = window_span(unit.text)
    return (
        span is not None
        and isinstance(asked.criterion, ExperienceYears)
        and unit.start + span[0] <= asked.start < unit.start + span[1]
    )


def _told_of_others(unit: Sentence, asked: Asked) -> bool:
    """Whether vetting is spoken of but asked of nobody: its price, or posts other than this."""
    if asked.criterion.kind not in _STANDING:
        return False
    return _of_nobody(lowered(unit.text))


def _of_nobody(low: str) -> bool:
    table = asking()
    if table["asking.nobody_asked"].search(low):
        return True
    return bool(table["asking.costs"].search(low)) and not table["asking.subjected"].search(low)


def _going_on(part: Sentence, asked: Sequence[Asked]) -> list[Asked]:
    """'Experience of baking, ideally in a hotel': the rest is experience too, of its own."""
    match = _GOES_ON.fullmatch(part.text)
    if match is None or not asked or not isinstance(asked[-1].criterion, ExperienceYears):
        return []
    last = phrase_end(part.text, match.start("of"), match.end("of"))
    of = part.text[match.start("of") : last]
    return [Asked(ExperienceYears(None, of), part.start + match.start("all"), part.start + last)]


def asked_besides(text: str, unit: Sentence, what: Intent, ask: Ask) -> list[Asked]:
    """Read what is asked of the person in a sentence that is about something else."""
    low = lowered(unit.text)
    wanted: set[str] = set()
    if asking()["asking.standing"].search(low) and _stands(unit.section, what, low):
        wanted |= _STANDING
    if _IN_PASSING.search(low):
        wanted.add(CertificationHeld.kind)
    if not wanted:
        return []
    found = [each for each in ask(unit) if each.criterion.kind in wanted]
    return resolved(text, [each for each in found if not _lives_elsewhere(text, each)])


def _lives_elsewhere(text: str, asked: Asked) -> bool:
    """Whether a place is where others live ('families living in Kent'), not where to go."""
    words = lowered(text[asked.start : asked.end])
    return isinstance(asked.criterion, LocatedAt) and not asking()["asking.moving"].search(words)


def _stands(section: str, what: Intent, low: str) -> bool:
    """Whether vetting, travel and the like are asked here of whoever takes the post."""
    table = asking()
    if _of_nobody(low):
        return False
    quiet = section in _QUIETEST or (
        what is Intent.SILENT and table["application.phrases"].search(low) is not None
    )
    return not quiet or table["asking.subjected"].search(low) is not None
