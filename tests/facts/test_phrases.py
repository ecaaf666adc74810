"""Phrases of a table, found whatever their case, hyphens and line breaks."""

from __future__ import annotations

import pytest

from matcher.facts.layout.phrases import Phrases

WORDS = Phrases(
    {"budget": ["budget*", "cost base"], "own": ["own", "budget holder"], "sign": ["p&l"]}
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a BUDGET of mine", ["budget"]),
        ("budgetary control", ["budget"]),
        ("the cost-base", ["budget"]),
        ("the cost  base", ["budget"]),
        ("the cost\nbase", ["budget"]),
        ("a budget holder", ["own"]),
        ("P&L", ["sign"]),
        ("our owner downtown", []),
    ],
)
def test_what_is_found(text: str, names: list[str]) -> None:
    assert [hit.name for hit in WORDS.find(text)] == names


def test_spans_are_those_of_the_text_as_printed() -> None:
    text = "İ own the cost   base"
    assert [text[hit.start : hit.end] for hit in WORDS.find(text)] == ["own", "cost   base"]


def test_a_window_sees_only_itself() -> None:
    text = "own budget own"
    assert [hit.start for hit in WORDS.find(text, 4)] == [4, 11]
