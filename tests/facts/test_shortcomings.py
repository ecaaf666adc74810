"""What people own to be bad at: told by themselves, of now, and of the thing named."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product

import pytest

from data.knowledge.hints import any_part
from data.knowledge.shortcomings import shortcomings
from matcher.facts.practices.shortcomings import falls_short


@pytest.mark.parametrize(
    ("text", "thing", "short"),
    [
        ("I struggle with ledgers", "ledgers", True),
        ("Good on the till but no head for ledgers", "ledgers", True),
        ("Ledgers are my weak point", "Ledgers", True),
        ("Ledgers make me anxious", "Ledgers", True),
        ("I find ledgers tedious", "ledgers", True),
        ("Ledgers: I leave to others", "Ledgers", True),
        ("I am not confident with ledgers", "ledgers", True),
        ("I have yet to use ledgers", "ledgers", True),
        # Others, other times, other things.
        ("Coached clerks who struggle with ledgers", "ledgers", False),
        ("I once struggled with ledgers", "ledgers", False),
        ("At first I found ledgers hard", "ledgers", False),
        ("I avoid errors in ledgers", "ledgers", False),
        ("I find ledgers hard to beat", "ledgers", False),
        ("I never struggle with ledgers", "ledgers", False),
        ("Coached drivers, wary or new to ledgers, every week", "ledgers", False),
        ("Mentored a colleague — hopeless at ledgers — for a year", "ledgers", False),
        ("In ledgers I dread nothing", "ledgers", False),
        ("I find ledgers fun and filing tedious", "ledgers", False),
        ("Ledgers daunt me", "Ledgers", True),
        ("Ledgers make me ill", "Ledgers", True),
        ("Prompt and tidy, hopeless at ledgers", "ledgers", True),
        ("Ledgers are my strong point", "Ledgers", False),
        ("I dislike noise; ledgers kept daily", "ledgers", False),
    ],
)
def test_falls_short(text: str, thing: str, short: bool) -> None:
    start = text.index(thing)
    assert falls_short(text, start, start + len(thing)) is short


def test_a_text_with_any_cue_of_the_table_is_looked_at() -> None:
    source = files("data.knowledge").joinpath("shortcomings.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    cues = [*table["before"]["verbs"], *table["before"]["states"], *table["behind"]["words"]]
    for cue in cues:
        for words in product(*(choice.split("/") for choice in cue.split())):
            assert any_part(shortcomings().parts, " ".join(words)), words
