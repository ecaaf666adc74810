"""Passages stay within the budget and lose no word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.passages import windows


def spans(text: str, *sentences: str) -> list[tuple[int, int]]:
    """Find sentences in a text, one after the other."""
    found, position = [], 0
    for sentence in sentences:
        start = text.index(sentence, position)
        position = start + len(sentence)
        found.append((start, position))
    return found


@pytest.mark.parametrize(
    ("text", "sentences", "passages"),
    [
        ("One two. Three four.", ["One two.", "Three four."], ["One two. Three four."]),
        ("One two.\nThree.", ["One two.", "Three."], ["One two.\nThree."]),
        ("One two three. Four five.", ["One two three.", "Four five."], None),
        ("One.\n\nTwo.", ["One.", "Two."], None),
        ("One.\n \t\nTwo.", ["One.", "Two."], None),
        ("One. • Two.", ["One.", "Two."], None),
        ("", [], []),
        ("a b c d e f", ["a b c d e f"], ["a b c d", "c d e f"]),
        ("a b c d e f g h i", ["a b c d e f g h i"], ["a b c d", "d e f g", "f g h i"]),
        ("a b c d e. F.", ["a b c d e.", "F."], ["a b c d", "b c d e.", "F."]),
    ],
)
def test_passages_of_at_most_four_words(
    text: str, sentences: list[str], passages: list[str] | None
) -> None:
    where = spans(text, *sentences)
    found = [text[start:end] for start, end in windows(text, where, max_words=4)]
    assert found == (sentences if passages is None else passages)


def test_blanks_at_the_ends_of_sentences_belong_to_no_passage() -> None:
    text = " \nOne.  Two. "
    assert windows(text, [(0, 2), (2, 7), (7, 13)], max_words=1) == [(2, 6), (8, 12)]


@given(
    sentences=st.lists(st.text("ab \n", max_size=40), max_size=8),
    gap=st.sampled_from(["", " ", "\n", "\n\n", "- "]),
    max_words=st.integers(1, 7),
)
def test_laws(sentences: list[str], gap: str, max_words: int) -> None:
    text = gap.join(sentences)
    where, position = [], 0
    for sentence in sentences:
        where.append((position, position + len(sentence)))
        position += len(sentence) + len(gap)
    passages = windows(text, where, max_words=max_words)
    assert passages == sorted(set(passages))
    for start, end in passages:
        assert text[start:end] == text[start:end].strip() != ""
        assert len(text[start:end].split()) <= max_words
    for start, end in where:
        for word in re.finditer(r"\S+", text[start:end]):
            first, last = start + word.start(), start + word.end()
            assert any(begin <= first and last <= stop for begin, stop in passages)


@pytest.mark.parametrize("where", [[(3, 5), (0, 2)], [(0, 4), (3, 5)], [(0, 99)], [(4, 2)]])
def test_spans_that_are_no_sentences_are_refused(where: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps the one before it or leaves the text"):
        windows("one two three", where)


def test_a_budget_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        windows("one", [(0, 3)], max_words=0)
