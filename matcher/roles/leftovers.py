"""What a sentence asks besides its typed requirements: the soft rest, judged by meaning.

Must not know how typed requirements are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.knowledge.asking import alternation, asking, lowered
from matcher.roles.importance import unneeded
from matcher.types import Asked, Sentence

_MIN_WORDS = 2


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
    opening, closing = _edges()
    first = match.end() if (match := opening.match(text)) else 0
    last = match.start() if (match := closing.search(text, first)) else len(text)
    kept = text[first:last]
    words = set(re.findall(r"\w[\w'’-]*", kept)).difference(asking().phrases["asking.empty"])
    if len(words) < _MIN_WORDS or not asking()["asking.soft"].search(kept):
        return []
    return [(start + first, start + last)]


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = rf"(?:[\s,;:.()–—-]|{alternation(asking().phrases['asking.edges'])})+"
    return re.compile(words), re.compile(rf"{words}$")
