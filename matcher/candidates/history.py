"""A work history without a heading of its own: the posts that show where it starts.

Must not know titles and employers of posts, only that a line has the looks of a post's heading. In
a page of two columns the history follows whatever stood last in the other column.
"""

from __future__ import annotations

from collections.abc import Sequence

from matcher.candidates.entry import is_capitalised, is_title, is_unpaid, parts
from matcher.candidates.rows import Row, rows_of
from matcher.types import Section

# Here a post would be unpaid, somebody else's or a student's.
_NEVER = frozenset({"advert", "awards", "projects", "publications", "references", "volunteering"})

# These are short, and swallow a history behind them although another part of it has a heading.
_SHORT = frozenset({"career_break", "certificates", "languages", "personal", "status"})
_BREAK = "career_break"

_LONGEST_NAME = 8
_LONGEST_HEADING = 120


def with_history(text: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections, a history that has no heading cut out of those that it stands in."""
    headed = any(section.kind == "experience" for section in sections)
    if headed and all(section.kind not in _SHORT for section in sections):
        return sections
    rows = rows_of(text, sections)
    opened = [
        _start(rows, index)
        for index, row in enumerate(rows)
        if (not headed or _is_swallowed(row)) and _opens_post(rows, index)
    ]
    found: list[Section] = []
    for section in sections:
        at = next((at for at in opened if section.start <= at < section.end), None)
        if at is None or section.kind in _NEVER:
            found.append(section)
            continue
        if at > section.start:
            found.append(Section(section.heading, section.kind, section.start, at))
        found.append(Section("", "experience", at, section.end))
    return tuple(found)


def _is_swallowed(row: Row) -> bool:
    """Whether a row stands in a short section, and could be the first line of a paid post."""
    return row.kind in _SHORT and len(row.words) <= _LONGEST_HEADING and not is_unpaid(row.words)


def _opens_post(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a title with its period beside or below it, and a description follows.

    Behind a career break posts may go on as bare as they were before it.
    """
    row = rows[index]
    if row.line.bullet or row.opens_section or not _opens_with_title(row.words):
        return False
    dated, behind = row, index + 1
    if not row.dates and behind < len(rows):
        dated, behind = rows[behind], behind + 1
        if dated.gap or any(char.isalpha() for char in _before_dates(dated)):
            return False
    if not any(period.end is not None for period in dated.dates):
        return False
    if behind < len(rows) and _describes(rows[behind]):
        return True
    return row.kind == _BREAK and row.gap


def _start(rows: Sequence[Row], index: int) -> int:
    """Where the entry starts: its employer may have the line above."""
    row = rows[index]
    if index and not row.gap:
        over = rows[index - 1]
        if over.may_head and not over.dates and (over.is_employer or over.gap):
            return over.at
    return row.at


def _opens_with_title(words: str) -> bool:
    first = next(iter(parts(words)), "")
    return is_title(first) and is_capitalised(first)


def _before_dates(row: Row) -> str:
    return row.words[: row.dates[0].span[0] - row.line.start] if row.dates else row.words


def _describes(row: Row) -> bool:
    """Whether a row tells what was done: a bullet, or a sentence and not the next heading."""
    if row.line.bullet:
        return True
    long = row.words.endswith(".") or len(row.words.split()) > _LONGEST_NAME
    return long and not row.dates and not row.opens_section
