"""The recall stage: who of a large pool is worth a close look, by meaning and by words.

Passages are searched through FAISS, whole documents by BM25, and three rankings are fused by
reciprocal rank. By meaning a document stands where its closest passages to all queries put it, in
the mean (the late interaction of Khattab and Zaharia, "ColBERT", 2020): fused one by one, each
query would weigh as much as all the words together. Only the first, by which what is looked for
is called, has a ranking of its own. What is recalled decides who is judged, never
what anybody scores. Must not know what a document or a query stands for.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from embeddings.encoder import Vectors
from embeddings.faiss_index import FaissIndex
from embeddings.fusion import reciprocal_rank_fusion
from embeddings.identity import ModelIdentity
from embeddings.index import Hits, VectorIndex
from embeddings.lexical import LexicalIndex

__all__ = ["HybridRecall", "passage_id", "recall"]

PASSAGES_PER_DOCUMENT = 3
"""How many passages are fetched for each document wanted: the best ones of a good document crowd
together at the top, so fewer would bring fewer documents than are wanted."""


class Encoder(Protocol):
    """What recall needs of an encoder."""

    @property
    def identity(self) -> ModelIdentity:
        """What makes the vectors."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each text."""
        ...


class HybridRecall:
    """Recall over documents given as passages.

    Args:
        encoder: what turns passages and queries into vectors.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def __call__(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[str]:
        """Return the ids of the `k` documents to look at, best first, ties by id.

        Args:
            documents: passages by document id.
            queries: what is looked for, its name first; a document's closest passage to each
                counts.
            k: how many; fewer come back where fewer share a passage or a word with the queries.
        """
        passages = FaissIndex(self._encoder.identity)
        names = [passage_id(name, n) for name, own in documents.items() for n in range(len(own))]
        texts = [text for own in documents.values() for text in own]
        asked = self._encoder.encode(queries) if names and queries else None
        if asked is not None:
            passages.add(names, self._encoder.encode(texts))
        words = LexicalIndex({name: "\n".join(own) for name, own in documents.items()})
        return recall(passages, words, asked, "\n".join(queries), k)


def recall(
    passages: VectorIndex,
    words: LexicalIndex,
    vectors: Vectors | None,
    text: str,
    k: int,
    among: Collection[str] | None = None,
) -> list[str]:
    """Return the ids of the `k` documents to look at, best first, ties by id.

    Args:
        passages: vectors of the documents' passages, under the ids of `passage_id`.
        words: the documents' texts.
        vectors: what is looked for, one row for each query, its name first; None for nothing.
        text: the queries' words.
        k: how many; fewer come back where fewer share a passage or a word with the queries.
        among: ids of the passages to look at; None for all.
    """
    found = [] if vectors is None else passages.search(vectors, k * PASSAGES_PER_DOCUMENT, among)
    rankings = [_by_closeness(found), words.search(text, k).ids, _by_closeness(found[:1])]
    return [name for name, _ in reciprocal_rank_fusion(rankings)[:k]]


def passage_id(document: str, number: int) -> str:
    """Return the id of a document's passage of this number, from 0."""
    return f"{document}\0{number}"


def _by_closeness(found: Sequence[Hits]) -> list[str]:
    """Return the documents by the mean of their closest passages to each query, ties by id.

    A document of which a query found no passage has none closer than the last that it found.
    """
    above: defaultdict[str, float] = defaultdict(float)
    for hits in found:
        closest: dict[str, float] = {}
        for passage, score in zip(hits.ids, hits.scores, strict=True):
            closest.setdefault(passage.rpartition("\0")[0], score)
        for document, score in closest.items():
            above[document] += score - hits.scores[-1]
    return sorted(above, key=lambda document: (-above[document], document))
