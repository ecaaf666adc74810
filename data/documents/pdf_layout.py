"""From glyphs with places to text in reading order: lines, columns, tables.

Pure geometry in points, y downwards; knows nothing of PDF files. The page is cut recursively along
the gutters between columns (the XY-cut of Nagy and Seth, 1984), with one question asked before
each cut that the original does not ask: do the rows across this gutter belong together, as the
rows of a table do? Then it is no gutter.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

# Distances as multiples of the height of a line.
_SAME_LINE = 0.3
_BREAK = 0.9  # a wider gap separates fragments: columns, cells, tab stops
_SPACE = 0.15
_GUTTER = 0.8
_PARAGRAPH = 1.8
_ALIGNED = 0.12

_FEWEST_LINES = 4
_EDGE = 3.0  # points within which left edges count as the same
_MARK = re.compile(r"(?:[^\w\s£$€(\[\"'‘“]|\(?\w{1,2}[.)])")
_DATE = re.compile(
    r"\b(?:(?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* '?\d\d"
    r"|\d\d?/\d\d(?:\d\d)?|present|current|to date)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:\w+ )?(?:profile|summary|objective|about me|experience|employment|career|education"
    r"|qualifications?|certifications?|certificates|training|skills|competenc(?:ies|es)|tools"
    r"|languages|interests|hobbies|references|contact|achievements|awards|projects|history"
    r"|publications|memberships|volunteering)(?: (?:history|summary|details|profile|me))?:?",
    re.IGNORECASE,
)


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


def page_text(glyphs: Iterable[Glyph]) -> str:
    """The text of a page, its columns one after the other, its lines as they stand."""
    return "\n".join(_in_order(_fragments(glyphs)))


def _fragments(glyphs: Iterable[Glyph]) -> list[Fragment]:
    """Join glyphs that follow each other on a line."""
    found: list[Fragment] = []
    run: list[Glyph] = []
    text: list[str] = []

    def finish() -> None:
        if run and (joined := "".join(text).strip()):
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
        key = (fragment.text, round(fragment.left / _EDGE), round(fragment.baseline / _EDGE))
        if key not in seen:
            seen[key] = None
            kept.append(fragment)
    return kept


def _rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Group fragments into lines from top to bottom, each from left to right."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda f: (f.baseline, f.left, f.text)):
        last = rows[-1][0] if rows else None
        if last and fragment.baseline - last.baseline <= _SAME_LINE * min(last.size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda f: (f.left, f.baseline, f.text)) for row in rows]


def _in_order(fragments: list[Fragment]) -> list[str]:
    """Lines of a region, read column by column where it has columns."""
    rows = _rows(fragments)
    cut = _widest_cut(rows)
    if cut is None:
        return _lines(rows)
    first, last, x = cut
    inside = [fragment for row in rows[first:last] for fragment in row]
    parts = (
        [fragment for row in rows[:first] for fragment in row],
        [fragment for fragment in inside if fragment.left < x],
        [fragment for fragment in inside if fragment.left >= x],
        [fragment for row in rows[last:] for fragment in row],
    )
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *_in_order(part)] if lines else _in_order(part)
    return lines


def _widest_cut(rows: list[Row]) -> tuple[int, int, float] | None:
    """The rows and the x of the gutter with most lines beside it, or None."""
    edges = Counter(round(fragment.left / _EDGE) for row in rows for fragment in row)
    best: tuple[int, tuple[int, int, float]] | None = None
    for edge in sorted(edge for edge, count in edges.items() if count + edges[edge + 1] >= 3):
        x = (edge - 0.5) * _EDGE
        for first, last in _stretches(rows, x):
            left = [[f for f in row if f.left < x] for row in rows[first:last]]
            right = [[f for f in row if f.left >= x] for row in rows[first:last]]
            weight = min(sum(map(bool, left)), sum(map(bool, right)))
            if weight < _FEWEST_LINES or (best and weight <= best[0]):
                continue
            if not _reads_across(left, right):
                best = weight, (first, last, x)
    return best[1] if best else None


def _stretches(rows: list[Row], x: float) -> Iterable[tuple[int, int]]:
    """Runs of rows in which nothing crosses, or comes close to, a gutter that ends at x."""
    start = 0
    for index, row in enumerate(rows):
        if any(f.left < x < f.right + _GUTTER * f.size for f in row):
            if index > start:
                yield start, index
            start = index + 1
    if len(rows) > start:
        yield start, len(rows)


def _reads_across(left: list[Row], right: list[Row]) -> bool:
    """Whether the two sides of a gutter are cells of the same rows rather than columns.

    Args:
        left: what stands left of the gutter in each row; empty where nothing does.
        right: likewise, right of it.
    """
    sides = [[" ".join(f.text for f in row) for row in side if row] for side in (left, right)]
    if _share(sides[0], _MARK.fullmatch) >= 0.5:
        return True  # bullets or numbers before a list
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one and other]
    level = sum(abs(a[-1].baseline - b[0].baseline) <= _ALIGNED * a[-1].size for a, b in pairs)
    fewer = min(sides, key=len)
    if level < 0.7 * len(fewer):
        return False
    if any(_share(side, _DATE.search) >= 0.5 for side in sides):
        return True  # dates beside what happened then
    if _share(sides[0], lambda text: text.endswith(":")) >= 0.5:
        return True  # labels beside what they label
    headings = [sum(bool(_HEADING.fullmatch(text)) for text in side) for side in sides]
    if all(headings) or any(2 <= n < len(s) / 2 for n, s in zip(headings, sides, strict=True)):
        return False  # each side has sections of its own
    return not _flows(left, sides)


def _share(texts: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def _flows(left: list[Row], sides: list[list[str]]) -> bool:
    """Whether prose runs down one side while the other fills most rows, as in newspapers."""
    prose = any(_share(side, lambda text: text[:1].islower()) >= 0.2 for side in sides)
    filled = [index for index, row in enumerate(left) if row]
    dense = len(filled) >= 0.6 * (filled[-1] - filled[0] + 1)
    return prose and dense


def _lines(rows: list[Row]) -> list[str]:
    """Rows as text, with a blank line where the page leaves one."""
    lines: list[str] = []
    previous: Row | None = None
    for row in rows:
        if previous:
            height = max(previous[0].size, row[0].size)
            if row[0].baseline - previous[0].baseline > _PARAGRAPH * height:
                lines.append("")
        lines.append(_joined(row))
        previous = row
    return lines


def _joined(row: Row) -> str:
    """Fragments of a row: together, a space or a tab apart, as they stand."""
    text = row[0].text
    for before, after in pairwise(row):
        gap = after.left - before.right
        if gap <= _SPACE * after.size:
            text += after.text
        elif gap <= 1.5 * after.size or _MARK.fullmatch(before.text):
            text += " " + after.text
        else:
            text += "\t" + after.text
    return text
