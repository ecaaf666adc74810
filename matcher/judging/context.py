"""What a judge may look at besides the criterion and the candidate.

Must not know which model computes a similarity, nor which file a date came from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Meaning(Protocol):
    """Similarity of a phrase of the role to one candidate's words, as cosines in [-1, 1]."""

    def passages(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each of the candidate's passages, in order."""
        ...

    def titles(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each position's title, in order; 0 for no title."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What judging depends on besides its two sides.

    Attributes:
        as_of: The date 'present' means; recorded with every result.
        meaning: Similarities, bound to the candidate that is judged.
        met_from: Cosine from which a requirement judged by meaning counts as met.
        partly_from: Cosine from which it counts as partly met.
    """

    as_of: date
    meaning: Meaning
    met_from: float = 0.55
    partly_from: float = 0.42
