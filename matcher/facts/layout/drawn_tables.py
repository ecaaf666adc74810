"""Tables whose cells are parted by commas, strokes or dashes, drawn with bars instead.

Must not know what is read from them. Every character keeps its place, so that offsets hold. A
header is a line of a few words and no figure; rows under it have as many cells, and figures where
the first of them has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.patterns import regex
from matcher.facts.layout.tables import may_be_heading
from matcher.text import CELLS
from matcher.types import Outline, Sentence

# What may part cells.
_PARTED = (regex(r"\s+/\s+"), regex(r"\s+[–—-]{1,2}\s+"), regex(r",\s+"))
# So few rows under a header tell that something does.
_FEWEST_ROWS = 2
# A cell that may stand for no figure.
_NONE = regex(r"[\s–—-]*|n/?a|nil|none|nobody", re.IGNORECASE)
# Whose the rows are: 'supplier, staff, spend', 'department, budget, holder'.
_OTHERS = regex(
    r"\b(?:suppliers?|clients?|customers?|holders?|owners?|directors?|competitors?|vendors?|payroll|pay|by\s+my|his|her|their)\b",
    re.IGNORECASE,
)
_WORDS_A_CELL = 4
_FIGURE_STARTS = regex(r"[£$€c.~]*\s?\d")


def redrawn(cv: Outline) -> Outline:
    """Return ``cv`` with its tables drawn with bars, or ``cv`` itself where it has none."""
    sentences = list(cv.sentences)
    at = 0
    while at < len(sentences):
        at = _redraw(cv.text, sentences, at) or at + 1
    if all(one is other for one, other in zip(sentences, cv.sentences, strict=True)):
        return cv
    return replace(cv, sentences=tuple(sentences))


def _redraw(text: str, sentences: list[Sentence], at: int) -> int | None:
    """Redraw the table whose header stands at a place; return what follows it, or None."""
    header = sentences[at].text
    drawn = CELLS.search(header.strip()) is not None
    if drawn or _OTHERS.search(header) or not may_be_heading(header):
        return None
    for parted in _PARTED:
        count = len(parted.findall(header))
        if not count or any(len(each.split()) > _WORDS_A_CELL for each in parted.split(header)):
            continue
        rows = _rows(text, sentences, at, parted, count)
        if rows >= _FEWEST_ROWS:
            for n in range(at, at + rows + 1):
                barred = parted.sub(_bar, sentences[n].text)
                sentences[n] = replace(sentences[n], text=barred)
            return at + rows + 1
    return None


def _rows(
    text: str, sentences: Sequence[Sentence], at: int, parted: re.Pattern[str], count: int
) -> int:
    """Return how many lines right below a header are rows of it."""
    figures: list[bool] = []
    rows = 0
    for above, row in zip(sentences[at:], sentences[at + 1 :], strict=False):
        cells = parted.split(row.text)
        if len(cells) != count + 1 or text[above.end : row.start].count("\n") != 1:
            break
        figures = figures or [_is_figure(each) for each in cells]
        if not any(figures) or not all(
            not figure or _is_figure(each) or _NONE.fullmatch(each)
            for figure, each in zip(figures, cells, strict=True)
        ):
            break
        rows += 1
    return rows


def _is_figure(cell: str) -> bool:
    return _FIGURE_STARTS.match(cell.strip()) is not None


def _bar(gap: re.Match[str]) -> str:
    return "|".center(len(gap.group()))
