"""In what state the words around a name leave the person who is told of."""

from __future__ import annotations

import pytest

from matcher.facts.states.cues import Reading, status_at
from matcher.types import Status


def read(text: str, name: str, *others: str) -> Reading:
    """The reading of ``name`` in ``text``, beside other names."""
    start = text.index(name)
    spans = [(text.index(other), text.index(other) + len(other)) for other in others]
    return status_at(text, start, start + len(name), spans)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Qux Level One, 2019", Status.HELD),
        ("I have no Qux Level One", Status.DENIED),
        ("Qux Level One: sat the exam in 2018, did not pass", Status.DENIED),
        ("Never took Qux Level One", Status.DENIED),
        ("Working towards Qux Level One", Status.IN_PROGRESS),
        ("Qux Level One - awaiting result", Status.IN_PROGRESS),
        ("Qux Level One (lapsed)", Status.LAPSED),
        ("Expired: Qux Level One", Status.LAPSED),
        ("Qux Level One, gained 2011; it ran out in 2016", Status.LAPSED),
        ("Qux Level One lapsed in 2016 and was renewed in 2018", Status.HELD),
        ("Qux Level One? No, never", Status.DENIED),
    ],
)
def test_the_state_is_read_from_the_words_around_the_name(text: str, status: Status) -> None:
    assert read(text, "Qux Level One").status is status


@pytest.mark.parametrize(
    "text",
    [
        "All Qux Level One certified",
        "Rotas for Qux Level One registered nurses",
        "Answers marked by a Qux Level One examiner",
        "My manager holds Qux Level One",
        "Worked closely with a Qux Level One",
        "Recruited three people with Qux Level One",
        "My line manager, a Qux Level One, checked the plans",
    ],
)
def test_what_somebody_else_holds_is_not_ones_own(text: str) -> None:
    assert not read(text, "Qux Level One").own


@pytest.mark.parametrize(
    "text",
    [
        "Hope to take Qux Level One",
        "Attended a Qux Level One workshop",
        "Qux Level One course, no exam",
        "Familiar with Qux Level One",
    ],
)
def test_what_is_wished_for_or_only_touched_is_not_claimed(text: str) -> None:
    assert not read(text, "Qux Level One").claimed


def test_my_own_is_mine_whoever_else_is_in_the_clause() -> None:
    assert read("Led a team of six with my Qux Level One", "Qux Level One").own


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Studying for Qux Level One, exam in March 2027", "March 2027"),
        ("Qux Level One (expected June 2027)", "June 2027"),
        ("Qux Level One: failed in 2024, resit booked for 12 January 2027", "12 January 2027"),
        ("Studying for Qux Level One since 2024", None),
    ],
)
def test_study_carries_the_date_that_lies_ahead_of_it(text: str, when: str | None) -> None:
    reading = read(text, "Qux Level One")
    assert (reading.status, reading.when) == (Status.IN_PROGRESS, when)


def test_an_expiry_date_is_kept_for_whoever_knows_the_day() -> None:
    reading = read("Qux Level One, valid to Aug 2028", "Qux Level One")
    assert (reading.status, reading.when, reading.until) == (Status.HELD, "Aug 2028", True)


def test_a_denial_reaches_through_a_list_that_or_closes() -> None:
    assert read("I hold no Aba, Bex or Cyl", "Cyl", "Aba", "Bex").status is Status.DENIED


def test_a_denial_does_not_reach_past_a_comma_into_a_new_statement() -> None:
    assert read("No Aba, Bex passed 2019", "Bex", "Aba").status is Status.HELD


def test_words_between_two_names_belong_to_the_nearer_one() -> None:
    text = "Aba (2010) and now studying for Bex"
    assert read(text, "Aba", "Bex").status is Status.HELD
    assert read(text, "Bex", "Aba").status is Status.IN_PROGRESS


def test_both_speaks_of_all_names_before_it() -> None:
    assert read("Aba and Bex, both lapsed", "Aba", "Bex").status is Status.LAPSED
