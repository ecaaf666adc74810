"""Nearest neighbours through FAISS, for pools where comparing everything in NumPy is too slow.

FAISS proposes and `VectorIndex` scores and orders, because FAISS promises no order between equal
distances and computes one query otherwise than many (Douze et al., The Faiss library, 2024). Flat
search gives exactly the results of `ExactIndex`. Threads are OpenMP's own number: the processors
this process may use, or OMP_NUM_THREADS.
"""

import math
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Vectors
from embeddings.errors import IndexCorrupt
from embeddings.identity import ModelIdentity
from embeddings.index import Slots, VectorIndex, contention, float32_error

__all__ = ["IVF_FROM", "FaissIndex"]

IVF_FROM = 200_000
"""Distinct vectors from which an inverted file is built. A flat search reads every vector: 45 to
300 ms a query were measured at a million, a fifth of which lets a role of twenty requirements wait
for a second. An inverted file answered in 1.2 ms, but took 92 s to build, which a pool that is
searched a few times does not earn back."""

PROBES = 64
"""Lists visited for a query; 64 of 4096 gave recall@10 of 0.9998 on a million vectors."""

POINTS_PER_LIST = 39
"""FAISS complains on stderr when it is to find a centroid from fewer points."""

FP16_ERROR = 6e-4
"""A component rounded to half precision is off by 2**-11 of itself at most, and so is a product of
two vectors of length 1; the rest is float32's own error."""

SPARE = 16
"""Asked for beyond k at first; queries whose neighbours crowd together ask again for more."""


class FaissIndex(VectorIndex):
    """Vectors searched by FAISS: flat at first, an inverted file (IVF, fp16) when many.

    Args:
        identity: the model that makes the vectors.
        ivf_from: distinct vectors from which an inverted file is built. It is trained once, on
            the vectors of that moment.
    """

    def __init__(self, identity: ModelIdentity, *, ivf_from: int = IVF_FROM) -> None:
        super().__init__(identity)
        self._ivf_from = ivf_from
        self._is_ivf = False
        self._faiss: Any = None

    @classmethod
    def load(cls, path: Path, identity: ModelIdentity, *, ivf_from: int = IVF_FROM) -> Self:
        """Read a saved index; see `index_file.read_index` for the errors."""
        index = cls(identity, ivf_from=ivf_from)
        structure = index._load(path)
        if structure.size:
            index._restore(structure, path)
        else:
            index._filled(index._table.live.tolist())
        return index

    @property
    def is_exact(self) -> bool:
        """Whether results are those of `ExactIndex`; an inverted file may miss neighbours."""
        return not self._is_ivf

    def _propose(self, queries: Vectors, k: int, among: Slots | None) -> list[Slots]:
        there = self._table.distinct if among is None else len(among)
        chosen = None if among is None else self._only(among)
        error = FP16_ERROR if self._is_ivf else float32_error(queries.shape[1])
        proposals: list[Slots] = [np.empty(0, np.intp)] * len(queries)
        waiting = np.arange(len(queries))
        size = k + SPARE
        while len(waiting):
            size = min(size, there)
            products, slots = self._faiss.search(queries[waiting], size, params=chosen)
            crowded = []
            for query, product, slot in zip(waiting.tolist(), products, slots, strict=True):
                found = product[slot >= 0]
                least = contention(found, k, error)
                if found.size == size < there and found[-1] >= least:
                    crowded.append(query)
                else:
                    proposals[query] = slot[slot >= 0][found >= least]
            waiting = np.array(crowded, np.intp)
            size *= 4
        return proposals

    def _only(self, slots: Slots) -> Any:
        """Return the parameters of a search that looks at these slots alone."""
        # FAISS's stubs do not know what its Python layer makes of these.
        faiss: Any = import_module("faiss")
        bits = np.zeros(len(self._table.vectors), np.bool_)
        bits[slots] = True
        chosen = faiss.IDSelectorBitmap(np.packbits(bits, bitorder="little"))
        if self._is_ivf:
            return faiss.SearchParametersIVF(sel=chosen, nprobe=self._faiss.nprobe)
        return faiss.SearchParameters(sel=chosen)

    def _filled(self, slots: Sequence[int]) -> None:
        if not self._is_ivf and self._table.distinct >= self._ivf_from:
            self._faiss = self._train()
            self._is_ivf = True
            slots = self._table.live.tolist()
        elif self._faiss is None:
            self._faiss = self._flat()
        if len(slots):
            rows = np.asarray(slots, np.int64)
            self._faiss.add_with_ids(self._table.vectors[rows], rows)

    def _freed(self, slots: Sequence[int]) -> None:
        if len(slots):
            self._faiss.remove_ids(np.asarray(slots, np.int64))

    def _flat(self) -> Any:
        import faiss

        return faiss.IndexIDMap2(faiss.IndexFlatIP(self.identity.dimension))

    def _train(self) -> Any:
        import faiss

        vectors = self._table.vectors[self._table.live]
        lists = _list_count(len(vectors))
        quantizer = faiss.IndexFlatIP(self.identity.dimension)
        index = faiss.IndexIVFScalarQuantizer(
            quantizer,
            self.identity.dimension,
            lists,
            faiss.ScalarQuantizer.QT_fp16,
            faiss.METRIC_INNER_PRODUCT,
            False,  # codes of the vectors themselves, so that FP16_ERROR holds
        )
        index.nprobe = min(PROBES, lists)
        index.train(vectors)
        return index

    def _structure(self) -> NDArray[np.uint8]:
        if not self._is_ivf:
            return super()._structure()
        import faiss

        structure: NDArray[np.uint8] = faiss.serialize_index(self._faiss)
        return structure

    def _restore(self, structure: NDArray[np.uint8], path: Path) -> None:
        import faiss

        try:
            self._faiss = faiss.deserialize_index(structure)
        except RuntimeError as error:
            raise IndexCorrupt(
                f"{path}: this version of FAISS cannot read it ({error}). Build the index again."
            ) from error
        self._is_ivf = True


def _list_count(vectors: int) -> int:
    """Return 4 sqrt(n) as a power of two, FAISS's rule of thumb, within what n can train."""
    rule: int = 2 ** round(math.log2(4 * math.sqrt(vectors)))
    return max(1, min(rule, vectors // POINTS_PER_LIST))
