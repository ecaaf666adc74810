"""What a CV repeats of a role is found to the word, and no quick look misses it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.candidates.copied import Runs, blocks

WORDS = st.sampled_from(["depot", "night", "rota", "plan", "fuel", "cost", "I", "lorries"])


def test_text_pasted_from_the_role_is_found_to_the_word() -> None:
    asked = "You will plan the night rota of every depot we have and answer for what it costs."
    text = f"Jo Doe\n\nProfile\nKeen. {asked.replace('You will plan', 'I plan')} Punctual."
    ((start, end),) = Runs(f"About the role. {asked}").spans_in(text)
    assert (
        text[start:end] == "plan the night rota of every depot we have and answer for what it costs"
    )


def test_a_shared_phrase_is_no_copy() -> None:
    role = "You will order the fuel of the depot and plan the rest days of drivers."
    assert Runs(role).spans_in("I order the fuel of the depot.") == []


def test_a_role_of_a_few_words_is_repeated_by_nobody() -> None:
    assert Runs("Depot manager").spans_in("Depot manager") == []


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=30), st.integers(0, 8))
def test_no_quick_look_misses_a_copy(role: list[str], own: list[str], before: int) -> None:
    runs = Runs(" ".join(role))
    for text in (" ".join(own), " ".join([*own[:before], *role, *own])):
        assert runs.may_be_in(blocks(text)) or runs.spans_in(text) == []
    assert (len(role) >= 12) == bool(runs.spans_in(" ".join([*own[:before], *role])))
