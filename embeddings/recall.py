"""The recall stage: who of a large pool is worth a close look, by meaning and by words.

Passages are searched through FAISS, whole documents by BM25, and the rankings are fused by
reciprocal rank. What is recalled decides who is judged, never what anybody scores. Must not know
what a document or a query stands for.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from embeddings.encoder import Vectors
from embeddings.faiss_index import FaissIndex
from embeddings.fusion import reciprocal_rank_fusion
from embeddings.identity import ModelIdentity
from embeddings.index import Hits
from embeddings.lexical import LexicalIndex

__all__ = ["HybridRecall"]

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
            queries: what is looked for; each ranks the documents by their closest passage.
            k: how many; fewer come back where fewer share a passage or a word with the queries.
        """
        rankings = [*self._by_meaning(documents, queries, k), self._by_words(documents, queries, k)]
        return [name for name, _ in reciprocal_rank_fusion(rankings)[:k]]

    def _by_meaning(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[list[str]]:
        owners = {
            f"{name}\0{n}": name for name, texts in documents.items() for n in range(len(texts))
        }
        if not owners or not queries:
            return []
        index = FaissIndex(self._encoder.identity)
        texts = [text for passages in documents.values() for text in passages]
        index.add(list(owners), self._encoder.encode(texts))
        found = index.search(self._encoder.encode(queries), k * PASSAGES_PER_DOCUMENT)
        return [_documents(hits, owners) for hits in found]

    def _by_words(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[str]:
        index = LexicalIndex({name: "\n".join(texts) for name, texts in documents.items()})
        return index.search("\n".join(queries), k).ids


def _documents(hits: Hits, owners: Mapping[str, str]) -> list[str]:
    """Return each document once, at the place of its closest passage."""
    return list(dict.fromkeys(owners[passage] for passage in hits.ids))
