"""Dates that go with a cue: when an exam is booked, when something lapsed, until when it holds.

Must not know what is held, nor which words are cues: it is given those in scope.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge.cues import Cue
from data.patterns import regex

Span = tuple[int, int]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
DATE = regex(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+{_YEAR}|{_MONTH},?\s*{_YEAR}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)?\d\d|\d{{1,2}}[/-](?:19|20)\d\d|(?:19|20)\d\d-\d\d"
    rf"|(?:q[1-4]|spring|summer|autumn|winter|early|mid|late|end of|christmas|easter)[\s-]+{_YEAR}"
    rf"|(?:19|20)\d\d|(?:next|this)\s+(?:week|month|year|spring|summer|autumn|winter|{_MONTH})"
    rf"|in\s+{_MONTH}(?!\s*(?:19|20)\d\d))(?!\w)",
    re.IGNORECASE,
)
_BEGUN = regex(r"(?:since|from|started|starting|began|begun|enrolled|joined)\W+(?:in\s+)?$", re.I)
_RANGE = regex(
    rf"(?P<from>(?:{_MONTH}\s+)?(?:19|20)\d\d)\s*(?:-|–|—|to|until)\s*"
    rf"(?P<to>(?:{_MONTH}\s+)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)

SENTENCE_END = regex(r"[.!?](?=\s|$)|;")
_FULL_STOP = regex(r"[.!?](?=\s|$)")
# "Intermediate: SO, ST and CSI (2013-2015)" tells in which years the parts were passed.
_LIST_OF_PARTS = regex(r"[^.;]*\w\s*(?:,|&|\band\b)\s*\w")
_ADJACENT = 18
# A date this close behind another name belongs to that name.
_NEXT_TO_A_NAME = 5


def date_ahead(text: str, cues: list[Cue], others: Sequence[Span]) -> str | None:
    """Return the date something under way is booked or due for, None where it only has a start.

    Where a failure is told as well, the date must follow it: a resit, not the sitting that failed.
    """
    first = min(cue.start for cue in cues if cue.state in ("in_progress", "not_yet", "sitting"))
    failures = [cue.start for cue in cues if cue.state == "denied"]
    low = max([first, *failures])
    stop = _FULL_STOP.search(text, low)
    limit = min([stop.start() if stop else len(text), *(a for a, _ in others if a >= low + 25)])
    near = max(0, low - _ADJACENT) if not failures else low
    dates = [m for m in DATE.finditer(text, near, limit) if m.start() >= low or m.end() <= low]
    ahead = [
        match
        for match in dates
        if not _BEGUN.search(text, max(0, match.start() - 20), match.start())
        and not any(0 <= match.start() - b <= _NEXT_TO_A_NAME for _, b in others)
    ]
    # Of dates before the words the nearest counts: '(2025 - 2027, ongoing)' ends in 2027.
    ahead.sort(key=lambda match: low - match.start() if match.start() < low else 0)
    return " ".join(ahead[0].group().split()) if ahead else None


def date_of_lapse(text: str, cues: list[Cue]) -> str | None:
    """Return the date behind the words that tell of a lapse, or the last one before them."""
    lapse = next(cue for cue in cues if cue.state == "lapsed")
    stop = SENTENCE_END.search(text, lapse.end)
    behind = DATE.search(text, lapse.end, stop.start() if stop else len(text))
    earlier = list(DATE.finditer(text, max(0, lapse.start - 40), lapse.start))
    found = behind or (earlier[-1] if earlier else None)
    return " ".join(found.group().split()) if found else None


def validity(text: str, end: int, stop: int, cues: list[Cue]) -> str | None:
    """Return the date up to which it is valid, where one is printed, else None."""
    for cue in cues:
        if cue.state == "until" and cue.start >= end:
            date = DATE.match(
                text, cue.end + len(text[cue.end :]) - len(text[cue.end :].lstrip(" :.-"))
            )
            if date:
                return date.group()
    sentence_end = SENTENCE_END.search(text, end)
    stop = min(stop, sentence_end.start()) if sentence_end else stop
    held_from_to = _RANGE.search(text, end, min(stop, end + 40))
    if held_from_to is None or _LIST_OF_PARTS.match(text, end, held_from_to.start()):
        return None
    return held_from_to.group("to")
