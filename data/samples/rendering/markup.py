"""The markup in which the sources of the rendered samples are written.

One line is one block, and its first characters say what it is:

    ^ text      in the page header
    # text      the name, or a role's title
    ## text     a heading
    ### text    a heading below it, such as a post
    - text      a bullet
    | a | b     a table row; consecutive rows make one table
    [] text     in a text box; consecutive lines make one box
    ~ text      white on white: there for machines, not for readers
    text        a paragraph

A line that starts with `< ` or `> ` goes into a left or right side column, and
the rest of it is read as above. Blank lines separate and mean nothing. Knows
nothing of .docx or .pdf.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

__all__ = ["Block", "Column", "Kind", "MarkupError", "grouped", "read"]


class Kind(StrEnum):
    """What a block is on the page."""

    HEADER = "^ "
    NAME = "# "
    HEADING = "## "
    SUBHEADING = "### "
    BULLET = "- "
    ROW = "| "
    BOX = "[] "
    HIDDEN = "~ "
    PARAGRAPH = ""


class Column(StrEnum):
    """Where a block stands."""

    LEFT = "< "
    RIGHT = "> "
    MAIN = ""


class MarkupError(ValueError):
    """A source that cannot be rendered."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a source."""

    kind: Kind
    text: str
    column: Column = Column.MAIN

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row."""
        return tuple(cell.strip() for cell in self.text.split("|"))


def read(source: str, name: str) -> tuple[Block, ...]:
    """Read a source into blocks.

    Args:
        source: The marked-up text.
        name: The file it came from, for error messages.

    Raises:
        MarkupError: If nothing is there, or a marker has no text.
    """
    blocks = tuple(
        _block(line, f"{name}, line {number}")
        for number, line in enumerate(source.splitlines(), start=1)
        if line.strip()
    )
    if not blocks:
        raise MarkupError(f"{name}: the source is empty; write the document or delete the file")
    return blocks


def grouped(blocks: tuple[Block, ...]) -> Iterator[tuple[Kind, list[Block]]]:
    """Yield runs of equal kind, so that rows become a table and box lines a box."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        yield kind, list(run)


def _block(line: str, where: str) -> Block:
    column = next(c for c in Column if line.startswith(c.value))
    rest = line.removeprefix(column.value).rstrip()
    kind = next(k for k in Kind if rest.startswith(k.value))
    text = rest.removeprefix(kind.value).strip()
    if not text or f"{text} " in set(Kind):
        raise MarkupError(f"{where}: a marker without text; add the text or remove the line")
    return Block(kind, text, column)
