"""Two systems compared: p-values against counts that can be made by hand."""

import numpy as np
import pytest
from scipy.stats import binomtest

from benchmarks.comparison import DRAWS, EXACT_UP_TO, compare, holm, randomisation


def values(*each: float) -> dict[str, float]:
    return {str(number): value for number, value in enumerate(each)}


def test_wins_ties_and_losses_are_counted() -> None:
    found = compare(values(0.9, 0.5, 0.2, 0.8), values(0.1, 0.5, 0.3, 0.7))
    assert (found.wins, found.ties, found.losses) == (2, 1, 1)
    assert found.difference == pytest.approx((0.8 + 0.0 - 0.1 + 0.1) / 4)


def test_of_three_equal_wins_two_of_eight_ways_are_as_extreme() -> None:
    assert compare(values(1, 1, 1), values(0, 0, 0)).p == 2 / 8


def test_ties_say_nothing() -> None:
    assert compare(values(1, 1, 1, 0.5), values(0, 0, 0, 0.5)).p == 2 / 8
    assert compare(values(0.5, 0.2), values(0.5, 0.2)).p == 1.0


def test_differences_that_cancel_are_chance() -> None:
    # Sums of +-1 +-1: 2, 0, 0, -2; each is at least as far from zero as 0.
    assert compare(values(1, 0), values(0, 1)).p == 1.0


def test_many_queries_are_drawn_and_come_near_the_exact_value() -> None:
    # Of differences of one size, the test is the sign test.
    some = np.array([1.0] * 15 + [-1.0] * 5)
    assert len(some) > EXACT_UP_TO
    assert randomisation(some) == pytest.approx(binomtest(15, 20).pvalue, abs=0.002)
    assert randomisation(some) == randomisation(some)


def test_a_drawn_p_value_is_never_zero() -> None:
    assert randomisation(np.ones(40)) == 1 / (1 + DRAWS)


def test_systems_on_other_queries_are_not_compared() -> None:
    with pytest.raises(ValueError, match="same queries"):
        compare({"a": 1.0}, {"b": 1.0})


def test_the_smallest_of_three_counts_three_times() -> None:
    assert holm([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])


def test_a_corrected_value_stays_a_probability() -> None:
    assert holm([0.6, 0.7]) == [1.0, 1.0]
