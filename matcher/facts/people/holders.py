"""Titles of those who lead, and whose they are: the person's, or those of somebody served.

Must not know of head counts. The titles are in ``data/knowledge/people.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases

TITLES = Phrases({"title": people_words().stances["titles"]})
# An assistant manager works beside the one who leads.
_LEARNING = regex(
    r"\b(?:(?:assistant|trainee)\s+(?:to\s+)?(?:the\s+)?|(?:assistant|trainee|deputy)\s+[\w-]+\s+)$",
    re.IGNORECASE,
)
# How far before a title the words stand that say who works for its holder.
_TITLE_REACH = 60
# 'PA to the managing director', 'the director's secretary': whose title it is.
_SERVES = regex(
    r"\b(?:PA|P\.A\.|EA|assistants?|secretar(?:y|ies)|aides?|advis[eo]rs?|typists?|clerks?|chauffeurs?|drivers?"
    r"|administrators?|coordinators?|support|officers?|receptionists?|accountable|report(?:s|ed|ing)?)\s+(?:in)?to\s+"
    r"(?:(?:an?|the|our|its|two|three)\s+)?(?:[\w&-]+\s+){0,3}$",
    re.IGNORECASE,
)
_SERVED_BY = regex(
    r"(?:\s+(?:of|for)\s+[\w&-]+)?s?['’]s?\s+(?:\w+\s+)?(?:PA|EA|assistant|secretary|aide|office|clerk|driver|chauffeur|deputy|typist)\b",
    re.IGNORECASE,
)
# 'The director had six managers': a title that is another's.
_OF_ANOTHER = regex(r"(?:^|[.;,]\s*)(?:the|our|his|her|their|my)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
# Governors of schools and trustees sit on a board.
_ON_A_BOARD = regex(
    r"governor\s+(?:at|of|for)\s+(?:an?|the|my|our)\s+(?:[\w-]+\s+){0,2}(?:school|academy|primary|college|nursery)\b",
    re.IGNORECASE,
)
_HAS_THEM = regex(r"\s+(?:\w+ly\s+)?(?:had|has|have|kept|keeps|employ\w*)\b", re.IGNORECASE)


def is_title_served(text: str, title: Hit) -> bool:
    """Return whether a title is that of somebody whom the person works for, or of a board."""
    return (
        _ON_A_BOARD.match(text, title.start) is not None
        or _SERVED_BY.match(text, title.end) is not None
        or _SERVES.search(text, max(0, title.start - _TITLE_REACH), title.start) is not None
    )


def has_title(text: str) -> bool:
    """Whether a title of somebody who leads people stands in ``text``."""
    return any(
        not _LEARNING.search(text, 0, hit.start)
        and text[hit.end : hit.end + 2] not in ("'s", "’s")
        and not is_title_served(text, hit)
        and not (_HAS_THEM.match(text, hit.end) and _OF_ANOTHER.search(text, 0, hit.start))
        for hit in TITLES.find(text)
    )
