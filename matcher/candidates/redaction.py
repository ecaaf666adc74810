"""Who somebody is, kept away from the encoder and, in blind mode, from the reader.

Must not know what the text is used for. Two views of the same finding:

- ``unneeded``, ``identity`` and ``prepared`` take out what identifies a person or a protected
  characteristic, and make pronouns neutral; two CVs that differ in nothing else are read alike.
- ``blind`` masks the same words with blocks of the same length, so that offsets stay valid.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.candidates.absence import absence_rows, absences
from matcher.candidates.entry import is_title
from matcher.candidates.names import name_spans
from matcher.candidates.outline import outline
from matcher.candidates.personal import DETAILS, PAIR, REACHED, UNNEEDED
from matcher.candidates.pronouns import PRONOUN, neutral
from matcher.candidates.schooling import schools
from matcher.candidates.without import SEPARATORS, Span, merged
from matcher.text import Line, lines
from matcher.types import Outline

BLOCK = "█"
_SPACE = regex(r"[ \t]{2,}")
_HEADER_LINES = 6
_MOST_HEADER_LINES = 14
_MOST_TITLE_WORDS = 8
_MOST_PLACE_PARTS = 3
_MOST_PLACE_WORDS = 5


def unneeded(text: str) -> tuple[Span, ...]:
    """Find the name and the details that no requirement turns on: nothing is read from them.

    A name can hold a town, a trade or a product; "Jenkins" at the top of a CV is no tool.
    """
    found = [match.span() for match in UNNEEDED.finditer(text) if match.group().strip()]
    return merged([*found, *name_spans(text), *absence_rows(text)])


def identity(outline: Outline) -> tuple[Span, ...]:
    """Find where a CV says who somebody is, for the encoder and the blind reader to skip."""
    text = outline.text
    found = [match.span() for match in DETAILS.finditer(text) if match.group().strip()]
    found += [match.span() for match in PAIR.finditer(text)]
    for section in outline.sections:
        if section.kind == "career_break":
            found.append((section.start + len(section.heading), section.end))
        elif section.kind == "personal":
            found += _places(text, section.start, section.end)
    found += _places(text, 0, _header_end(outline, found))
    found += _beside_contact(outline)
    return merged([*found, *absences(outline), *schools(outline)])


def prepared(words: str) -> str:
    """Return words without identity as the encoder is to see them: neutral, spaces folded."""
    return _SPACE.sub(" ", re.sub(r"\s*\n\s*", "\n", neutral(words))).strip(" \t\n,;|/•·-–—")


def blind(text: str) -> str:
    """Return the text with everything that identifies a person masked, length unchanged."""
    # As a reader sees it: a post after a career break is no part of the break.
    cv = outline(text)
    pronouns = [match.span() for match in PRONOUN.finditer(text)]
    out = list(text)
    for start, end in (*unneeded(text), *identity(cv), *pronouns):
        for at in range(start, end):
            if not out[at].isspace():
                out[at] = BLOCK
    return "".join(out)


def _header_end(outline: Outline, details: list[Span]) -> int:
    """Where the lines about the person end: at the first section or sentence, or after a few lines.

    Details and places do not count, so that another line of them moves nothing.
    """
    text = outline.text
    first = next((section.start for section in outline.sections if section.heading), len(text))
    covered = merged(details)
    told = 0
    for line in lines(text)[:_MOST_HEADER_LINES]:
        left = _left_of(text, line, covered)
        if not left or _is_place(text, line):
            continue
        told += 1
        if told == _HEADER_LINES or len(left.split()) > _MOST_TITLE_WORDS:
            return min(line.end, first)
    return min(first, lines(text)[:_MOST_HEADER_LINES][-1].end) if lines(text) else 0


def _beside_contact(outline: Outline) -> list[Span]:
    """Lines that say how a person is reached, wherever they stand, and a place above or below."""
    text = outline.text
    headings = {section.start for section in outline.sections if section.heading}
    found = []
    all_lines = lines(text)
    for number, line in enumerate(all_lines):
        if not REACHED.search(text, line.start, line.end) or not _is_place(text, line):
            continue
        near = all_lines[max(0, number - 1) : number + 2]
        found += [
            (each.start, each.end)
            for each in near
            if each.start not in headings and _is_place(text, each)
        ]
    return found


def _left_of(text: str, line: Line, covered: tuple[Span, ...]) -> str:
    """What a line says besides details."""
    return "".join(
        text[at]
        for at in range(line.start, line.end)
        if not any(start <= at < end for start, end in covered)
    ).strip(SEPARATORS)


def _places(text: str, start: int, end: int) -> list[Span]:
    """Lines of a header that are no more than a place, a number or a mixture of both."""
    return [
        (line.start, line.end)
        for line in lines(text)
        if start <= line.start and line.end <= end and _is_place(text, line)
    ]


def _is_place(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    parts = [part for part in re.split(r"[|•·\t/,]|\s{3,}", words) if part.strip()]
    short = len(words) <= 90 and all(len(part.split()) <= 5 for part in parts)
    if not short or is_title(words):
        return False
    reaches = not words.endswith(".") and REACHED.search(words) is not None
    return reaches or (not line.bullet and _is_place_line(words, len(parts)))


def _is_place_line(words: str, parts: int) -> bool:
    """Whether a line is no more than a few words with capitals, as a town and county are."""
    each = words.split()
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in each)
    return parts <= _MOST_PLACE_PARTS and len(each) <= _MOST_PLACE_WORDS and capitals
