"""Whether a thing that anybody may have, such as a car, is told as the person's own.

Must not know what the thing is. 'Has a van' says so of whoever opens the clause: where any word but
those of the table stands before it, that may be a client, a firm or a husband.
"""

from __future__ import annotations

import re

from data.knowledge.practices import practices
from data.patterns import regex
from matcher.facts.states.whose import somebody_elses

_BREAK = regex(r"[,;:|()•·]|\s[-–—/]\s|\b(?:with|plus)\b")
_WORD = regex(r"[a-z0-9']+")
# 'Live in Truro and have a car': what a clause opens with where the person is its subject.
_OF_ME = regex(r"\s*(?:i|live|lives|living|based|full|clean|hold|holds|current|uk)\b")


def is_own(text: str, low: str, first: int, span: tuple[int, int]) -> bool:
    """Return whether what stands at ``span`` is the person's own.

    Args:
        text: The sentence.
        low: The sentence in lower case, every character in its place.
        first: Where the clause begins.
        span: Where the thing stands, with its verb if it has one.
    """
    start, end = span
    if somebody_elses(text, first, start) or not _closes(low, end):
        return False
    breaks = [mark.end() for mark in _BREAK.finditer(low, first, start)]
    if breaks and "with" in low[first:start] and not _OF_ME.match(low, first):
        breaks = [at for at in breaks if not low[first:at].endswith("with")]
    before = low[max([first, *breaks]) : start]
    if " and " in before and _OF_ME.match(before):
        before = before.rsplit(" and ", 1)[1]
    return practices().own_before.issuperset(_WORD.findall(before))


def _closes(low: str, end: int) -> bool:
    """Whether no other noun follows: 'a car', and no 'car parts business'."""
    behind = re.match(r"\s+([a-z']+)", low[end:])
    return behind is None or behind[1] in practices().own_behind
