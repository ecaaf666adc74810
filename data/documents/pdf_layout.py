"""A page's text in reading order: which of its lines are columns, and which are tables.

Pure geometry in points, y downwards; knows nothing of PDF files. The page is cut recursively along
the gutters between columns (the XY-cut of Nagy and Seth, 1984), with one question asked before
each cut that the original does not ask: do the rows across this gutter belong together, as the
rows of a table do? Then it is no gutter.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from data.documents.pdf_lines import (
    EDGE,
    MARK,
    Fragment,
    Glyph,
    Row,
    fragments,
    lines_of,
    rows_of,
    starts_paragraph,
)
from data.patterns import regex

# Distances as multiples of the height of a line.
_GUTTER = 0.8
_ALIGNED = 0.12

_FEWEST_LINES = 4
_FEWEST_CELLS = 3
_FEWEST_DATES = 3
_LONGEST_TAIL = 2
_DATE = regex(
    r"\b(?:(?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* '?\d\d"
    r"|\d\d?/\d\d(?:\d\d)?|present|current|to date)\b",
    re.IGNORECASE,
)
_DATE_WORDS = regex(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|\b(?:present|current|now|today|to|until|since|from|date)\b|[\d\s/.,'’‘()–—-]+",
    re.IGNORECASE,
)
_HEADING = regex(
    r"(?:\w+ )?(?:profile|summary|objective|about me|experience|employment|career|education"
    r"|qualifications?|certifications?|certificates|training|skills|competenc(?:ies|es)|tools"
    r"|languages|interests|hobbies|references|contact|achievements|awards|projects|history"
    r"|publications|memberships|volunteering)(?: (?:history|summary|details|profile|me))?:?",
    re.IGNORECASE,
)


def page_text(glyphs: Iterable[Glyph]) -> str:
    """The text of a page, its columns one after the other, its lines as they stand."""
    return "\n".join(_in_order(fragments(glyphs)))


def _in_order(region: list[Fragment]) -> list[str]:
    """Lines of a region, read column by column where it has columns."""
    rows = rows_of(region)
    cut = _widest_cut(rows)
    if cut is None:
        return lines_of(rows)
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
    table = _table_rows(rows) | _timeline_rows(rows)
    edges = Counter(round(fragment.left / EDGE) for row in rows for fragment in row)
    best: tuple[int, tuple[int, int, float]] | None = None
    for edge in sorted(edge for edge, count in edges.items() if count + edges[edge + 1] >= 3):
        x = (edge - 0.5) * EDGE
        for first, end in _stretches(rows, x, table):
            last = _without_tail(rows, first, end, x)
            left = [[f for f in row if f.left < x] for row in rows[first:last]]
            right = [[f for f in row if f.left >= x] for row in rows[first:last]]
            weight = min(sum(map(bool, left)), sum(map(bool, right)))
            if weight < _FEWEST_LINES or (best and weight <= best[0]):
                continue
            if not _reads_across(left, right):
                best = weight, (first, last, x)
    return best[1] if best else None


def _table_rows(rows: list[Row]) -> set[int]:
    """Rows of three cells or more that start where those of the row above or below start."""
    starts = [
        tuple(round(f.left / EDGE) for f in row if not MARK.fullmatch(f.text)) for row in rows
    ]
    pairs = (
        index
        for index, (one, other) in enumerate(pairwise(starts))
        if one == other and len(one) >= _FEWEST_CELLS
    )
    return {row for index in pairs for row in (index, index + 1)}


def _timeline_rows(rows: list[Row]) -> set[int]:
    """Rows with a period on the left and what happened then on the right, and their wraps."""
    found: set[int] = set()
    run: list[int] = []
    edge, dated = 0.0, 0
    for index, row in enumerate(rows):
        first = row[0]
        starts = _is_period(first.text) and (not run or abs(first.left - edge) <= EDGE)
        if not starts and not (run and first.left > edge + EDGE):
            found |= set(run) if dated >= _FEWEST_DATES else set()
            run, dated = [], 0
            continue
        edge = edge if run else first.left
        run.append(index)
        dated += starts and len(row) > 1
    return found | (set(run) if dated >= _FEWEST_DATES else set())


def _is_period(text: str) -> bool:
    """Whether a text is nothing but a date or a period."""
    return bool(_DATE.search(text)) and not _DATE_WORDS.sub("", text)


def _stretches(rows: list[Row], x: float, table: set[int]) -> Iterable[tuple[int, int]]:
    """Runs of rows in which nothing crosses, or comes close to, a gutter that ends at x."""
    start = 0
    for index, row in enumerate(rows):
        if index in table or any(f.left < x < f.right + _GUTTER * f.size for f in row):
            if index > start:
                yield start, index
            start = index + 1
    if len(rows) > start:
        yield start, len(rows)


def _without_tail(rows: list[Row], first: int, end: int, x: float) -> int:
    """Where the columns end, if a heading for what follows them below was caught with them."""
    if end == len(rows):
        return end
    below = next((i for i in range(end, first, -1) if any(f.left >= x for f in rows[i - 1])), end)
    for index in range(max(below, end - _LONGEST_TAIL), end):
        if starts_paragraph(rows[index - 1], rows[index]):
            return index
    return end


def _reads_across(left: list[Row], right: list[Row]) -> bool:
    """Whether the two sides of a gutter are cells of the same rows rather than columns.

    Args:
        left: what stands left of the gutter in each row; empty where nothing does.
        right: likewise, right of it.
    """
    sides = [[" ".join(f.text for f in row) for row in side if row] for side in (left, right)]
    if _share(sides[0], MARK.fullmatch) >= 0.5:
        return True  # bullets or numbers before a list
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one and other]
    level = sum(abs(a[-1].baseline - b[0].baseline) <= _ALIGNED * a[-1].size for a, b in pairs)
    fewer = min(sides, key=len)
    if level < 0.7 * len(fewer):
        return False
    headings = [sum(bool(_HEADING.fullmatch(text)) for text in side) for side in sides]
    if all(headings):
        return False  # each side has sections of its own
    if any(_share(side, _DATE.search) >= 0.5 for side in sides):
        return True  # dates beside what happened then
    if _share(sides[0], lambda text: text.endswith(":")) >= 0.5:
        return True  # labels beside what they label
    if any(2 <= n < len(side) / 2 for n, side in zip(headings, sides, strict=True)):
        return False  # one side has sections of its own
    return not _flows(left, sides)


def _share(texts: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def _flows(left: list[Row], sides: list[list[str]]) -> bool:
    """Whether prose runs down one side while the other fills most rows, as in newspapers."""
    prose = any(_share(side, lambda text: text[:1].islower()) >= 0.2 for side in sides)
    filled = [index for index, row in enumerate(left) if row]
    dense = len(filled) >= 0.6 * (filled[-1] - filled[0] + 1)
    return prose and dense
