"""What a passage tells, and which of its sentences answers what is asked.

An encoder sees several lines at once, headings among them; who reads the verdict wants the one that
answers. Must not know how closeness is measured, nor decide anything by itself.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.patterns import regex
from matcher.candidates.pronouns import neutral
from matcher.types import Candidate, Evidence, Passage, Sentence

# Sections that are known by no heading: the lines a CV opens with, and how to reach somebody.
_UNNAMED = frozenset({"other", "personal"})
# A line this long says something, wherever it stands.
_SENTENCE_WORDS = 8
# A passage this short is shown whole.
_SHORT = 160
_WORD = regex(r"[a-z]{4,}")
# Words share a stem, for the purpose of choosing what to show, where they share this beginning.
_STEM = 5


def tells(passage: Passage, candidate: Candidate) -> bool:
    """Whether a passage tells of work or of a person's skills, and is no mere header or heading."""
    inside = _inside(passage, candidate)
    if not inside:
        return True
    return any(_says_something(each) and _is_shown(each, passage) for each in inside)


def telling(candidate: Candidate) -> NDArray[np.bool_]:
    """Return for each passage whether closeness to it counts: if it tells, or where none does."""
    found = np.array([tells(each, candidate) for each in candidate.passages], np.bool_)
    return found if found.any() else np.ones_like(found)


def _says_something(sentence: Sentence) -> bool:
    words = len(sentence.text.split())
    if sentence.section in _UNNAMED and sentence.position is None:
        return words >= _SENTENCE_WORDS
    return words > 1


def _is_shown(sentence: Sentence, passage: Passage) -> bool:
    """Whether the encoder sees what makes a line of a header tell something, and no address."""
    if sentence.section not in _UNNAMED or sentence.position is not None:
        return True
    seen = set(passage.text.lower().split())
    return sum(word in seen for word in neutral(sentence.text).lower().split()) >= _SENTENCE_WORDS


def answer(passage: Passage, asked: str, candidate: Candidate) -> Evidence:
    """Return the sentence of a passage that shares most words with what is asked.

    A short passage is shown whole; so is one of which no sentence shares a word, less the lines
    that say nothing.
    """
    inside = [each for each in _inside(passage, candidate) if _says_something(each)]
    if not inside:
        return _cut(passage.start, passage.end, candidate)
    start, end = inside[0].start, inside[-1].end
    if end - start > _SHORT:
        wanted = _stems(asked)
        best = max(inside, key=lambda each: (len(wanted & _stems(each.text)), -each.start))
        if not wanted.isdisjoint(_stems(best.text)):
            start, end = best.start, best.end
    return _cut(max(start, passage.start), min(end, passage.end), candidate)


def _inside(passage: Passage, candidate: Candidate) -> list[Sentence]:
    return [
        each
        for each in candidate.sentences
        if each.start < passage.end and passage.start < each.end
    ]


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))


def _cut(start: int, end: int, candidate: Candidate) -> Evidence:
    return Evidence(start, end, candidate.text[start:end])
