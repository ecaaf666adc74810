"""Reads a home that somebody will have from a printed date on: a tenancy signed, a house bought.

Must not know where the person lives now, nor how near is near enough.
"""

from __future__ import annotations

import re

from data.knowledge.places import Place, find_places
from data.patterns import regex
from matcher.facts.layout.quoting import fact_in
from matcher.facts.states.dates import DATE
from matcher.types import Fact, Sentence, Status
from matcher.values import Location

# 'Tenancy in Otley signed from 1 March 2027': a date stands behind the place.
_HOME = regex(
    r"\b(?:tenancy|lease|rental|flat|house|apartment|mortgage|keys|property)\b"
    r"[^.;]{0,30}?(?:\b(?:in|at|on|for|to)\b|,|:)",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\b(?:completing|signed|agreed|moving|from|begins?|starts?|starting|completes?|completion|secured|rented|"
    r"reserved|exchang\w+)\b|\bkeys\b",
    re.IGNORECASE,
)
_SPELL = regex(r"\s*(?:-|–|to\b|until\b|till\b)", re.IGNORECASE)
# 'From 1 March 2027: Otley (tenancy signed)': the date stands first.
_HOME_WORD = regex(
    r"\b(?:tenancy|lease|rent(?:al|ed|ing)|house|flat|apartment|mortgage|keys|home|address|moving|living)\b",
    re.IGNORECASE,
)
_FROM = regex(
    r"\W*(?:(?:new\s+)?(?:home|address)\s+)?(?:from|as\s+(?:of|from)|starting)\s+", re.IGNORECASE
)
# 'Posted to Minden until 1 March 2027, then back home to Otley': the move follows its date.
_THEN = regex(
    r"\b(?:then|after\s+which|afterwards|thereafter|when|and)\b[\s,]*(?:(?:I|we|will|shall|be|am|are|I['’]ll"
    r"|plan\s+to|to)\s+)*(?:settl(?:e|ing)|mov(?:e|ing)|return(?:ing)?|relocat(?:e|ing)|liv(?:e|ing)"
    r"|com(?:e|ing)|go(?:ing)?|back|home)(?:\s+(?:back|home|again|down|for\s+good|permanently|with\s+family))*"
    r"\s+(?:in|to|at|near|outside)\s+(?:[a-z]+\s+){0,2}",
    re.IGNORECASE,
)
_UNTIL = regex(r"\b(?:until|till|ends?|ending|up\s+to|leave|leaving|discharged?)\b", re.IGNORECASE)
_REACH = 40


def read(sentence: Sentence) -> list[Fact]:
    """Return the home that a sentence says will be had from a printed date on, if any."""
    text = sentence.text
    home = _HOME.search(text)
    if home is not None and _TO_COME.search(text):
        for place, _, end in find_places(text, home.end(), home.end() + _REACH)[:1]:
            date = DATE.search(text, end)
            if date and not _SPELL.match(text, date.end()):
                return [_coming(sentence, place, home.start(), date.end(), date.group())]
        return []
    opening = _FROM.match(text) if _HOME_WORD.search(text) else None
    date = DATE.match(text, opening.end()) if opening else None
    if opening is None or date is None or _SPELL.match(text, date.end()):
        return []
    return [
        _coming(sentence, place, opening.start(), end, date.group())
        for place, _, end in find_places(text, date.end(), date.end() + _REACH)[:1]
    ]


def after_a_date(sentence: Sentence) -> Fact | None:
    """Return the home that follows on where somebody is until a printed date, if any."""
    text = sentence.text
    until = _UNTIL.search(text)
    then = _THEN.search(text, until.end()) if until else None
    if until is None or then is None:
        return None
    date = DATE.search(text, until.end(), then.start())
    named = find_places(text, then.end(), then.end() + _REACH)
    if date is None or not named or re.search(r"[.;]\s", text[until.start() : then.start()]):
        return None
    place, _, end = named[0]
    return _coming(sentence, place, until.start(), end, date.group())


def located(place: Place) -> Location:
    """Return the value that a place of the gazetteer is read as."""
    return Location(place.name, place.latitude, place.longitude)


def _coming(sentence: Sentence, place: Place, start: int, end: int, when: str) -> Fact:
    value = located(place)
    return fact_in(sentence, value, start, end, status=Status.IN_PROGRESS, when=when)
