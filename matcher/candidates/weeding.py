"""Drop what has the looks of a post but is none: honours, and steps told inside another post.

Must not know how posts are read. Only a CV whose work history shows posts of its own is weeded.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.titles import placeholder
from matcher.candidates.dates import PRESENT
from matcher.candidates.rows import Post, Row

_YEAR = 4


def weeded(text: str, found: Sequence[tuple[Post, Row]]) -> list[Post]:
    """Return the posts, without those that only look like one beside a history that is plain.

    Args:
        text: The document.
        found: The posts, each with the row that its dates stand on.
    """
    history = [
        post for post, row in found if row.kind == "experience" and not post.told and post.start
    ]
    if not history:
        return [post for post, _ in found]
    masked = [post for post in history if _is_masked(text, post)]
    anonymised = len(masked) > 1 and 2 * len(masked) >= len(history)
    return [
        post
        for post, row in found
        if _is_masked(text, post)
        or not (_is_beside(post, row, history) or _is_inside(post, row, anonymised=anonymised))
    ]


def _is_masked(text: str, post: Post) -> bool:
    """Whether the heading shows an anonymised employer."""
    mask = placeholder().search(text, post.at, post.heading_end)
    return mask is not None and mask["name"] is not None


def _is_beside(post: Post, row: Row, history: Sequence[Post]) -> bool:
    """Whether it is an honour or an office, and no post of the history told again."""
    if any((post.start, post.end) == (other.start, other.end) for other in history):
        return False
    if row.kind == "achievements" or (row.kind == "other" and post.at > history[0].at):
        return True
    return row.kind != "experience" and post.employer is None and post.end == PRESENT


def _is_inside(post: Post, row: Row, *, anonymised: bool) -> bool:
    """Whether it is told inside another post: a sentence, a lone year, years among months."""
    if row.kind != "experience":
        return False
    if post.told:
        return not row.gap
    lone = post.end is None and len(post.start or "") == _YEAR
    years = len(post.start or "") == _YEAR and len(post.end or "") == _YEAR
    return lone or (anonymised and years)
