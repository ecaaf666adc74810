import random

import pytest

from data.documents.pdf_layout import page_text
from data.documents.pdf_lines import Glyph

SIZE = 10.0
WIDTH = 5.0
LEADING = 14.0


def glyphs(text: str, left: float, line: float) -> list[Glyph]:
    """Text in a font whose every letter is as wide; `line` counts from the top."""
    return [
        Glyph(char, left + WIDTH * i, left + WIDTH * (i + 1), 100 + LEADING * line, SIZE)
        for i, char in enumerate(text)
    ]


def column(lines: list[str], left: float, first: float = 0) -> list[list[Glyph]]:
    return [glyphs(text, left, first + number) for number, text in enumerate(lines)]


def read(*runs: list[list[Glyph]]) -> list[str]:
    """The page's lines, whatever order the file draws its runs in."""
    flat = [run for group in runs for run in group]
    texts = set()
    for seed in range(3):
        random.Random(seed).shuffle(flat)
        texts.add(page_text(glyph for run in flat for glyph in run))
    (text,) = texts
    return [line for line in text.splitlines() if line]


PROSE = [
    "I have run service desks for a long",
    "time, and enjoyed most of it, in the",
    "health service and at two banks that",
    "wanted to be better at answering the",
    "telephone than they were before.",
]
MORE_PROSE = [
    "Before that I repaired radios on the",
    "island where I was born, and learned",
    "how to listen to people whose things",
    "were broken, which has been what the",
    "rest of my working life was about.",
]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    assert read(column(PROSE, 50), column(MORE_PROSE, 300)) == PROSE + MORE_PROSE


def test_columns_whose_lines_do_not_align_are_read_one_after_the_other() -> None:
    side = ["Networks", "Budgets", "Radio", "Patience", "Dutch"]
    assert read(column(side, 50, first=0.4), column(PROSE, 200)) == side + PROSE


def test_a_line_across_the_page_parts_the_columns_above_from_those_below() -> None:
    title = "A title that runs across the page from one side to the other side"
    upper, lower = slice(0, 4), slice(1, 5)
    lines = read(
        column(PROSE[upper], 50),
        column(MORE_PROSE[upper], 300),
        [glyphs(title, 50, 4)],
        column(PROSE[lower], 50, first=5),
        column(MORE_PROSE[lower], 300, first=5),
    )
    assert lines == [
        *(PROSE[upper] + MORE_PROSE[upper]),
        title,
        *(PROSE[lower] + MORE_PROSE[lower]),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("2019 - 2021", "Manager", "Acme"), ("2017 - 2019", "Analyst", "Borea")] * 3,
        [("Email:", "a@b.example"), ("Town:", "Leeds"), ("Mobile:", "07700"), ("Visa:", "none")],
        [("Networks", "Radio"), ("Dutch", "German"), ("Budgets", "People"), ("Tents", "Boats")],
    ],
)
def test_rows_of_a_table_stay_together(rows: list[tuple[str, ...]]) -> None:
    cells = [
        glyphs(text, 50 + 150 * place, number)
        for number, row in enumerate(rows)
        for place, text in enumerate(row)
    ]
    assert read(cells) == ["\t".join(row) for row in rows]


def test_dates_at_the_right_margin_stay_with_their_posts() -> None:
    posts = ["Manager, Acme", "Analyst, Borea", "Engineer, Cormorant", "Clerk, Dunlin"]
    dates = ["2019 – 2021", "2017 – 2019", "2015 – 2017", "2013 – 2015"]
    expected = [f"{post}\t{date}" for post, date in zip(posts, dates, strict=True)]
    assert read(column(posts, 50), column(dates, 400)) == expected


def test_bullets_stay_before_their_lines() -> None:
    marks = [[Glyph("•", 50, 54, 100 + LEADING * n, SIZE)] for n in range(len(PROSE))]
    assert read(marks, column(PROSE, 68)) == [f"• {line}" for line in PROSE]


def test_a_page_of_one_column_keeps_its_lines() -> None:
    assert read(column(PROSE, 50), column(MORE_PROSE, 50, first=5)) == PROSE + MORE_PROSE


def test_a_gap_down_the_page_is_a_blank_line() -> None:
    runs = column(["One", "Two"], 50) + column(["Three"], 50, first=4)
    assert page_text(glyph for run in runs for glyph in run) == "One\nTwo\n\nThree"


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    again = [glyph._replace(left=glyph.left + 0.2) for glyph in glyphs("Name", 50, 0)]
    assert page_text([*glyphs("Name", 50, 0), *again]) == "Name"


def test_a_page_without_glyphs_is_empty() -> None:
    assert page_text([]) == ""


def test_a_time_line_with_wrapped_posts_stays_together() -> None:
    dates = ["2019 – 2021", "", "Mar 2017 – Jun 2019", "", "2015 to 2017", ""]
    posts = ["Manager at Acme, where I ran", "the desk.", "Analyst at Borea, a bank that"]
    posts += ["sold itself.", "Clerk at Cormorant, where I", "learned to file."]
    assert read(column(dates, 50), column(posts, 200)) == [
        f"{date}\t{post}" if date else post for date, post in zip(dates, posts, strict=True)
    ]


def test_a_heading_below_columns_comes_after_them() -> None:
    below = "What comes below runs across the page from one side to the other one"
    lines = read(
        column(PROSE, 50),
        column(MORE_PROSE, 300),
        [glyphs("Heading", 50, 6.5), glyphs(below, 50, 7.5)],
    )
    assert lines == [*PROSE, *MORE_PROSE, "Heading", below]


@pytest.mark.parametrize("heading", ["SKILLS", "WORK HISTORY"])
def test_letter_spaced_headings_are_closed_up(heading: str) -> None:
    spaced = [
        glyph
        for place, char in enumerate(heading)
        if char != " "
        for glyph in (
            Glyph(char, 50 + 9 * place, 55 + 9 * place, 100, SIZE),
            Glyph(" ", 0, 0, 0, 0),
        )
    ]
    assert page_text(spaced) == heading


def test_a_sidebar_on_the_same_lines_as_dated_posts_is_a_column() -> None:
    side = ["Skills", "Networks", "Budgets", "Radio", "Languages", "Dutch"]
    main = ["Experience", "2019 – 2021", "Manager, Acme", "2017 – 2019", "Analyst, Borea", "2016"]
    assert read(column(side, 50), column(main, 200)) == side + main


def test_bullets_beside_a_sidebar_make_no_table() -> None:
    side = ["Skills", "Networks", "Budgets", "Radio", "Patience", "Dutch"]
    posts = ["Work", "led a desk and", "all its people", "ran a budget of", "four million"]
    posts += ["pounds a year"]
    marks = [[Glyph("•", 200, 204, 100 + LEADING * line, SIZE)] for line in (1, 2, 3)]
    expected = [f"• {post}" if n in (1, 2, 3) else post for n, post in enumerate(posts)]
    assert read(column(side, 50), marks, column(posts, 215)) == side + expected
