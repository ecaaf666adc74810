"""Posts listed under a line that names the work of all: 'Contracts, all as test analyst:', 'Nurse'.

Must not know headings that name a post of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from data.knowledge.titles import named_in, placeholder
from data.patterns import regex
from matcher.candidates.entry import clean, is_employer, is_title, named
from matcher.candidates.rows import Post, Row

_TERMS = r"(?:an?\s+)?(?:(?:full|part)[\s-]time\s+|freelance\s+|self[\s-]employed\s+)?"
_TITLE = r"(?P<title>[A-Za-z][^,;:()\n]{2,60}?)"
# 'Contracts (all Test Analyst)', 'Projects, as freelance buyer:', 'Site Manager throughout'.
_NAMED = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:as|all|each|always|mostly)\s+{_TERMS}{_TITLE}"
        r"(?=\s+(?:throughout|in\s+(?:all|each|every))\b|\s*(?:[,;:()]|$))",
        rf"(?:^|[,;:(]\s*){_TITLE}\s+(?:throughout|in\s+(?:all|each|every)\b)",
        rf"^{_TITLE}\s*(?:\([^)]*\)\s*)?:$",
    )
)
_LONGEST = 6
_FEWEST = 2
# The title is then that of another: 'Reported to the Finance Director:'.
_RELATED = regex(r"\b(?:to|whose|who|for|by|with|under|supporting|references?)\b", re.IGNORECASE)


def ruled(rows: Sequence[Row], index: int) -> Post | None:
    """Return the post of a dated row that names none, where a line above names it for all."""
    row = rows[index]
    ranges = [period for period in row.dates if period.end is not None]
    if len(ranges) != 1 or len(row.dates) != 1:
        return None
    over = index - 1
    while over >= 0 and rows[over].dates and not rows[over].opens_section:
        over -= 1
    title = (_title(rows[over].words) or _title_alone(rows, over)) if over >= 0 else None
    if title is None or (rows[index].gap and over < index - 1):
        return None
    place = _place(row)
    if place is None:
        return None
    return Post(title, place, ranges[0].start, ranges[0].end, row.at, row.line.end)


def _place(row: Row) -> str | None:
    """What a row says besides its dates, None for nothing or a title of its own."""
    first, last = (at - row.line.start for at in row.dates[0].span)
    place = clean(f"{clean(row.words[:first])} {clean(row.words[last:])}")
    own = named(place).title
    # In small letters it is a kind of client: 'rail operator', 'paint maker'.
    return None if not place or (own is not None and own[0].isupper()) else place


def _title_alone(rows: Sequence[Row], over: int) -> str | None:
    """The title on a line of its own with two or more dated employers under it, and no other."""
    words = rows[over].words.strip()
    alone = is_title(words) and len(words.split()) <= _LONGEST and not rows[over].dates
    under = list(takewhile(lambda row: row.dates and not row.gap, rows[over + 1 :]))
    # 'Reporting to', and the title below it, are of somebody else.
    others = over > 0 and _RELATED.search(rows[over - 1].words) is not None
    if not alone or others or len(under) < _FEWEST or not all(map(_is_employer_dated, under)):
        return None
    return clean(words)


def _is_employer_dated(row: Row) -> bool:
    """Whether a row names a firm with its dates: no gap, degree or work of another kind."""
    place = _place(row) if len(row.dates) == 1 and row.dates[0].end is not None else None
    return (
        place is not None
        and is_employer(place)
        and not named_in(place)
        and 1 < len(place.split()) <= _LONGEST
        and placeholder().search(place) is None
    )


def _title(words: str) -> str | None:
    words = words.strip()
    for match in (found for pattern in _NAMED for found in pattern.finditer(words)):
        if is_title(match["title"]) and not _RELATED.search(words[: match.end()]):
            return clean(match["title"])
    return None
