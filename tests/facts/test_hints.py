"""A quick look at a text never loses a name that a full search would find."""

from __future__ import annotations

import pytest

from data.knowledge.hints import Hints, Owners, any_part, words_of


@pytest.mark.parametrize(
    ("text", "may_hold"),
    [
        ("A red-kite survey", True),
        ("The KITE was red", True),
        ("A kite", False),
        ("Heron watch", True),
        ("", False),
    ],
)
def test_a_text_may_hold_a_name_where_it_has_all_its_words(text: str, may_hold: bool) -> None:
    assert Hints(["red kite", "heron"]).any_in(words_of(text)) is may_hold


def test_words_that_a_text_may_leave_out_are_not_looked_for() -> None:
    assert Hints(["kite and heron"], optional={"and"}).any_in(words_of("kite & heron"))


def test_parts_are_found_within_words_and_in_any_case() -> None:
    assert any_part(("visa", "licen"), "Driving LICENCE")
    assert not any_part(("visa", "licen"), "Drove a van")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Two RED-KITES, a heron", ["birds", "raptors"]),
        ("A kite", ["raptors"]),
        ("Red paint", []),
    ],
)
def test_the_owners_of_names_that_a_text_can_hold(text: str, owners: list[str]) -> None:
    names = {"birds": ["heron"], "raptors": ["red kite", "kite of red"], "fish": ["pike"]}
    assert Owners(names).in_text(text) == owners
