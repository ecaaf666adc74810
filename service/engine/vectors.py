"""An encoder for texts whose vectors are kept: it asks another only for what is new to it.

Must not know whose texts they are. Kept vectors are whole numbers of 1/`SCALE` (see
`matcher.meaning.whole`), which float32 holds exactly, so a kept vector rounds to itself again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.meaning import SCALE, whole
from service.watching import Identified


class KeptVectors:
    """The vectors of some texts, and an encoder for the others.

    Args:
        encoder: Makes the vectors of texts that are not kept.
    """

    def __init__(self, encoder: Identified) -> None:
        self._encoder = encoder
        self._kept: dict[str, NDArray[np.int16]] = {}

    @property
    def identity(self) -> Any:
        """The other encoder's."""
        return self._encoder.identity

    def keep(self, texts: Sequence[str], packed: bytes) -> bool:
        """Take the vectors of texts, row by row; return False where they do not fit."""
        dimension = self.identity.dimension
        if len(packed) != 2 * dimension * len(texts):
            return False
        rows = np.frombuffer(packed, "<i2").reshape(len(texts), dimension)
        self._kept.update(zip(texts, rows, strict=True))
        return True

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per text."""
        missing = list(dict.fromkeys(text for text in texts if text not in self._kept))
        if missing:
            made = whole(self._encoder.encode(missing))
            self._kept.update(zip(missing, made, strict=True))
        rows = [self._kept[text] for text in texts]
        stacked = np.stack(rows) if rows else np.zeros((0, self.identity.dimension), np.int16)
        return stacked.astype(np.float32) / np.float32(SCALE)


class Remembering:
    """An encoder that remembers the texts it was asked for last: a role's, judged piece by piece.

    Args:
        encoder: Makes the vectors of texts that are not remembered.
        most: How many texts are remembered.
    """

    def __init__(self, encoder: Identified, most: int = 4096) -> None:
        self._encoder = encoder
        self._most = most
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    @property
    def identity(self) -> Any:
        """The other encoder's."""
        return self._encoder.identity

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per text."""
        missing = list(dict.fromkeys(text for text in texts if text not in self._known))
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        found = [self._known[text] for text in texts]
        for text in texts:
            self._known.move_to_end(text)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return np.stack(found) if found else np.zeros((0, self.identity.dimension), np.float32)


def packed(encoder: Identified, *groups: Sequence[str]) -> list[bytes]:
    """Return the vectors of each group of texts as they are kept; all are made in one go."""
    vectors = whole(encoder.encode([text for texts in groups for text in texts])).astype("<i2")
    ends = np.cumsum([len(texts) for texts in groups])
    return [part.tobytes() for part in np.split(vectors, ends[:-1])]
