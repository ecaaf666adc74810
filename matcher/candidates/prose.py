"""Posts told in running prose: 'In May 2014 I joined Ember Shoes as Store Manager'.

Must not know headings, tables or lists of posts; only sentences are looked at.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.knowledge.titles import occupation
from data.patterns import regex
from matcher.candidates.dates import GOES_ON, PRESENT, Period, ended, is_end
from matcher.candidates.entry import Named, clean
from matcher.candidates.rows import Post, Row
from matcher.facts.states.actors import is_subject
from matcher.text import sentences

_CAPITAL = r"[A-Z][\w&/'’-]*"
_TITLE = (
    rf"(?P<title>{_CAPITAL}(?:\s+(?:(?:of|and|the|&)\s+){{0,2}}{_CAPITAL})*(?:\s\([a-z][a-z ]+\))?"
    r"|(?:[a-z][a-z'-]+\s+){0,3}[a-z-]+)"
)
# The words that say that what follows is what somebody was.
_LEAD = regex(
    r"\b(?:as|was|am|been|used to be|[Ff]ormerly|[Pp]reviously"
    r"|being|became|become|made|promoted to|appointed|post of|role of"
    r"|position of|work as|worked as|spent|is(?=\s+(?:the\s+)?[A-Z])|\d{4},(?=\s+[A-Z]))"
    r"(?:\s+as|\s+at\s+present|\s+currently|\s+now|\s+first|\s+then|\s+later)?\s+(?:an?\s+|the\s+"
    r"|acting\s+)?" + _TITLE
)
_EMPLOYER = regex(
    rf"\b(?:at|for|with|joined|within)\s+(?:the\s+)?(?P<employer>(?:{_CAPITAL}"
    rf"|\d\w*)(?:\s+(?:(?:of|and|for|the|&)\s+){{0,2}}{_CAPITAL})*)"
)

# 'In lending since 1999, now as its manager': the date is that of the whole.
_OF_LATE = regex(r"\b(?:now|latterly|lately|today|most\s+recently)[\s,]*$", re.IGNORECASE)
_STILL = regex(r"\b(?:I am|joined|started|currently|at present|ever since|still)\b", re.IGNORECASE)


def told(sentence: str) -> Named:
    """Return the title and employer that a sentence says somebody had, None where it does not."""
    title = next(
        (
            found
            for match in _LEAD.finditer(sentence)
            if (found := _title(match))
            and not is_subject(sentence, match.start())
            and not _OF_LATE.search(sentence, 0, match.start())
        ),
        None,
    )
    if title is None:
        return Named(None, None)
    employers = (match["employer"] for match in _EMPLOYER.finditer(sentence))
    return Named(
        title, next((name for name in employers if not occupation().fullmatch(name)), None)
    )


def _title(match: re.Match[str]) -> str | None:
    """Cut what follows 'as' to the words up to an occupation; None where there is none."""
    words = match["title"]
    found = [mark.end() for mark in occupation().finditer(words)]
    if not found:
        return None
    return clean(words if words[0].isupper() else words[: found[-1]])


def in_prose(text: str, row: Row) -> list[Post]:
    """Read posts that sentences tell of; the last of a paragraph runs on beyond it."""
    found: list[Post] = []
    for start, end in _whole(text, row):
        dates = ended(text, [one for one in row.dates if start <= one.span[0] < end])
        for (first, last), period in zip(_clauses(text, start, end, dates), dates, strict=True):
            clause = text[first:last]
            head = told(clause)
            to = period.end or (
                PRESENT if _STILL.search(clause) and not is_end(text, period) else None
            )
            if head.title and (to or period.opens):
                found.append(
                    Post(head.title, head.employer, period.start, to, first, last, told=True)
                )
    return found


def _whole(text: str, row: Row) -> list[tuple[int, int]]:
    """Return the sentences of a row, each with the clause behind it that tells its end."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text, row.line.start, row.line.end):
        if found and GOES_ON.match(text, start, end):
            start = found.pop()[0]
        found.append((start, end))
    return found


def _clauses(text: str, start: int, end: int, ranges: list[Period]) -> list[tuple[int, int]]:
    """Give each period of a sentence its share of the words: those before it, or behind it."""
    if len(ranges) < 2:
        return [(start, end)] * len(ranges)
    date_last = told(text[start : ranges[0].span[0]]).title is not None
    edges = [start]
    for before, here in pairwise(ranges):
        comma = text.rfind(",", before.span[1], here.span[0])
        if comma > 0 and told(text[comma : here.span[0]]).title:
            edges.append(comma)
        else:
            edges.append(before.span[1] if date_last else here.span[0])
    return list(pairwise([*edges, end]))
