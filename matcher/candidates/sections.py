"""Sections of a CV: where each starts, and what its heading means.

Must not know what is read from a section. A heading is known by the table of headings or by its
shape; a title in capitals within a work history is no heading.
"""

from __future__ import annotations

from data.knowledge.headings import headings, normalised, post_columns
from data.patterns import regex
from matcher.text import CELLS, Line, lines
from matcher.types import Section

_RULES = regex(r"^[\s\-=_*~.–—#|:]+|[\s\-=_*~.–—#|:]+$")
RULED = regex(r"([-=_*~])\1{2}")
_INLINE = regex(r"[ \t]*(?:\||\t|:| {3,})[ \t|]*")
_MOST_WORDS = 6
# Without one of these a line has but one cell; looking for them is quicker than cutting.
_CELL_MARKS = ("|", "\t", "   ")
_SHORT = 3
# Sections that are lists of names, and what may follow them under a heading that looks like a name.
_LISTS = frozenset({"certificates", "education", "languages", "skills", "training"})
_HARMLESS = frozenset({"profile", "skills"})
# What stands in a column beside the CV proper.
_BESIDE = _LISTS | {"qualifications", "status"}
# Within these an unknown line in capitals names an employer or a post, not a section.
_KEEP_CAPITALS = frozenset({"experience", "", "education", "certificates"})
# Of these a label with words behind it is one row.
_ROWS = frozenset({"status", "personal"})


def sections(text: str, named_at: int = -1) -> tuple[Section, ...]:
    """Return the sections of a CV in order; they cover the text without gaps.

    Args:
        text: The CV.
        named_at: Where the person's name stood, or -1; behind lists of another column the CV
            begins there.
    """
    starts: list[tuple[int, str, str]] = []
    all_lines = lines(text)
    for number, line in enumerate(all_lines):
        current = starts[-1][2] if starts else ""
        found = _heading(text, line, current, _gap_before(text, all_lines, number))
        if found is not None and found[1] == "other" and _is_named(text, line, named_at):
            found = None  # Letters behind a name are in capitals, and head nothing.
        if found is not None:
            starts.append((line.start, *found))
        elif current in _BESIDE and number and all_lines[number - 1].end <= named_at <= line.start:
            starts.append((line.start, "", "other"))
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, "", "other"))
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Section(heading, kind, start, end)
        for (start, heading, kind), end in zip(starts, ends, strict=True)
    )


def _is_named(text: str, line: Line, named_at: int) -> bool:
    """Whether the person's name stood on a line."""
    return 0 <= named_at <= line.end and "\n" not in text[named_at : line.start]


def _gap_before(text: str, all_lines: list[Line], number: int) -> bool:
    """Whether a blank line or a drawn rule parts the line from the one before it."""
    if number == 0:
        return True
    return text.count("\n", all_lines[number - 1].end, all_lines[number].start) > 1


def _heading(text: str, line: Line, current: str, gap: bool) -> tuple[str, str] | None:
    """Return (heading, kind) where a line opens a section, else None."""
    printed = text[line.start : line.end]
    heading = _RULES.sub("", printed)
    if is_column_row(printed):
        return heading, "experience"
    if not heading or not (heading[0].isupper() or heading.isupper()):
        return None
    plain = not line.bullet or RULED.match(printed) is not None
    if len(heading.split()) <= _MOST_WORDS and plain and heading[-1] not in ",;!?)":
        kind = headings("cv").exact(heading)
        if kind is not None or not printed.endswith("."):
            kind = kind or _known_by_pattern(heading, current, gap)
        if kind is not None:
            return heading, kind
        if _is_capital_heading(heading, printed, current, gap):
            return heading, "other"
    return None if line.bullet else _inline(printed, current, gap)


def is_column_row(printed: str) -> bool:
    """Whether a row holds nothing but names of columns of a table of posts."""
    if not any(mark in printed for mark in _CELL_MARKS):
        return False
    cells = [normalised(cell) for cell in CELLS.split(printed) if cell.strip()]
    return len(cells) > 1 and all(cell in post_columns() for cell in cells)


def _known_by_pattern(heading: str, current: str, gap: bool) -> str | None:
    """A pattern is weaker than a listed heading: an item of a list often looks the same.

    Within a history it needs a gap and capitals; within a list one of them, or to be short with
    every word capitalised where it leads on to skills.
    """
    if CELLS.search(heading) or any(char.isdigit() for char in heading):
        return None
    capitals = heading.isupper()
    if current == "experience" and not (gap and capitals):
        return None
    kind = headings("cv").kind(heading)
    if current in _LISTS and not gap and not capitals:
        short = heading.istitle() and len(heading.split()) <= _SHORT
        return kind if kind in _HARMLESS and short else None
    return kind


def _is_capital_heading(heading: str, printed: str, current: str, gap: bool) -> bool:
    return (
        gap
        and current not in _KEEP_CAPITALS
        and heading.isupper()
        and len(heading) > 3
        and not CELLS.search(printed)
        and not any(char.isdigit() or char in ",@" for char in heading)
    )


def _inline(printed: str, current: str, gap: bool) -> tuple[str, str] | None:
    """Return the heading of 'PROFILE | Ten years ...' and 'Languages: French', else None.

    Within a work history such a line labels a row of the post unless a gap sets it apart. A detail
    of the person ('Nationality: Irish') is a row of its own everywhere, and heads nothing.
    """
    mark = _INLINE.search(printed)
    if mark is None or mark.start() == 0 or (current == "experience" and not gap):
        return None
    heading = printed[: mark.start()]
    if len(heading.split()) > _MOST_WORDS:
        return None
    kind = headings("cv").exact(heading)
    return None if kind is None or kind in _ROWS else (heading, kind)
