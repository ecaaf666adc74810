"""Denials before a thing and behind it, of the person and of the place they work at."""

from __future__ import annotations

import pytest

from matcher.facts.states.disowned import Stance, stance, with_following
from matcher.types import Sentence


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        # Before it.
        ("I do not script in LEDGERS", True),
        ("Never coded in LEDGERS", True),
        ("I don't draw forms in LEDGERS", True),
        ("I have not yet been trained on LEDGERS", True),
        ("No drawing in LEDGERS", True),
        ("I took no part in LEDGERS", True),
        # Behind it.
        ("LEDGERS came to our branch in May and I have never opened them", True),
        ("LEDGERS go to the head cashier and I am not involved", True),
        ("LEDGERS sit with audit, not with me", True),
        ("LEDGERS are outside my remit", True),
        ("LEDGERS were never part of my job", True),
        ("The bank installed LEDGERS but I had no access to them", True),
        ("Our branch has never used LEDGERS and I have not used them elsewhere", True),
        # What is told of others, of other times, of other things.
        ("I never let LEDGERS slip", False),
        ("I do not just write LEDGERS", False),
        ("Clerks who do not use LEDGERS", False),
        ("LEDGERS were no part of my job until I took them on", False),
        ("Built LEDGERS for six shops, and had no hand in them after", False),
        ("LEDGERS kept daily, appeals go to the board and I am not involved", False),
        ("LEDGERS balanced; I have never missed it", False),
        ("LEDGERS I had never used before joining, now daily", False),
        ("I have never used it without LEDGERS", False),
        ("I have not kept LEDGERS alone", False),
        ("I never do LEDGERS late", False),
        ("Though I had never used LEDGERS, I was quick to learn", False),
        ("In 2012 I had no experience of LEDGERS", False),
        ("LEDGERS were never part of my job, yet I keep them for a club", False),
        ("LEDGERS weekly, I had no training in them", False),
    ],
)
def test_stance(text: str, denied: bool) -> None:
    start = text.index("LEDGERS")
    assert (stance(text, start, start + len("LEDGERS")) is Stance.DENIED) is denied


def test_an_employer_without_it_denies_nothing_of_the_person() -> None:
    text = "Our branch has never offered LEDGERS"
    assert stance(text, text.index("LEDGERS"), len(text)) is Stance.ABSENT


def test_what_stands_behind_another_name_speaks_of_that() -> None:
    text = "LEDGERS daily and BONDS too, though I have not handled them"
    bonds = text.index("BONDS")
    assert stance(text, 0, 7, [(bonds, bonds + 5)]) is None
    assert stance(text, bonds, bonds + 5, [(0, 7)]) is Stance.DENIED


def test_the_next_sentence_counts_where_it_leans_back() -> None:
    texts = ("Ledgers came in May", "I have never touched them", "I never touched a till")
    sentences = [Sentence(text, 0, len(text)) for text in texts]
    assert [behind for _, behind in with_following(sentences)] == [texts[1], "", ""]
