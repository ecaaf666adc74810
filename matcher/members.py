"""Candidates ready to be judged: what no role changes, worked out once and held.

Must not know any role. A member costs some kilobytes and half a millisecond; whoever ranks a pool
again keeps its members.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.copied import blocks
from matcher.candidates.trust import keyword_lists
from matcher.judging.words.telling import telling
from matcher.meaning import Seen, Vectors
from matcher.types import Candidate

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A candidate of a pool.

    Attributes:
        candidate: As judges see the CV: less what was read from words that count for nothing. Its
            months of experience are still those of the whole CV; no judge looks at them.
        vectors: Of the passages and titles that ``candidate`` has.
        counts: For each passage whether it tells of something; all where none does.
        blocks: What tells quickly whether the CV may repeat a role (`candidates.copied`).
    """

    candidate: Candidate
    vectors: Vectors
    counts: NDArray[np.bool_]
    blocks: array[int]

    @property
    def seen(self) -> Seen:
        """The passages as vectors, and which of them count."""
        return self.vectors.passages, self.counts

    def less(self, spans: Spans) -> Member:
        """Return the member less whatever was read from words that touch one of ``spans``.

        Posts stay in their places, emptied, because facts refer to them by number.
        """

        def clear(start: int, end: int) -> bool:
            return all(end <= first or start >= last for first, last in spans)

        whole = self.candidate
        kept = [n for n, each in enumerate(whole.passages) if clear(each.start, each.end)]
        own = [clear(each.span[0], each.span[0] + 1) for each in whole.positions]
        candidate = replace(
            whole,
            positions=tuple(
                each if theirs else replace(each, title=None, employer=None, start=None, end=None)
                for each, theirs in zip(whole.positions, own, strict=True)
            ),
            sentences=tuple(each for each in whole.sentences if clear(each.start, each.end)),
            facts=tuple(each for each in whole.facts if clear(each.start, each.end)),
            passages=tuple(whole.passages[n] for n in kept),
        )
        titles = self.vectors.titles * np.array(own, np.int16)[:, np.newaxis]
        vectors = Vectors(self.vectors.passages[kept], titles)
        return Member(candidate, vectors, telling(candidate), self.blocks)


def member(candidate: Candidate, vectors: Vectors) -> Member:
    """Return a candidate ready to be judged; bare lists of keywords count for nothing.

    Args:
        candidate: As it was read.
        vectors: Of its passages and titles, as `meaning.vectors_of` makes them.
    """
    found = Member(candidate, vectors, telling(candidate), blocks(candidate.text))
    listed = keyword_lists(candidate.text, candidate.sentences).sentences
    return found.less([(each.start, each.end) for each in listed]) if listed else found
