"""A certificate and its parts: one still to come keeps it from being held, all of them make it up.

Must not know how names or states are read. "ITIL Expert: final MALC exam booked for May" names the
certificate first and then the module that is missing; so does "Managing Professional (last module
due in May)". A certificate with its year, or one in another line, stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from data.knowledge.certifications import certificates, is_below
from data.patterns import regex
from matcher.facts.states.cues import Reading
from matcher.types import Fact, Status
from matcher.values import Certification

# What may stand between a certificate and its missing part; a year would mean that it was awarded.
_JOINT = regex(
    r"\s*(?::|\(|[-–—]\s|;|,)(?P<words>[^.\n|]{0,70})$",
    re.IGNORECASE,
)
_REMAINDER = regex(
    r"\b(?:final|last|remaining|only|one|just|passed|done|complete\w*|all but|except|apart from"
    r"|with)\b",
    re.IGNORECASE,
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


# 'Ten of thirteen ACCA papers passed', 'ACCA (nine papers passed)': some of the way.
_COUNT = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|most|some|half|several)"
)
_SOME_OF = regex(
    rf"\b{_COUNT}\s+(?:(?:of|out\s+of)\s+(?:(?:the|its|all)\s+)?(?:\w+\s+)?)?$", re.IGNORECASE
)
_PAPERS = regex(r"\s+(?:papers?|exams?|examinations?|modules?|units?)\b", re.IGNORECASE)
_PAPERS_BEHIND = regex(
    rf"\s{{0,3}}[:(,–-]{{0,2}}\s{{0,3}}{_COUNT}\s*(?:(?:of|out\s+of|/)\s*\w+\s+)?(?:papers?|exams?|examinations?)\s+"
    r"(?:passed|done|complete\w*|cleared|sat|behind\s+me|so\s+far)\b",
    re.IGNORECASE,
)


def some_passed(text: str, start: int, end: int) -> bool:
    """Return whether only some of the exams of the certificate at ``[start, end)`` are passed."""
    if _PAPERS_BEHIND.match(text, end):
        return True
    return bool(_PAPERS.match(text, end) and _SOME_OF.search(text, max(0, start - 40), start))


def with_missing_part(
    text: str, end: int, whole: str, reading: Reading, parts: list[tuple[int, str, Reading]]
) -> Reading:
    """Return the reading of a certificate, under way where a part behind it is still to come.

    Args:
        text: The text.
        end: Offset behind the certificate's name.
        whole: The certificate's id, "" where unknown.
        reading: What the words around the name say.
        parts: Offset, id and reading of each name behind it.
    """
    if reading.status is not Status.HELD or not whole:
        return reading
    for start, part, state in parts:
        if state.status is not Status.IN_PROGRESS or not _is_part(part, whole):
            continue
        joint = _JOINT.match(text[end:start])
        if joint is None or _YEAR.search(joint.group()):
            continue
        # A colon, a dash or a bracket opens what is said of it; a comma goes on with a list.
        if joint.group().strip()[0] not in ";," or _REMAINDER.search(joint["words"]):
            span = (min(reading.span[0], state.span[0]), max(reading.span[1], state.span[1]))
            return replace(state, span=span)
    return reading


def _is_part(part: str, whole: str) -> bool:
    table = certificates()
    return part in table and whole in table and is_below(part, whole)


def made_of_parts(facts: list[Fact]) -> Iterator[Fact]:
    """Yield what nobody needs to name: who passed every part of a certificate holds it.

    Where the last of the parts are under way, so is the whole.
    """
    known = {
        fact.value.id: fact
        for fact in facts
        if isinstance(fact.value, Certification)
        and fact.status in (Status.HELD, Status.IN_PROGRESS)
        and not fact.bare
    }
    for entry in certificates().values() if known else ():
        if entry.parts and entry.parts <= known.keys() and entry.id not in known:
            parts = [known[part] for part in entry.parts]
            last = max(parts, key=lambda fact: (fact.status is not Status.HELD, fact.start))
            value = Certification(entry.name, entry.family, entry.level, entry.id)
            yield replace(last, value=value)
