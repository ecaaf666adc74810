"""Several posts on one line: 'Porter 2008-2011, Ward Clerk 2011-2015'.

One post may be named once for all its stretches: 'Porter: 2008-2011 Hill Inn, 2013-15 Dale Inn'.

Must not know prose, nor lines that hold a single post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.knowledge.titles import functions_of, occupation
from data.patterns import regex
from matcher.candidates.dates import Period
from matcher.candidates.entry import Named, clean, is_capitalised, is_heading, is_title, named
from matcher.candidates.rows import Post, Row, skip_edge

_LONGEST_NAME = 5
_EDGE = r"[\s,;:.()–—-]"
_EDGES = regex(rf"^{_EDGE}+|{_EDGE}*(?:\b(?:and|then|again|plus)\b)?{_EDGE}*$")
# '..., then again 2012-2017': the same post.
_AGAIN = regex(r"[\s,;(&]*(?:and\s+|then\s+)*(?:back|again)\s+(?:from\s+|in\s+)?", re.IGNORECASE)
_AT = regex(r"^(?:at|for|with|in)\s+(?:the\s+)?", re.IGNORECASE)
_TERMS = regex(
    r"(?:self[\s-]employed|freelance|(?:through\s+an\s+)?agency|contract|temp(?:orary|ing)?|full[\s-]time|part[\s-]time)",
    re.IGNORECASE,
)
_FIRM = regex(r"\b(?:ltd|limited|llp|plc|inc|group|sons|bros|brothers|co)\b", re.IGNORECASE)
# What is done there besides work: to study, to serve, to be away.
_ELSEWHERE = regex(
    r"\b(?:college|universit\w+|school|academy|army|navy|raf|travel\w*|break|leave|unemployed|retired|degree|diploma"
    r"|polytechnic|dad|mum|mother|father|hmp|prison|illness|ill|sick\w*|sabbatical|redundan\w*|rais\w+|children|family|parent\w*|caring|carer?|maternity"
    r"|paternity|stud\w+|science|engineering|arts|gap|year|abroad|home|injur\w*|recover\w*|course|training|various|none|n/a"
    r"|nvq|b\.?sc|b\.?a|m\.?sc|volunteer\w*)\b",
    re.IGNORECASE,
)


def listed(text: str, row: Row, ranges: Sequence[Period]) -> list[Post]:
    """Read a line that lists posts: each has the words before its dates, or behind them."""
    if stretches := _stretches(text, row, ranges):
        return stretches
    first = text[row.line.start : ranges[0].span[0]]
    date_first = not clean(first)
    edges = [row.line.start, *(period.span[1] for period in ranges)]
    found: list[Post] = []
    for number, period in enumerate(ranges):
        if date_first:
            last = ranges[number + 1].span[0] if number + 1 < len(ranges) else row.line.end
            at, until, words = period.span[0], last, text[period.span[1] : last]
        else:
            at, until = edges[number], period.span[1]
            words = text[at : period.span[0]]
            if found and _AGAIN.fullmatch(words):
                again = replace(found[-1], start=period.start, end=period.end, at=at)
                found.append(replace(again, heading_end=until, until=until))
                continue
        at = skip_edge(text, at)
        head = _entry(words)
        if head.title is not None:
            found.append(
                Post(head.title, head.employer, period.start, period.end, at, until, until)
            )
    return found


def _stretches(text: str, row: Row, ranges: Sequence[Period]) -> list[Post]:
    """Read the stretches of one post that is named once: each dated, with its employer behind.

    Empty where words behind a date may be anything but an employer, or no title opens the line.
    """
    title = clean(text[row.line.start : ranges[0].span[0]])
    if not is_title(title) or not is_heading(title) or "," in title:
        return []
    starts = [row.at, *(period.span[0] for period in ranges[1:])]
    ends = [*starts[1:], row.line.end]
    behind = [
        _EDGES.sub("", text[period.span[1] : end]) for period, end in zip(ranges, ends, strict=True)
    ]
    if not (behind[-1] and all(map(is_where, behind))):
        return []
    return [
        Post(title, where or None, period.start, period.end, at, end, end)
        for where, period, at, end in zip(behind, ranges, starts, ends, strict=True)
    ]


def is_where(words: str) -> bool:
    """Return whether words say where, or on what terms, a post was held, and nothing else."""
    if not words or _TERMS.fullmatch(words):
        return True
    name = _AT.sub("", words)
    # One word alone may be a place or a firm, but also 'Music' or 'Politics'.
    return (
        (name != words or " " in name)
        and len(name.split()) <= _LONGEST_NAME
        and name[0].isupper()
        and is_capitalised(name)
        and occupation().search(name) is None
        and _ELSEWHERE.search(name) is None
        and (_FIRM.search(name) is not None or not functions_of(name))
    )


def _entry(words: str) -> Named:
    """Read one entry of a list of posts; a remark before a colon is not part of the title."""
    words = re.split(r"[.;]\s+", words.strip(" .;,"))[-1]
    if ":" in words and is_title(words.rsplit(":", 1)[1]):
        words = words.rsplit(":", 1)[1]
    return named(words)
