"""Head counts told together: what they add up to.

Must not know which words made a number a head count. 'Six engineers and nine contractors' are
fifteen; a breakdown ('a team of 22: 7 planners, 15 drivers') adds nothing to its total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from data.patterns import regex
from matcher.facts.numbers.bounds import BOUND
from matcher.facts.numbers.numbers import Number

_EACH = regex(
    r"\beach\s+(?:with|lead\w*|led|runs?|ran|running|manag\w+|supervis\w+|ha[sd]|having|of)\b",
    re.IGNORECASE,
)
# 'Three managers with twelve staff each'.
_WITH = regex(
    rf"(?:[^.;\d]{{0,30}}?,)?\s+(?:with|of|leading|managing|running|over|and)\s+(?:{BOUND}\s+)?",
    re.IGNORECASE,
)
_APIECE = regex(
    r"\s+(?:\w+\s+){0,2}?(?:each|apiece)\b|\s+(?:on|in|to|for|at|under)\s+(?:each|every|both)\b"
    r"|\s+(?:per|to\s+an?|an?)\s+(?:watch|shift|team|crew|gang|squad|site|branch|shop|store|section|line|ward|unit|"
    r"depot|group|pod|cell|station|manager|lead|leader|supervisor|foreman|deputy|desk)\b",
    re.IGNORECASE,
)
_PART_OF = regex(
    r"\b(?:includ\w*|of which|of whom|of them|compris\w*|consist\w*|made up of)\b|[:(]", re.I
)

_OF_THEM = regex(r"\s+of\s+(?:them|these|those|whom)\b", re.IGNORECASE)
_LINK = regex(r"\b(?:and|plus|as well as|with|together with|alongside)\b|[,+&/]", re.IGNORECASE)

_APART = regex(
    r"\b(?:19|20)\d\d\b|\b(?:then|later|previously|before|from|ris\w+|rose|grew|grow\w*|now|swell\w*|peak\w*|ended|finish\w*|increas\w+|up\s+to|usual\w*|normal\w*|otherwise|supporting|serving|looking\s+after|(?:last|this)\s+year)\b|;",
    re.I,
)

# 'A six-person department with two direct reports': the two are of the six.
_GROUP_WITH = regex(
    r"\s*,?\s*(?:(?:department|office|division|unit|function|team|staff|workforce|group|section)s?,?\s+)?with\s+",
    re.IGNORECASE,
)
# Teams one after another are never added up.
_IN_TURN = regex(
    r"\b(?:one\s+after\s+(?:another|the\s+other)|(?:each\s+)?in\s+turn|in\s+succession|successive(?:ly)?|consecutive(?:ly)?"
    r"|over\s+(?:my|a)\s+career|at\s+different\s+times|respectively\s+in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# 'Led 24 staff, 33 at Christmas': the same people at another time, or with those told before.
_SAME_AGAIN = regex(
    r"\s*(?:[\w-]+\s+){0,2}?(?:(?:at|in|over|during|for|through|by|each|every)\s+(?:the\s+)?(?:\w+\s+)?(?:peaks?|christmas|easter|"
    r"summers?|winters?|autumn|spring|seasons?|harvest|holidays|busy|high|height|black\s+friday|sales?\s+time|term|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:including|incl\.?|counting|with)\s+(?:the\s+)?(?:temps|temporary|seasonal|agency|casuals?|bank|contractors?)\b"
    r"|(?:in\s+)?(?:all|total)\b(?!\s+ranks)|overall\b|all\s+told\b|altogether\b|(?:today|now|by\s+now|currently|at\s+present|these\s+days)\b|by\s+the\s+(?:end|time)\b|when\s+I\s+left\b|once\b|at\s+(?:most|its|their)\b)",
    re.IGNORECASE,
)
_ASIDE = regex(r"\([^()]*\)")

# 'The day desk (9 clerks) and the night desk (8 clerks)': each bracket counts its own.
_IN_BRACKETS_TOO = regex(
    r"[^()]{0,20}\)\s*(?:,|and|&|plus|,\s*and)\s+[^()]{1,40}\(\s*", re.IGNORECASE
)

_DIRECT = regex(r"\bdirect\b", re.IGNORECASE)
# How many words may part a total from the leaders it is led through.
_NEARBY = 8
# Words that count everybody: whoever leads them is among them.
_TOTAL = regex(
    r"\b(?:people|persons?|staff|employees|colleagues|headcount|heads|ftes?|personnel|workforce|strong|"
    r"teams?|crew|squad|unit|department|desk|floor|shift|group|section|service)\b",
    re.IGNORECASE,
)
# 'Eighty advisers through six managers', 'under six managers'.
_THROUGH = regex(r"\b(?:through|via|under|by\s+way\s+of|led\s+by)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """People counted in a sentence.

    Attributes:
        low: How many; of a range the lower end.
        high: The upper end of a range, or None.
        noun: "people", "managers", "managers_of_things", "group" or "label".
        direct: Whether direct reports only were counted.
        start: Offset of the words that say so.
        end: Offset behind them.
        number: The number as printed.
    """

    low: float
    high: float | None
    noun: str
    direct: bool
    start: int
    end: int
    number: Number


def counted(number: Number, noun: str, direct: bool, start: int, end: int) -> HeadCount:
    """Return the head count that ``number`` is; of 'grew from 8 to 25' what was reached."""
    low, high = number.low, number.high
    if number.growth and high is not None:
        low, high = high, None
    return HeadCount(low, high, noun, direct, start, end, number)


def summed(text: str, counts: list[HeadCount]) -> list[HeadCount]:
    """Join counts that the text adds up: 'six engineers and nine contractors' are fifteen.

    A breakdown ('a team of 22: 7 planners, 15 drivers') adds nothing to its total.
    """
    if len(counts) > 1 and _IN_TURN.search(text):
        return counts
    parts = sum(count.low for count in counts[1:])
    is_total = len(counts) > 2 and counts[0].low == parts
    if (
        is_total
        and _TOTAL.search(text, counts[0].start, counts[0].end)
        and not any(leads_people(text, count) for count in counts)
    ):
        return counts[:1]
    joined: list[HeadCount] = []
    opened = 0  # where the total ended before any of its parts was taken into it
    for count in counts:
        last = joined[-1] if joined else None
        between = text[last.end : count.start] if last is not None else ""
        since = _ASIDE.sub(" ", text[opened : count.start])
        if last is not None and shared_out(text, last, count):
            joined[-1] = _extended(last, count, last.low * (count.low + 1))
            if _DIRECT.search(text, last.start, last.end):  # direct ones may be asked for alone
                joined.insert(-1, last)
        elif (
            last is not None
            and not _IN_BRACKETS_TOO.fullmatch(between)
            and (
                _is_part(text, last, between, count)
                or (_PART_OF.search(since) and not _APART.search(since) and count.low <= last.low)
            )
        ):
            if count.direct and not last.direct:  # direct ones may be asked for alone
                joined.insert(-1, count)
            elif leads_people(text, count):  # their tier is part of what is told
                joined[-1] = replace(last, end=count.end)
        elif last is not None and _adds(between) and not _SAME_AGAIN.match(text, count.end):
            joined[-1] = _extended(last, count, last.low + count.low)
            if last.direct and not count.direct:  # direct ones may be asked for alone
                joined.insert(-1, last)
        else:
            joined.append(count)
            opened = count.end
    return joined


def same_again(text: str, end: int) -> bool:
    """Return whether a number that ends at ``end`` tells of those counted before once more."""
    return _SAME_AGAIN.match(text, end) is not None


def leads_people(text: str, count: HeadCount) -> bool:
    """Whether those counted lead people: by their name, or because others are led through them."""
    return count.noun == "managers" or led_through(text, count)


def led_through(text: str, count: HeadCount) -> bool:
    """Whether others are led through those counted, 'under eight service managers'."""
    managers = count.noun in ("managers", "managers_of_things")
    return managers and _THROUGH.search(text, 0, count.start) is not None


def _is_part(text: str, total: HeadCount, between: str, count: HeadCount) -> bool:
    """Whether the people counted last are among those counted before."""
    if count.low > total.low:
        return False
    whole = _TOTAL.search(text, total.start, total.end) is not None
    among = whole and leads_people(text, count) and len(between.split()) <= _NEARBY
    told = _PART_OF.search(_ASIDE.sub(" ", between)) or _OF_THEM.match(text, count.number.end)
    if count.direct and not total.direct and whole and _GROUP_WITH.fullmatch(between):
        return True  # 'a team of 40 with ten direct reports'
    return told is not None or (among and not _APART.search(between))


def shared_out(text: str, first: HeadCount, second: HeadCount) -> bool:
    """Whether each of the first leads so many of the second: 'five leaders, each with ten'."""
    between = text[first.end : second.start]
    if _EACH.search(between) is not None:
        return True
    return _WITH.fullmatch(between) is not None and is_apiece(text, second.end)


def is_apiece(text: str, end: int) -> bool:
    """Return whether those counted up to ``end`` are so many of each: 'nine operators on each'."""
    return _APIECE.match(text, end) is not None


def _adds(between: str) -> bool:
    return bool(_LINK.search(between)) and len(between.split()) <= 6 and not _APART.search(between)


def _extended(first: HeadCount, second: HeadCount, low: float) -> HeadCount:
    direct = first.direct and second.direct
    return replace(first, low=low, high=None, direct=direct, end=second.end)
