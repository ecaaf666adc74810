"""What is compared: each system a few lines behind one interface, a run out of a collection.

Must not know how a run is measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from benchmarks.ablations import ABLATIONS, Change
from benchmarks.runs import Run, ordered
from data.datasets import Collection
from embeddings.fusion import reciprocal_rank_fusion
from embeddings.lexical import LexicalIndex, words
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.pool import Pool
from matcher.text import sentences


@dataclass
class Bench:
    """A collection and what systems may use; what one system has made, others need not.

    Attributes:
        collection: What is ranked.
        matcher: This project and, through it, an encoder.
    """

    collection: Collection
    matcher: Matcher
    _runs: dict[str, Run] = field(default_factory=dict)
    _members: Pool | None = None

    def run(self, system: str) -> Run:
        """Return the run of a system of this name.

        Raises:
            KeyError: There is none.
        """
        if system not in self._runs:
            self._runs[system] = EVERY_SYSTEM[system](self)
        return self._runs[system]

    def members(self) -> Pool:
        """Return the corpus as candidates that are ready to be judged."""
        if self._members is None:
            texts = self.collection.corpus.items()
            pool = [self.matcher.read_candidate(name, self._as_cv(text)) for name, text in texts]
            self._members = self.matcher.prepare(pool)
        return self._members

    def _as_cv(self, text: str) -> str:
        """Return a document as a CV; a bare title is that of a post held today."""
        if not self.collection.titles:
            return text
        return f"Employment\n\nJob title: {text}\nDates: {self.matcher.as_of.year} to present"


System = Callable[[Bench], Run]


def rolematch(bench: Bench, change: Change | None = None) -> Run:
    """Rank with this project, typed requirements and meaning; or with it less a part."""
    matcher = bench.matcher
    if change is not None:
        matcher = replace(matcher, weights=change(matcher.weights))
    pool = bench.members()
    run = {}
    for query in bench.collection.qrels:
        role = matcher.read_role(query, bench.collection.queries[query])
        standings = matcher.standings(role, matcher.promising(role, pool))
        run[query] = ordered((each.candidate_id, each.score) for each in standings)
    return run


def bm25(bench: Bench) -> Run:
    """Rank by BM25 over whole documents; a document that shares no word with the role scores 0."""
    collection = bench.collection
    index = LexicalIndex(collection.corpus)
    run = {}
    for query in collection.qrels:
        hits = index.search(collection.queries[query], len(collection.corpus))
        found = dict(zip(hits.ids, hits.scores, strict=True))
        run[query] = ordered((name, found.get(name, 0.0)) for name in collection.corpus)
    return run


def tf_idf(bench: Bench) -> Run:
    """Rank by the cosine of tf-idf vectors of whole documents, with logarithmic tf."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    collection = bench.collection
    vectorizer = TfidfVectorizer(analyzer=words, sublinear_tf=True)
    vectors = vectorizer.fit_transform(collection.corpus.values())
    run = {}
    for query in collection.qrels:
        asked = vectorizer.transform([collection.queries[query]])
        cosines = (vectors @ asked.T).toarray()[:, 0].tolist()
        run[query] = ordered(zip(collection.corpus, cosines, strict=True))
    return run


def minilm(bench: Bench) -> Run:
    """Rank by the cosine of whole documents, cut where the model stops reading: the tutorial."""
    collection, encode = bench.collection, bench.matcher.encoder.encode
    vectors = encode(list(collection.corpus.values()))
    run = {}
    for query in collection.qrels:
        cosines = vectors @ encode([collection.queries[query]])[0]
        run[query] = ordered(zip(collection.corpus, cosines.tolist(), strict=True))
    return run


def minilm_passages(bench: Bench) -> Run:
    """Rank by the mean, over the role's passages, of the closest passage of the CV."""
    collection, encode = bench.collection, bench.matcher.encoder.encode
    passages = {name: passages_of(text) for name, text in collection.corpus.items()}
    vectors = encode([text for own in passages.values() for text in own])
    starts = np.cumsum([0, *(len(own) for own in passages.values())])[:-1]
    run = {}
    for query in collection.qrels:
        asked = encode(passages_of(collection.queries[query]))
        closest = np.maximum.reduceat(asked @ vectors.T, starts, axis=1).mean(axis=0)
        run[query] = ordered(zip(passages, closest.tolist(), strict=True))
    return run


def passages_of(text: str) -> list[str]:
    """Return a text in passages that the encoder reads whole; at least one."""
    spans = windows(text, sentences(text)) or [(0, len(text))]
    return [text[start:end] for start, end in spans]


def fusion(bench: Bench) -> Run:
    """Fuse BM25 and MiniLM passages by reciprocal rank."""
    parts = [bench.run("bm25"), bench.run("minilm-passages")]
    return {
        query: ordered(reciprocal_rank_fusion([list(part[query]) for part in parts]))
        for query in bench.collection.qrels
    }


def chance(bench: Bench) -> Run:
    """Rank by lot, the same lot each time."""
    run = {}
    for query in bench.collection.qrels:
        names = sorted(bench.collection.corpus)
        random.Random(query).shuffle(names)  # noqa: S311 - a baseline, not a secret
        run[query] = {name: float(len(names) - place) for place, name in enumerate(names)}
    return run


SYSTEMS: Mapping[str, System] = {
    "rolematch": rolematch,
    "bm25": bm25,
    "tf-idf": tf_idf,
    "minilm": minilm,
    "minilm-passages": minilm_passages,
    "fusion": fusion,
    "random": chance,
}
EVERY_SYSTEM: Mapping[str, System] = {
    **SYSTEMS,
    **{name: partial(rolematch, change=change) for name, (_, change) in ABLATIONS.items()},
}
