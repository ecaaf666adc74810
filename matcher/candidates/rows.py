"""The lines of a CV with what is needed to see whether one belongs to the heading of a post.

Must not know how title and employer are told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.candidates.dates import Period, periods
from matcher.candidates.entry import is_heading, is_place
from matcher.candidates.sections import is_column_row
from matcher.text import Line, lines
from matcher.types import Section

_EDGE = re.compile(r"[\s,;:|()\[\]./–—-]*")
_JOINERS = frozenset({"to", "until", "-", "–"})
_NOW = frozenset({"current", "now", "present"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post as its heading tells it; the heading is ``[at, heading_end)``.

    Attributes:
        title: As printed, or None.
        employer: As printed, or None.
        start: As in ``Position``.
        end: As in ``Position``.
        at: Offset of the first word of the heading.
        heading_end: Offset behind the heading.
        until: Offset behind the whole entry where the heading shares its line or sentence with
            other posts; None where the entry runs on to the next one.
    """

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    at: int
    heading_end: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and where it stands.

    Attributes:
        line: The line, behind its section's heading where it opens one.
        words: Its text.
        kind: Kind of its section.
        gap: Whether a blank line stands before it.
        opens_section: Whether it is a heading of a section and nothing else.
        dates: The periods and dates on it.
    """

    line: Line
    words: str
    kind: str
    gap: bool
    opens_section: bool
    dates: tuple[Period, ...]

    @property
    def may_head(self) -> bool:
        """Whether the line could be a line of a post's heading."""
        return (
            not self.line.bullet
            and not self.opens_section
            and is_heading(self.words)
            and not is_place(self.words)
        )


def rows_of(text: str, sections: tuple[Section, ...]) -> list[Row]:
    """Return the rows of a CV in order."""
    rows: list[Row] = []
    number = 0
    last_end = 0
    for line in _with_whole_dates(text):
        while number + 1 < len(sections) and sections[number + 1].start <= line.start:
            number += 1
        section = sections[number]
        start, opens = _behind_heading(text, line, section)
        rows.append(
            Row(
                line=Line(start, line.end, line.bullet, line.indent),
                words=text[start : line.end],
                kind=section.kind,
                gap=not rows or text.count("\n", last_end, line.start) > 1,
                opens_section=opens,
                dates=() if opens else tuple(periods(text, start, line.end, cells=True)),
            )
        )
        last_end = line.end
    return rows


def _behind_heading(text: str, line: Line, section: Section) -> tuple[int, bool]:
    """Return where a line's own words start, and whether it is a heading and nothing else.

    In 'Work history: Porter, 2019 - 2021' the post stands behind the heading.
    """
    opens = bool(section.heading) and section.start == line.start
    if not opens or section.kind != "experience":
        return line.start, opens
    if len(section.heading) >= line.end - line.start:
        return line.start, True
    start = skip_edge(text, text.find(section.heading, line.start) + len(section.heading))
    if start >= line.end or is_column_row(text[line.start : line.end]):
        return line.start, True
    return start, False


def skip_edge(text: str, at: int) -> int:
    """Return the offset behind separators that stand at ``at``."""
    mark = _EDGE.match(text, at)
    return mark.end() if mark else at


def _with_whole_dates(text: str) -> list[Line]:
    """Return the lines, a period that is set over three of them ('May 2019 / to / Now') as one."""
    found: list[Line] = []
    for line in lines(text):
        whole = line
        joined = len(found) > 1 and text[found[-1].start : found[-1].end].lower() in _JOINERS
        if joined and _is_date(text, line):
            first = found[-2]
            del found[-2:]
            whole = Line(first.start, line.end, first.bullet, first.indent)
        found.append(whole)
    return found


def _is_date(text: str, line: Line) -> bool:
    if text[line.start : line.end].lower() in _NOW:
        return True
    return any(one.span == (line.start, line.end) for one in periods(text, line.start, line.end))
