"""A measure told again by a pronoun: 'absence stood at 9% ...; under me it fell to 4%'.

Must not know which measures there are, nor which way is good.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.types import Outline, Sentence

_TIME = (
    r"(?:my|the\s+(?:first|second|third|next|following|last|end|close|time|year|turn)|then|now|last|next|"
    r"an?\s+(?:single\s+)?(?:year|month|quarter|season|term)|(?:one|two|three|four|five|six|nine|twelve)\b|time)"
)
# Whose time it was: 'at the rival it fell' tells of another's figure.
_LEAD = (
    rf"(?:(?:under|with)\s+(?:me|my|our)\b|(?:by|after|within|in|on|at)\s+{_TIME}\b)"
    r"[^,.;\d]{0,30}?,?\s+"
)
_IT = r"(?:it|that|this|the\s+(?:rate|figure|share|number|score))\s+"
_WHEN = r"(?:(?:had|has|soon|then|later|now|steadily)\s+)*"
_NEARLY = r"(?:(?:down|up|just|only|under|about|to|at|now)\s+){0,3}"
# 'It was 4%' tells of no change unless a time or a change leads into it.
_AGAIN = (
    rf"(?:(?:and|but|then)\s+)?(?:(?:{_LEAD})?{_IT}{_WHEN}(?:fell|fallen|dropped|came\s+down|went|rose|risen|climbed|shrank)\s+"
    rf"|{_LEAD}{_IT}{_WHEN}(?:was|is|stood|stands)\s+|{_IT}(?:(?:had|has)\s+)?(?:soon|then|later|now)\s+(?:was|is|stood|stands)\s+"
    rf"|{_IT}(?:was|is|stood|stands)\s+(?:now|down|up)\s+){_NEARLY}"
)
_OPENS = regex(rf"\W*{_AGAIN}(?=[\d£$€+-]|(?:one|two|three|an?)\b)", re.IGNORECASE)
_BETWEEN = regex(rf"[^;.]{{0,60}}[;.,]\s*{_AGAIN}", re.IGNORECASE)
# What is 'of the budget' or 'for the rival' is another figure.
_CLOSES = regex(
    rf"\s*(?:$|[.,;:!?)]|(?:and|but|while|when|where|over|since|under\s+(?:me|my|our)|from|last|this|today|now|again)\b"
    rf"|(?:each|every|an?|per)\s+(?:day|week|month|quarter|year)\b|(?:in|by|within|after|on|at)\s+(?:(?:19|20)\d\d|\d|less|under|{_TIME})\b)",
    re.IGNORECASE,
)
# A cheap test of how a sentence opens, before the dear one.
_PRONOUN = regex(r"\b(?:it|that|this|rate|figure|share|number|score)\b", re.IGNORECASE)
_OPENING = 70
_FIGURE = regex(r"\d|\b(?:one|two|three|half|third|quarter|fifth|tenth)\b", re.IGNORECASE)


def with_next(cv: Outline, at: int) -> Sentence | None:
    """Return a sentence that tells a figure, joined with the next where that tells of it again."""
    if at + 1 >= len(cv.sentences):
        return None
    first, second = cv.sentences[at], cv.sentences[at + 1]
    if first.position != second.position or not _FIGURE.search(first.text):
        return None
    if not _PRONOUN.search(second.text, 0, _OPENING) or not _OPENS.match(second.text):
        return None
    return replace(first, text=cv.text[first.start : second.end], end=second.end)


def between(text: str, first: int, start: int, end: int) -> bool:
    """Return whether the figure at ``[start, end)`` goes on about one that ends at ``first``."""
    told = _BETWEEN.fullmatch(text, first, start)
    return told is not None and _CLOSES.match(text, end) is not None
