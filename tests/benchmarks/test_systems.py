"""Every system ranks the whole corpus for every query, in a total order, the same each time."""

import itertools
from datetime import date

import pytest

from benchmarks.systems import SYSTEMS, Bench, ordered, trec_lines
from data.datasets import Collection
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.fakes import FirstLetterEncoder

COLLECTION = Collection(
    name="small",
    queries={
        "desk": "Head of Service Desk\n\nEssential\n- ITIL Expert\n- A team of 20 people",
        "kitchen": "Head Chef\n\nEssential\n- Five years of cooking in a restaurant",
    },
    corpus={
        "anna": "Head of Service Desk, 2015 to present\nI lead a team of 30 people.\nITIL Expert",
        "ben": "Chef, 2010 to present\nCooking in a restaurant for twelve years.",
        "cara": "Gardener, 2019 to 2021\nLooked after roses.",
    },
    qrels={"desk": {"anna": 3}, "kitchen": {"ben": 3}},
)


def bench() -> Bench:
    matcher = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
    return Bench(matcher)


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_system_ranks_everything_with_scores_that_fall(name: str) -> None:
    run = SYSTEMS[name](COLLECTION, bench())
    assert list(run) == ["desk", "kitchen"]
    for ranking in run.values():
        assert ranking.keys() == COLLECTION.corpus.keys()
        scores = list(ranking.values())
        assert all(one > other for one, other in itertools.pairwise(scores))


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_system_gives_the_same_run_twice(name: str) -> None:
    assert SYSTEMS[name](COLLECTION, bench()) == SYSTEMS[name](COLLECTION, bench())


@pytest.mark.parametrize("name", ["rolematch", "bm25"])
def test_the_right_person_comes_first(name: str) -> None:
    run = SYSTEMS[name](COLLECTION, bench())
    assert [next(iter(ranking)) for ranking in run.values()] == ["anna", "ben"]


def test_equal_scores_are_told_apart_by_id() -> None:
    ranking = ordered([("b", 1.0), ("c", 2.0), ("a", 1.0)])
    assert list(ranking) == ["c", "a", "b"]
    assert ranking["a"] > ranking["b"]


def test_a_run_is_written_as_trec_writes_it() -> None:
    run = {"q": {"a": 2.0, "b": 0.5}}
    assert trec_lines(run, "mine") == ["q Q0 a 1 2.0 mine", "q Q0 b 2 0.5 mine"]
