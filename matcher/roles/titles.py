"""The title of a role: labelled, on the first line, or named by the opening sentence.

Must not know what the role asks.
"""

from __future__ import annotations

import re

from data.knowledge.headings import headings
from data.patterns import regex
from matcher.roles.intent import ASKING_SECTIONS
from matcher.text import lines

_LABEL = regex(
    r"^\W*(?:job |post |position |role )?title\s*[:|]\s*(?P<title>[^\n|]{3,100})",
    re.IGNORECASE | re.MULTILINE,
)
# 'For further details contact: Name: ... Job title: ...' is the title of whoever recruits.
_CONTACT = regex(r"\b(?:contact|enquiries|informal|e-?mail|(?:tele)?phone|name\s*:)", re.IGNORECASE)
_BESIDE = 160
_SUBJECT = regex(r"\b(?:An?|The)\s+(?P<title>[A-Z][\w&/'’ -]{2,70}?)\s+(?:is|are|will|role)\b")
_SOUGHT = regex(
    r"\b(?:look(?:ing|s)? for|seek(?:ing|s)?|recruit(?:ing|s)?|appoint|require[sd]?|needs?|for)\s+"
    r"(?:an?|our|some)\s+"
    r"(?:\w+,?\s+){0,2}?(?P<title>(?:[A-Z][\w&/'’-]*\s?|of\s|and\s|for\s|the\s|&\s){1,8})"
)
_TRIM = regex(r"(?:\s*[*]{2,}.*|\s+[-–|(]\s*$|\s*[,;:.]$)", re.DOTALL)
_ENDS = regex(r"\s{2,}|\t|\s+(?:Location|Salary|Service|Hours)\s*:|(?<=[a-z]{3})\.\s+(?=[A-Z])")
# What a paper says of itself above the title, and what parts a title from the rest of its line.
_PAPER = regex(
    r"\b(?:(?:job|role|post) (?:description|profile|specification)|person specification"
    r"|version \d|job advert|vacancy (?:no|ref|number))",
    re.IGNORECASE,
)
_PARTS = regex(r"\s+[-–—|]\s+|\s{2,}")
_HEAD_LINES = 3
_LONGEST = 12
_OPENING = 3000


def title_of(text: str) -> str:
    """Return a role's title, "" where the text names none."""
    opening = text[:_OPENING]
    labelled = _LABEL.search(opening)
    if labelled and not _CONTACT.search(
        opening, max(0, labelled.start() - _BESIDE), labelled.start()
    ):
        return _clean(labelled["title"])
    line = _first_line(opening)
    if not line:
        return ""
    head = _PARTS.split(line, maxsplit=1)[0]
    for short in (line, head):
        if len(short.split()) <= _LONGEST and not short.rstrip().endswith((".", "?", "!")):
            return _clean(short)
    for pattern in (_SUBJECT, _SOUGHT):
        found = pattern.search(line)
        if found:
            return _clean(found["title"])
    return ""


def _first_line(opening: str) -> str:
    """The first line that may be a title: not 'Job description' above it."""
    printed = [opening[line.start : line.end] for line in lines(opening)[:_HEAD_LINES]]
    if printed and headings("role").exact(printed[0]) in ASKING_SECTIONS:
        return ""
    others = [line for line in printed if not _PAPER.search(line)]
    return (others or printed or [""])[0]


def _clean(title: str) -> str:
    cut = _ENDS.split(title.strip(), maxsplit=1)[0]
    return _TRIM.sub("", cut).strip(" *-–|:,.\"'")
