"""Alternations as prefix trees: the same words, the longest first."""

from __future__ import annotations

import re

import pytest

from data.knowledge.alternation import any_of


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["head", "head of"], "head of music", "head of"),
        (["head of", "head"], "head teacher", "head"),
        (["care", "carer", "chef"], "carers", "carer"),
        (["c++", "c"], "c++ and c", "c++"),
        (["cook"], "cooking", "cook"),
        (["cook"], "book", None),
    ],
)
def test_longest_word_is_found(words: list[str], text: str, found: str | None) -> None:
    match = re.match(any_of(words), text)
    assert (match and match.group()) == found


def test_every_word_is_matched_whole() -> None:
    words = ["a", "an", "and", "ant", "bar", "bare", "barge"]
    assert all(re.fullmatch(any_of(words), word) for word in words)
    assert re.fullmatch(any_of(words), "ba") is None
