"""What it costs to choose whom to judge, and whom it misses, in pools larger than one has at hand.

    python -m benchmarks.large_pools ROLES CANDIDATES [--pool 1000] [--write]

Large pools are resampled from a small one: for times, vectors drawn from its passages and moved a
little, so that no two are alike; for recall, CVs that have some lines of theirs exchanged for lines
of others'. Times are those of the processors, so that a busy machine lengthens them little.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.collaborators import AS_OF
from benchmarks.environment import environment
from benchmarks.results_file import write_result
from data.documents import Reader
from embeddings.encoder import Vectors
from embeddings.faiss_index import FaissIndex
from embeddings.identity import ModelIdentity
from embeddings.opening import open_encoder
from embeddings.passages import windows
from embeddings.recall import HybridRecall, passage_id
from embeddings.store import CachedEncoder, VectorCache, cache_folder
from matcher.candidates.reader import read_candidate
from matcher.engine import WIDER, Matcher
from matcher.meaning import phrases_of, told_by
from matcher.pool import Pool
from matcher.types import Candidate
from matcher.weights import default_weights

SIZES = (1_000, 10_000)
PASSAGES = 18
# Share of candidates that came, changed or went when an index is caught up.
CHANGED = 0.01
BEST = 50
# How many are chosen, and the ways to choose them: the last is taken for very large pools.
CHOSEN = (50, 100, 200, 500)
WAYS = ("closest by meaning and words", "most promising", "most promising of the closest")
# Share of a CV's lines that are exchanged.
EXCHANGED = 0.4
QUERIES = 20
SEED = 7


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action keeps processors busy, in seconds: waiting does not count."""
    began = time.process_time()
    action()
    return time.process_time() - began


def resampled_vectors(vectors: Vectors, count: int, random: np.random.Generator) -> Vectors:
    """Return ``count`` vectors of length 1 near those given, no two alike."""
    drawn = vectors[random.integers(0, len(vectors), count)]
    moved = drawn + random.normal(0, 0.01, drawn.shape).astype(np.float32)
    unit: Vectors = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return unit


def resampled_texts(texts: Sequence[str], count: int) -> list[str]:
    """Return ``count`` CVs, each with some of its lines exchanged for lines of others."""
    drawn = random.Random(SEED)  # noqa: S311 - a draw that can be repeated
    bullets = [line for text in texts for line in text.splitlines() if len(line.split()) > 5]
    made = []
    for _ in range(count):
        lines = drawn.choice(texts).splitlines()
        made.append(
            "\n".join(
                drawn.choice(bullets)
                if len(line.split()) > 5 and drawn.random() < EXCHANGED
                else line
                for line in lines
            )
        )
    return made


