"""Posts told in running prose: 'Since April 2021 I have been Head of Claims at Carrick Mutual'.

Must not know headings, tables or lists of posts; one sentence is looked at, with one period in it.
"""

from __future__ import annotations

import re

from data.knowledge.titles import occupation
from matcher.candidates.entry import Named, clean

_CAPITAL = r"[A-Z][\w&/'’-]*"
_TITLE = (
    rf"(?P<title>{_CAPITAL}(?:\s+(?:(?:of|and|for|the|&|to|in)\s+){{0,2}}{_CAPITAL})*(?:\s\([a-z][a-z ]+\))?"
    r"|(?:[a-z][a-z'-]+\s+){0,3}[a-z-]+)"
)
# The words that say that what follows is what somebody was.
_LEAD = re.compile(
    r"\b(?:as|was|am|been|being|became|become|made|promoted to|appointed|post of|role of|position of|work as|worked as|spent|is(?=\s+(?:the\s+)?[A-Z])|\d{4},(?=\s+[A-Z]))"
    r"(?:\s+as|\s+at\s+present|\s+currently|\s+now|\s+first|\s+then|\s+later)?\s+(?:an?\s+|the\s+|acting\s+)?" + _TITLE
)
_EMPLOYER = re.compile(
    rf"\b(?:at|for|with|joined|within)\s+(?:the\s+)?(?P<employer>(?:{_CAPITAL}|\d\w*)(?:\s+(?:(?:of|and|for|the|&)\s+){{0,2}}{_CAPITAL})*)"
)


def told(sentence: str) -> Named:
    """Return the title and employer that a sentence says somebody had, None where it does not."""
    title = next((found for match in _LEAD.finditer(sentence) if (found := _title(match))), None)
    if title is None:
        return Named(None, None)
    employers = (match["employer"] for match in _EMPLOYER.finditer(sentence))
    return Named(title, next((name for name in employers if not occupation().fullmatch(name)), None))


def _title(match: re.Match[str]) -> str | None:
    """Cut what follows 'as' to the words up to an occupation; None where there is none."""
    words = match["title"]
    found = [mark.end() for mark in occupation().finditer(words)]
    if not found:
        return None
    return clean(words if words[0].isupper() else words[: found[-1]])
