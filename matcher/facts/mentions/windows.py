"""What a model may see of a mention: its sentence, and what stands around a short one.

Must not know what is mentioned. Identity is left out and pronouns are neutral, as they are for the
encoder, so that two CVs that differ in nothing else are seen alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.patterns import regex
from matcher.candidates.pronouns import neutral
from matcher.candidates.without import Span, without
from matcher.types import Outline, Sentence

MarkedText = tuple[str, int, int]

_BREAK = regex(r"\s*\n\s*")
_SPACE = regex(r"[ \t]{2,}")
# A sentence of fewer words is read with those beside it: 'Head of Workshop' / 'Budget: £480k'.
_SHORT = 14
# A blank line parts what belongs to different entries.
_NEAR = 3


class Windows:
    """The sentences of a CV as a model is to see them."""

    def __init__(self, cv: Outline, hidden: Sequence[Span]) -> None:
        """Take a CV and the spans of it that say who somebody is."""
        self._cv = cv
        self._seen = without(cv.text, hidden)

    def of(self, index: int, start: int, end: int) -> MarkedText | None:
        """Return what is seen of ``sentences[index].text[start:end]``, None where it is hidden."""
        sentence = self._cv.sentences[index]
        first, last = sentence.start + start, sentence.start + end
        mention = self._words(first, last)
        if not mention:
            return None
        short = len(sentence.text.split()) < _SHORT
        above = self._beside(index, index - 1) if short else ""
        below = self._beside(index, index + 1) if short else ""
        before = above + self._words(sentence.start, first, joined=True)
        behind = self._words(last, sentence.end, joined=True) + below
        return before + mention + behind, len(before), len(before) + len(mention)

    def _beside(self, index: int, other: int) -> str:
        """The sentence beside another that belongs to it, with what parts the two, or ""."""
        sentences = self._cv.sentences
        if not 0 <= other < len(sentences):
            return ""
        first, last = sentences[min(index, other)], sentences[max(index, other)]
        words = self._words(sentences[other].start, sentences[other].end)
        if not words or not _belongs(first, last):
            return ""
        gap = " / " if "\n" in self._cv.text[first.end : last.start] else " "
        return f"{words}{gap}" if other < index else f"{gap}{words}"

    def _words(self, start: int, end: int, *, joined: bool = False) -> str:
        """The words of a span, neutral, in one line; with white space at its ends if ``joined``."""
        first, last = self._seen.into(start, end)
        words = _SPACE.sub(" ", _BREAK.sub(" / ", neutral(self._seen.text[first:last])))
        return words if joined else words.strip()


def _belongs(first: Sentence, second: Sentence) -> bool:
    same = (first.position, first.section) == (second.position, second.section)
    return same or second.start - first.end < _NEAR
