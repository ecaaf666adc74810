"""Distinct vectors, and the ids that share each of them.

CVs repeat themselves: an index that holds every distinct vector once is smaller, and never has to
choose among equal neighbours. Knows nothing of searching.
"""

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Vectors
from embeddings.errors import IndexMismatch

__all__ = ["VectorTable", "check_vectors"]

LONGEST = 1.001
"""Vectors have length 1, or 0 for a text that says nothing; this leaves room for rounding."""


def check_vectors(vectors: Vectors, dimension: int) -> Vectors:
    """Return vectors as contiguous float32 of shape (n, dimension).

    Raises:
        IndexMismatch: the shape is another.
        ValueError: a vector is longer than 1, or not a number.
    """
    vectors = np.ascontiguousarray(vectors, np.float32)
    if vectors.ndim != 2 or vectors.shape[1] != dimension:
        raise IndexMismatch(
            f"The index holds vectors of dimension {dimension}; these have shape {vectors.shape}. "
            "Encode with the index's own model, or build the index again."
        )
    if not (np.linalg.norm(vectors, axis=1) <= LONGEST).all():
        raise ValueError("an index takes vectors of length 1; normalise them first")
    return vectors


class VectorTable:
    """Slots of vectors, each with the ids that share it; a freed slot is used again.

    Args:
        vectors: one row for each slot.
        ids: for each slot, its ids; none where the slot is free.
    """

    def __init__(self, vectors: Vectors, ids: Iterable[Sequence[str]] = ()) -> None:
        self._vectors = vectors
        self.ids: list[list[str]] = [list(sharing) for sharing in ids]
        self._slot_of_id = {name: slot for slot, names in enumerate(self.ids) for name in names}
        self._free = [slot for slot, sharing in enumerate(self.ids) if not sharing]
        self._slot_of_vector = {
            _digest(vectors[slot]): slot for slot, sharing in enumerate(self.ids) if sharing
        }

    def __len__(self) -> int:
        """Return the number of ids."""
        return len(self._slot_of_id)

    def __contains__(self, identifier: str) -> bool:
        return identifier in self._slot_of_id

    @property
    def vectors(self) -> Vectors:
        """The vectors by slot; rows of free slots hold zeros."""
        return self._vectors[: len(self.ids)]

    @property
    def live(self) -> NDArray[np.intp]:
        """The slots in use, ascending."""
        if not self._free:
            return np.arange(len(self.ids))
        return np.array([slot for slot, sharing in enumerate(self.ids) if sharing], np.intp)

    @property
    def distinct(self) -> int:
        """The number of slots in use."""
        return len(self._slot_of_vector)

    def slots_of(self, ids: Iterable[str]) -> NDArray[np.intp]:
        """Return the slots of these ids, ascending; an id that is not here has none."""
        found = {self._slot_of_id[name] for name in ids if name in self._slot_of_id}
        return np.array(sorted(found), np.intp)

    def add(self, ids: Sequence[str], vectors: Vectors) -> list[int]:
        """Add vectors by id; return the slots that were filled.

        Raises:
            ValueError: an id is here already or twice among these, or there are more or fewer
                vectors than ids. Nothing is added.
        """
        if len(ids) != len(vectors):
            raise ValueError(f"{len(ids)} ids for {len(vectors)} vectors")
        if len(set(ids)) < len(ids) or any(name in self for name in ids):
            raise ValueError("an id is in the index already; use update to replace its vector")
        self._reserve(len(ids))
        filled = []
        for name, vector in zip(ids, vectors, strict=True):
            digest = _digest(vector)
            slot = self._slot_of_vector.get(digest)
            if slot is None:
                slot = self._fill(vector)
                self._slot_of_vector[digest] = slot
                filled.append(slot)
            self.ids[slot].append(name)
            self._slot_of_id[name] = slot
        return filled

    def remove(self, ids: Sequence[str]) -> list[int]:
        """Remove ids; return the slots that nobody shares any more.

        Raises:
            KeyError: an id is not here, or twice among these. Nothing is removed.
        """
        if len(set(ids)) < len(ids) or not all(name in self for name in ids):
            raise KeyError("an id to remove is not in the index")
        freed = []
        for name in ids:
            slot = self._slot_of_id.pop(name)
            self.ids[slot].remove(name)
            if not self.ids[slot]:
                del self._slot_of_vector[_digest(self._vectors[slot])]
                # Nothing of it is saved with the others.
                self._vectors[slot] = 0
                freed.append(slot)
        self._free += freed
        return freed

    def _reserve(self, more: int) -> None:
        needed = len(self.ids) + more
        if needed > len(self._vectors):
            grown = np.zeros((max(needed, 2 * len(self._vectors)), self._vectors.shape[1]), "f4")
            grown[: len(self._vectors)] = self._vectors
            self._vectors = grown

    def _fill(self, vector: Vectors) -> int:
        if self._free:
            slot = self._free.pop()
        else:
            slot = len(self.ids)
            self.ids.append([])
        self._vectors[slot] = vector
        return slot


def _digest(vector: Vectors) -> bytes:
    return hashlib.blake2b(vector.tobytes(), digest_size=16).digest()
