"""Reads what a sentence of a role asks about living near, relocating and travelling.

Must not know how distance is judged. Where the post is based asks nothing of the person.
"""

from __future__ import annotations

import re

from data.knowledge.places import find_places
from matcher.criteria import LocatedAt
from matcher.facts.quoting import asked_in
from matcher.types import Asked, Sentence

_LIVE = re.compile(
    r"\b(?:must|needs? to|should|required to|have to|applicants?|candidates?|ideally|preferably|"
    r"essential)\b[^.;:]{0,35}\b(?:live|living|reside|residing|resident)\b(?! and work)"
    r"|\b(?:must|needs? to|required to|have to) be (?:locally )?(?:based|located)\b"
    r"|^\W*(?:to )?(?:live|living|resid\w+)\s+(?:in|near|within|close|locally)\b"
    r"|\b(?:willing|able|prepared|happy)\s+to\s+(?:relocate|move)\s+to\b"
    r"|\bwithin\b[^.;:]{0,40}?\b(?:commut\w*|hours?|minutes?|mins|miles?|distance)\b"
    r"|\bcommut(?:able|ing)\s+distance\b|\b(?:able|willing) to commute\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\bcommutable from|\blive-in\b|\blive in (?:carer|care)|\blive (?:chat|data|system|service|"
    r"environment|event|calls?)",
    re.I,
)
_MILES = re.compile(r"(\d{1,3})[\s-]*miles?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{2,3})[\s-]*min(?:ute)?s?", re.IGNORECASE)
_HOURS = re.compile(r"\b(an|one|1|two|2|1\.5)(?:[\s-]+(?:and a half))?[\s-]*hours?", re.IGNORECASE)
# Straight miles that an hour's journey covers.
_MILES_AN_HOUR = 30.0
# A demand to live in a whole country is about the right to work.
_COUNTRY = 100.0
_TRAVEL = re.compile(
    r"\b(?:willing(?:ness)?|able|ability|prepared|happy|flexib\w+|requir\w+|need\w*|must|"
    r"expected|free|essential|comfortable)\b"
    r"[^.;]{0,45}?\btravel(?:ling|s)?\b"
    r"|\btravel(?:ling)?\b[^.;]{0,60}?\b(?:requir\w+|essential|necessary|expected|involved|part "
    r"of (?:the|this))"
    r"|\binvolv\w+\s+(?:\w+\s){0,3}?travel\w*",
    re.IGNORECASE,
)
_NO_TRAVEL = re.compile(
    r"\btravel (?:expenses|costs?|agen\w+|industry|time|allowance|card|insurance|sector|"
    r"bookings?|to interview)|\bdriver\b[^.;]{0,20}\bor\b",
    re.I,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the demands of a sentence on where the person lives and travels."""
    text = sentence.text
    live = _LIVE.search(text)
    if live and not _LEFT_OUT.search(text):
        near = find_places(text, live.start(), live.end() + 60)
        if near and near[0][0].radius < _COUNTRY:
            place, _, end = near[0]
            return [asked_in(sentence, LocatedAt(place.name, _miles(text)), live.start(), end)]
    travel = _TRAVEL.search(text)
    if travel and not _NO_TRAVEL.search(text):
        named = find_places(text, travel.start())
        where = f"travel: {named[0][0].name}" if named else "travel"
        return [asked_in(sentence, LocatedAt(where), *travel.span())]
    return []


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
