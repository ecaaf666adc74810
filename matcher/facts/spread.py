"""Where people led are: at several sites or at one, offshore or not.

Must not know how many there are, nor whether they are led. A role may ask for it beside a number
('50 or more across two sites'), and a CV may state it, deny it or say nothing.
"""

from __future__ import annotations

import re

_SITES = (
    r"(?:sites|locations|branches|offices|countries|depots|stores|shops|centres|centers|regions|buildings|"
    r"campuses|hospitals|schools|plants|warehouses|hotels|restaurants|factories|floors|wards|towns|cities|hubs)"
)
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|various|different|"
    r"both|many|numerous|\d{1,3}(?!\d))"
)
_ASKS_SITES = re.compile(
    rf"\bmulti(?:ple)?[\s-]?(?:site|location|branch)\b|\b(?:{_MANY}|more\s+than\s+one)(?:\s+or\s+more|\+)?\s+(?:\w+\s+)?{_SITES}\b"
    rf"|\b(?:across|over|between)\s+{_SITES}\b",
    re.IGNORECASE,
)
_ASKS_OFFSHORE = re.compile(
    r"\b(?:and|including|some|part(?:ly)?|both)\b[^.;]{0,30}?\b(?:off[\s-]?shore|near[\s-]?shore|overseas)\b",
    re.IGNORECASE,
)
_MAY_TELL = re.compile(
    rf"\b(?:site|location|branch|office|building|depot|multi|regional|area\s+manager|group)|{_SITES}|shore|overseas|"
    r"abroad|india|manila|\b(?:in|at|across|between)\s+[A-Z]",
    re.IGNORECASE,
)
_TWO_PLACES = (
    r"\b(?i:in|at|across|between|over)\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s+[A-Z][\w'’-]+)*\s+(?:and|&)\s+[A-Z][\w'’-]+"
    r"|\b(?i:in|at)\s+[A-Z][\w'’-]+\s*(?:,|and|plus)\s+(?:and\s+)?[\w\s]{1,20}?\b(?:in|at)\s+[A-Z]"
)
_SEVERAL = re.compile(
    rf"(?i:\bmulti(?:ple)?[\s-]?(?:site|location|branch)\b|\b{_MANY}\s+(?:[\w-]+\s+){{0,2}}?{_SITES}\b"
    rf"|\b{_SITES}\s*[:=]\s*(?:[2-9]|\d\d)\b|\b(?:regional|area|national|group|cluster)\s+(?:[\w-]+\s+)?(?:manager|head|director|lead)\b)|{_TWO_PLACES}"
)
_ONE = re.compile(
    r"\b(?:one|single|only\s+one|just\s+one|a\s+single|sole)[\s-](?:site|building|location|branch|office|depot|centre|shop|store)\b"
    r"|\b(?:never|not|n['’]t|no)\s+(?:[\w-]+\s+){0,3}?(?:a\s+second|second|another|other|more\s+than\s+one|multiple|several|two|multi[\s-]?)"
    r"(?:\s*(?:sites?|locations?|branch(?:es)?|offices?|ones?|depots?)\b|(?=[.;,]|$))"
    r"|\ball\s+(?:[\w-]+\s+){0,3}?(?:in|at|on|under)\s+(?:the\s+)?(?:one|same)\s+(?:site|roof|building|floor|office|place)\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:off[\s-]?shore|near[\s-]?shore|overseas|abroad|India|Philippines|Poland|Romania|Bulgaria|South\s+Africa|"
    r"Pune|Bangalore|Bengaluru|Chennai|Hyderabad|Mumbai|Delhi|Gurgaon|Noida|Manila|Cebu|Krak[oó]w|Warsaw|Sofia|Bucharest|"
    r"Cape\s+Town|Durban|Johannesburg|Cairo|Lisbon|Porto|Colombo|Kuala\s+Lumpur)\b",
    re.IGNORECASE,
)
_NOT_ABROAD = re.compile(
    r"\b(?:no|never|not|none|nobody|n['’]t|without)\b[^.;]{0,40}?\b(?:off[\s-]?shore|near[\s-]?shore|overseas|abroad)\b"
    r"|\ball\s+(?:[\w-]+\s+){0,3}?(?:on[\s-]?shore|in\s+the\s+UK|UK[\s-]based|in\s+Britain)\b",
    re.IGNORECASE,
)


def asked(text: str) -> tuple[bool, bool]:
    """Return whether ``text`` asks for people at several sites, and for some offshore."""
    return _ASKS_SITES.search(text) is not None, _ASKS_OFFSHORE.search(text) is not None


def told(text: str) -> list[tuple[str, int, int]]:
    """Return what a sentence of a CV says: "one_site", "several_sites", "onshore" or "offshore"."""
    if not _MAY_TELL.search(text):
        return []
    found = []
    for denied, shown, words in (
        (_ONE, _SEVERAL, ("one_site", "several_sites")),
        (_NOT_ABROAD, _ABROAD, ("onshore", "offshore")),
    ):
        if hit := denied.search(text):
            found.append((words[0], *hit.span()))
        elif hit := shown.search(text):
            found.append((words[1], *hit.span()))
    return found
