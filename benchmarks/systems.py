"""What is compared: each system a few lines behind one interface, a run out of a collection.

Must not know how a run is measured. Every run is a total order: equal scores are told apart by
document id before they are written, so that no evaluator has to break a tie.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.datasets import Collection
from embeddings.fusion import reciprocal_rank_fusion
from embeddings.lexical import LexicalIndex
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.text import sentences

Ranking = dict[str, float]
Run = dict[str, Ranking]


@dataclass(frozen=True, slots=True)
class Bench:
    """What systems may use: a matcher and, through it, an encoder."""

    matcher: Matcher


System = Callable[[Collection, Bench], Run]


def rolematch(collection: Collection, bench: Bench) -> Run:
    """Rank with this project: typed requirements and meaning."""
    matcher = bench.matcher
    pool = [matcher.read_candidate(name, text) for name, text in collection.corpus.items()]
    run = {}
    for query in collection.qrels:
        matches = matcher.rank(matcher.read_role(query, collection.queries[query]), pool)
        run[query] = ordered((match.candidate_id, match.score) for match in matches)
    return run


def bm25(collection: Collection, _bench: Bench) -> Run:
    """Rank by BM25 over whole documents; a document that shares no word with the role scores 0."""
    index = LexicalIndex(collection.corpus)
    run = {}
    for query in collection.qrels:
        hits = index.search(collection.queries[query], len(collection.corpus))
        found = dict(zip(hits.ids, hits.scores, strict=True))
        run[query] = ordered((name, found.get(name, 0.0)) for name in collection.corpus)
    return run


def minilm(collection: Collection, bench: Bench) -> Run:
    """Rank by the cosine of whole documents, cut where the model stops reading: the tutorial."""
    names = list(collection.corpus)
    vectors = bench.matcher.encoder.encode(list(collection.corpus.values()))
    run = {}
    for query in collection.qrels:
        cosines = vectors @ bench.matcher.encoder.encode([collection.queries[query]])[0]
        run[query] = ordered(zip(names, cosines.tolist(), strict=True))
    return run


def minilm_passages(collection: Collection, bench: Bench) -> Run:
    """Rank by the mean, over the role's passages, of the closest passage of the CV."""
    encode = bench.matcher.encoder.encode
    corpus = {name: encode(_passages(text)) for name, text in collection.corpus.items()}
    run = {}
    for query in collection.qrels:
        asked = encode(_passages(collection.queries[query]))
        run[query] = ordered(
            (name, float(np.mean(np.max(asked @ vectors.T, axis=1))))
            for name, vectors in corpus.items()
        )
    return run


def _passages(text: str) -> list[str]:
    spans = windows(text, sentences(text)) or [(0, len(text))]
    return [text[start:end] for start, end in spans]


def fusion(collection: Collection, bench: Bench) -> Run:
    """Fuse BM25 and MiniLM passages by reciprocal rank."""
    parts = [bm25(collection, bench), minilm_passages(collection, bench)]
    return {
        query: ordered(reciprocal_rank_fusion([list(part[query]) for part in parts]))
        for query in collection.qrels
    }


def chance(collection: Collection, _bench: Bench) -> Run:
    """Rank by lot, the same lot each time."""
    run = {}
    for query in collection.qrels:
        names = sorted(collection.corpus)
        random.Random(query).shuffle(names)  # noqa: S311 - a baseline, not a secret
        run[query] = {name: float(len(names) - place) for place, name in enumerate(names)}
    return run


SYSTEMS: Mapping[str, System] = {
    "rolematch": rolematch,
    "bm25": bm25,
    "minilm": minilm,
    "minilm-passages": minilm_passages,
    "fusion": fusion,
    "random": chance,
}


def ordered(scored: Iterable[tuple[str, float]]) -> Ranking:
    """Return documents best first, by (-score, id), with scores that fall strictly."""
    ranking = {}
    last = float("inf")
    for name, score in sorted(scored, key=lambda pair: (-pair[1], pair[0])):
        last = min(score, float(np.nextafter(last, -np.inf)))
        ranking[name] = last
    return ranking


def trec_lines(run: Run, system: str) -> Sequence[str]:
    """Return the run as TREC lines: query Q0 document rank score system."""
    return [
        f"{query} Q0 {name} {rank} {score!r} {system}"
        for query, ranking in run.items()
        for rank, (name, score) in enumerate(ranking.items(), 1)
    ]
