"""Posts of a work history that show no dates.

Must not know how dated posts are read; it is told which stretches of the text they take up.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.titles import placeholder
from matcher.candidates.entry import (
    clean,
    is_capitalised,
    is_employer,
    is_place,
    is_title,
    is_unpaid,
)
from matcher.candidates.rows import Post, Row


def undated(rows: Sequence[Row], dated: Sequence[Post]) -> list[Post]:
    """Return the posts that rows of a work history name without any dates near them."""
    found: list[Post] = []
    for index, row in enumerate(rows):
        if row.kind != "experience" or row.dates or row.opens_section:
            continue
        if any(post.at <= row.at < post.heading_end for post in dated):
            continue
        post = _masked(rows, index) or _named(rows, index, alone=not dated)
        if post is not None:
            found.append(post)
    return found


def _masked(rows: Sequence[Row], index: int) -> Post | None:
    """Read a post at an anonymised employer: its title stands before it, behind it or above."""
    row = rows[index]
    mask = placeholder().search(row.words)
    if mask is None or mask["name"] is None or _is_near_dates(rows, index):
        return None
    before = clean(row.words[: mask.start()])
    if before and not is_place(before):
        titled = len(before.split()) <= 8 and (is_title(before) or is_capitalised(before))
        title, at = (before, row.at) if titled else (None, row.at)
    else:
        title, at = row.names.title, row.at
        if title is None and index and _may_be_title(rows[index - 1]):
            title, at = clean(rows[index - 1].words), rows[index - 1].at
    return None if title is None else Post(title, mask["name"], None, None, at, row.line.end)


def _is_near_dates(rows: Sequence[Row], index: int) -> bool:
    return any(row.dates for row in rows[max(0, index - 1) : index + 2])


def _may_be_title(row: Row) -> bool:
    return row.may_head and not row.dates and (row.is_title or is_capitalised(row.words))


def _named(rows: Sequence[Row], index: int, *, alone: bool) -> Post | None:
    """Read a title set apart by a gap; in a CV without dates, a title beside a known employer."""
    row = rows[index]
    near = rows[index + 1 : index + 4]
    apart = row.gap and near and not near[0].gap
    if not (alone or apart) or not row.may_head or not row.is_title:
        return None
    head = row.names
    beside = alone and head.employer is not None and is_employer(head.employer)
    if not (beside or apart) or not is_capitalised(row.words) or is_unpaid(row.words):
        return None
    for other in near:
        if other.gap or other.opens_section:
            break
        if other.dates or placeholder().match(other.words):
            return None
    return Post(head.title, head.employer, None, None, row.at, row.line.end)
