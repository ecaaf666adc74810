"""A CV's text as the files people send: Word, PDF, PDF in two columns, with or without white text.

Must not know how files are read. Needs the libraries of the extra ``bench``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from data.samples.rendering import pdf, word
from data.samples.rendering.markup import Block, Column, Kind
from matcher.candidates.sections import sections

__all__ = ["LAYOUTS", "docx", "pdf_page", "two_columns", "with_white_text"]


class Layout(Protocol):
    """Renders a CV."""

    def __call__(self, text: str, white: str = "") -> bytes:
        """Return the file of a CV's text, with other text in white at its end."""
        ...


_BULLET = re.compile(r"[ \t]*[-*•·▪>][ \t]+")
_SIDE = frozenset({"certificates", "skills", "languages", "status", "personal", "training"})
_CELLS = re.compile(r" {3,}")
_ALIGNED = 8
# What a side column holds on one page.
_SIDE_LINES = 40
_SIDE_LETTERS = 26


def docx(text: str, white: str = "") -> bytes:
    """Return a Word document of a CV's text, with other text in white at its end."""
    return word.render(with_white_text(_blocks(text), white), "CV")


def pdf_page(text: str, white: str = "") -> bytes:
    """Return a PDF of a CV's text, with other text in white at its end."""
    return pdf.render(with_white_text(_blocks(text), white), "CV")


def two_columns(text: str, white: str = "") -> bytes:
    """Return a PDF whose short sections stand in a column of their own beside the others."""
    return pdf.render(with_white_text(_beside(text), white), "CV")


LAYOUTS: Mapping[str, tuple[str, Layout]] = {
    "Word": ("docx", docx),
    "PDF": ("pdf", pdf_page),
    "PDF in two columns": ("pdf", two_columns),
}
"""The ending of the file, and what renders it, by the layout's name."""


def with_white_text(blocks: tuple[Block, ...], white: str) -> tuple[Block, ...]:
    """Return blocks with text behind them that no reader of the page sees.

    Between them it would leave a gap on the page of a PDF, which everybody sees.
    """
    hidden = tuple(Block(Kind.HIDDEN, _printable(line)) for line in white.splitlines() if line)
    return blocks + hidden


def _blocks(text: str) -> tuple[Block, ...]:
    """A block a line: a heading where the CV has one, a bullet where one is printed.

    Words that are aligned with spaces are the cells of a table.
    """
    headings = {each.start for each in sections(text) if each.heading}
    found: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = _printable(line.strip())
        indent = len(line) - len(line.lstrip())
        start, at = at + indent, at + len(line)
        if found and found[-1].kind is Kind.ROW and words and indent >= _ALIGNED:
            found[-1] = Block(Kind.ROW, f"{found[-1].text} {words}")
        elif words:
            found.append(_block(words, is_heading=start in headings, is_first=not found))
    return tuple(found)


def _block(words: str, *, is_heading: bool, is_first: bool) -> Block:
    if is_first:
        return Block(Kind.NAME, words)
    if _CELLS.search(words):
        return Block(Kind.ROW, _CELLS.sub(" | ", words))
    bullet = _BULLET.match(words)
    if bullet:
        return Block(Kind.BULLET, words[bullet.end() :])
    return Block(Kind.HEADING if is_heading else Kind.PARAGRAPH, words)


def _beside(text: str) -> tuple[Block, ...]:
    """The blocks, those of short sections in the left column while there is room."""
    left = _SIDE_LINES
    side: list[Block] = []
    main: list[Block] = []
    for each in sections(text):
        blocks = _blocks("\n" + text[each.start : each.end]) if each.kind in _SIDE else ()
        height = sum(1 + len(block.text) // _SIDE_LETTERS for block in blocks)
        if blocks and each.heading and height <= left:
            left -= height
            heading = Block(Kind.HEADING, blocks[0].text, Column.LEFT)
            side += [heading, *(Block(b.kind, b.text, Column.LEFT) for b in blocks[1:])]
        else:
            main += _blocks(text[each.start : each.end])
    return (*side, *_named_once(main))


def _named_once(blocks: list[Block]) -> list[Block]:
    """The name is printed large; what else opened a section is a heading."""
    return blocks[:1] + [
        Block(Kind.HEADING, each.text) if each.kind is Kind.NAME else each for each in blocks[1:]
    ]


def _printable(words: str) -> str:
    """Words in the letters that the standard fonts of PDF have."""
    return words.encode("cp1252", "replace").decode("cp1252")
