"""What a sentence asks besides its typed requirements: the soft rest, judged by meaning.

Must not know how typed requirements are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge.asking import asking, lowered
from matcher.types import Asked, Sentence

_MIN_WORDS = 2
_EDGE_WORDS = re.compile(
    r"^(?:[\s,;:.()–—-]|\b(?:and|or|as well as|with|plus|but|also|a|an|the|have|has|is|are|as is|as are|be|essential|desirable|required|coupled|along|together|will)\b)+"
    r"|(?:[\s,;:.(–—-]|\b(?:and|or|with|a|an|the|as well as|plus|but|also|have|has|coupled|along|together|will|you|who)\b)+$",
    re.IGNORECASE,
)


def leftovers(sentence: Sentence, asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """Return spans of the document that ask for qualities which ``asked`` does not cover.

    Without typed requirements that is the whole sentence.
    """
    if not asked:
        return [(sentence.start, sentence.end)]
    spans = []
    at = sentence.start
    for start, end in [*sorted((a.start, a.end) for a in asked), (sentence.end, sentence.end)]:
        if start > at:
            spans += _worth_keeping(sentence, at, start)
        at = max(at, end)
    return spans


def _worth_keeping(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    text = sentence.text[start - sentence.start : end - sentence.start]
    kept = text
    while (shorter := _EDGE_WORDS.sub("", kept)) != kept:
        kept = shorter
    if len(kept.split()) < _MIN_WORDS or not asking()["asking.soft"].search(lowered(kept)):
        return []
    first = start + text.index(kept)
    return [(first, first + len(kept))]
