"""The inverted file that takes over above a size: what it misses, and that scores stay exact."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.faiss_index import FaissIndex
from embeddings.index import ExactIndex
from tests.fakes import identity

DIMENSION = 32
COUNT = 12_000
IDS = [f"{number:05}" for number in range(COUNT)]


def clustered(count: int, seed: int) -> np.ndarray:
    """Draw unit vectors around 200 centres, as texts gather around topics."""
    centres = np.random.default_rng(0).normal(size=(200, DIMENSION))
    random = np.random.default_rng(seed)
    noise = random.normal(size=(count, DIMENSION))
    vectors = centres[random.integers(0, 200, count)] + 0.5 * noise
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def exact() -> ExactIndex:
    index = ExactIndex(identity(DIMENSION))
    index.add(IDS, clustered(COUNT, 1))
    return index


@pytest.fixture
def inverted() -> FaissIndex:
    index = FaissIndex(identity(DIMENSION), ivf_from=10_000)
    index.add(IDS, clustered(COUNT, 1))
    return index


def recall(found, relevant) -> float:
    shared = [
        len(set(one.ids) & set(other.ids)) for one, other in zip(found, relevant, strict=True)
    ]
    return sum(shared) / sum(len(hits.ids) for hits in relevant)


def test_recall_at_ten(inverted: FaissIndex, exact: ExactIndex) -> None:
    queries = clustered(100, 2)
    assert not inverted.is_exact
    assert recall(inverted.search(queries, 10), exact.search(queries, 10)) >= 0.99


def test_scores_are_those_of_the_exact_index(inverted: FaissIndex, exact: ExactIndex) -> None:
    for found, every in zip(
        inverted.search(clustered(20, 3), 10), exact.search(clustered(20, 3), COUNT), strict=True
    ):
        scores = dict(zip(*every, strict=True))
        assert found.scores == [scores[name] for name in found.ids]
        assert found.ids == sorted(found.ids, key=lambda name: (-scores[name], name))


def test_it_takes_over_at_its_size() -> None:
    index = FaissIndex(identity(DIMENSION), ivf_from=500)
    vectors = clustered(600, 4)
    index.add(IDS[:499], vectors[:499])
    assert index.is_exact
    index.add(IDS[499:600], vectors[499:])
    assert not index.is_exact
    assert [hits.ids[0] for hits in index.search(vectors, 1)] == IDS[:600]


def test_it_forgets_and_learns(inverted: FaissIndex) -> None:
    vectors = clustered(COUNT, 1)
    inverted.remove(IDS[:50])
    inverted.update(["new"], vectors[:1])
    assert [hits.ids[0] for hits in inverted.search(vectors[:1], 1)] == ["new"]
    assert not set(IDS[:50]) & {
        name for hits in inverted.search(vectors[:50], 5) for name in hits.ids
    }


def test_it_survives_the_disk(inverted: FaissIndex, tmp_path: Path) -> None:
    inverted.remove(IDS[:50])
    inverted.save(tmp_path / "pool.index")
    loaded = FaissIndex.load(tmp_path / "pool.index", identity(DIMENSION), ivf_from=10_000)
    queries = clustered(30, 5)
    assert not loaded.is_exact
    assert loaded.search(queries, 10) == inverted.search(queries, 10)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    index = FaissIndex(identity(DIMENSION), ivf_from=100)
    index.add(IDS[:150], clustered(150, 6))
    assert capfd.readouterr() == ("", "")
