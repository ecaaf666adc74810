"""Neighbours by shared words: BM25.

Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), in Lucene's variant as
implemented by bm25s (Lu, 2024). A BM25 score depends on the whole corpus, through document
frequencies and the mean length: it may decide who is looked at, never what somebody's score is.
Must not know what an id stands for.
"""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from embeddings.index import Hits

__all__ = ["LexicalIndex", "words"]

K1 = 1.5
B = 0.75
"""Both are bm25s's defaults and the middle of the range the paper recommends."""

WORD = re.compile(r"\w+(?:[+#]+(?!\w))?")
"""Runs of letters and digits; a closing "+" or "#" belongs to the word, as in C++ and C#."""


def words(text: str) -> list[str]:
    """Return the words that BM25 counts: in lower case, without Lucene's 33 English stop words."""
    from bm25s.stopwords import STOPWORDS_EN

    return [word for word in WORD.findall(text.casefold()) if word not in STOPWORDS_EN]


class LexicalIndex:
    """A corpus searched by words.

    Args:
        corpus: texts by id.
    """

    def __init__(self, corpus: Mapping[str, str]) -> None:
        self._ids = sorted(corpus)
        documents = [words(corpus[identifier]) for identifier in self._ids]
        self._bm25 = _index(documents) if any(documents) else None

    def search(self, query: str, k: int) -> Hits:
        """Return the `k` best ids in the total order (-score, id).

        Ids that share no word with the query are left out.

        Raises:
            ValueError: k is below 1.
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        wanted = words(query)
        if self._bm25 is None or not wanted:
            return Hits([], [])
        scores = self._bm25.get_scores(wanted)
        # Ids are sorted, so a stable sort leaves ties in the order of their ids.
        best = [row for row in np.argsort(-scores, kind="stable")[:k].tolist() if scores[row] > 0]
        return Hits([self._ids[row] for row in best], scores[best].tolist())


def _index(documents: list[list[str]]) -> Any:
    import bm25s

    index = bm25s.BM25(method="lucene", k1=K1, b=B, dtype="float64", backend="numpy")
    index.index(documents, show_progress=False)
    return index
