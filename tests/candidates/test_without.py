"""Text without some of its spans, and the way back."""

from __future__ import annotations

import pytest

from matcher.candidates.without import merged, without


def test_there_and_back() -> None:
    whole = "one two three"
    part = without(whole, [(4, 8)])
    assert part.text == "one three"
    assert part.back(4, 9) == (8, 13)
    assert part.into(8, 13) == (4, 9)
    assert part.into(4, 8) == (4, 4)


@pytest.mark.parametrize(
    ("whole", "gone", "left"),
    [
        ("a\nbcd\ne", "bcd", "a\ne"),
        ("a\n- bcd |\ne", "bcd", "a\ne"),
        ("a\nx bcd\ne", "bcd", "a\nx \ne"),
        ("a\n\ne", "", "a\n\ne"),
    ],
)
def test_a_line_that_is_emptied_goes_with_its_words(whole: str, gone: str, left: str) -> None:
    start = whole.index(gone)
    assert without(whole, [(start, start + len(gone))]).text == left


def test_behind_the_end_is_the_end() -> None:
    assert without("abc", [(0, 3)]).back(0, 0) == (3, 3)


def test_merged() -> None:
    assert merged([(5, 6), (0, 2), (2, 3), (4, 4)]) == ((0, 3), (5, 6))
