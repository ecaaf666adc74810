"""Posts of a trade that only another post with the same employer shows.

Must not know how long is asked. 'Store Manager, A & B' says that A & B is a shop; then its 'Deputy
Manager' worked in retail, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.title_tables import functions
from data.knowledge.titles import functions_of
from matcher.candidates.entry import is_title
from matcher.judging.experience.fields import Field
from matcher.judging.experience.posts import Fit, Post, fits_post


def fits_of(field: Field, posts: Sequence[Post]) -> list[Fit]:
    """Return whether each of a candidate's posts belongs to the field."""
    fits = [fits_post(field, post) for post in posts]
    if not _is_trade(field) or Fit.YES not in fits or Fit.NO not in fits:
        return fits
    places = {_place(post) for post in posts if _names_kind_of_place(field, post.title)} - {""}
    return [
        Fit.YES if fit is Fit.NO and _place(post) in places and _is_any_trade(post.title) else fit
        for post, fit in zip(posts, fits, strict=True)
    ]


def _is_trade(field: Field) -> bool:
    """Whether any post in the trade counts: no level, no title and nothing narrower is asked."""
    narrower = field.level or field.leading or field.setting or field.qualifiers
    return bool(field.functions) and not narrower and not is_title(field.phrase)


def _place(post: Post) -> str:
    return post.named.casefold().strip()


def _names_kind_of_place(field: Field, title: str) -> bool:
    rows = (functions()[name] for name in sorted(field.functions))
    return any(row.sectors and row.employers and row.employers.search(title) for row in rows)


def _is_any_trade(title: str) -> bool:
    """Whether a title is found in every trade: 'Deputy Manager', 'Supervisor'."""
    return is_title(title) and not functions_of(title)
