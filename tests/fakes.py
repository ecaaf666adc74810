"""Stand-ins for what is slow or heavy, simple enough to be computed in your head."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.identity import ModelIdentity

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def identity(dimension: int = len(LETTERS), **changes: str) -> ModelIdentity:
    """Return the identity of a model that does not exist."""
    fields = {
        "name": "first-letters",
        "revision": "1",
        "digest": "0" * 64,
        "backend": "fake",
        "precision": "f32",
        "preparation": "none",
    }
    return ModelIdentity(dimension=dimension, **fields | changes)


class FirstLetterEncoder:
    """Counts words by their first letter, a to z, and scales the counts to length 1.

    The cosine of "apple banana" to "avocado" is 1/sqrt(2), to "cherry" 0, to "bread and" 1. A text
    without words gets a vector of zeros. `asked` lists every text that was encoded, in order.
    """

    def __init__(self) -> None:
        self.identity = identity()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text: shape (len(texts), 26)."""
        self.asked += texts
        counts = np.zeros((len(texts), len(LETTERS)), np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                if word[0] in LETTERS:
                    counts[row, LETTERS.index(word[0])] += 1
        lengths = np.linalg.norm(counts, axis=1, keepdims=True)
        return counts / np.where(lengths == 0, 1, lengths)
