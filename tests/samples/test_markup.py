"""The markup of the sources: one line, one block."""

import pytest

from data.samples.rendering.markup import Block, Column, Kind, MarkupError, grouped, read


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# Ada Poe", Block(Kind.NAME, "Ada Poe")),
        ("## Work", Block(Kind.HEADING, "Work")),
        ("### Baker", Block(Kind.SUBHEADING, "Baker")),
        ("- bread", Block(Kind.BULLET, "bread")),
        ("^ page 1", Block(Kind.HEADER, "page 1")),
        ("[] a box", Block(Kind.BOX, "a box")),
        ("~ unseen", Block(Kind.HIDDEN, "unseen")),
        ("plain words", Block(Kind.PARAGRAPH, "plain words")),
        ("-8 to +31", Block(Kind.PARAGRAPH, "-8 to +31")),
        ("< - French", Block(Kind.BULLET, "French", Column.LEFT)),
        ("> Leeds", Block(Kind.PARAGRAPH, "Leeds", Column.RIGHT)),
    ],
)
def test_the_first_characters_say_what_a_line_is(line: str, block: Block) -> None:
    assert read(line, "x.pdf.txt") == (block,)


def test_a_row_has_cells() -> None:
    (row,) = read("| bread | daily", "x.docx.txt")
    assert row.cells == ("bread", "daily")


def test_rows_that_follow_each_other_make_one_table() -> None:
    runs = grouped(read("| a | b\n| c | d\n\nwords\n| e | f", "x.docx.txt"))
    assert [(kind, len(run)) for kind, run in runs] == [
        (Kind.ROW, 2),
        (Kind.PARAGRAPH, 1),
        (Kind.ROW, 1),
    ]


def test_an_empty_source_is_refused() -> None:
    with pytest.raises(MarkupError, match=r"x\.pdf\.txt: the source is empty"):
        read("\n  \n", "x.pdf.txt")


@pytest.mark.parametrize("line", ["-", "## ", "> - "])
def test_a_marker_without_text_is_refused(line: str) -> None:
    with pytest.raises(MarkupError, match=r"x\.pdf\.txt, line 2: a marker without text"):
        read(f"# Ada\n{line}", "x.pdf.txt")
