"""An encoder whose work can be watched, and is not lost where it is interrupted.

Must not know what is encoded or by what. A pool's texts come all at once; handed on a few at a
time, those that are done are in the cache when somebody presses Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from service.progress import progress

# About half a second's work on two cores; a vector does not depend on the texts beside it.
AT_ONCE = 64


class Identified(Protocol):
    """An encoder that says what it is."""

    @property
    def identity(self) -> Any:
        """Name, revision and digest of the model."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per text."""
        ...


class Watched:
    """An encoder that hands texts on to another, a few at a time, and shows how far it is."""

    def __init__(self, encoder: Identified) -> None:
        self._encoder = encoder

    @property
    def identity(self) -> Any:
        """The other encoder's."""
        return self._encoder.identity

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per text."""
        starts = range(0, len(texts), AT_ONCE)
        if len(starts) <= 1:
            return self._encoder.encode(texts)
        parts = []
        with progress("comparing meaning", len(starts)) as step:
            for start in starts:
                parts.append(self._encoder.encode(texts[start : start + AT_ONCE]))
                step()
        return np.concatenate(parts)
