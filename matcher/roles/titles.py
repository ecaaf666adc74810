"""The title of a role: labelled, on the first line, or named by the opening sentence.

Must not know what the role asks.
"""

from __future__ import annotations

import re

from matcher.text import lines

_LABEL = re.compile(
    r"^\W*(?:job |post |position |role )?title\s*[:|]\s*(?P<title>[^\n|]{3,100})",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECT = re.compile(r"\b(?:An?|The)\s+(?P<title>[A-Z][\w&/'’ -]{2,70}?)\s+(?:is|are|will|role)\b")
_SOUGHT = re.compile(
    r"\b(?:look(?:ing|s)? for|seek(?:ing|s)?|recruit(?:ing|s)?|appoint|require[sd]?|needs?|for)\s+"
    r"(?:an?|our|some)\s+"
    r"(?:\w+,?\s+){0,2}?(?P<title>(?:[A-Z][\w&/'’-]*\s?|of\s|and\s|for\s|the\s|&\s){1,8})"
)
_TRIM = re.compile(r"(?:\s*[*]{2,}.*|\s+[-–|(]\s*$|\s*[,;:.]$)", re.DOTALL)
_LONGEST = 12
_OPENING = 3000


def title_of(text: str) -> str:
    """Return a role's title, "" where the text names none."""
    opening = text[:_OPENING]
    labelled = _LABEL.search(opening)
    if labelled:
        return _clean(labelled["title"])
    first = next(iter(lines(opening)), None)
    if first is None:
        return ""
    line = opening[first.start : first.end]
    if len(line.split()) <= _LONGEST and not line.rstrip().endswith((".", "?", "!")):
        return _clean(line)
    for pattern in (_SUBJECT, _SOUGHT):
        found = pattern.search(line)
        if found:
            return _clean(found["title"])
    return ""


def _clean(title: str) -> str:
    cut = re.split(
        r"\s{2,}|\t|\s+(?:Location|Salary|Service|Hours)\s*:", title.strip(), maxsplit=1
    )[0]
    return _TRIM.sub("", cut).strip(" *-–|:,.\"'")
