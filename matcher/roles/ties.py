"""What binds requirements together: one post, and how far back they may lie.

Must not know the kinds of requirement.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.numbers.numbers import numbers

_SAME_POST = regex(
    r"\b(?:in|within) (?:the|a) (?:same|single) (?:role|post|position|job|appointment)\b"
    r"|\bat the same time\b"
    r"|\bin (?:a single|one) (?:role|post|position|job)\b|\b(?:simultaneously|concurrently)\b",
    re.IGNORECASE,
)
_WINDOW = regex(
    r"\b(?:in|within|over|during|from) (?:the |your )?"
    r"(?:last|past|previous|preceding|most recent)\s+"
    r"(?P<number>[\w-]+(?:\s+\w+)?)\s+(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)


def one_post(text: str) -> bool:
    """Return whether a sentence asks for all it names in one and the same post."""
    return _SAME_POST.search(text) is not None


def window_span(text: str) -> tuple[int, int] | None:
    """Return the span of the words that say how far back evidence may lie, or None."""
    match = _WINDOW.search(text)
    return match.span() if match else None


def window(text: str) -> float | None:
    """Return how many years back a sentence lets its evidence lie, None where it says nothing."""
    match = _WINDOW.search(text)
    if match is None:
        return None
    read = numbers(match["number"])
    if not read:
        return None
    return read[0].low / 12 if match["unit"].lower().startswith("month") else read[0].low
