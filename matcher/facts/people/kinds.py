"""Head counts told by kind: own and outsourced, direct and matrix, permanent and agency.

Must not know whose the people are. 'Core staff 140', '95 seats at our outsourcing partner',
'another 27 by dotted line': the kind stands in the place of a noun, before or behind the number.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.numbers.bounds import past_bound
from matcher.facts.numbers.numbers import Number
from matcher.facts.people.nouns import is_listed_as_none
from matcher.facts.people.sums import HeadCount, counted

_OWN = (
    r"direct|solid[\s-]line|own|core|in[\s-]?house|internal|permanent|perms?|employed|employees|salaried|payroll|"
    r"full[\s-]time|onshore"
)
_OUTSIDE = (
    r"matrix(?:ed)?(?:\s+in)?|dotted(?:[\s-]line)?|indirect(?:ly)?|functional|agency|temps?|temporary|contract|contractors?|"
    r"seasonal|bank|partner|bpo|outsourc\w+|offshore|near[\s-]?shore|third[\s-]party|vendor|supplier|loaned|"
    r"seconded|secondees|hourly|part[\s-]time|paid|casuals?|sub[\s-]?contract(?:ors?|ed)?|volunteers?"
)
_SEATS = (
    r"(?:staff|seats|heads|people|line|labour|labor|"
    r"team|residents|workers|hands|report\w*|management|managed|managing|lead)"
)
_KIND = rf"(?:{_OWN}|{_OUTSIDE})"
# 'Six direct', '27 in matrix', '27 by dotted line', '30 through the agency'.
_BEHIND = regex(
    rf"\s+(?:(?:in|by|on|via|through|from)\s+(?:an?\s+|the\s+|our\s+)?)?(?P<kind>{_KIND})(?:\s+{_SEATS})?"
    r"(?=\s(?-i:[A-Z])|[ \t]*(?:[,;/&+).|\n]|\b(?:and|plus|in|at|from|across)\b|$))",
    re.IGNORECASE,
)
# 'Indirect: 45', 'core staff 140', 'BPO partner seats in Durban 95'.
_BEFORE = regex(
    rf"(?:^|[.,;/(|:]|\band|\bplus)\s*(?:an?\s+|also\s+)?(?P<kind>{_KIND})(?:\s+{_KIND})?(?:[\s-]+{_SEATS})?(?:\s+(?:to|of|over))?"
    r"(?:\s+(?:in|at)\s+[A-Z][\w-]+)?(?:\s+under\s+my\s+(?:control|command))?"
    # 'Dotted line (the test houses): a further 30'.
    r"(?:\s*\([^()\d]{1,80}\))?\s*[:=(–-]?\s*(?:(?:an?\s+)?(?:further|another|additional)\s+)?$",
    re.IGNORECASE,
)
_LEADS_IN = regex(r":|\s(?:to|of|over)\s", re.IGNORECASE)
_FIRST_PLURAL = regex(r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+s)\b", re.IGNORECASE)
_ENDED = regex(r"\s*(?:[,;.)&+/|]|\band\b|\bplus\b|$|\n)", re.IGNORECASE)
# These say by themselves that people are counted.
_CERTAIN = regex(r"direct|indirect|matrix|dotted|solid", re.IGNORECASE)
# Those who report directly, alone: 'direct reports', 'by solid line'.
DIRECT = regex(
    r"\b(?:direct(?:ly|s)?|solid[\s-]line)\b(?!\s*(?:and|or|&|/|\+)\s*(?:indirect|matrix|dotted))",
    re.IGNORECASE,
)
_AT_START = regex(
    rf"\s*(?:(?:in|by|on|via|through|from|of)\s+(?:an?\s+|the\s+|our\s+)?)?(?P<kind>{_KIND})\b",
    re.IGNORECASE,
)
_WITHIN = regex(rf"\b(?P<kind>{_KIND})\b", re.IGNORECASE)
_OWN_KIND = regex(rf"\b(?:{_OWN})\b", re.IGNORECASE)
_OUTSIDE_KIND = regex(rf"\b(?:{_OUTSIDE})\b", re.IGNORECASE)
# 'Seats' and 'residents' are people where an outside firm supplies them.
_SUPPLIED = regex(
    r"\s+(?:(?:vendor|agency|partner|bpo|third[\s-]party|outsourced|contract|offshore)\s+){1,2}(?P<noun>seats|residents|desks|places)\b"
    r"|\s+(?P<seats>seats)\s+(?:at|with|in)\s+(?:(?:our|the|an?)\s+)?(?:\w+\s+)?"
    r"(?:outsourc\w+|bpo|partner|supplier|vendor|offshore|contractor)\b",
    re.IGNORECASE,
)
# 'A further 160 in Cape Town': more of those who were told of before.
FURTHER = regex(
    r"\b(?:(?:a\s+)?further|(?:yet\s+)?another|(?:an\s+)?additional|plus|on\s+top(?:\s+of\s+(?:that|those|these))?,?)\s+"
    r"(?:(?:about|around|some|over)\s+)?$",
    re.IGNORECASE,
)
_ALSO = regex(r"\b(?:also|as\s+well|too|in\s+addition|besides|likewise)\b", re.IGNORECASE)
# 'A matrix line to 16 planners', 'dotted-line responsibility for 20 fitters'.
_MATRIX = regex(
    r"\b(?:matrix|dotted(?:[\s-]line)?|functional|solid(?:[\s-]line)?)[\s-]+(?:(?:lines?|lead(?:er)?|manag(?:er|ed)|team|leadership|management|authority|oversight|supervision|"
    r"responsibilit\w+|reporting)\s+)?(?:to|over|for|of|into|from)\s+(?:(?:a\s+)?further\s+|another\s+)?$",
    re.IGNORECASE,
)
_AT_A_PLACE = regex(r"\s+(?:in|at|across|from|on)\s+", re.IGNORECASE)


def kinds(
    text: str, figures: list[Number], certain: list[HeadCount], mine: bool
) -> list[HeadCount]:
    """Return numbers whose kind of people is told, or the place of more of them.

    They are believed where the kind leaves no doubt, beside a count that is ``certain``, or where
    the sentence says that somebody is the person's (``mine``).
    """
    taken = {count.number.start for count in certain}
    found = []
    for number in figures:
        if number.start in taken or number.low <= 1:
            continue
        count = _kind(text, number, mine or bool(certain)) or _supplied(text, number)
        further = mine and FURTHER.search(text, 0, number.start)
        if count is None and further and _AT_A_PLACE.match(text, number.end):
            count = counted(number, "people", False, number.start, number.end)
        if count is not None:
            found.append(count)
    return found


def _kind(text: str, number: Number, believed: bool) -> HeadCount | None:
    kind = _BEHIND.match(text, number.end)
    if kind is None:
        kind = _BEFORE.search(text, 0, number.start)
        # 'Indirect: 45 porters': a label of such a kind names whatever stands behind the number.
        labelled = kind and _LEADS_IN.search(kind.group()) and _CERTAIN.match(kind["kind"])
        if not labelled and not _ENDED.match(text, past_bound(text, number.end)):
            kind = None
    if kind is not None and _leads_to_things(text, number):
        return None
    if kind is None or not (believed or _CERTAIN.match(kind["kind"])):
        return None
    direct = kind["kind"].lower() == "direct" or kind["kind"].lower().startswith("solid")
    start, end = min(number.start, kind.start("kind")), max(number.end, kind.end())
    return counted(number, "people", direct, start, len(text[:end].rstrip()))


def _leads_to_things(text: str, number: Number) -> bool:
    """Whether the noun behind a number is no people: 'a solid line to 40 customers'."""
    noun = _FIRST_PLURAL.match(text, number.end)
    return noun is not None and is_listed_as_none(noun["noun"])


def kind_of(tail: str, label: str) -> str:
    """Return "kind" where a number's ``tail`` or ``label`` says a kind of people, or "".

    "perhaps" where things may be of that kind as well ('eight temporary').
    """
    kind = _AT_START.match(tail) or _WITHIN.search(label)
    if kind is None:
        return ""
    return "kind" if _CERTAIN.match(kind["kind"]) else "perhaps"


def by_matrix(text: str, count: HeadCount) -> bool:
    """Return whether people are counted right behind a matrix line that leads to them.

    A line to managers may be the one by which the person reports.
    """
    return count.noun == "people" and _MATRIX.search(text, 0, count.start) is not None


def _supplied(text: str, number: Number) -> HeadCount | None:
    seats = _SUPPLIED.match(text, number.end)
    if seats is None:
        return None
    end = max(seats.end("noun"), seats.end("seats"))
    return counted(number, "people", False, number.start, end)


def beside_each_other(first: str, second: str) -> bool:
    """Return whether two groups, each told in the words around its count, are led at once.

    One's own people and those of another kind are; so is whoever is told of as more of them.
    """
    outside = _OUTSIDE_KIND.search(second)
    return outside is not None and bool(_OWN_KIND.search(first) or _ALSO.search(second))
