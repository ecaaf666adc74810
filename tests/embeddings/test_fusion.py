"""Reciprocal rank fusion against its formula, written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.fusion import reciprocal_rank_fusion


def test_scores_are_sums_of_reciprocal_ranks() -> None:
    assert reciprocal_rank_fusion([["a", "b"], ["b", "c"]]) == [
        ("b", pytest.approx(1 / 62 + 1 / 61)),
        ("a", pytest.approx(1 / 61)),
        ("c", pytest.approx(1 / 62)),
    ]


def test_ties_are_broken_by_id() -> None:
    assert [name for name, _ in reciprocal_rank_fusion([["z", "a"], ["a", "z"]])] == ["a", "z"]


def test_k_weighs_first_places() -> None:
    rankings = [["a", "b"], ["c", "b"]]
    assert reciprocal_rank_fusion(rankings, k=60)[0][0] == "b"
    assert dict(reciprocal_rank_fusion(rankings, k=1)) == {"a": 1 / 2, "b": 2 / 3, "c": 1 / 2}


@given(st.lists(st.permutations("abcdef"), min_size=1, max_size=4), st.randoms())
def test_the_order_of_the_rankings_does_not_matter(rankings, random) -> None:
    shuffled = random.sample(rankings, len(rankings))
    assert reciprocal_rank_fusion(shuffled) == reciprocal_rank_fusion(rankings)


def test_nothing_fused_is_nothing() -> None:
    assert reciprocal_rank_fusion([]) == reciprocal_rank_fusion([[], []]) == []


@pytest.mark.parametrize(
    ("rankings", "k", "message"),
    [([["a", "a"]], 60, "twice in one ranking"), ([["a"]], 0, "above 0")],
)
def test_what_is_no_ranking_is_refused(rankings, k, message) -> None:
    with pytest.raises(ValueError, match=message):
        reciprocal_rank_fusion(rankings, k=k)
