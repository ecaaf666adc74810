"""What a sentence asks besides its typed requirements: the soft rest, judged by meaning.

Must not know how typed requirements are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.knowledge.asking import alternation, asking, lowered
from matcher.roles.importance import unneeded
from matcher.roles.intent import ASKING_SECTIONS
from matcher.roles.ties import one_post, window
from matcher.types import Asked, Sentence

_MIN_WORDS = 2
# Left in a list of what is asked, so many words ask for something, soft or not.
_TELLING_WORDS = 4
# Words that lead straight into what was read ('leadership of at least' + '200 people').
_GOVERNS = re.compile(
    r"\b(?:a|an|as|at|by|for|have|has|hold|holding|in|is|are|lead|leading|least|manage|managing|of|over|"
    r"own|than|the|to|using|with|within|your)\s*$"
)
# Words that open something new behind what was read; others go on about it.
_JOINS = re.compile(r"\s*(?:[,;.:]|and\b|plus\b|as well as\b|with\b)")
_PARTS = re.compile(r"[,;(]|\band\b|\bor\b")


def leftovers(sentence: Sentence, asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """Return spans of the document that ask for qualities which ``asked`` does not cover.

    Without typed requirements that is the whole sentence, unless it says that nothing is asked.
    """
    waived = unneeded(sentence)
    if not asked:
        return [] if waived else [(sentence.start, sentence.end)]
    spans: list[tuple[int, int]] = []
    at = sentence.start
    for start, end in [*sorted((a.start, a.end) for a in asked), (sentence.end, sentence.end)]:
        if start > at:
            spans += _worth_keeping(sentence, at, start)
        at = max(at, end)
    return [
        (start, end)
        for start, end in spans
        if not any(first < end and start < last for first, last in waived)
    ]


def _worth_keeping(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    text = lowered(sentence.text)[start - sentence.start : end - sentence.start]
    apart = start == sentence.start or _JOINS.match(text) is not None
    if end < sentence.end and _GOVERNS.search(text):
        text = text[: max((stop.start() for stop in _PARTS.finditer(text)), default=0)]
    opening, closing = _edges()
    first = match.end() if (match := opening.match(text)) else 0
    last = match.start() if (match := closing.search(text, first)) else len(text)
    kept = text[first:last]
    if one_post(kept) or window(kept) is not None:
        return []
    words = set(re.findall(r"\w[\w'’-]*", kept)).difference(asking().phrases["asking.empty"])
    tells = apart and len(words) >= _TELLING_WORDS and sentence.section in ASKING_SECTIONS
    if not tells and (len(words) < _MIN_WORDS or not asking()["asking.soft"].search(kept)):
        return []
    return [(start + first, start + last)]


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = rf"(?:[\s,;:.()–—-]|{alternation(asking().phrases['asking.edges'])})+"
    return re.compile(words), re.compile(rf"{words}$")
