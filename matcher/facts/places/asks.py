"""Reads what a sentence of a role asks about living near, relocating and travelling.

Must not know how distance is judged. Where the post is based asks nothing of the person.
"""

from __future__ import annotations

import re

from data.knowledge.places import find_places
from data.patterns import regex
from matcher.criteria import LocatedAt
from matcher.facts.layout.quoting import asked_in
from matcher.types import Asked, Sentence

# What a person would do rather than where they live; a place may follow ("travel: Leeds").
TRAVEL, RELOCATION = "travel", "relocation"
# To work where the employer is, and not from home.
ON_SITE = "on site"
# Where a role wants local people and leaves it to its address what that means.
HERE = "the place of work"

_LIVE = regex(
    r"\b(?:must|needs? to|should|required to|have to|applicants?|candidates?|ideally|preferably|"
    r"essential)\b[^.;:]{0,35}\b(?:live|living|reside|residing|resident)\b(?! and work)"
    r"|\b(?:must|needs? to|required to|have to) be (?:locally )?(?:based|located)\b"
    r"|^\W*(?:to )?(?:lives?|living|resid\w+)\s+(?:in|near|within|close|locally)\b"
    r"|^\W*(?:home|based)\s+(?:in or )?(?:near|within|close)\b"
    r"|\b(?:local|locally based)\s+(?:candidates?|applicants?|people)\s+(?:only|preferred)\b"
    r"|\bonly\s+(?:local|locally based)\s+(?:candidates?|applicants?)\b"
    r"|\bresidence (?:is )?(?:required|needed|essential)\b"
    r"|\bwithin\b[^.;:]{0,40}?\b(?:commut\w*|hours?|minutes?|mins|miles?|distance)\b"
    r"|\b(?:able|must|needs?|required|have)\s+(?:to\s+)?(?:be\s+able\s+to\s+)?(?:attend|commute\s+to|get\s+to"
    r"|reach|work\s+from|work\s+at)\b"
    r"|\bcommut(?:able|ing)\s+(?:distance\b|to\b)|\b(?:able|willing) to commute\b"
    r"|\b(?:must|needs?\s+to|required\s+to|have\s+to)\s+(?:be|work|attend)\s+(?:\w+\s+)?(?:on|in)[\s-]?(?:site|office|person)\b"
    r"|^\W*(?:fully\s+)?(?:(?:on|in)[\s-]?(?:site|office|person)|office[\s-]based|site[\s-]based)\s+(?:work(?:ing)?\s+)?(?:in|at)\b",
    re.IGNORECASE,
)
# Demanded by itself: 'London-based', 'Based in Cardiff', 'on site in Derby'.
_BASED_THERE = regex(
    r"^\W*(?:(?:candidates?|applicants?|you)\s+)?(?:(?:must|should|to|will|need\s+to)\s+be\s+|currently\s+|already\s+)?(?:based|located|living|resident)\s+(?:in\s+or\s+(?:near|around)|in|at|near|around|close\s+to|within\s+reach\s+of)\s+"
    r"|^\W*(?:in\s+or\s+)?(?:near|close\s+to)\s+"
    r"|^\W*(?:within\s+)?commut\w+\s+(?:distance\s+)?(?:to|of)\s+"
    r"|[\s-]based\W*$"
    r"|\b(?:able|willing|prepared|happy|required)\s+to\s+(?:work|be|attend|commute)\s+(?:\w+\s+){0,2}?(?:(?:on|in)[\s-]?(?:site|office|person)"
    r"|(?:from|at|in|to)\s+(?:our|the))\b",
    re.IGNORECASE,
)
_ON_SITE = regex(
    r"\b(?:on|in)[\s-]?(?:site|office|person)\b|\b(?:office|site)[\s-]based\b", re.IGNORECASE
)
_DEMANDS = frozenset({"essential", "desirable"})
_MOST_WORDS = 14
_RELOCATE = regex(
    r"\b(?:willing(?:ness)?|able|ability|prepared|happy|free|open|must|need(?:ed|s)?|"
    r"required?|have)\s+to\s+(?:relocate|move)\s+to\b|^\W*relocat(?:e|ion)\s+to\b",
    re.IGNORECASE,
)
# 'In Kent, or willing to relocate': who would move there need not live there yet.
_OR_MOVES = regex(
    r"\bor\s+(?:(?:be|else|alternatively|are|is)\s+)*(?:(?:willing|prepared|able|happy|ready|open)\s+to\s+)?"
    r"(?:relocat\w+|move)\b",
    re.IGNORECASE,
)
_NAMELESS = regex(r"\b(?:of|from|to)\s+(?P<place>the\s+[a-z]+)\b")
_LEFT_OUT = regex(
    r"\bcommutable from|\blive-in\b|\blive in (?:carer|care)|\blive (?:chat|data|system|service|"
    r"environment|event|calls?)",
    re.I,
)
_MILES = regex(r"(\d{1,3})[\s-]*miles?", re.IGNORECASE)
_MINUTES = regex(r"(\d{2,3})[\s-]*min(?:ute)?s?", re.IGNORECASE)
_HOURS = regex(r"\b(an|one|1|two|2|1\.5)(?:[\s-]+(?:and a half))?[\s-]*hours?", re.IGNORECASE)
# Straight miles that an hour's journey covers.
_MILES_AN_HOUR = 30.0
# A demand to live in a whole country is about the right to work.
_COUNTRY = 100.0
_TRAVEL = regex(
    r"\b(?:willing(?:ness)?|able|ability|prepared|happy|flexib\w+|requir\w+|need\w*|must|"
    r"expected|free|essential|comfortable)\b"
    r"[^.;]{0,45}?\btravel(?:ling|s)?\b"
    r"|\btravel(?:ling)?\b[^.;]{0,60}?\b(?:requir\w+|essential|necessary|expected|involved|part "
    r"of (?:the|this))"
    r"|\binvolv\w+\s+(?:\w+\s){0,3}?travel\w*",
    re.IGNORECASE,
)
_NO_TRAVEL = regex(
    r"\btravel (?:expenses|costs?|agen\w+|industry|time|allowance|card|insurance|sector|"
    r"bookings?|to interview)|\bdriver\b[^.;]{0,20}\bor\b",
    re.I,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the demands of a sentence on where the person lives, moves and travels."""
    asked = [each for each in (_moves(sentence) or _lives(sentence), _travels(sentence)) if each]
    # 'Within thirty minutes' travel of Leeds' is one demand, not two.
    return asked[:1] if len(asked) > 1 and asked[1].start < asked[0].end else asked


def _moves(sentence: Sentence) -> Asked | None:
    """Read a readiness to move to a place, which living there already answers as well."""
    match = _RELOCATE.search(sentence.text)
    near = find_places(sentence.text, match.end(), match.end() + 40) if match else []
    if match is None or not near:
        return None
    place, _, end = near[0]
    criterion = LocatedAt(f"{RELOCATION}: {place.name}")
    return asked_in(sentence, criterion, match.start(), end)


def _lives(sentence: Sentence) -> Asked | None:
    """Read a demand to live in, near or within reach of a place."""
    text = sentence.text
    live = _LIVE.search(text)
    if live is None and sentence.section in _DEMANDS and len(text.split()) <= _MOST_WORDS:
        live = _BASED_THERE.search(text)
    if live is None or _LEFT_OUT.search(text):
        return None
    near = find_places(text, live.start(), live.end() + 60) or find_places(text, 0, live.start())
    if near and near[0][0].radius < _COUNTRY:
        place, _, end = near[0]
        if moves := _OR_MOVES.search(text, end):
            criterion = LocatedAt(f"{RELOCATION}: {place.name}")
            return asked_in(sentence, criterion, live.start(), moves.end())
        criterion = LocatedAt(place.name, _miles(text), _ON_SITE.search(text) is not None)
        return asked_in(sentence, criterion, live.start(), max(end, live.end()))
    if live.group().lower().startswith(("local", "only local")):
        return asked_in(sentence, LocatedAt(HERE, _miles(text)), *live.span())
    nameless = _NAMELESS.search(text, live.start()) if _miles(text) is not None else None
    if nameless is None:
        return None
    criterion = LocatedAt(nameless["place"], _miles(text))
    return asked_in(sentence, criterion, live.start(), nameless.end())


def _travels(sentence: Sentence) -> Asked | None:
    text = sentence.text
    travel = _TRAVEL.search(text)
    if travel is None or _NO_TRAVEL.search(text):
        return None
    named = find_places(text, travel.start())
    where = f"{TRAVEL}: {named[0][0].name}" if named else TRAVEL
    return asked_in(sentence, LocatedAt(where), *travel.span())


def _miles(text: str) -> float | None:
    """Return how near is asked, in straight miles: as printed, or by the length of the journey."""
    miles, minutes, hours = _MILES.search(text), _MINUTES.search(text), _HOURS.search(text)
    if miles:
        return float(miles.group(1))
    if minutes:
        return float(minutes.group(1)) / 60 * _MILES_AN_HOUR
    if hours:
        long = {"two": 2.0, "2": 2.0, "1.5": 1.5}.get(hours.group(1).lower(), 1.0)
        return (long + (0.5 if "half" in hours.group().lower() else 0.0)) * _MILES_AN_HOUR
    return None
