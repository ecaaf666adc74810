"""Leaders who are led: managers who report to the person, or through whom the person leads.

Must not know how many they are; a count of managers is read as a head count.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases
from matcher.facts.people import leading
from matcher.facts.people.led_nobody import LEADERS

_TIERS = Phrases({"tiers": people_words().stances["tiers"]})
# Leaders who answer to the person, or through whom the person leads.
_THROUGH = regex(
    rf"\b{LEADERS}\b[^.;\n]{{0,50}}?\breport\w*\s+(?:(?:\w+\s+)?(?:to|into)\s+me|in)\b"
    rf"|\b{LEADERS}\b[^.;\n]{{0,60}}?\b(?:under|answer\w*\s+to|work\w*\s+(?:to|for))\s+me\b"
    r"|\b(?:each|every)\s+(?:[\w-]+\s+){0,2}?(?:manager|leader|supervisor|foreman|head|chief|matron|sergeant|lead)\s+"
    r"(?:report|answer|work)\w*\s+(?:directly\s+|straight\s+)?(?:(?:in)?to|for)\s+me\b"
    # 'My reports were the shift managers', 'two layers of management below me'.
    rf"|\b(?:my|direct)\s+reports?\s+(?:are|were|was|being|includ\w+|compris\w+|[:=–-])\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{LEADERS}\b"
    rf"|\b{LEADERS}\b[^.;\n]{{0,20}}?\bas\s+(?:my\s+)?(?:direct\s+)?reports\b"
    rf"|\b{LEADERS}\s+(?:are|were)\s+(?:all\s+)?my\s+(?:direct\s+|line\s+)?reports\b"
    r"|\b(?:two|three|four|several)\s+(?:layers?|tiers?|levels?)\s+of\s+"
    r"(?:management|managers|supervis\w+|leader\w*)\s+"
    r"(?:(?:reporting\s+)?(?:in)?to|below|beneath|under)\s+me\b"
    rf"|\b(?:via|through|by way of)\s+(?:[\w-]+[\s,]+){{0,7}}?{LEADERS}\b"
    r"|\beach\s+(?:with|under|led\s+by|headed\s+by|has|had|having)\s+(?:an?|its|their|his\s+or\s+her)\s+(?:own\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:captain|leader|manager|supervisor|lead|head|foreman|chief|sergeant|"
    r"charge\s?hand|matron|boss)\b"
    # A row of its own: 'Supervisors: 5'.
    rf"|^\W*(?:[\w-]+\s+)?{LEADERS}\s*[:=–-]?\s*(?:[2-9]|\d\d)\W*$",
    re.IGNORECASE,
)
# 'Managed supervisors', 'line manage the line managers of four wards'.
_MANAGED = regex(
    r"\b(?:(?:line[\s-]manager|supervisor)\s+(?:of|for|to)|(?:line[\s-])?(?:manag(?:e|ed|es|ing)|supervis(?:e|ed|es|ing)|led|lead|leading|headed|oversaw|oversee\w*))\s+"
    r"(?:(?!(?:with|for|of|to|by|and|or|in|on|as|at|from|my)\b)[\w-]+\s+){0,3}?"
    r"(?:managers|supervisors|leaders|foremen|superintendents)\b(?!['’]|\s+(?:through|in\s+\w+ing)\s)",
    re.IGNORECASE,
)
_THINGS = Phrases({"things": people_words().nouns["managers_of_things"]})
_REPORTED_TO = regex(
    r"\b(?:report\w*|answer\w*|accountable|responsible|work\w*|assist\w*|support\w*)\s+(?:in)?(?:to|for|of|by)?\s*(?:an?|the|my|our)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)

# 'Own staff 40', 'my own teams' are the person's.
_MY_OWN = regex(r"(?:^\W*|[.;:|]\s*|\b(?:my|our)\s+)own\s+(?:staff|teams)$", re.IGNORECASE)
# Letters of which a sentence on leaders has some: cheaper than the patterns.
_MAY_LEAD = (
    "manage",
    "lead",
    "supervis",
    "head",
    "chief",
    "foremen",
    "superintend",
    "each",
    "every",
    "layer",
    "tier",
    "own ",
    "their",
    "second",
)


def told_of(text: str) -> tuple[int, int] | None:
    """Return the span of words that say that leaders are led, or None."""
    lower = text.lower()
    if not any(letters in lower for letters in _MAY_LEAD):
        return None
    found = _THROUGH.search(text)
    if found:
        return found.span()
    managed = _MANAGED.search(text)
    if managed and not (
        _THINGS.find(managed.group()) or leading.stance(text, managed.end(), managed.end()) != "led"
    ):
        return managed.span()
    hits = [
        hit
        for hit in _TIERS.find(text)
        if not (_REPORTED_TO.search(text, 0, hit.start) or _MY_OWN.search(text, 0, hit.end))
    ]
    return (hits[0].start, hits[0].end) if hits else None
