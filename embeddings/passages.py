"""Sentence spans to passage spans that fit a model's budget.

A passage is one or more neighbouring sentences. Works on offsets only: needs no model, and must not
know what the text is about. Sentences come from the caller, who knows the layout of the document.
"""

import re
from collections.abc import Iterator, Sequence

__all__ = ["Span", "windows"]

Span = tuple[int, int]

WORD = re.compile(r"\S+")
PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n")
OVERLAP = 4
"""Parts of a long sentence share a quarter of their words, so that no phrase is cut in both."""


def windows(text: str, sentences: Sequence[Span], *, max_words: int = 60) -> list[Span]:
    """Return passages of at most `max_words` words, in the order of the text.

    Neighbouring sentences are put together while they fit. Nothing is put together across a blank
    line, or across text that belongs to neither sentence (a heading, a bullet). A sentence that
    alone exceeds the budget is split between words, each part repeating the last quarter of the
    one before. Every passage begins and ends with a word; blank sentences are left out.

    Sixty English words are about 80 word pieces, and CV prose rarely exceeds twice that; a model
    that reads 256 pieces sees all of them. An encoder's `too_long` names the exceptions.

    Args:
        text: the document.
        sentences: spans into `text`, end-exclusive, ascending, not overlapping.
        max_words: the budget, in runs of non-blank characters; at least 1.

    Raises:
        ValueError: the budget is below 1, or the spans are out of order or out of the text.
    """
    if max_words < 1:
        raise ValueError(f"max_words must be at least 1, not {max_words}")
    passages: list[Span] = []
    used = 0  # words in the last passage, or the whole budget where it must not grow
    for start, end in _trimmed(text, sentences):
        words = [match.span() for match in WORD.finditer(text, start, end)]
        if len(words) > max_words:
            passages += _parts(words, max_words)
            used = max_words
        elif passages and used + len(words) <= max_words and _adjoin(text, passages[-1][1], start):
            passages[-1] = (passages[-1][0], end)
            used += len(words)
        else:
            passages.append((start, end))
            used = len(words)
    return passages


def _trimmed(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Check the spans, and yield those that hold words, without the blanks at their ends."""
    position = 0
    for start, end in sentences:
        if not position <= start <= end <= len(text):
            raise ValueError(
                f"sentence ({start}, {end}) overlaps the one before it or leaves the text"
            )
        position = end
        sentence = text[start:end]
        if words := sentence.strip():
            start += len(sentence) - len(sentence.lstrip())
            yield start, start + len(words)


def _adjoin(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return not gap.strip() and not PARAGRAPH_BREAK.search(gap)


def _parts(words: Sequence[Span], max_words: int) -> Iterator[Span]:
    step = max_words - max_words // OVERLAP
    for first in range(0, len(words) - max_words + step, step):
        # The last part is moved back to be as long as the others.
        first = min(first, len(words) - max_words)
        yield words[first][0], words[first + max_words - 1][1]
