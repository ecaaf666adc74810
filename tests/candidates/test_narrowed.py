"""Gaps wider than a page are narrowed before a CV is read, and quotes are of the CV as it came."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.candidates.without import WIDEST, narrowed, without

WIDE = 3 * WIDEST
PIECES = st.sampled_from(["a", "bc d", " ", "\n", " " * WIDE, "\t" * WIDE, "\n" * WIDE, "-" * WIDE])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a" + " " * WIDE + "b", "a" + " " * WIDEST + "b"),
        ("a\n" + "-" * WIDE + "\nb", "a\n" + "-" * WIDEST + "\nb"),
        # What stood on a line of its own still does.
        ("a" + "\n" * WIDE + "b", "a" + "\n" * (WIDEST + 1) + "b"),
        ("a" + " " * WIDEST + "b", "a" + " " * WIDEST + "b"),
        ("a" * WIDE, "a" * WIDE),
    ],
)
def test_what_is_too_wide_is_cut(text: str, left: str) -> None:
    assert narrowed(text).text == left


@given(st.lists(PIECES, max_size=9), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400))))
def test_offsets_lead_back_through_two_cuts(
    pieces: list[str], spans: list[tuple[int, int]]
) -> None:
    whole = "".join(pieces)
    outer = narrowed(whole)
    inner = without(outer.text, [(min(each), max(each)) for each in spans])
    both = inner.of(outer)
    assert (both.text, both.whole) == (inner.text, whole)
    assert "".join(whole[first:last] for first, last in both.kept) == both.text
    for at in range(len(both.text)):
        assert both.back(at, at + 1) == outer.back(*inner.back(at, at + 1))


@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", " \n", "-"])
def test_a_wide_gap_changes_nothing_that_is_read(gap: str) -> None:
    cv = "Robin Example\n\nDesk Manager, Acme, 2015 - now\n- Led 12 people{}and ran a £2m P&L."
    wide, tight = (
        read_candidate("c", cv.format(" " + gap * width + " "), windows, date(2026, 11, 23))
        for width in (50 * WIDEST, 60)
    )
    assert [each.value for each in wide.facts] == [each.value for each in tight.facts]
    assert all(wide.text[each.start : each.end] == each.quote for each in wide.facts)
