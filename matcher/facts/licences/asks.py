"""Reads the licences that a role asks for.

Must not know which licence covers which.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.criteria import LicenceHeld
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.quoting import asked_in
from matcher.facts.licences.driving_tests import about_driving
from matcher.facts.licences.names import HINT, licences_named
from matcher.types import Asked, Sentence

_ABLE = regex(
    r"\b(?:able|ability|willing|need|must|required?) to drive\b|\bmust (?:be a |be an able "
    r")?driver?s?\b",
    re.I,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the licences that a sentence of a role asks for; alternatives are one ask."""
    text = sentence.text
    if not HINT.search(text):
        return []
    hits = licences_named(sentence)
    able = _ABLE.search(text)
    if not hits and able:
        hits = [Hit("driving", able.start(), able.end())]
    if not hits:
        return []
    first, last = min(hit.start for hit in hits), max(hit.end for hit in hits)
    apart = hits[0].end <= hits[-1].start
    between = text[hits[0].end : hits[-1].start] if apart else text[first:last]
    either = re.search(r"\bor\b|/", between) is not None
    groups = [hits] if either or len({hit.name for hit in hits}) == 1 else [[hit] for hit in hits]
    clean = any(hit.name == "clean" for hit in about_driving().find(text))
    return [
        asked_in(
            sentence,
            LicenceHeld(tuple(dict.fromkeys(hit.name for hit in group)), clean),
            group[0].start,
            group[-1].end,
        )
        for group in groups
    ]
