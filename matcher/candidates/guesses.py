"""Titles that the table of occupations does not know, told by where they stand.

Must not know dates or sections. The last resort: it is asked only where the heading of a post shows
no word that makes a title.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from data.knowledge.headings import headings
from data.knowledge.places import place_named
from data.knowledge.titles import masked_town, placeholder
from matcher.candidates.entry import (
    STATE,
    Named,
    clean,
    first_clause,
    is_capitalised,
    is_employer,
    is_heading,
    is_place,
    is_title,
    parts,
)
from matcher.candidates.rows import Row

_MOST_WORDS = 6
_MOST_TITLE_WORDS = 8


def guessed(found: Named, heading: Iterable[str]) -> Named:
    """Take a name in the heading that is no known employer or town for the title.

    Args:
        found: What the tables know of the heading.
        heading: Its lines, from top to bottom, dates left out.

    Returns:
        The title and the employer; ``found`` where the employer is masked, or where nothing else
        stands in the heading.
    """
    if found.title or not found.employer or placeholder().search(found.employer):
        return found
    names = [
        part
        for line in heading
        for part in _without_towns(parts(masked_town().sub("", line)))
        if _is_name(part)
    ]
    title = next((name for name in names if not is_employer(name)), None)
    if title is None:
        return found
    return Named(title, next((name for name in names if name != title), None))


def _without_towns(names: list[str]) -> list[str]:
    """Leave out towns that are told by their state ('Austin, TX')."""
    return [
        name
        for name, behind in zip_longest(names, names[1:], fillvalue="")
        if not STATE.fullmatch(name) and not STATE.fullmatch(behind)
    ]


def _is_name(part: str) -> bool:
    return (
        is_heading(part)
        and is_capitalised(part)
        and len(part.split()) <= _MOST_WORDS
        and any(char.isalpha() for char in part)
        and not is_place(part)
        and place_named(part) is None
        and headings("role").exact(part) is None
    )


def opening_title(row: Row) -> str | None:
    """Return the title that a description opens with ('Barista. Made coffee ...'), else None."""
    if row.opens_section or row.dates or is_place(row.words):
        return None
    clause = clean(first_clause(row.words))
    known = len(clause.split()) <= _MOST_TITLE_WORDS and is_title(clause) and is_capitalised(clause)
    return clause if known and len(clause) < len(row.words) - 1 else None
