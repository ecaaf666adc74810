"""Shares told as so many of so many: 'one in four', 'three calls in ten', 'a third of the nurses'.

Must not know which measure they belong to, nor which way is good.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.numbers.durations import NUMBER, ONES, number
from matcher.facts.numbers.numbers import Number
from matcher.facts.numbers.words import PARTS
from matcher.facts.outcomes.figures import Figure

_COUNT = rf"(?:(?:sixty|seventy|eighty|ninety)(?:[\s-](?:{ONES}))?|{NUMBER}|\d{{1,2}})"
_HUNDRED = r"(?:an?\s+|one\s+)?(?:hundred|100)"
# Lengths of time, places, and what is only looked at are no wholes: 'one in ten minutes', 'one in
# two depots', 'nine in ten surveys'.
_NO_WHOLE = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sites|depots|places|towns|countries"
    r"|areas|branches|offices|regions|shops|stores|teams|audits|questions|reports|samples|surveys)"
)
_LOOKED_AT = (
    r"(?:asked|audited|checked|listened|logged|measured|monitored|recorded|reported|reviewed"
    r"|sampled|surveyed|tracked)"
)
_OF_SO_MANY = regex(
    rf"(?<![\d.,])\b(?P<some>{_COUNT})\s+(?:[a-z-]+\s+)?(?:in|(?<=[a-z]\s)out\s+of|(?<=[a-z]\s)of\s+every|(?<=[a-z]\s)per)\s+(?:every\s+|each\s+)?(?P<all>{_HUNDRED}|{_COUNT})\b"
    rf"(?!\s*(?:[%£$€+./:,]?\d|(?:[a-z-]+\s+)?{_NO_WHOLE}\b|(?:[a-z-]+\s+){{0,2}}{_LOOKED_AT}\b))",
    re.IGNORECASE,
)
# 'A third of the nurses left': a level, where no word of change leads into it.
_PART_OF = regex(
    rf"\b(?:(?P<n>an?|one|two|three)\s+)?(?P<part>{'|'.join(PARTS)})s?\s+of\s+"
    r"(?:(?:all|the|our|my|its|their)\s+){0,2}(?=[a-z-]+s\b)",
    re.IGNORECASE,
)
# A share tells where a measure stood or went only behind a word that says so ...
_LED = regex(
    r"\b(?:was|were|is|are|stood|stands|ran|runs|averag(?:ed|es|ing)|reached|hit|kept|cut|brought"
    r"|took|fell|fallen|dropped|came|went|rose|risen|climbed|grew|shrank|moved|lifted|raised"
    r"|reduced|improved|increased|down|up)\s+"
    r"(?:(?:at|to|down|up|below|under|above|over|just|only|about|around|nearly|almost|roughly|some)\s+)*$",
    re.IGNORECASE,
)
# ... or where it counts what was got done, 'seven calls in ten solved' ...
_DONE = r"(?:settled|solved|resolved|closed|fixed|answered|kept|met)"
_DONE_BEFORE = regex(rf"\b{_DONE}\s+$", re.IGNORECASE)
_DONE_BEHIND = regex(rf"(?:\s+[a-z-]+){{0,2}}\s+{_DONE}\b", re.IGNORECASE)
# ... or as one of two, 'from one in ten to one in forty' ...
_FROM = regex(r"\bfrom\s+(?:(?:about|around|nearly|almost|over)\s+)?$", re.IGNORECASE)
_TO = regex(r"(?:\s+[a-z-]+){0,2}\s+(?:down\s+|up\s+)?to\s+(?:just\s+|only\s+)?", re.I)
# ... or where those it counts are the subject: 'one in four drivers left each year'.
_OPENS = regex(
    r"(?:^|[.;:,(]|\b(?:joined|came|started|arrived|took\s+over|where|when|that|and|but))\W*"
    r"(?:(?:about|around|nearly|almost|over|some)\s+)?$",
    re.IGNORECASE,
)
_LEFT = regex(
    r"\s*(?:[a-z-]+\s+){1,3}?(?:left|leave|leaving|quit|resigned|walked\s+out)\s+(?:each|every|a|within)\b",
    re.IGNORECASE,
)
# A cheap test before the dear ones.
_HINT = regex(
    rf"\b(?:in|of|per)\s+(?:every\s+|each\s+)?(?:{_HUNDRED}|{_COUNT})\b|(?:{'|'.join(PARTS)})s?\s+of\s",
    re.IGNORECASE,
)


def told(text: str) -> list[Figure]:
    """Return the shares of ``text`` as figures in per cent."""
    if not _HINT.search(text):
        return []
    found: list[Figure] = []
    for match in _OF_SO_MANY.finditer(text):
        some, whole = _count(match["some"]), _count(match["all"])
        if 0 < some < whole and _is_a_level(text, match, found):
            found.append(_figure(100.0 * some / whole, match))
    for match in _PART_OF.finditer(text):
        if _is_of_subjects(text, match):
            times = _count(match["n"] or "") or 1
            found.append(_figure(100.0 * times / PARTS[match["part"].lower()], match))
    return found


def _is_a_level(text: str, match: re.Match[str], before: list[Figure]) -> bool:
    """Whether a share is told of a measure, and does not only count what was looked at."""
    start, end = match.span()
    if _LED.search(text, 0, start) or _is_of_subjects(text, match):
        return True
    if _DONE_BEFORE.search(text, 0, start) or _DONE_BEHIND.match(text, end):
        return True
    if _FROM.search(text, 0, start):
        return _TO.match(text, end) is not None
    return bool(before) and _TO.fullmatch(text, before[-1].end, start) is not None


def _is_of_subjects(text: str, match: re.Match[str]) -> bool:
    return bool(_OPENS.search(text, 0, match.start()) and _LEFT.match(text, match.end()))


def _figure(share: float, match: re.Match[str]) -> Figure:
    end = match.start() + len(match.group().rstrip())
    return Figure(Number(low=round(share, 1), start=match.start(), end=end), "%", end)


def _count(printed: str) -> float:
    """Return the number that digits or words stand for, 0 for an article or nothing."""
    if not printed or printed.lower() in ("a", "an"):
        return 0.0
    if printed.lower().endswith(("hundred", "100")):
        return 100.0
    return float(printed) if printed.isdigit() else number(printed)
