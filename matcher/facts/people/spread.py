"""Where people led are: at several sites or at one, offshore or not.

Must not know how many there are, nor whether they are led. A role may ask for it beside a number
('50 or more across two sites'), and a CV may state it, deny it or say nothing. The words for sites
and the places abroad are in ``data/knowledge/people.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.knowledge.places import find_places
from data.patterns import regex

_WORDS = people_words().nouns
_SITES = rf"(?:{'|'.join(_WORDS['sites'])})"
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|various|different|"
    r"both|many|numerous|\d{1,3}(?!\d))"
)
_ASKS_SITES = regex(
    rf"\bmulti(?:ple)?[\s-]?(?:site|location|branch)\b|\b(?:{_MANY}|more\s+than\s+one)(?:\s+or\s+more|\+)?\s+(?:\w+\s+)?{_SITES}\b"
    rf"|\b(?:across|over|between)\s+{_SITES}\b"
    r"|\bmore\s+than\s+one\s+(?:site|location|branch|office|depot|centre|center|shop|store|building|region)\b",
    re.IGNORECASE,
)
_ASKS_OFFSHORE = regex(
    r"\b(?:and|including|some|part(?:ly)?|both)\b[^.;]{0,30}?\b(?:off[\s-]?shore|near[\s-]?shore|overseas)\b",
    re.IGNORECASE,
)
# Who is served there, or supplies from there.
_OF_OTHERS = regex(
    r"\b(?:liais\w+|supporting|suppliers?|vendors?|customers?|users?|stakeholders?|serving)\b",
    re.IGNORECASE,
)
_BEFORE = 30
# Letters of which a sentence on sites has some: cheaper than the patterns.
_OF_SITES = (
    *_WORDS["sites"],
    *(f"one {places[:-1]}" for places in _WORDS["sites"]),
    *("site", "branch", "depot", "building", "one roof", "same ", "area manager", "regional"),
)
_TWO_PLACES = regex(
    r"\b(?i:in|at|across|between|over)\s+(?:the\s+|our\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s+[A-Z][\w'’-]+)*\s+(?:and|&)\s+[A-Z][\w'’-]+"
    r"|\b[A-Z][\w'’-]+\s+\(\d[^()]{0,20}\)(?:,|\s+and|\s+&)\s+[A-Z][\w'’-]+\s+\(\d"
    r"|\b(?i:in|at)\s+[A-Z][\w'’-]+\s*(?:,|and|plus)\s+(?:and\s+)?[\w\s]{1,20}?\b(?:in|at)\s+[A-Z]"
)
_SEVERAL = regex(
    rf"(?i:\bmulti(?:ple)?[\s-]?(?:site|location|branch)\b|\b{_MANY}\s+(?:[\w-]+\s+){{0,2}}?{_SITES}\b"
    rf"|\b{_SITES}\s*[:=]\s*(?:[2-9]|\d\d)\b|\b(?:regional|area|national|group|cluster)\s+(?:[\w-]+\s+)?(?:manager|head|director|lead)\b)"
)
# 'Led 40 clerks for a firm with nine sites': the firm's.
_A_FIRMS = regex(
    r"\b(?:firm|company|chain|group|retailer|employer|charity|business|bank|council|trust|landlord|operator|plc|ltd)\s+"
    r"(?:with|of|operating|running|that\s+has)\s+(?:(?:over|about|around|some)\s+)?$",
    re.IGNORECASE,
)
_ONE = regex(
    r"\b(?:one|single|only\s+one|just\s+one|a\s+single|sole)[\s-](?:site|building|location|branch|office|depot|centre|shop|store)\b"
    r"|\b(?:never|not|n['’]t|no)\s+(?:[\w-]+\s+){0,3}?(?:a\s+second|second|another|other|more\s+than\s+one|multiple|several|two|multi[\s-]?)"
    r"(?:\s*(?:sites?|locations?|branch(?:es)?|offices?|ones?|depots?)\b|(?=[.;,]|$))"
    r"|\ball\s+(?:[\w-]+\s+){0,3}?(?:in|at|on|under)\s+(?:the\s+)?(?:one|same)\s+(?:site|roof|building|floor|office|place)\b",
    re.IGNORECASE,
)
_ABROAD_NAMES = _WORDS["abroad"]
# Letters of which a sentence on people abroad has some.
_OF_ABROAD = (*_ABROAD_NAMES, "shore", "in the uk", "uk-based")
_ABROAD = regex(rf"\b(?:off[\s-]?shore|near[\s-]?shore|{'|'.join(_ABROAD_NAMES)})\b", re.IGNORECASE)
_NOT_ABROAD = regex(
    r"\b(?:no|never|not|none|nobody|n['’]t|without)\b[^.;]{0,40}?\b(?:off[\s-]?shore|near[\s-]?shore|overseas|abroad)\b"
    r"|\ball\s+(?:[\w-]+\s+){0,3}?(?:on[\s-]?shore|in\s+the\s+UK|UK[\s-]based|in\s+Britain)\b",
    re.IGNORECASE,
)


def asked(text: str) -> tuple[bool, bool]:
    """Return whether ``text`` asks for people at several sites, and for some offshore."""
    return _asked_of_people(text, _ASKS_SITES), _asked_of_people(text, _ASKS_OFFSHORE)


def _asked_of_people(text: str, words: re.Pattern[str]) -> bool:
    """Whether it is asked of those who are led, not of who is served, or supplies."""
    hit = words.search(text)
    return hit is not None and not _OF_OTHERS.search(
        text, max(0, hit.start() - _BEFORE), hit.end() + _BEFORE
    )


def told(text: str) -> list[tuple[str, int, int]]:
    """Return what a sentence of a CV says: "one_site", "several_sites", "onshore" or "offshore"."""
    lower = text.lower()
    found = []
    if any(letters in lower for letters in _OF_SITES):
        if hit := _ONE.search(text):
            found.append(("one_site", *hit.span()))
        elif (hit := _SEVERAL.search(text)) and not _A_FIRMS.search(text, 0, hit.start()):
            found.append(("several_sites", *hit.span()))
    if not found and (" and " in text or "&" in text) and (hit := _TWO_PLACES.search(text)):
        # 'In Nursing and Midwifery' is no two places.
        reach = text.find(".", hit.end())
        if len(find_places(text, hit.start(), reach if reach >= 0 else len(text))) > 1:
            found.append(("several_sites", *hit.span()))
    if any(name in lower for name in _OF_ABROAD):
        if hit := _NOT_ABROAD.search(text):
            found.append(("onshore", *hit.span()))
        elif hit := _ABROAD.search(text):
            found.append(("offshore", *hit.span()))
    return found
