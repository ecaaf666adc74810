"""Every system ranks the whole corpus for every query, in a total order, the same each time."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from benchmarks.ablations import ABLATIONS
from benchmarks.systems import EVERY_SYSTEM, Bench
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


def bench(collection: Collection = COLLECTION) -> Bench:
    matcher = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
    return Bench(collection, matcher)


@pytest.mark.parametrize("name", EVERY_SYSTEM)
def test_a_system_ranks_everything_with_scores_that_fall(name: str) -> None:
    run = bench().run(name)
    assert list(run) == ["desk", "kitchen"]
    for ranking in run.values():
        assert ranking.keys() == COLLECTION.corpus.keys()
        scores = list(ranking.values())
        assert all(one > other for one, other in itertools.pairwise(scores))


@pytest.mark.parametrize("name", EVERY_SYSTEM)
def test_a_system_gives_the_same_run_twice(name: str) -> None:
    assert bench().run(name) == bench().run(name)


@pytest.mark.parametrize("name", ["rolematch", "bm25", "tf-idf"])
def test_the_right_person_comes_first(name: str) -> None:
    run = bench().run(name)
    assert [next(iter(ranking)) for ranking in run.values()] == ["anna", "ben"]


def test_this_project_ranks_as_its_own_command_does() -> None:
    work = bench()
    role = work.matcher.read_role("desk", COLLECTION.queries["desk"])
    pool = [work.matcher.read_candidate(*each) for each in COLLECTION.corpus.items()]
    scores = {each.candidate_id: each.score for each in work.matcher.rank(role, pool)}
    assert list(scores) == list(work.run("rolematch")["desk"])
    assert scores["anna"] == work.run("rolematch")["desk"]["anna"]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (text, _) in ABLATIONS.items()])
def test_a_part_that_is_taken_away_leaves_other_weights(name: str, text: str) -> None:
    weights = default_weights()
    assert ABLATIONS[name][1](weights) != weights
    assert text


def test_without_its_typed_requirements_a_budget_counts_for_nothing() -> None:
    asks = {"q": "Essential\n- A budget of £5 million"}
    cvs = {"rich": "I owned a budget of £6 million.", "poor": "I owned a budget of £1 million."}
    work = bench(Collection("money", asks, cvs, {"q": {"rich": 1}}))
    whole, less = work.run("rolematch")["q"], work.run("less-requirements")["q"]
    assert whole["rich"] - whole["poor"] > 10
    assert abs(less["rich"] - less["poor"]) < 1


def test_a_bare_title_is_a_post_held_today() -> None:
    titles = Collection(
        "titles",
        {"q": "head chef"},
        {"a": "gardener", "b": "head chef"},
        {"q": {"b": 1}},
        titles=True,
    )
    first, score = next(iter(bench(titles).run("rolematch")["q"].items()))
    assert first == "b"
    assert score > 99
    plain = bench(replace(titles, titles=False)).run("rolematch")["q"]
    assert plain["b"] < 1


def test_what_one_system_made_another_need_not_make_again() -> None:
    work = bench()
    assert work.run("bm25") is work.run("bm25")
    assert work.members() is work.members()
