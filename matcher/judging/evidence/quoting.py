"""Evidence as a reader needs it: the words in their sentence, whole words, brackets closed.

Judges point at the few words that decide; read alone, 'SC clearance' hides that it lapsed. Must
not know what is judged, nor change what is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from data.patterns import regex
from matcher.judging.evidence.evidence import word_end, word_start
from matcher.types import Candidate, Evidence, Sentence, Verdict

# Characters of a sentence that is still shown whole.
_WHOLE = 160
# A bracket that opens or closes outside its sentence is followed this far.
_ASIDE = 80
_CONTACT = regex(r"@|\bwww\.|https?:|\+?\(?\d[\d ()-]{8,}\d", re.IGNORECASE)
_ENDS = regex(r"[;|\t\n•·]|[.!?:](?=\s)|,(?=\s)|\s[–—-](?=\s)")
_FIRM_ENDS = regex(r"[;|\t]|[.!?](?=\s)")
_LINE_ENDS = regex(r"[;|\t\n•·]|,(?=\s)|\s/(?=\s)")
_RULE = regex(r"(?m)^[ \t]*[-_=*~]{4,}[ \t]*$")
# What decorates a line and says nothing.
_EDGE = " \t\n\r,;|•·–—-_=*"
_DATE_WORD = (
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:present|current|now|date|today|ongoing|to|from|since|until|till)\b"
)
_DATED = regex(rf"[\W\d_]|{_DATE_WORD}", re.IGNORECASE)
# The first letter of a word that is of no date.
_UNDATED = regex(rf"\b(?!{_DATE_WORD})[^\W\d_]", re.IGNORECASE)


def readable(verdict: Verdict, candidate: Candidate) -> Verdict:
    """Return the verdict with each piece of its evidence shown in its sentence, once."""
    if not verdict.evidence:
        return verdict
    spans = [_span(each, candidate) for each in verdict.evidence]
    return replace(
        verdict,
        evidence=tuple(Evidence(a, b, candidate.text[a:b]) for a, b in _apart(spans)),
    )


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in their order, less those that another one holds."""
    unique = list(dict.fromkeys(spans))
    return [
        (start, end)
        for start, end in unique
        if not any(
            first <= start and end <= last and (first, last) != (start, end)
            for first, last in unique
        )
    ]


def _span(evidence: Evidence, candidate: Candidate) -> tuple[int, int]:
    text, start, end = candidate.text, evidence.start, evidence.end
    around = _sentence_of(start, end, candidate)
    if around is not None:
        start, end = _in_sentence(text, start, end, around)
    else:
        start, end = word_start(text, start, 0), word_end(text, end, len(text))
    if _says_only_when(text[start:end]):
        start, end = _with_neighbour(start, end, candidate)
    start, end = _trimmed(text, *_below_rule(text, start, end))
    # Decoration is all there was: better the judge's own words than none.
    return (start, end) if start < end else (evidence.start, evidence.end)


def _says_only_when(words: str) -> bool:
    """Whether nothing is left of words once their dates are out; most are told at a glance."""
    return not _UNDATED.search(words) and not _DATED.sub("", words)


def _sentence_of(start: int, end: int, candidate: Candidate) -> Sentence | None:
    for each in candidate.sentences:
        if each.start <= start and end <= each.end:
            return each
    return None


def _in_sentence(text: str, start: int, end: int, around: Sentence) -> tuple[int, int]:
    words = text[around.start : around.end]
    if _CONTACT.search(words):
        # How to reach somebody is nobody's evidence.
        return _clause(text, start, end, around, _LINE_ENDS)
    if len(words) <= _WHOLE:
        return _closed(text, around.start, around.end, around)
    firm = _clause(text, start, end, around, _FIRM_ENDS)
    if firm[1] - firm[0] <= _WHOLE:
        return firm
    return _closed(text, *_window(text, start, end, around), around)


def _clause(
    text: str, start: int, end: int, around: Sentence, ends: re.Pattern[str]
) -> tuple[int, int]:
    """Return the words between the ends of clauses next to a span."""
    first = max((m.end() for m in ends.finditer(text, around.start, start)), default=around.start)
    following = ends.search(text, end, around.end)
    last = following.start() if following else around.end
    return _closed(text, first, last, around)


def _window(text: str, start: int, end: int, around: Sentence) -> tuple[int, int]:
    """Return as much of a long sentence as is shown, cut where a clause ends if one does."""
    room = max(0, _WHOLE - (end - start)) // 2
    lowest, highest = max(around.start, start - room), min(around.end, end + room)
    first = around.start
    if lowest > around.start:
        breaks = [m.end() for m in _ENDS.finditer(text, lowest, start)]
        first = breaks[0] if breaks else _next_word(text, lowest, start)
    last = around.end
    if highest < around.end:
        breaks = [m.start() for m in _ENDS.finditer(text, end, highest)]
        last = breaks[-1] if breaks else _last_word(text, end, highest)
    return first, last


def _next_word(text: str, lowest: int, start: int) -> int:
    """Return where the first whole word after ``lowest`` starts."""
    space = re.compile(r"\s").search(text, lowest, start)
    return space.end() if space else word_start(text, start, 0)


def _last_word(text: str, end: int, highest: int) -> int:
    """Return where the last whole word before ``highest`` ends."""
    at = highest
    while at > end and not text[at].isspace():
        at -= 1
    return at if at > end else word_end(text, end, len(text))


def _closed(text: str, start: int, end: int, around: Sentence) -> tuple[int, int]:
    """Return the span with every bracket that opens in it closed, and the other way about."""
    words = text[start:end]
    if "(" not in words and ")" not in words:
        return start, end
    depth = lowest = 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        lowest = min(lowest, depth)
    if depth - lowest > 0:
        closing = text.find(")", end, around.end + _ASIDE)
        end = closing + 1 if closing >= 0 else end
    if lowest < 0:
        opening = text.rfind("(", max(0, around.start - _ASIDE), start)
        start = word_start(text, opening, 0) if opening >= 0 else start
    return start, end


def _with_neighbour(start: int, end: int, candidate: Candidate) -> tuple[int, int]:
    """Return dates with the line they date: the next where it is of the same post, else the last.

    A date alone says when, and not what.
    """
    here = next(
        (n for n, each in enumerate(candidate.sentences) if each.start <= start < each.end), None
    )
    if here is None:
        return start, end
    post = candidate.sentences[here].position
    before = candidate.sentences[here - 1] if here else None
    after = candidate.sentences[here + 1] if here + 1 < len(candidate.sentences) else None
    if before is not None and before.position == post and post is not None:
        return (before.start, end) if end - before.start <= _WHOLE else (start, end)
    if after is not None and after.position == post and after.end - start <= _WHOLE:
        return start, after.end
    return start, end


def _below_rule(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a span that stands below the last line drawn across it, if any does."""
    rules = [m.end() for m in _RULE.finditer(text, start, end) if text[m.end() : end].strip()]
    return (rules[-1] if rules else start), end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
