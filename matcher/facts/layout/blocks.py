"""Sentences of one line or paragraph together: a later sentence may go on about an earlier one.

Must not know any kind of fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from matcher.types import Outline, Sentence

_LARGEST_GAP = 2


def blocks(cv: Outline) -> Iterator[Sentence]:
    """Yield the CV's text block by block, each as one long sentence."""
    block: Sentence | None = None
    for sentence in cv.sentences:
        if block is not None and _goes_on(cv, block, sentence):
            block = replace(block, text=cv.text[block.start : sentence.end], end=sentence.end)
            continue
        if block is not None:
            yield block
        block = sentence
    if block is not None:
        yield block


def heading_of(cv: Outline, sentence: Sentence) -> str:
    """Return the heading that a sentence stands under, "" where there is none."""
    for section in cv.sections:
        if section.start <= sentence.start < section.end:
            return section.heading
    return ""


def _goes_on(cv: Outline, block: Sentence, sentence: Sentence) -> bool:
    gap = cv.text[block.end : sentence.start]
    return (
        "\n" not in gap
        and 0 <= sentence.start - block.end <= _LARGEST_GAP
        and (block.section, block.position) == (sentence.section, sentence.position)
    )
