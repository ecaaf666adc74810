"""Both indexes give the exact neighbours in a total order, and survive the disk."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from embeddings.errors import IndexCorrupt, IndexMismatch
from embeddings.faiss_index import FaissIndex
from embeddings.index import ExactIndex, VectorIndex
from tests.fakes import FirstLetterEncoder, identity

BOTH = pytest.mark.parametrize("kind", [ExactIndex, FaissIndex])
FRUIT = {"1": "apple", "2": "banana", "3": "apple banana", "4": "avocado", "5": "cherry"}


def encode(*texts: str) -> np.ndarray:
    return FirstLetterEncoder().encode(texts)


def fruit(kind: type[VectorIndex]) -> VectorIndex:
    index = kind(identity())
    index.add(list(FRUIT), encode(*FRUIT.values()))
    return index


def units(rows: np.ndarray) -> np.ndarray:
    rows = rows.astype(np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def by_brute_force(ids, vectors, query, k):
    scores = (vectors.astype(np.float64) @ query.astype(np.float64)).round(6)
    return sorted(zip((-scores).tolist(), ids, strict=True))[:k]


# Few distinct components, so that equal and nearly equal vectors abound.
COMPONENTS = st.sampled_from([-1.0, 0.0, 1.0, 1.0000001, 2.0])
POOLS = st.integers(1, 30).flatmap(lambda rows: arrays("f4", (rows, 4), elements=COMPONENTS))
QUERIES = st.integers(1, 25).flatmap(lambda rows: arrays("f4", (rows, 4), elements=COMPONENTS))


@BOTH
@given(pool=POOLS, queries=QUERIES, k=st.integers(1, 32))
@settings(deadline=None, max_examples=60)
def test_results_are_those_of_brute_force(kind, pool, queries, k) -> None:
    vectors, queries = units(pool), units(queries)
    ids = [f"id{row % 7}-{row}" for row in range(len(vectors))]
    index = kind(identity(4))
    index.add(ids, vectors)
    batched = index.search(queries, k)
    for query, hits in zip(queries, batched, strict=True):
        expected = by_brute_force(ids, vectors, query, k)
        assert hits.ids == [name for _, name in expected]
        assert hits.scores == pytest.approx([-score for score, _ in expected])
        assert index.search(query[None], k) == [hits]


def test_flat_faiss_equals_exact_where_vectors_repeat() -> None:
    random = np.random.default_rng(7)
    distinct = units(random.normal(size=(1400, 64)))
    vectors = np.concatenate([distinct, distinct[random.integers(0, 1400, 600)]])
    ids = [f"{number:04}" for number in random.permutation(2000)]
    exact, flat = ExactIndex(identity(64)), FaissIndex(identity(64))
    for index in (exact, flat):
        index.add(ids, vectors)
    queries = units(random.normal(size=(50, 64)))
    assert flat.is_exact
    assert flat.search(queries, 10) == exact.search(queries, 10)
    assert [flat.search(query[None], 10)[0] for query in queries] == flat.search(queries, 10)


def test_neighbours_that_crowd_together_are_all_considered() -> None:
    """300 vectors within float32's error of each other: their order is decided by id."""
    vectors = np.zeros((300, 8), np.float32)
    vectors[:, 0] = 1
    vectors[:, 1] = np.arange(300) * np.float32(1e-12)
    ids = [f"{number:03}" for number in range(299, -1, -1)]
    index = FaissIndex(identity(8))
    index.add(ids, vectors)
    assert index.search(vectors[:1], 3)[0].ids == ["000", "001", "002"]


@BOTH
def test_scores_do_not_depend_on_the_rest_of_the_pool(kind) -> None:
    random = np.random.default_rng(3)
    vectors = units(random.normal(size=(500, 64)))
    ids = [f"{number:03}" for number in range(500)]
    index, alone = kind(identity(64)), kind(identity(64))
    index.add(ids, vectors)
    alone.add(ids[:1], vectors[:1])
    among_all = dict(zip(*index.search(vectors[9:10], 500)[0], strict=True))
    assert alone.search(vectors[9:10], 1)[0].scores == [among_all["000"]]


@BOTH
def test_top_k_is_a_prefix(kind) -> None:
    index = fruit(kind)
    whole = index.search(encode("apple"), 5)[0]
    assert whole.ids == ["1", "4", "3", "2", "5"]
    for k in range(1, 5):
        assert index.search(encode("apple"), k)[0].ids == whole.ids[:k]


@BOTH
def test_removed_ids_are_not_found_and_their_twins_are(kind) -> None:
    index = fruit(kind)
    index.remove(["1", "5"])
    assert index.search(encode("apple", "cherry"), 2) == [
        (["4", "3"], [1.0, pytest.approx(2**-0.5, abs=1e-6)]),
        (["2", "3"], [0.0, 0.0]),
    ]
    assert "1" not in index
    assert len(index) == 3


@BOTH
def test_update_moves_an_id_and_adds_a_new_one(kind) -> None:
    index = fruit(kind)
    index.update(["2", "6"], encode("damson", "date"))
    assert index.search(encode("date"), 2)[0] == (["2", "6"], [1.0, 1.0])
    assert index.search(encode("banana"), 1)[0].ids == ["3"]
    assert len(index) == 6


@BOTH
def test_an_emptied_index_finds_nothing_and_fills_again(kind) -> None:
    index = fruit(kind)
    index.remove(list(FRUIT))
    assert index.search(encode("apple"), 3) == [([], [])]
    index.add(["9"], encode("banana"))
    assert index.search(encode("apple", "banana"), 3) == [(["9"], [0.0]), (["9"], [1.0])]


