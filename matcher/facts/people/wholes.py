"""Wholes of which the person led one part: 'Headcount 400, in ten crews. I led one of them'.

Must not know which words made a number a head count. Everybody of a place is told with the parts it
is divided into, and then which of those was one's own; the whole is then somebody else's.
"""

from __future__ import annotations

import re

from data.patterns import regex

_LEADING = (
    r"(?:led|lead|ran|run|managed?|headed|head|supervised?|commanded?|captained?|"
    r"looked\s+after|was\s+(?:in\s+charge|responsible|manager|leader|head)\s*(?:of|for)?)"
)
_PART = (
    r"(?:teams?|crews?|shifts?|squads?|gangs?|wards?|desks?|units?|sections?|departments?|sites?|depots?|branch(?:es)?"
    r"|pods?|cells?|groups?|floors?|lines?|shops?|stores?|offices?|stations?|watch(?:es)?|platoons?|bays?|queues?)"
)
_ONE = (
    rf"(?:just\s+|only\s+)?one(?:\s+(?:of\s+(?:them|these|those|which)|{_PART}(?:\s+of\s+[\w\s]{{1,20}})?"
    rf"|such\s+{_PART}|of\s+(?:the|its|those)\s+(?:[\w-]+\s+)?{_PART}))?(?=\s*(?:[:,;.(–-]|$|of\b|with\b|in\b|at\b))"
)
_MY_ONE = regex(
    rf"\bI\s+(?:\w+ly\s+)?{_LEADING}\s+{_ONE}"
    rf"|\bone\s+of\s+(?:which|them|these|those)\b,?\s+(?:I\s+(?:\w+ly\s+)?{_LEADING}\b|(?:was|is|being)\s+(?:mine|under\s+me|led\s+by\s+me))"
    rf"|\bone\s+(?:of\s+(?:them|these|those)|{_PART})\s+(?:was|is)\s+(?:mine|under\s+me|led\s+by\s+me)\b"
    r"|\bmine\s+(?:was|is|being)\s+one\b",
    re.IGNORECASE,
)
_AND_SO_MANY = regex(
    r"\s*(?:[:,(–-]|\bof\b|\bwith\b)\s*(?:(?:about|around|some|over|just|an?|team\s+of)\s+)*",
    re.IGNORECASE,
)
_CHEAP = regex(r"\bone\b", re.IGNORECASE)
# Words that make the whole one's own after all: 'Managed 40 staff in six shops; I ran one myself'.
_OWN = regex(
    r"\b(?:I|my|me|mine|led|lead|leading|managed|managing|ran|running|headed|supervised|responsible|in\s+charge"
    r"|oversaw|overseeing|commanded|team|reports?|reporting|reportees?)\b",
    re.IGNORECASE,
)
_REACH = 160


def only_part_led(text: str, start: int, end: int) -> bool:
    """Return whether those counted at ``[start, end)`` are a whole of which one part was led."""
    last = min(len(text), end + _REACH)
    mine = _MY_ONE.search(text, end, last) if _CHEAP.search(text, end, last) else None
    if mine is None or "\n\n" in text[end : mine.start()]:
        return False
    line = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    return _OWN.search(text, line, mine.start()) is None


def is_my_part(text: str, start: int) -> bool:
    """Return whether those counted are the part that was led: 'I ran one of them: 16 clerks'."""
    if not _CHEAP.search(text, max(0, start - _REACH), start):
        return False
    return any(
        _AND_SO_MANY.fullmatch(text, mine.end(), start) is not None
        for mine in _MY_ONE.finditer(text, max(0, start - _REACH), start)
    )


def is_the_part(text: str, start: int, end: int) -> bool:
    """Return whether a 'one' counts a part of a whole, and nobody: 'I ran one of them'."""
    before = max(0, start - _REACH)
    return any(
        mine.start() <= start and end <= mine.end() for mine in _MY_ONE.finditer(text, before)
    )
