"""Rows of a person specification set as a table."""

import pytest

from matcher.roles.levels import explains, levelled
from matcher.roles.rows import pieces
from matcher.text import sentences
from matcher.types import Sentence


def read(text: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.kind) for p in pieces(text, sentences(text), "person")]


def test_a_column_says_how_strongly_each_row_is_asked() -> None:
    text = (
        "Requirement | Essential or desirable | How assessed\n"
        "A bell-founder's ticket; or a caster's | Essential | Ticket\n"
        "Rings changes | Desirable | Interview"
    )
    assert read(text) == [
        ("A bell-founder's ticket; or a caster's", "essential"),
        ("Rings changes", "desirable"),
    ]


def test_a_column_of_essentials_beside_one_of_desirables() -> None:
    text = "Area | Essential | Desirable\nTraining | Caster's ticket | Founder's ticket"
    assert read(text) == [("Caster's ticket", "essential"), ("Founder's ticket", "desirable")]


@pytest.mark.parametrize(
    "text",
    ["Pay | £21,000 a year", "Base | The bell yard, with travel to towers", "Bells and ropes"],
)
def test_any_other_row_stays_as_it_is(text: str) -> None:
    assert read(text) == [(text, "person")]


def test_a_row_that_ends_in_a_level_is_a_skill() -> None:
    text = "Tuning | Files the lip; listens; files again | Practitioner"
    (only,) = pieces(text, sentences(text), "person")
    assert (only.start, only.end, only.whole) == (0, len(text), True)
    (skill,) = levelled(Sentence(text, 0, len(text)))
    assert (text[skill.start : skill.end], skill.criterion.kind) == ("Tuning", "skill")
    assert getattr(skill.criterion, "level", None) == "Practitioner"


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Levels, lowest first: awareness, working, practitioner, expert.", True),
        ("An expert founder with a working furnace", False),
    ],
)
def test_a_list_of_the_levels_is_no_skill(text: str, explained: bool) -> None:
    assert explains(Sentence(text, 0, len(text))) is explained
