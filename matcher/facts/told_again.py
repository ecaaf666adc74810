"""A measure told again by a pronoun: 'absence stood at 9% ...; under me it fell to 4%'.

Must not know which measures there are, nor which way is good.
"""

from __future__ import annotations

import re
from dataclasses import replace

from matcher.types import Outline, Sentence

_AGAIN = (
    r"(?:(?:and|but|then)\s+)?(?:(?:under|by|after|within|in|on|with|at)\s+[^,.;\d]{1,40}?,?\s+)?"
    r"(?:it|that|this|the\s+(?:rate|figure|share|number|score))\s+(?:(?:had|has|soon|then|later|now|steadily)\s+)*"
    r"(?:fell|fallen|dropped|came\s+down|went|rose|risen|climbed|was|is|stood|stands|shrank)\s+"
    r"(?:(?:down|up|just|only|under|about|to|at|now)\s+){0,3}"
)
_OPENS = re.compile(rf"\W*{_AGAIN}(?=[\d£$€+-]|(?:one|two|three|an?)\b)", re.IGNORECASE)
_BETWEEN = re.compile(rf"[^;.]{{0,60}}[;.,]\s*{_AGAIN}", re.IGNORECASE)
# A cheap test of how a sentence opens, before the dear one.
_PRONOUN = re.compile(r"\b(?:it|that|this|rate|figure|share|number|score)\b", re.IGNORECASE)
_OPENING = 70
_FIGURE = re.compile(r"\d|\b(?:one|two|three|half|third|quarter|fifth|tenth)\b", re.IGNORECASE)


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


def between(text: str) -> bool:
    """Return whether ``text``, between two figures, says that the second is of the same measure."""
    return _BETWEEN.fullmatch(text) is not None
