"""From word pieces to the shapes a model is run at.

A transformer's output for a text moves by about 1e-7 with the length its row is padded to, because
the shape decides the order in which a matrix product is summed. Padding every text to a length
that depends on that text alone takes its companions out of the result. Knows nothing of any model
library.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

__all__ = ["PREPARATION", "batches", "inputs", "padded_length"]

STEP = 16
"""Lengths are rounded up to this many pieces: 16 shapes for a 256-piece model, little padding."""

PREPARATION = f"truncate-right/pad-{STEP}"
"""Recorded in every identity; change it whenever the steps from text to model input change."""


def padded_length(pieces: int, limit: int) -> int:
    """Return the length to which a text of `pieces` word pieces is padded, at most `limit`."""
    return min(-(-pieces // STEP) * STEP, limit)


def batches(lengths: Sequence[int], limit: int, rows: int) -> Iterator[tuple[int, list[int]]]:
    """Yield (padded length, positions), shortest first, `rows` positions at most in each.

    All texts of a batch have the same padded length, so no text is padded to suit another.
    """
    padded = [padded_length(pieces, limit) for pieces in lengths]
    order = sorted(range(len(padded)), key=padded.__getitem__)
    for length, group in groupby(order, key=padded.__getitem__):
        positions = list(group)
        for start in range(0, len(positions), rows):
            yield length, positions[start : start + rows]


def inputs(texts: Sequence[Sequence[int]], length: int) -> dict[str, NDArray[np.int64]]:
    """Return the word pieces of texts padded to `length` with zeros, and a mask of what is theirs.

    Shape (len(texts), length) each, under "ids" and "mask".
    """
    shape = (len(texts), length)
    found = {"ids": np.zeros(shape, np.int64), "mask": np.zeros(shape, np.int64)}
    for row, ids in enumerate(texts):
        found["ids"][row, : len(ids)] = ids
        found["mask"][row, : len(ids)] = 1
    return found
