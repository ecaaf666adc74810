"""Nearest neighbours by cosine: the interface, and the exact index that is the reference.

A kind of index only proposes candidates. Their scores are computed here, in one way for all kinds,
so an id's score is the same to the last digit whichever index found it, whatever else is in it, and
for one query or a thousand. Must not know what an id stands for.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Vectors
from embeddings.identity import ModelIdentity
from embeddings.index_file import SavedIndex, read_index, write_index
from embeddings.vector_table import VectorTable, check_vectors

__all__ = ["ExactIndex", "Hits", "Slots", "VectorIndex"]

Slots = NDArray[np.intp]

DECIMALS = 6
"""Scores are float64 products rounded to this. The order of summation moves them by 1e-16, so the
odds that it moves a rounded score are one in ten thousand million."""

QUERIES_AT_ONCE = 32
"""Bounds the memory of an exact search, at 128 bytes for each distinct vector."""


class Hits(NamedTuple):
    """The neighbours of one query, best first, ties by id."""

    ids: list[str]
    scores: list[float]


class VectorIndex(ABC):
    """Vectors of length 1 by id, searched by dot product.

    Args:
        identity: the model that makes the vectors; recorded with the saved index.
    """

    def __init__(self, identity: ModelIdentity) -> None:
        self.identity = identity
        self._table = VectorTable(np.empty((0, identity.dimension), np.float32))

    def __len__(self) -> int:
        """Return the number of ids."""
        return len(self._table)

    @property
    def ids(self) -> list[str]:
        """The ids, in no order."""
        return [name for sharing in self._table.ids for name in sharing]

    def __contains__(self, identifier: str) -> bool:
        return identifier in self._table

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors, shape (len(ids), dimension).

        Raises:
            IndexMismatch: the vectors have another dimension.
            ValueError: an id is here already, or a vector is longer than 1.
        """
        vectors = check_vectors(vectors, self.identity.dimension)
        self._filled(self._table.add(ids, vectors))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove ids.

        Raises:
            KeyError: an id is not here; none is removed.
        """
        self._freed(self._table.remove(ids))

    def update(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors, replacing those of ids that are here already.

        Raises:
            IndexMismatch: the vectors have another dimension.
            ValueError: an id occurs twice, or a vector is longer than 1.
        """
        vectors = check_vectors(vectors, self.identity.dimension)
        if len(set(ids)) < len(ids) or len(ids) != len(vectors):
            raise ValueError("update takes one vector for each of several different ids")
        self.remove([name for name in ids if name in self])
        self.add(ids, vectors)

    def search(self, queries: Vectors, k: int, among: Collection[str] | None = None) -> list[Hits]:
        """Return the `k` best ids for each query, in the total order (-score, id).

        Args:
            queries: vectors of length 1, shape (n, dimension).
            k: how many; fewer come back where the index holds fewer.
            among: look at these ids alone, and pass over those that are not here; None for all.

        Raises:
            IndexMismatch: the queries have another dimension.
            ValueError: k is below 1, or a query is longer than 1.
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        queries = check_vectors(queries, self.identity.dimension)
        wanted = None if among is None else set(among)
        slots = None if wanted is None else self._table.slots_of(wanted)
        if not len(self) or (slots is not None and not len(slots)):
            return [Hits([], []) for _ in queries]
        proposals = self._propose(queries, k, slots)
        return [self._rank(*pair, k, wanted) for pair in zip(queries, proposals, strict=True)]

    def save(self, path: Path) -> None:
        """Write the index to one file, atomically.

        Raises:
            OSError: the folder cannot be written.
        """
        saved = SavedIndex(self._table.vectors, self._table.ids, self._structure())
        write_index(path, self.identity, saved)

    def _load(self, path: Path) -> NDArray[np.uint8]:
        """Read a saved index into this empty one; return its structure."""
        saved = read_index(path, self.identity)
        self._table = VectorTable(saved.vectors, saved.ids)
        return saved.structure

    def _rank(self, query: Vectors, slots: Slots, k: int, wanted: set[str] | None) -> Hits:
        products = self._table.vectors[slots].astype(np.float64) @ query.astype(np.float64)
        scored = sorted(
            (-score, name)
            for slot, score in zip(slots.tolist(), products.round(DECIMALS).tolist(), strict=True)
            for name in self._table.ids[slot]
            if wanted is None or name in wanted
        )[:k]
        return Hits([name for _, name in scored], [-score for score, _ in scored])

    def _structure(self) -> NDArray[np.uint8]:
        """Return what is slow to rebuild, serialised; nothing by default."""
        return np.empty(0, np.uint8)

    @abstractmethod
    def _filled(self, slots: Sequence[int]) -> None:
        """Take note of new vectors."""

    @abstractmethod
    def _freed(self, slots: Sequence[int]) -> None:
        """Take note of vectors that are gone."""

    @abstractmethod
    def _propose(self, queries: Vectors, k: int, among: Slots | None) -> Iterable[Slots]:
        """Return for each query the slots in use that may hold its `k` best ids.

        Args:
            queries: vectors of length 1.
            k: how many ids are wanted.
            among: the slots to look at, ascending, at least one; None for all in use.
        """


class ExactIndex(VectorIndex):
    """Every vector is compared: slow above some 100,000 vectors, and never wrong."""

    @classmethod
    def load(cls, path: Path, identity: ModelIdentity) -> Self:
        """Read a saved index; see `index_file.read_index` for the errors."""
        index = cls(identity)
        index._load(path)
        return index

    def _filled(self, slots: Sequence[int]) -> None:
        """Do nothing: the table is all there is to search."""

    def _freed(self, slots: Sequence[int]) -> None:
        """Do nothing: the table is all there is to search."""

    def _propose(self, queries: Vectors, k: int, among: Slots | None) -> Iterator[Slots]:
        live = self._table.live if among is None else among
        vectors = self._table.vectors
        if len(live) < len(vectors):
            vectors = vectors[live]
        for start in range(0, len(queries), QUERIES_AT_ONCE):
            for products in queries[start : start + QUERIES_AT_ONCE] @ vectors.T:
                yield live[products >= contention(products, k, float32_error(vectors.shape[1]))]


def float32_error(dimension: int) -> float:
    """Return how far a float32 dot product of unit vectors can be from the exact one.

    Higham, Accuracy and Stability of Numerical Algorithms, section 3.1.
    """
    return dimension * float(np.finfo(np.float32).eps)


def contention(products: NDArray[np.float32], k: int, error: float) -> float:
    """Return the approximate product below which no vector can be among the `k` best.

    Args:
        products: approximate products with one query, in any order.
        k: how many are wanted.
        error: the most by which an approximate product is off.
    """
    if k >= len(products):
        return -np.inf
    kth = float(np.partition(products, -k)[-k])
    return kth - 2 * error - 10.0**-DECIMALS
