"""Months of experience."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.candidates.timeline import months, span_of, union
from matcher.types import Position

TODAY = date(2026, 11, 23)


def post(start: str | None, end: str | None) -> Position:
    return Position("Porter", None, start, end, (0, 0))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-03", "2021-02", 24),
        ("2016", "2023", 7 * 12),
        ("2019", "2019", 6),
        ("2026-01", "present", 11),
        ("2026-01", "2027-12", 11),
        ("2020", "2021-03", 9),
    ],
)
def test_length_of_a_post(start: str, end: str, expected: int) -> None:
    assert months([post(start, end)], TODAY) == expected


@pytest.mark.parametrize(("start", "end"), [(None, "2020"), ("2020", None), ("2027-01", "present")])
def test_undated_or_future_posts_cover_nothing(start: str | None, end: str | None) -> None:
    assert span_of(start, end, TODAY) is None


def test_overlaps_count_once_and_gaps_do_not() -> None:
    posts = [post("2015-01", "2016-12"), post("2016-01", "2017-12"), post("2020-01", "2020-12")]
    assert months(posts, TODAY) == 36 + 12


def test_union_joins_what_touches() -> None:
    assert union([(5, 9), (1, 5), (12, 14)]) == [(1, 9), (12, 14)]
