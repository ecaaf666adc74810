"""Measures over declared groups, worked out by hand."""

from math import inf, log, log2

import pytest

from benchmarks.group_measures import impact_ratios, ndkl, skew_at

# Eight women, four of them selected; four men, three of them selected.
GROUPS = {f"w{n}": "women" for n in range(8)} | {f"m{n}": "men" for n in range(4)}
SELECTED = ["w0", "w1", "w2", "w3", "m0", "m1", "m2"]
FOUR = {"a": "x", "b": "y", "c": "x", "d": "y"}


def test_the_impact_ratio_is_the_rate_over_the_highest() -> None:
    found = impact_ratios(GROUPS, [*SELECTED, "told no group"])
    assert (found["women"].selected, found["women"].members) == (4, 8)
    assert found["women"].rate == 4 / 8
    assert found["women"].ratio == pytest.approx((4 / 8) / (3 / 4))
    assert found["women"].adverse
    assert (found["men"].ratio, found["men"].p, found["men"].adverse) == (1.0, 1.0, False)


def test_four_fifths_is_not_below_four_fifths() -> None:
    groups = {f"a{n}": "a" for n in range(5)} | {f"b{n}": "b" for n in range(5)}
    picked = [*(f"a{n}" for n in range(5)), *(f"b{n}" for n in range(4))]
    assert impact_ratios(groups, picked)["b"].ratio == 4 / 5
    assert not impact_ratios(groups, picked)["b"].adverse


def test_the_exact_test_is_fishers() -> None:
    # 3 of 3 against 0 of 3: two of the 20 ways to choose three of six are as extreme.
    groups = {**dict.fromkeys("abc", "one"), **dict.fromkeys("def", "other")}
    assert impact_ratios(groups, list("abc"))["other"].p == pytest.approx(2 / 20)


def test_where_nobody_is_selected_nobody_is_worse_off() -> None:
    assert {each.ratio for each in impact_ratios(GROUPS, []).values()} == {1.0}


def test_skew_is_the_log_of_the_share_of_the_top_over_the_share_of_the_pool() -> None:
    found = skew_at(3, ["w0", "w1", "m0", "w2"], GROUPS)
    assert found["women"] == pytest.approx(log((2 / 3) / (8 / 12)))
    assert found["men"] == pytest.approx(log((1 / 3) / (4 / 12)))


def test_skew_of_who_is_not_there_is_minus_infinity() -> None:
    assert skew_at(2, ["w0", "none", "w1", "m0"], GROUPS) == {
        "women": pytest.approx(log((2 / 2) / (8 / 12))),
        "men": -inf,
    }


def test_ndkl_discounts_the_divergence_of_every_prefix() -> None:
    # x, y, x, y of a pool of halves: log 2 at 1, 0 at 2 and 4, and at 3 two thirds x.
    third = 2 / 3 * log((2 / 3) / (1 / 2)) + 1 / 3 * log((1 / 3) / (1 / 2))
    discounts = [1 / log2(place + 1) for place in (1, 2, 3, 4)]
    expected = (discounts[0] * log(2) + discounts[2] * third) / sum(discounts)
    assert ndkl(["a", "b", "c", "d"], FOUR) == pytest.approx(expected)


def test_ndkl_is_worse_where_a_group_comes_last() -> None:
    assert ndkl(["a", "c", "b", "d"], FOUR) > ndkl(["a", "b", "c", "d"], FOUR)


def test_one_group_cannot_be_out_of_proportion() -> None:
    assert ndkl(["a", "b"], {"a": "x", "b": "x"}) == 0


@pytest.mark.parametrize("measure", [impact_ratios, lambda g, ids: ndkl(ids, g)])
def test_nobody_is_counted_twice_and_nothing_is_inferred(measure) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="nobody declared a group"):
        measure({}, ["a"])
    with pytest.raises(ValueError, match="twice"):
        measure(FOUR, ["a", "a"])


def test_k_is_positive_and_somebody_is_ranked() -> None:
    with pytest.raises(ValueError, match="k is 0"):
        skew_at(0, ["a"], FOUR)
    with pytest.raises(ValueError, match="nobody who declared"):
        ndkl(["stranger"], FOUR)
