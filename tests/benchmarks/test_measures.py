"""Measures against sums written out by hand."""

from math import log2

import pytest

from benchmarks.measures import NAMES, estimate, per_query

# Best first: a (grade 3), b (0), c (2), d (1).
RUN = {"q": {"a": 4.0, "b": 3.0, "c": 2.0, "d": 1.0}}
QRELS = {"q": {"a": 3, "b": 0, "c": 2, "d": 1}}
DISCOUNT = [1 / log2(place + 1) for place in range(1, 5)]


def value(measure: str, run=RUN, qrels=QRELS) -> float:
    return per_query(run, qrels)[measure]["q"]


def test_ndcg_has_linear_gain_and_a_logarithmic_discount() -> None:
    got = 3 * DISCOUNT[0] + 2 * DISCOUNT[2] + 1 * DISCOUNT[3]
    best = 3 * DISCOUNT[0] + 2 * DISCOUNT[1] + 1 * DISCOUNT[2]
    assert value("nDCG@10") == pytest.approx(got / best)


def test_average_precision_counts_from_grade_two() -> None:
    # Relevant: a at 1, c at 3.
    assert value("MAP") == pytest.approx((1 / 1 + 2 / 3) / 2)


def test_reciprocal_rank_is_that_of_the_first_relevant() -> None:
    run = {"q": {"b": 3.0, "d": 2.0, "c": 1.0}}
    assert value("MRR", run) == pytest.approx(1 / 3)


def test_precision_divides_by_five_even_where_fewer_were_ranked() -> None:
    assert value("P@5") == pytest.approx(2 / 5)


def test_recall_divides_by_all_that_is_relevant() -> None:
    assert value("recall@50", {"q": {"a": 1.0}}) == pytest.approx(1 / 2)


def test_a_query_missing_from_the_run_scores_zero() -> None:
    qrels = {**QRELS, "r": {"a": 3}}
    found = per_query(RUN, qrels)
    assert set(found) == set(NAMES)
    assert all(values["r"] == 0.0 for values in found.values())
    assert all(values.keys() == {"q", "r"} for values in found.values())


def test_where_judges_knew_only_yes_and_no_yes_is_relevant() -> None:
    assert value("P@5", RUN, {"q": {"a": 1, "b": 0}}) == pytest.approx(1 / 5)


def test_where_nothing_is_relevant_nothing_is_found() -> None:
    found = per_query(RUN, {"q": {"a": 0, "b": 0}})
    assert {name: values["q"] for name, values in found.items()} == dict.fromkeys(NAMES, 0.0)


def test_the_mean_is_over_queries() -> None:
    assert estimate({"q": 1.0, "r": 0.0, "s": 0.5}).mean == pytest.approx((1.0 + 0.0 + 0.5) / 3)


def test_the_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    found = estimate({"q": 1.0, "r": 0.0, "s": 0.5})
    assert 0.0 <= found.low < found.mean < found.high <= 1.0
    assert estimate({"s": 0.5, "q": 1.0, "r": 0.0}) == found


def test_queries_that_agree_leave_no_interval() -> None:
    found = estimate({"q": 0.5, "r": 0.5})
    assert (found.low, found.mean, found.high) == (0.5, 0.5, 0.5)
