"""The rows around the dates of a post that may belong to its heading.

Must not know how a post is put together from them.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.headings import headings
from matcher.candidates.entry import Named, first_clause, is_capitalised, is_place, merged
from matcher.candidates.rows import Row

_FURTHEST_LABEL = 3
_MOST_WORDS = 6


def above(rows: Sequence[Row], index: int) -> list[Row]:
    """Return up to two rows of a heading right above, nearest first; the title may be further."""
    found: list[Row] = []
    at = index
    while len(found) < 2 and at > 0:
        row = rows[at - 1]
        # A page break may part a title from its dates.
        parted = rows[at].gap and not (row.is_title and is_capitalised(row.words))
        if parted or (not is_place(row.words) and (not row.may_head or row.dates)):
            break
        at -= 1
        if not is_place(row.words):
            found.append(row)
    if len(found) == 2 and not found[1].gap and not found[1].label:
        found = found[:1]
    return found


def below(rows: Sequence[Row], index: int) -> Row | None:
    """Return the row right below where it could go on with the heading, else None."""
    if index + 1 >= len(rows):
        return None
    row = rows[index + 1]
    if row.line.bullet or row.opens_section or row.dates:
        return None
    both = row.names.title is not None and row.names.employer is not None
    return row if row.may_head or row.is_masked or both else None


def may_be_employer(row: Row) -> bool:
    """Whether a row of a heading names no post, and reads like the name of an employer."""
    if not row.may_head or row.dates or row.is_title:
        return False
    name = first_clause(row.words)
    short = is_capitalised(name) and len(name.split()) <= _MOST_WORDS
    return row.is_employer or (short and headings("role").exact(name) is None)


def further(rows: Sequence[Row], index: int, found: Named) -> tuple[Named, int]:
    """Fill up a heading below its dates, read as far as the row ``index``, from the next row.

    Returns:
        Title and employer, and the offset behind the last row that told of them.
    """
    end = rows[index].line.end
    row = below(rows, index)
    if row is None or row.gap or row.label or (found.title and found.employer):
        return found, end
    if found.title is None and row.is_title and is_capitalised(row.words):
        return merged(row.names, found), row.line.end
    if found.title and may_be_employer(row):
        return Named(found.title, row.names.employer or first_clause(row.words)), row.line.end
    return found, end


def below_is_better(above_it: Row, below_it: Row) -> bool:
    """Whether the row below names the post and the one above it does not."""
    return below_it.is_title and not above_it.is_title and not above_it.is_employer


def labelled(rows: Sequence[Row], index: int) -> tuple[Named, int, int]:
    """Return what labels ('Employer: ...') around the dates announce, and where these rows lie.

    Returns:
        Title and employer, the first offset and the offset behind the last of the rows.
    """
    found = Named(None, None)
    at, end = rows[index].at, rows[index].line.end
    for step in (-1, 1):
        number = index + step
        while 0 <= number < len(rows) and abs(number - index) <= _FURTHEST_LABEL:
            row = rows[number]
            parted = rows[number if step > 0 else number + 1].gap
            if parted or row.opens_section or row.dates or not (row.label or row.may_head):
                break
            if row.label:
                found = merged(found, row.names)
                at, end = min(at, row.at), max(end, row.line.end)
            number += step
    return found, at, end
