"""A career told in one line by when each post began: 'Clerk 2009 > Buyer 2014 > present'.

Must not know headings or sentences. A post lasts until the next one began; the last lasts to the
present only where words say so. Unless every step names a post, the line is no such career.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from data.knowledge.titles import functions_of
from data.patterns import regex
from matcher.candidates.dates import GOES_ON, PRESENT, Period
from matcher.candidates.entry import clean, is_unpaid, named
from matcher.candidates.rows import Post, Row

_RISE = (
    r"(?:(?:was\s+|then\s+|and\s+|being\s+|later\s+|finally\s+){0,3}(?:made(?:\s+up)?(?:\s+to)?|promoted(?:\s+to)?"
    r"|(?:rising|rose|risen|moved|moving|stepped|stepping)\s+(?:up\s+)?to|progress(?:ed|ing)\s+to"
    r"|advanced\s+to|up\s+to|upgraded\s+to|became|becoming|appointed)(?:\s+(?:an?|the))?)"
)
# Where one step ends and the next begins.
_CUT = regex(
    rf"(?<!\s)\s*(?:-?>|→|›|»|;)\s*|(?<!\s),?\s+{_RISE}\s+|(?<=\d),\s+(?:(?:and|then|later)\s+)*"
    rf"(?!still\b|current)|(?<=\d)\s+(?:and\s+)?then\s+(?={_RISE})?",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^\W*(?:(?:(?:I\s+)?(?:joined|started|began|hired|taken\s+on|recruited|employed)\b[^,;]*?\sas|as|to|an?|the|now"
    r"|and|currently|then|later|finally|latterly|from|since|next)\s+)+",
    re.IGNORECASE,
)
_TRAIL = regex(
    r"(?<![\s,(–—-])[\s,(–—-]*\b(?:from|in|since|as\s+of|on|ever|then)?\W*$", re.IGNORECASE
)
_STILL = regex(
    r"^\W*(?:(?:to\s+(?:the\s+)?)?(?:present|date|now|today)|current(?:ly)?|ever\s+since|to\s+this\s+day"
    r"|(?:and\s+)?(?:I['’]?m\s+|I\s+am\s+)?still\s+(?:there|here|am|in\s+(?:the\s+)?(?:post|role|job)|employed)"
    r"|the\s+(?:post|job|role)\s+I\s+(?:still\s+)?(?:hold|have))\b",
    re.IGNORECASE,
)
_EVER_SINCE = regex(r"\s(?:ever\s+since|since(?:\s+then)?|to\s+date|now)\W*$", re.IGNORECASE)
_NO_POST = regex(
    r"\b(?:of\s+(?:the\s+(?:year|month)|honou?r)|award\w*|winner|qualified|registered|member|appl(?:y|ied|ying|ications?)"
    r"|interview\w*|offered|degree|diploma|masters?|bachelors?|certificate|course|exams?|nvq|b\.?sc|m\.?sc|plan(?:ned|s)?"
    r"|hop\w+|aim\w*|wish\w*|dream\w*|book|novel|shadow\w*|met|married|hired)\b",
    re.IGNORECASE,
)
# 'My mother: nurse 2010, matron 2014', 'Books: ...': a career of others, or none.
_NO_CAREER = regex(
    r"\b(?:my|his|her|their|our|(?:wife|husband|mother|father|mum|dad|son|daughter|brother|sister|partner)(?:['’]s)?|he|she"
    r"|they|plans?|books?|novels?|plays?|films?|roles\s+played|courses?|exams?|awards?|training|qualifications?|education)\b",
    re.IGNORECASE,
)
# 'Photographed the nurse 2010, the matron 2014': what was done to somebody of the trade.
_DOES = regex(
    r"(?:I\s+)?(?!(?:chartered|certified|experienced|accredited|retired)\b)(?:[a-z]+ed|sold|met|taught|saw|wrote|drew|sent"
    r"|bought|gave|made)\b",
    re.IGNORECASE,
)
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class _Step:
    """A post and when it began, with where its words stand; ``end`` only where it is told."""

    title: str
    employer: str | None
    start: str
    end: str | None
    span: tuple[int, int]


def risen(text: str, row: Row) -> list[Post]:
    """Return the posts of a line that tells a career by beginnings; empty for any other line."""
    steps = list(_steps(text, row))
    singles = [step for step in steps if step.end is None or step.end == PRESENT]
    # Of a post that has no end in sight nobody knows how long it lasted: other readers look at it.
    if (
        len(steps) < 2
        or not singles
        or steps[-1].end is None
        or any(a.start > b.start for a, b in pairwise(steps))
    ):
        return []
    ends = [one.end or following.start for one, following in pairwise(steps)] + [steps[-1].end]
    edges = [step.span[0] for step in steps[1:]] + [steps[-1].span[1]]
    return [
        Post(step.title, step.employer, step.start, end, step.span[0], edge, edge)
        for step, end, edge in zip(steps, ends, edges, strict=True)
    ]


def _steps(text: str, row: Row) -> Iterator[_Step]:
    """Yield the steps of a line up to the first piece that is none; nothing where one is odd."""
    found: list[_Step] = []
    if _NO_CAREER.search(text, row.line.start, row.dates[0].span[0]):
        return
    for start, end in _pieces(text, row):
        dates = [one for one in row.dates if start <= one.span[0] < end]
        step = _step(text, (start, end), dates, found[-1] if found else None)
        if step is not None:
            found.append(step)
            continue
        until = _until(text[start:end], dates) if found else None
        if until:
            found[-1] = replace(found[-1], end=found[-1].end or until)
        elif dates:
            return
        break
    yield from found


def _until(words: str, dates: list[Period]) -> str | None:
    """Return when the last post ended by what stands behind it: 'still there', 'left in 2019'."""
    if not dates:
        return PRESENT if _STILL.match(words) else None
    return dates[0].start if len(dates) == 1 and GOES_ON.match(words) else None


def _step(
    text: str, span: tuple[int, int], dates: list[Period], before: _Step | None
) -> _Step | None:
    start, end = span
    until: str | None
    if not dates and before is not None and before.end and _EVER_SINCE.search(text[start:end]):
        words, began, until = _EVER_SINCE.sub("", text[start:end]), before.end, PRESENT
    elif len(dates) == 1 and dates[0].start:
        words = text[start : dates[0].span[0]]
        behind = text[dates[0].span[1] : end]
        still = dates[0].end is None and _STILL.match(behind)
        began, until = dates[0].start, PRESENT if still else dates[0].end
        words = words if clean(words) else behind
    else:
        return None
    words = _TRAIL.sub("", _LEAD.sub("", words)).strip()
    if not words or _NO_POST.search(words) or _DOES.match(words) or is_unpaid(words):
        return None
    head = named(words[0].upper() + words[1:])
    title = head.title or (words if functions_of(words) else None)
    if title is None or len(words.split()) > _LONGEST:
        return None
    return _Step(title, head.employer if head.title else None, began, until, span)


def _pieces(text: str, row: Row) -> Iterator[tuple[int, int]]:
    """Yield the spans of what stands between the joints of a line; no joint lies in a date."""
    at = row.line.start
    for cut in _CUT.finditer(text, row.line.start, row.line.end):
        if any(one.span[0] < cut.end() and cut.start() < one.span[1] for one in row.dates):
            continue
        if cut.start() > at:
            yield at, cut.start()
        at = cut.end()
    if at < row.line.end:
        yield at, row.line.end
