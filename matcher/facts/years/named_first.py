"""Reads asks that name the work before its length: 'held a buyer's post for two or more years'.

Must not know how a length is asked that its work follows; that is ``asks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.numbers.durations import Length
from matcher.facts.years.experience_words import content, trimmed

# 'Has been a head of service for', 'in a quality manager post for': a title, or any post.
_HELD = regex(
    r"\b(?:held|been|was|occupied|filled|in|(?:served|acted|worked|working|employed|practised"
    r"|operated)\s+(?:as|in))\s+(?:(?:an?|the|any|such\s+an?)\s+)?(?P<of>[A-Za-z][^.;:,()]{2,60}?)"
    r"(?:\s+(?P<post>posts?|roles?|positions?|jobs?|capacity|appointments?|seats?))?\s+for\s*$",
    re.IGNORECASE,
)
# 'Buyer for three years or more': nothing but the title.
_TITLE = regex(r"\W*(?:an?\s+)?(?P<of>[A-Za-z][^.;:,()]{2,60}?)\s+for\s*", re.IGNORECASE)
# One of several things, each with its length behind it: 'Welding, six years, and fitting, two'.
_PIECE = regex(
    r"\W*(?:(?:and|plus|with|as\s+well\s+as|together\s+with)\s+)?"
    r"(?:(?:you|we|candidates?|applicants?)\s+(?:\w+\s+)?(?:need|require|have|want|bring|ask\s+for)"
    r"\s+)?(?P<of>[A-Za-z][\w&/ '’-]{2,50}?)(?:\s*[,:(–—-]\s*|\s+for\s+)",
    re.IGNORECASE,
)
_ENDS = regex(
    r"(?:\s+(?:each|minimum|min|required|essential|needed|at\s+least))?[\s).;]*", re.IGNORECASE
)
# Words that say how a length belongs to what stands around it; then it is no list of things.
_LINKS = regex(
    r"\b(?:experience|worked|spent|including|which|them|those|these|have|has|been|years?)\b",
    re.IGNORECASE,
)


def held(text: str, start: int) -> str:
    """Return what is asked to have been held for the length at ``start``, "" where nothing is."""
    found = _HELD.search(text, 0, start)
    if found is None:
        alone = _TITLE.fullmatch(text, 0, start)
        return trimmed(alone["of"]) if alone and is_title(alone["of"]) else ""
    of = trimmed(found["of"])
    if is_title(of):
        return of
    return f"{of} {found['post']}" if found["post"] and content(of) else ""


def listed(text: str, lengths: Sequence[Length]) -> Iterator[tuple[Length, int, str]]:
    """Yield each length of a list of things with where its thing starts and what it is.

    Nothing is yielded unless all of the text is such a list of two or more.
    """
    found = []
    at = 0
    for length in lengths:
        piece = _PIECE.fullmatch(text, at, length.start)
        if piece is None or _LINKS.search(piece["of"]) or not content(piece["of"]):
            return
        found.append((length, piece.start("of"), trimmed(piece["of"])))
        at = length.end
    if len(found) > 1 and _ENDS.fullmatch(text, at):
        yield from found
