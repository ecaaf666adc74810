"""How alike two orders are, worked out by hand."""

import pytest

from benchmarks.orders import largest_move, moves, rank_biased_overlap


def test_the_same_order_overlaps_whole() -> None:
    assert rank_biased_overlap("abcde", "abcde") == pytest.approx(1)


def test_disjoint_orders_do_not_overlap() -> None:
    assert rank_biased_overlap("abc", "xyz") == 0


def test_two_changed_places_at_the_top() -> None:
    # Overlaps of the first 1, 2, 3: 0, 2, 3; with p = 0.5 and extrapolation 3/3 p^3.
    expected = 3 / 3 * 0.5**3 + (1 - 0.5) / 0.5 * (0 / 1 * 0.5 + 2 / 2 * 0.5**2 + 3 / 3 * 0.5**3)
    assert rank_biased_overlap("abc", "bac", 0.5) == pytest.approx(expected)


def test_the_top_weighs_more_than_the_bottom() -> None:
    assert rank_biased_overlap("abcd", "bacd") < rank_biased_overlap("abcd", "abdc")


def test_who_rose_and_who_fell() -> None:
    assert moves("abcd", "dabc") == {"a": -1, "b": -1, "c": -1, "d": 3}
    assert largest_move("abcd", "dabc") == 3
    assert largest_move("", "") == 0


@pytest.mark.parametrize(
    ("one", "other", "persistence", "fault"),
    [
        ("ab", "a", 0.9, "same length"),
        ("", "", 0.9, "at least one"),
        ("aa", "ab", 0.9, "twice"),
        ("ab", "ba", 1.0, "between 0 and 1"),
    ],
)
def test_what_is_no_pair_of_orders_is_refused(
    one: str, other: str, persistence: float, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        rank_biased_overlap(one, other, persistence)


def test_moves_are_between_the_same_candidates() -> None:
    with pytest.raises(ValueError, match="same candidates"):
        moves("ab", "ac")
