"""Shares told as so many of so many: 'one in four', 'three calls in ten', 'a third of the nurses'.

Must not know which measure they belong to, nor which way is good.
"""

from __future__ import annotations

import re

from matcher.facts.figures import Figure
from matcher.facts.numbers import Number

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_COUNTS = {word: count for count, word in enumerate(_WORDS.split(), start=1)}
_TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_UNITS = list(_COUNTS.items())[:9]
_COUNTS |= {
    f"{ten}{gap}{one}": tens + units
    for ten, tens in [("twenty", 20), *_TENS.items()]
    for one, units in _UNITS
    for gap in "- "
}
_COUNTS |= _TENS
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|\d{{1,2}})"
_HUNDRED = r"(?:an?\s+|one\s+)?(?:hundred|100)"
# Lengths of time and places are no wholes: 'one in ten minutes', 'one in two depots'.
_OF_SO_MANY = re.compile(
    rf"(?<![\d.,])\b(?P<some>{_COUNT})\s+(?:[a-z-]+\s+)?(?:in|(?<=[a-z]\s)out\s+of|(?<=[a-z]\s)of\s+every|(?<=[a-z]\s)per)\s+(?:every\s+|each\s+)?(?P<all>{_HUNDRED}|{_COUNT})\b"
    r"(?!\s*(?:[%£$€+./:,]?\d|(?:[a-z-]+\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sites|depots|places|towns|countries)\b))",
    re.IGNORECASE,
)
# 'A third of the nurses left': a level, where no word of change leads into it.
_PART_OF = re.compile(
    rf"(?<!by )(?<!cut )(?<!down )(?<!up )\b(?:(?P<n>an?|one|two|three)\s+)?"
    rf"(?P<part>{'|'.join(_PARTS)})s?\s+of\s+"
    r"(?:(?:all|the|our|my|its|their)\s+){0,2}(?=[a-z-]+s\b)",
    re.IGNORECASE,
)
# A cheap test before the dear ones.
_HINT = re.compile(
    rf"\b(?:in|of|per)\s+(?:every\s+|each\s+)?(?:{_HUNDRED}|{_COUNT})\b|(?:{'|'.join(_PARTS)})s?\s+of\s",
    re.IGNORECASE,
)
_TIMES = {"two": 2, "three": 3}


def told(text: str) -> list[Figure]:
    """Return the shares of ``text`` as figures in per cent."""
    if not _HINT.search(text):
        return []
    found = []
    for match in _OF_SO_MANY.finditer(text):
        some, whole = _count(match["some"]), _count(match["all"])
        if 0 < some < whole:
            found.append(_figure(100.0 * some / whole, match))
    for match in _PART_OF.finditer(text):
        times = _TIMES.get((match["n"] or "").lower(), 1)
        found.append(_figure(100.0 * times / _PARTS[match["part"].lower()], match))
    return found


def _figure(share: float, match: re.Match[str]) -> Figure:
    end = match.start() + len(match.group().rstrip())
    return Figure(Number(low=round(share, 1), start=match.start(), end=end), "%", end)


def _count(printed: str) -> int:
    lowered = printed.lower()
    if lowered.endswith(("hundred", "100")):
        return 100
    return _COUNTS.get(lowered, 0) or int(printed)