def index_times(identity: ModelIdentity, vectors: Vectors, size: int) -> list[tuple[str, float]]:
    """Return what an index of ``size`` candidates costs: seconds, and megabytes on disk."""
    random = np.random.default_rng(SEED)
    rows = resampled_vectors(vectors, size * PASSAGES, random)
    ids = [passage_id(str(key), n) for key in range(size) for n in range(PASSAGES)]
    index = FaissIndex(identity)
    changed = int(size * CHANGED) * PASSAGES
    fresh = resampled_vectors(vectors, changed, random)
    queries = resampled_vectors(vectors, QUERIES, random)
    build = seconds(lambda: index.add(ids, rows))
    catch_up = seconds(lambda: index.update(ids[:changed], fresh))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.npz"
        save = seconds(lambda: index.save(path))
        load = seconds(lambda: FaissIndex.load(path, identity))
        megabytes = path.stat().st_size / 1e6
    half = ids[: len(ids) // 2]
    return [
        ("build, s", build),
        (f"catch up with {CHANGED:.0%} changed, s", catch_up),
        ("save, s", save),
        ("load, s", load),
        ("size on disk, MB", megabytes),
        ("search of all, s", seconds(lambda: index.search(queries, size))),
        ("search among half, s", seconds(lambda: index.search(queries, size, half))),
    ]


def recalls(
    encoder: CachedEncoder, roles: Sequence[str], pool: Sequence[Candidate]
) -> tuple[dict[str, list[float]], list[tuple[str, float]]]:
    """Return whom each way of choosing finds of an exhaustive ranking's best, and what it takes.

    Returns:
        By the way's name the share of the best that is among those chosen, in the mean over the
        roles, for each number in `CHOSEN`; and processor seconds for all of the pool.
    """
    matcher = Matcher(encoder, windows, default_weights(), AS_OF)
    pooled = matcher.prepare(pool)
    documents = {each.id: told_by(each) for each in pool}
    shares: list[list[list[float]]] = []
    promising, everybody = 0.0, 0.0
    for text in roles:
        role = matcher.read_role("role", text)
        close = partial(HybridRecall(encoder), documents, phrases_of(role))
        began = time.process_time()
        order = [each.candidate_id for each in matcher.prospects(role, Pool(pooled))]
        between = time.process_time()
        standings = matcher.standings(role, Pool(pooled))
        promising += between - began
        everybody += time.process_time() - between
        best = {each.candidate_id for each in standings[:BEST]}
        # Fused ranks depend on how many are fetched: each number is asked for by itself.
        ways = [[close(k), order[:k], _first(order, close(WIDER * k), k)] for k in CHOSEN]
        shares.append([[len(best.intersection(each)) / len(best) for each in way] for way in ways])
    means = np.mean(shares, axis=0).T.tolist()
    times = [("most promising told", promising), ("everybody judged", everybody)]
    return dict(zip(WAYS, means, strict=True)), [(name, t / len(roles)) for name, t in times]


def _first(order: Sequence[str], among: Collection[str], k: int) -> list[str]:
    """Return the first ``k`` of an order who are among some."""
    wanted = set(among)
    return [each for each in order if each in wanted][:k]


def _texts(folder: Path) -> list[str]:
    with Reader() as reader:
        return [reader.read(path).text for path in sorted(folder.iterdir()) if path.is_file()]


def _rounded(figures: Sequence[tuple[str, float]]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures}


def main(arguments: Sequence[str]) -> int:
    """Print the figures as two columns."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large_pools")
    parser.add_argument("roles", type=Path)
    parser.add_argument("candidates", type=Path)
    parser.add_argument("--pool", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="keep the result")
    options = parser.parse_args(arguments)
    encoder = CachedEncoder(open_encoder(), VectorCache(cache_folder() / "vectors.sqlite"))
    texts = _texts(options.candidates)
    own = [read_candidate(str(n), each, windows, AS_OF) for n, each in enumerate(texts)]
    vectors = encoder.encode([passage.text for each in own for passage in each.passages])
    times = {size: index_times(encoder.identity, vectors, size) for size in SIZES}
    for size, costs in times.items():
        print(f"{size} candidates of {PASSAGES} passages")
        for name, value in costs:
            print(f"  {name:36} {value:9.3f}")
    made = resampled_texts(texts, options.pool)
    pool = [read_candidate(f"{n:05}", each, windows, AS_OF) for n, each in enumerate(made)]
    shares, choosing = recalls(encoder, _texts(options.roles), pool)
    print(f"recall@{BEST} with {', '.join(map(str, CHOSEN))} of {len(pool)} chosen")
    for name, found_by in shares.items():
        print(f"  {name:36} {' '.join(f'{each:6.3f}' for each in found_by)}")
    for name, took in choosing:
        print(f"  {name + ', s':36} {took:9.3f}")
    if options.write:
        kept = {
            "pool": len(pool),
            "passages_each": PASSAGES,
            "index": {str(size): _rounded(costs) for size, costs in times.items()},
            "best": BEST,
            "chosen": CHOSEN,
            "recall": {name: [round(each, 4) for each in row] for name, row in shares.items()},
            "seconds": _rounded(choosing),
        }
        print(write_result("large_pools", kept, environment(encoder.identity, default_weights())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
