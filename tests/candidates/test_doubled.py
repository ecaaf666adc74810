"""What a CV says twice of one post counts once, and with the smaller figure."""

from __future__ import annotations

from datetime import date

import pytest

from embeddings.passages import windows
from matcher.candidates.doubled import doubled
from matcher.candidates.outline import outline
from matcher.candidates.reader import read_candidate
from matcher.types import Candidate
from matcher.values import Money, People

TODAY = date(2026, 11, 23)
CV = """Jo Doe

Experience

Depot Manager, Kestrel Parcels, 2018 - 2024
- Held a budget of £4 million and answered for it to the board
{line}
- Moved the depot to a new building

Depot Clerk, Kestrel Parcels, 2015 - 2018
- Kept the books
"""


def read(line: str) -> Candidate:
    return read_candidate("c", CV.format(line=line), windows, TODAY)


def twice(line: str) -> list[str]:
    cv = outline(CV.format(line=line))
    return [cv.text[start:end] for start, end in doubled(cv).spans]


def test_the_larger_of_two_figures_is_not_read() -> None:
    found = read("- Held a budget of £80 million and answered for it to the board")
    assert [one.value.amount for one in found.facts if isinstance(one.value, Money)] == [4e6]
    assert [one.code for one in found.warnings] == ["contradiction"]
    assert not any("80" in one.text for one in found.passages)


def test_it_does_not_matter_which_comes_first() -> None:
    text = CV.format(line="- Held a budget of £9 and answered for it to the board")
    found = read_candidate("c", text, windows, TODAY)
    assert [one.value.amount for one in found.facts if isinstance(one.value, Money)] == [9.0]


@pytest.mark.parametrize(
    "line",
    [
        "- Held a budget of £6 million and answered for it to the board",
        "- Held a budget of £80 million, too",
        "- Won 4 prizes in 2019\n- Won 40 prizes in 2020",
        "- Level 2 in joinery\n- Level 8 in joinery",
    ],
)
def test_growth_other_words_other_years_and_levels_stay(line: str) -> None:
    assert twice(line) == []


def test_another_post_may_be_told_in_the_same_words() -> None:
    text = CV.format(line="").replace(
        "- Kept the books", "- Held a budget of £90 and answered for it to the board"
    )
    assert doubled(outline(text)).spans == []


def test_a_repeat_is_read_once() -> None:
    again = read("- Held a budget of £4 million and answered for it to the board")
    assert [one.value for one in again.facts] == [one.value for one in read("").facts]
    assert [one.text for one in again.passages] == [one.text for one in read("").passages]


def test_short_words_beside_a_larger_figure_go_with_it() -> None:
    line = "- Staff 12. Mine. Spend £3m.\n- Staff 12. Mine. Spend £90m."
    assert twice(line) == ["Staff 12.", "Mine.", "Spend £90m."]


def test_posts_keep_their_places_when_a_line_between_them_goes() -> None:
    found = read("- A team of 6 drivers\n- A team of 600 drivers")
    assert [one.title for one in found.positions] == ["Depot Manager", "Depot Clerk"]
    assert [one.value.count for one in found.facts if isinstance(one.value, People)] == [6]
