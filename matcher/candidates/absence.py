"""Time away from work: where a CV tells of it, so that no reason for it is read otherwise.

Must not know what is done with it. A sabbatical and a maternity leave must leave the same text
behind: whoever was away is not asked why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.identity import identity_words
from data.patterns import regex
from matcher.candidates.dates import periods
from matcher.candidates.entry import is_title
from matcher.text import lines
from matcher.types import Outline

_WORDS = identity_words()
_ANY = regex(rf"\b(?:{_WORDS.away}|{_WORDS.absence})\b", re.IGNORECASE)
_GONE = regex(r"\b(?:break|leave|gap|time\s+(?:out|off|away))\b", re.IGNORECASE)
_AWAY = regex(rf"\b(?:{_WORDS.away})\b", re.IGNORECASE)
_OTHERS = regex(rf"\b(?:{_WORDS.absent_others})\b", re.IGNORECASE)
_CLAUSE = regex(r"[^.\n;|]+")
# What a row of a history is but for its dates: 'Career break (caring)', 'Looking after my twins'.
_ROW = regex(
    rf"\W*(?:(?:a|full[\s-]time|planned|extended|on)\s+)*"
    rf"(?:(?:{_WORDS.away})(?P<why>\s*(?:[:,(–—-]|\b(?:for|to|due|because|while)\b).*)?"
    rf"|(?:{_WORDS.absence})(?:\s+(?:{_WORDS.relations}))*)\W*",
    re.IGNORECASE,
)
_MOST_WORDS = 14


def absence_rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are an entry of a history about time away, with its dates."""
    for line in lines(text):
        if not _ANY.search(text, line.start, line.end):
            continue
        printed = text[line.start : line.end]
        dates = [each.span for each in periods(text, line.start, line.end)]
        if not dates or len(printed.split()) > _MOST_WORDS:
            continue
        words = _without(text, line.start, line.end, dates)
        row = _ROW.fullmatch(words)
        if row and not is_title(row["why"] or "") and not _OTHERS.search(words):
            yield line.start, line.end


def absences(outline: Outline) -> Iterator[tuple[int, int]]:
    """Yield the clauses in which a person tells that they were away, with the reason."""
    text = outline.text
    for sentence in outline.sentences:
        gone = _GONE.search(sentence.text) is not None
        if not gone and not _AWAY.search(sentence.text):
            continue
        for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
            told = _ANY if gone else _AWAY
            if told.search(clause[0]) and not _OTHERS.search(clause[0]):
                yield clause.span()


def _without(text: str, start: int, end: int, gone: list[tuple[int, int]]) -> str:
    """Return a line less some of its spans, which are in order."""
    kept = []
    for first, last in gone:
        kept.append(text[start:first])
        start = last
    return "".join([*kept, text[start:end]])
