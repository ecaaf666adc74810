"""Plain text to lines, blocks and sentences with spans: the units everything else reads.

Must not know whether the text is a role or a CV. A block is a paragraph, a bullet or a table row;
soft-wrapped lines of one paragraph are one block. A sentence never crosses a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.patterns import regex

BULLET = regex(
    r"^[ \t]*(?:[•●▪◦‣∙·■□➢➤►▶◆❖✓✔–—\-\uf0b7\uf0a7]|\*(?!\*)"
    r"|[+>»→](?=\s+[^\W\d])|o"
    r"(?=\s{1,4}[A-Z])|\(?\d{1,2}[.)](?=\s))[ \t]*"
)
# A row of a table drawn in text: cells parted by bars, tabs or runs of spaces.
CELLS = regex(r"\s*\|\s*|\t+| {3,}")
# A line counts as full from this share of the width that the text was wrapped at.
_NEARLY = 0.9
_FEWEST_WRAPPED = 3
# Columns by which a new row of an aligned table stands left of the end of the one before it.
_OUTDENTED = 8
# Characters; the longest sentences of real CVs and ads stay below it.
_LONGEST = 2000
_RULE = regex(r"^[\s\-=_*~.]{3,}$")
_END = regex(r"[.!?][)\"'’”]*(?=\s+[\"'“‘(]?[A-Z0-9£$€])|;(?=\s)")
_ABBREVIATION = regex(
    r"(?:\b(?:e\.g|i\.e|etc|approx|c|ca|circa|no|nos|vs|incl|inc|ltd|co|dr|mr|mrs|ms|st|dept|est"
    r"|min|max|"
    r"p\.a|p\.m|a\.m|ph\.d|b\.sc|m\.sc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    # An initial ("J. Smith"), not the end of "P&L." or of "somebody else's."
    r"|(?<![&'’/+-])\b(?-i:[A-Z]))\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its line break; ``start``/``end`` leave out surrounding white space."""

    start: int
    end: int
    bullet: bool
    indent: int


def lines(text: str) -> list[Line]:
    """Return the lines that hold more than white space and rules, in order."""
    return list(_laid_out(text)[0])


@lru_cache(maxsize=4)
def _laid_out(text: str) -> tuple[tuple[Line, ...], int]:
    """Return the lines of a document and the width it was wrapped at.

    Kept, because the same document is asked for many times while it is read.
    """
    found = []
    offset = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped and not _RULE.match(raw):
            start = offset + len(raw) - len(raw.lstrip())
            found.append(
                Line(
                    start=start,
                    end=start + len(stripped),
                    bullet=BULLET.match(raw) is not None,
                    indent=start - offset,
                )
            )
        offset += len(raw) + 1
    return tuple(found), _typical_width(text, found)


def blocks(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Join soft-wrapped lines: spans of paragraphs, bullets and table rows, in order.

    Only lines that lie within ``[start, end)`` are looked at, but what a full line is follows from
    the whole document. A line that ``start`` or ``end`` cuts counts with what lies inside.

    A line is joined to the one before it where its first word would not have fitted there, the one
    before does not end a sentence, and this one neither opens a bullet nor looks like a new row.
    What fits follows from the longest lines of the document.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    last: Line | None = None
    all_lines, width = _laid_out(text)
    first = bisect_right(all_lines, start, key=lambda line: line.end)
    for whole in all_lines[first:]:
        if whole.start >= stop:
            break
        line = _clipped(text, whole, start, stop)
        if line.start >= line.end:
            continue
        if last is not None and _continues(text, last, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        last = line
    return found


def _clipped(text: str, line: Line, start: int, stop: int) -> Line:
    """Return the part of a line within ``[start, stop)``, white space at its ends left out."""
    if start <= line.start and line.end <= stop:
        return line
    first, last = max(start, line.start), min(stop, line.end)
    part = text[first:last]
    first += len(part) - len(part.lstrip())
    last -= len(part) - len(part.rstrip())
    return Line(first, last, line.bullet and first == line.start, line.indent)


def _typical_width(text: str, all_lines: list[Line]) -> int:
    """The width text was wrapped at: the 90th percentile of line ends, at least 60 columns.

    Where enough lines go on in small letters, they alone tell: another line of the person's, short
    or long, then changes nothing.
    """
    wrapped = [
        line
        for line, below in pairwise(all_lines)
        if text[below.start].islower() and text.count("\n", line.end, below.start) == 1
    ]
    telling = wrapped if len(wrapped) >= _FEWEST_WRAPPED else all_lines
    widths = sorted(line.indent + line.end - line.start for line in telling)
    return max(60, widths[int(len(widths) * 0.9)]) if widths else 60


def _continues(text: str, last: Line, line: Line, width: int) -> bool:
    if line.bullet or text.count("\n", last.end, line.start) != 1:
        return False
    before, here = text[last.start : last.end], text[line.start : line.end]
    if before.endswith("|") and not before.startswith("|"):
        return True
    if CELLS.search(here.strip()) and CELLS.search(before.strip()):
        return False
    if last.indent - line.indent >= _OUTDENTED and not here[0].islower():
        return False
    if before.endswith((",", "&", " and", " or", " of", " the", " to", " for", " with", " a")):
        return True
    if here[0].islower():
        return not before.endswith((".", ":", "!", "?"))
    if before.endswith((".", ":", ";", "!", "?")):
        return False
    # Wrapped where it was: the next word did not fit. Letters of a page differ in width.
    next_word = here.split(maxsplit=1)[0]
    return last.indent + len(before) + 1 + len(next_word) >= _NEARLY * width


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return spans of sentences, bullets and table rows within ``[start, end)``, in order.

    The bullet sign is left out of the span. A full stop ends a sentence where white space and a
    capital, digit or currency sign follow and the word before it is no abbreviation. What runs on
    without any is parted at a pause: the time to read a sentence grows with its square.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for first, last in blocks(text, start, stop):
        bullet = BULLET.match(text[first:last])
        if bullet and bullet.end() < last - first:
            first += bullet.end()
        at = first
        for mark in _END.finditer(text, first, last):
            if mark.group()[0] == "." and _ABBREVIATION.search(
                text, max(at, mark.start() - 8), mark.start() + 1
            ):
                continue
            found += _parted(text, at, mark.end())
            at = mark.end() + len(text[mark.end() : last]) - len(text[mark.end() : last].lstrip())
        if at < last:
            found += _parted(text, at, last)
    return found


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of what is a sentence, or of the parts of one that nobody would write."""
    while end - start > _LONGEST:
        pauses = (text.rfind(pause, start + _LONGEST // 2, start + _LONGEST) for pause in ";, ")
        behind = next((at + 1 for at in pauses if at >= 0), start + _LONGEST)
        yield start, start + len(text[start:behind].rstrip())
        start = behind + len(text[behind:end]) - len(text[behind:end].lstrip())
    yield start, end