@BOTH
def test_what_cannot_be_done_changes_nothing(kind) -> None:
    index = fruit(kind)
    with pytest.raises(ValueError, match="in the index already"):
        index.add(["6", "1"], encode("fig", "fig"))
    with pytest.raises(KeyError, match="not in the index"):
        index.remove(["1", "6"])
    with pytest.raises(ValueError, match="one vector for each"):
        index.update(["1", "1"], encode("fig", "fig"))
    with pytest.raises(ValueError, match="1 ids for 2 vectors"):
        index.add(["6"], encode("fig", "fig"))
    with pytest.raises(ValueError, match="at least 1"):
        index.search(encode("fig"), 0)
    assert index.search(encode("apple", "fig"), 9) == fruit(kind).search(encode("apple", "fig"), 9)


@BOTH
@pytest.mark.parametrize("bad", [np.nan, 2.0, np.inf])
def test_vectors_of_another_length_are_refused(kind, bad: float) -> None:
    with pytest.raises(ValueError, match="length 1"):
        kind(identity(2)).add(["a"], np.array([[bad, 0]], np.float32))


@BOTH
def test_vectors_of_another_dimension_are_refused(kind) -> None:
    with pytest.raises(IndexMismatch, match="dimension 26"):
        fruit(kind).search(np.zeros((1, 3), np.float32), 1)


@BOTH
def test_a_saved_index_goes_on_where_it_stopped(kind, tmp_path: Path) -> None:
    index = fruit(kind)
    index.remove(["2"])
    index.save(tmp_path / "pool.index")
    loaded = kind.load(tmp_path / "pool.index", identity())
    loaded.add(["7"], encode("cherry"))
    index.add(["7"], encode("cherry"))
    assert loaded.search(encode("apple", "cherry"), 9) == index.search(encode("apple", "cherry"), 9)
    assert [file.name for file in tmp_path.iterdir()] == ["pool.index"]


@BOTH
def test_an_empty_index_can_be_saved(kind, tmp_path: Path) -> None:
    kind(identity()).save(tmp_path / "none.index")
    loaded = kind.load(tmp_path / "none.index", identity())
    loaded.add(["1"], encode("apple"))
    assert loaded.search(encode("apple"), 1)[0].ids == ["1"]


def test_an_index_of_another_model_is_refused(tmp_path: Path) -> None:
    fruit(ExactIndex).save(tmp_path / "pool.index")
    with pytest.raises(IndexMismatch, match=r"pool\.index was made with first-letters .*again"):
        ExactIndex.load(tmp_path / "pool.index", identity(revision="2"))


@pytest.mark.parametrize("position", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_a_damaged_file_is_refused(tmp_path: Path, position: float, damage: str) -> None:
    path = tmp_path / "pool.index"
    fruit(ExactIndex).save(path)
    content = bytearray(path.read_bytes())
    where = int(len(content) * position)
    content[where] ^= 255
    path.write_bytes(content if damage == "flip" else content[:where])
    with pytest.raises(IndexCorrupt, match=r"pool\.index is not a readable index .*build it again"):
        ExactIndex.load(path, identity())


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pool.index").write_text("ids and vectors")
    with pytest.raises(IndexCorrupt, match="Delete it"):
        ExactIndex.load(tmp_path / "pool.index", identity())


def test_a_missing_file_is_not_called_corrupt(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ExactIndex.load(tmp_path / "pool.index", identity())


@BOTH
@given(pool=POOLS, queries=QUERIES, k=st.integers(1, 32), chosen=st.sets(st.integers(0, 35)))
@settings(deadline=None, max_examples=60)
def test_a_search_among_some_is_that_of_an_index_of_them(kind, pool, queries, k, chosen) -> None:
    vectors, queries = units(pool), units(queries)
    ids = [f"id{row}" for row in range(len(vectors))]
    index, alone = kind(identity(4)), kind(identity(4))
    index.add(ids, vectors)
    rows = [row for row in range(len(ids)) if row in chosen]
    alone.add([ids[row] for row in rows], vectors[rows].reshape(-1, 4))
    among = [f"id{row}" for row in chosen]
    assert index.search(queries, k, among) == alone.search(queries, k)


def test_a_search_among_some_passes_over_freed_slots() -> None:
    index = fruit(FaissIndex)
    index.remove(["1", "2"])
    assert index.search(encode("apple"), 3, ["1", "3", "5"])[0].ids == ["3", "5"]
    assert index.search(encode("apple"), 3, [])[0].ids == []


@BOTH
def test_the_file_is_its_owners_alone(kind, tmp_path: Path) -> None:
    path = tmp_path / "fruit.npz"
    fruit(kind).save(path)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("ivf_from", [1, 1000])
def test_nothing_of_a_removed_vector_is_saved(ivf_from: int, tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    vectors = units(random.normal(size=(200, 16)))
    index = FaissIndex(identity(16), ivf_from=ivf_from)
    index.add([str(row) for row in range(200)], vectors)
    index.save(tmp_path / "before.npz")
    index.remove(["7", "199"])
    index.save(tmp_path / "after.npz")
    for row in (7, 199):
        for form in (vectors[row], vectors[row].astype("<f2")):
            assert form.tobytes() not in (tmp_path / "after.npz").read_bytes()
        assert vectors[row].tobytes() in (tmp_path / "before.npz").read_bytes()
