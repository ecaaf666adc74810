"""Reads a home told by how far it lies from a place: 'two hours from Leeds', '8 miles from Hull'.

Must not know how near is near enough. A home that is only said to be far off is nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex
from matcher.facts.numbers.durations import NUMBER, number

# Straight miles that a unit of a journey covers.
_MILES = {"min": 0.5, "mi": 1.0, "k": 0.62, "m": 0.5, "h": 30.0}
_MILES_ON_FOOT_A_MINUTE = 0.05
_AT_HAND = 3.0
# 'Not far from Leeds' is no farther than this.
_NOT_FAR = 5.0
_NOT = regex(r"\b(?:not|n['’]t|isn['’]t)\b", re.IGNORECASE)
# Who says so of home is the person: 'I live', 'my home is', or a line that opens so. A depot, a
# client and a grandmother may be 'based' and 'living' anywhere.
_LABEL = r"^\W*(?:(?:location|home|address|residence)\s*:\s*)?"
_LIVES = (
    r"(?:\bI\s+(?:(?:now|currently)\s+)?(?:live|reside)|\bI(?:\s+am|['’]m)(?:\s+(?:now|currently))?"
    r"(?:\s+(?:based|living|residing|resident))?|(?:\bmy|^\W*)\s*home\s+is(?:\s+now)?"
    rf"|{_LABEL}(?:lives?|resides?|(?P<open>(?:(?:now|currently)\s+)?(?:based|living|residing|resident))))\s+"
)
# 'Based five miles from Leeds, the plant ...' opens on what follows.
_OF_WHAT_FOLLOWS = regex(r"[^,.;]{2,40},\s+(?:the|this|our|its|an?)\s", re.IGNORECASE)
_ABOUT = (
    r"(?:(?:just|only|about|around|some|roughly|approximately|within|under|over|less\s+than|nearly|almost"
    r"|more\s+than|well\s+over|at\s+least|a\s+good|c\.?)\s+)*"
)
_UNIT = r"(?P<unit>miles?|mi|km|kilomet(?:re|er)s?|minutes?|mins?|m(?=\s)|hours?|hrs?|h(?=\s))"
_LENGTH = (
    rf"(?P<number>\d{{1,3}}(?:\.\d+)?|{NUMBER}|half\s+an?|an?\s+half|an?|(?:an?\s+)?(?:few|couple\s+of)|several)"
    rf"(?P<half>½|\s+and\s+a\s+half)?[\s-]*{_UNIT}(?P<more>\s+and\s+a\s+half)?['’]?s?['’]?"
)
_BY = (
    r"(?P<by>(?:[\s-]+(?:(?:train|car|bus|tram|bike|cycle|motorway|rail)[\s-]+)?(?:drive|walk|ride|journey"
    r"|commute|run))?(?:\s+(?:by\s+(?:car|train|bus|road|rail|tram|bike)|on\s+(?:foot|the\s+train|the\s+bus)"
    r"|away|north|south|east|west))*)"
)
_APART = regex(
    rf"{_LIVES}{_ABOUT}(?:an?\s+)?(?:{_LENGTH}|(?P<near>(?:an?\s+)?(?:short|stone['’]?s|easy|walking|few\s+steps)"
    rf"\s*(?:throw|distance|walk|drive|ride|hop)?))?{_BY}\s+(?:from|outside(?:\s+of)?|of)\s+"
    r"(?:central\s+|the\s+centre\s+of\s+)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_FAR = regex(
    rf"{_LIVES}(?:[\w'’-]+\s+){{0,4}}?(?:far|way|nowhere\s+near|hours|miles|remote)\s+(?:(?:away|off)\s+)?(?:from\s+)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Apart:
    """How many miles a home lies from the place named at ``end``; None for 'far'."""

    miles: float | None
    start: int
    end: int


def apart(text: str, *, in_post: bool) -> Apart | None:
    """Return how far a home is said to lie from the place named next; None where nothing says.

    Args:
        text: A sentence.
        in_post: Whether it tells of a post, where a bare 'based' is the post's.
    """
    found = _APART.search(text)
    if found is not None and (found["unit"] or found["near"]):
        of_a_thing = in_post or _OF_WHAT_FOLLOWS.match(text, found.end())
        if found["open"] and of_a_thing:
            return None
        return Apart(_miles(found), found.start(), found.end())
    far = _FAR.search(text)
    if far is not None and _NOT.search(text, far.start(), far.end()):
        return Apart(_NOT_FAR, far.start(), far.end())
    return Apart(None, far.start(), far.end()) if far else None


def _miles(found: re.Match[str]) -> float:
    if found["near"]:
        return _AT_HAND
    told = " ".join(found["number"].lower().split())
    if "few" in told or told == "several":
        count = 5.0
    elif "couple" in told:
        count = 2.0
    else:
        count = 0.5 if "half" in told else number(told)
    count += 0.5 if found["half"] or found["more"] else 0.0
    unit = next(each for each in _MILES if found["unit"].lower().startswith(each))
    if _MILES[unit] == _MILES["min"] and re.search(r"walk|foot", found["by"], re.IGNORECASE):
        return count * _MILES_ON_FOOT_A_MINUTE
    return count * _MILES[unit]
