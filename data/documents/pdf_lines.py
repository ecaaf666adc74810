"""From glyphs with places to lines of text, and back from lines to a page's text.

Geometry in points, y downwards; knows nothing of PDF files, nor of columns.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from data.patterns import regex

# Distances as multiples of the height of a line.
_SAME_LINE = 0.3
_BREAK = 0.5  # a wider gap separates fragments: columns, cells, tab stops, stretched words
_SPACE = 0.15
_TAB = 1.5
_PARAGRAPH = 1.8

EDGE = 3.0  # points within which left edges count as the same
MARK = regex(r"(?:[^\w\s£$€(\[\"'‘“]|\(?\w{1,2}[.)])")  # a bullet, or 'a)' or '12.'
_FEWEST_LETTERS = 4


class Glyph(NamedTuple):
    """One character on the page, in points.

    A space or line feed of size 0 is a gap that the parser noticed, and has no place.
    """

    char: str
    left: float
    right: float
    baseline: float
    size: float
    hidden: bool = False


class Fragment(NamedTuple):
    """Text drawn in one go on one line."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


Row = list[Fragment]


def fragments(glyphs: Iterable[Glyph]) -> list[Fragment]:
    """Join glyphs that follow each other on a line."""
    found: list[Fragment] = []
    run: list[Glyph] = []
    text: list[str] = []

    def finish() -> None:
        if run and (joined := _closed_up(run, "".join(text).strip())):
            size = max(glyph.size for glyph in run)
            inked = [glyph for glyph in run if not glyph.char.isspace()]
            left, right = min(g.left for g in inked), max(g.right for g in inked)
            found.append(Fragment(joined, left, right, inked[0].baseline, size))
        run.clear()
        text.clear()

    for glyph in glyphs:
        if not glyph.size:  # a space or line break that the file implies
            if glyph.char == "\n":
                finish()
            elif text and not text[-1].isspace():
                text.append(" ")
            continue
        if run and not _continues(run[-1], glyph):
            finish()
        elif run and not text[-1].isspace() and _gap(run[-1], glyph) > _SPACE * glyph.size * 1.5:
            text.append(" ")
        run.append(glyph)
        text.append(glyph.char)
    finish()
    return _once(found)


def _closed_up(run: list[Glyph], text: str) -> str:
    """Undo letter spacing ('S K I L L S'), which a parser takes for spaces between words."""
    words = text.split()
    if len(words) < _FEWEST_LETTERS or len(text.replace(" ", "")) > 1.5 * len(words):
        return text
    gaps = [_gap(before, after) for before, after in pairwise(run)]
    usual = median(gaps)
    letters = [run[0].char]
    for gap, glyph in zip(gaps, run[1:], strict=True):
        apart = gap > 2 * usual + _SPACE * glyph.size
        letters.append(f" {glyph.char}" if apart else glyph.char)
    return " ".join("".join(letters).split())


def _gap(before: Glyph, after: Glyph) -> float:
    return after.left - before.right


def _continues(before: Glyph, after: Glyph) -> bool:
    size = max(before.size, after.size)
    level = abs(before.baseline - after.baseline) <= _SAME_LINE * size
    return level and -0.5 * size < _gap(before, after) < _BREAK * size


def _once(fragments: list[Fragment]) -> list[Fragment]:
    """Drop what is drawn twice on the spot, as programs do to make letters look bold."""
    seen: dict[tuple[str, int, int], None] = {}
    kept = []
    for fragment in fragments:
        key = (fragment.text, round(fragment.left / EDGE), round(fragment.baseline / EDGE))
        if key not in seen:
            seen[key] = None
            kept.append(fragment)
    return kept


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Group fragments into lines from top to bottom, each from left to right."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda f: (f.baseline, f.left, f.text)):
        last = rows[-1][0] if rows else None
        if last and fragment.baseline - last.baseline <= _SAME_LINE * min(last.size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda f: (f.left, f.baseline, f.text)) for row in rows]


def lines_of(rows: list[Row]) -> list[str]:
    """Rows as text, with a blank line where the page leaves one."""
    lines: list[str] = []
    previous: Row | None = None
    for row in rows:
        if previous and starts_paragraph(previous, row):
            lines.append("")
        lines.append(_joined(row))
        previous = row
    return lines


def starts_paragraph(before: Row, row: Row) -> bool:
    """Whether the page leaves a line's space above a row."""
    height = (before[0].size + row[0].size) / 2
    return row[0].baseline - before[0].baseline > _PARAGRAPH * height


def _joined(row: Row) -> str:
    """Fragments of a row: together, a space or a tab apart, as they stand."""
    text = row[0].text
    for before, after in pairwise(row):
        gap = after.left - before.right
        if gap <= _SPACE * after.size:
            text += after.text
        elif gap <= _TAB * after.size or MARK.fullmatch(before.text):
            text += " " + after.text
        else:
            text += "\t" + after.text
    return text
