"""How sizes are written, and what is read from them."""

from __future__ import annotations

import pytest

from matcher.facts.numbers import words as number_words
from matcher.facts.numbers.numbers import Number, amounts, numbers


def only(text: str) -> Number:
    """The one number in ``text``."""
    (number,) = numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6", 6),
        ("1,250", 1_250),
        ("2.75", 2.75),
        ("0.4k", 400),
        ("£3.1m", 3_100_000),
        ("£25+ million", 25_000_000),
        ("£3+m", 3_000_000),
        ("£ 7 m", 7_000_000),
        ("£27.6m", 27_600_000),
        ("$700, 000", 700_000),
        ("£1 250 000", 1_250_000),
        ("€6.500.000", 6_500_000),
        ("€2,5 million", 2_500_000),
        ("$4mm", 4_000_000),
        ("GBP 9 million", 9_000_000),
        ("1.2bn euros", 1_200_000_000),
        ("2½ million pounds", 2_500_000),
        ("nine", 9),
        ("a dozen", 12),
        ("forty-three", 43),
        ("three hundred and six", 306),
        ("six hundred thousand pounds", 600_000),
        ("two point four million", 2_400_000),
        ("nineteen and a half million pounds", 19_500_000),
        ("half a million", 500_000),
        ("three quarters of a million", 750_000),
    ],
)
def test_values(text: str, value: float) -> None:
    assert only(text).low == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("£5m", "GBP"),
        ("5m pounds", "GBP"),
        ("five million pounds sterling", "GBP"),
        ("€5m", "EUR"),
        ("5m euro", "EUR"),
        ("$5m", "USD"),
        ("US$5m", "USD"),
        ("A$5m", "AUD"),
        ("CHF 5m", "CHF"),
        ("5m", None),
    ],
)
def test_currencies(text: str, code: str | None) -> None:
    assert only(text).currency == code


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("£6-9m", 6e6, 9e6),
        ("£6m to £9m", 6e6, 9e6),
        ("between £600k and £2m", 6e5, 2e6),
        ("£600,000 - £2m", 6e5, 2e6),
        ("twelve to fifteen engineers", 12, 15),
        ("seven-figure", 1e6, 9_999_999),
        ("8 figure", 1e7, 99_999_999),
        ("multi-million-pound", 2e6, 999_999_999),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    number = only(text)
    assert (number.low, number.high) == (low, high)


def test_growth_is_told_apart_from_a_range() -> None:
    assert only("rose from £3m to £5m").growth
    assert not only("a range of £3m to £5m").growth
    assert not only("ranging from £3m to £5m").growth


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("over £5m", "over"),
        ("£5m+", "over"),
        ("£5m or more", "over"),
        ("at least 30 people", "over"),
        (">£5m", "over"),
        ("£5m minimum", "over"),
        ("up to £5m", "up_to"),
        ("below £5m", "under"),
        ("c. £5m", "about"),
        ("roughly 30 people", "about"),
        ("£5m", ""),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    "text",
    [
        "ISO27001",
        "07700 ",
        "v4",
        "a 24x7 desk",
        "several million",
        "the 3rd",
        "ref 0044",
        "12/2019",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_neighbours_stay_apart() -> None:
    assert [n.low for n in numbers("two teams and five engineers")] == [2, 5]
    assert [n.low for n in numbers("£3m in 2019, to £4m in 2020")] == [3e6, 2019, 4e6, 2020]


def test_a_year_is_recognised_and_an_amount_is_not_a_year() -> None:
    assert only("2019").looks_like_year
    assert not only("£2019").looks_like_year


def test_spans_quote_the_text() -> None:
    text = "Held a budget of £8-12m a year, and one of ten million pounds."
    assert [text[n.start : n.end] for n in amounts(text)] == ["£8-12m", "ten million pounds"]


def test_a_run_of_words_splits_where_the_grammar_breaks() -> None:
    assert [value for value, _, _ in number_words.parse("two three-person crews")] == [2, 3]
