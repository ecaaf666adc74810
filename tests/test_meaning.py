"""Cosines do not depend on who else is in the pool, nor on how sums are ordered."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.meaning import SCALE, Phrases, PoolMeaning, as_printed, cosines, whole
from matcher.types import Candidate, Passage, Position


class TableEncoder:
    """Vectors by hand."""

    def __init__(self, **vectors: list[float]) -> None:
        self._vectors = vectors
        self.seen: list[str] = []

    def encode(self, texts):
        self.seen += texts
        return np.array([self._vectors[text] for text in texts], np.float32)


def candidate(name: str, *passages: str, title: str | None = None) -> Candidate:
    positions = (Position(title, None, None, None, (0, 0)),) if title else ()
    return Candidate(
        name, "", passages=tuple(Passage(text, 0, 0) for text in passages), positions=positions
    )


def test_cosines_are_those_of_the_vectors() -> None:
    encoder = TableEncoder(asked=[1.0, 0.0], same=[1.0, 0.0], other=[0.0, 1.0], half=[0.6, 0.8])
    pool = PoolMeaning(encoder, [candidate("a", "same", "other", title="half")], ["asked"])
    assert list(pool.of(0).passages("asked")) == [1.0, 0.0]
    assert list(pool.of(0).titles("asked")) == [0.6]


def test_every_distinct_text_is_encoded_once() -> None:
    encoder = TableEncoder(asked=[1.0, 0.0], same=[1.0, 0.0])
    PoolMeaning(encoder, [candidate("a", "same", "same"), candidate("b", "same")], ["asked"])
    assert sorted(encoder.seen) == ["asked", "same"]


def test_a_phrase_not_announced_is_encoded_when_it_is_asked_for() -> None:
    encoder = TableEncoder(late=[0.0, 1.0], same=[1.0, 0.0])
    assert list(PoolMeaning(encoder, [candidate("a", "same")]).of(0).passages("late")) == [0.0]


def test_a_post_without_a_title_is_close_to_nothing() -> None:
    encoder = TableEncoder(asked=[1.0, 0.0])
    untitled = Candidate("a", "", positions=(Position(None, None, None, None, (0, 0)),))
    assert list(PoolMeaning(encoder, [untitled], ["asked"]).of(0).titles("asked")) == [0.0]


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_products_are_exact_whatever_the_pool(size: int, seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(size, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    wholes = whole(vectors)
    together = cosines(wholes[:1], wholes)[0]
    alone = np.array([cosines(wholes[:1], wholes[n : n + 1])[0, 0] for n in range(size)])
    assert np.array_equal(together, alone)
    exact = (wholes[:1].astype(np.int64) @ wholes.astype(np.int64).T)[0] / SCALE**2
    assert np.abs(together - exact).max() <= 0.5e-4 + 1e-6
    assert np.abs(together - vectors[0] @ vectors.T).max() < 1e-3


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(0, 2**32 - 1))
def test_the_closest_passage_is_the_same_in_any_pool(sizes: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(sum(sizes) + 2, 24)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    phrases = Phrases(TableEncoder(one=vectors[0], two=vectors[1]), ["one", "two"])
    pool = []
    for part in np.split(whole(vectors[2:]), np.cumsum(sizes)[:-1]):
        counts = random.random(len(part)) < 0.7
        pool.append((part, counts if counts.any() else np.ones_like(counts)))
    found = phrases.closest(["one", " ", "two"], pool)
    assert not found[1].any()
    for row, phrase in ((0, "one"), (2, "two")):
        for column, (part, counts) in enumerate(pool):
            each = phrases.cosines(phrase, part)
            told = [cosine for cosine, counting in zip(each, counts, strict=True) if counting]
            assert found[row, column] == max([0.0, *told])
    texts = [part for part, _ in pool]
    for part, known in zip(texts, phrases.tables(["one", " ", "two"], texts), strict=True):
        assert known == {each: phrases.cosines(each, part) for each in ("one", "two") if len(part)}


def test_cosines_are_the_numbers_that_are_printed() -> None:
    products = np.arange(-(SCALE**2), SCALE**2 + 1, 997).astype(np.float32)
    rounded = np.round(products / np.float32(SCALE**2), 4)
    assert as_printed(rounded).tolist() == [round(float(each), 4) for each in rounded]
