"""Education: the awards that a CV shows and the education that a role asks for.

Must not know what answers what: that is the judge's. Other people's awards, and those only wished
for, are no facts; a course under way, or left without an award, is one with that state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge import awards
from data.patterns import regex
from matcher.facts.education import degree_words, school_grades
from matcher.facts.education.asks import ask as ask
from matcher.facts.education.degree_words import Named
from matcher.facts.education.school_grades import subject_before, subjects_with_grades
from matcher.facts.layout.blocks import blocks, heading_of
from matcher.facts.states import cues, governed
from matcher.facts.states.cues import Reading
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Education

_STUDY_SECTIONS = frozenset({"education", "qualifications", "certificates", "training"})
_STILL_THERE = regex(
    r"(?:19|20)\d\d\s*(?:-|–|—|to|until)\s*(?:present|current|now|date|ongoing)\b"
    r"|\bsince\s+(?:\w+\s+)?20\d\d\s*\(?(?:ongoing|current)|\bcurrently\s+enrol"
    r"|(?-i:\bCurrent\s+(?=(?:[A-Z][\w'’&]*\s+){0,4}(?:University|College|School|Institute)))",
    re.IGNORECASE,
)
# 'Left the MSc after one term': what somebody left was not awarded.
_LEFT = regex(
    r"\b(?:left|quit|abandoned|dropped(?:\s+out\s+of)?|gave\s+up|withdrew\s+from|walked\s+away\s+from)\s+"
    r"(?:the|my|an?|his|her|their)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_YEARS = regex(r"(?<!\d)((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)?\d\d))?(?!\d)")
# 'LLB, Hull, July 2027': the year behind an award tells whether it is still to come.
_YEAR_BEHIND = regex(
    r"(?:\s*[,(–-]\s*(?:[A-Z][\w'’& ]{1,40},\s*)?|\s+)"
    r"(?:[A-Z][a-z]{2,8}\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_REACH = 140


def read(cv: Outline) -> list[Fact]:
    """Return the awards that a CV speaks of, with level, subject, grade and state."""
    facts: list[Fact] = []
    under_results = False
    for block in blocks(cv):
        listing = block.section in _STUDY_SECTIONS
        named = degree_words.find(block.text, listing=listing)
        if named:
            state = cues.state_of_heading(heading_of(cv, block))
            facts += _facts(block, named, under_way=state == "in_progress")
        below = under_results or school_grades.opens_results(heading_of(cv, block))
        if below and school_grades.is_row(block.text):
            facts += _row(block)
        else:
            under_results = school_grades.opens_results(block.text)
    return facts


def _row(block: Sentence) -> Iterator[Fact]:
    """A row below the heading of school results: 'Maths 6 | English 5'."""
    whole = Named("gcse", None, "", 0, len(block.text))
    reading = Reading(Status.HELD, span=(0, len(block.text)))
    for subject, grade in subjects_with_grades(block.text):
        yield _fact(block, whole, reading, Status.HELD, subject, grade)


def _facts(block: Sentence, named: list[Named], *, under_way: bool) -> Iterator[Fact]:
    spans = [(item.start, item.end) for item in named]
    for item in named:
        others = [span for span in spans if span != (item.start, item.end)]
        reading = cues.status_at(block.text, item.start, item.end, others)
        following = min(
            (start for start, _ in others if start >= item.end), default=len(block.text)
        )
        status = _status(block.text[item.end : following], reading, under_way=under_way)
        if status is Status.HELD and _LEFT.search(block.text, 0, item.start):
            status = Status.DENIED
        if status is Status.HELD and governed.is_elsewhere(block.text, item.start, item.end):
            status = None
        if status is None:
            continue
        yield _fact(block, item, reading, status, item.subject, item.grade)
        if item.level == "gcse":
            end = min(following, item.end + _REACH)
            told = subject_before(block.text, item.start) or block.text[item.start : end]
            told_behind = subjects_with_grades(told)
            lead = block.text[
                max(
                    [0, item.start - _REACH, *(e for _, e in others if e <= item.start)]
                ) : item.start
            ]
            for subject, grade in told_behind or subjects_with_grades(lead):
                yield _fact(block, item, reading, status, subject, grade, end)


def _status(behind: str, reading: Reading, *, under_way: bool) -> Status | None:
    if not reading.own or not reading.claimed:
        return None
    there = _STILL_THERE.search(behind[:_REACH]) or (under_way and not reading.affirmed)
    if reading.status is Status.HELD and there:
        return Status.IN_PROGRESS
    return Status.HELD if reading.status is Status.LAPSED else reading.status


def _ending(named: str) -> str | None:
    """The year in which studies ended that a name takes in ('2012-15, Politics, 2:2')."""
    if not (spans := list(_YEARS.finditer(named))):
        return None
    first, last = spans[-1].groups()
    return f"{first[:2]}{last[-2:]}" if last else str(first)


def _fact(
    block: Sentence,
    item: Named,
    reading: Reading,
    status: Status,
    subject: str | None,
    grade: str,
    end: int = 0,
) -> Fact:
    first = min(item.start, reading.span[0])
    last = max(item.end, reading.span[1], end)
    quote = block.text[first:last]
    first += len(quote) - len(quote.lstrip())
    last -= len(quote) - len(quote.rstrip(" ,;:(-–\n"))
    if re.search(r"\bE?MBA\b", block.text[item.start : item.end]):
        subject = awards.implied_subject("MBA")
    subject = " ".join(subject.split()) if subject else None
    behind = _YEAR_BEHIND.match(block.text, item.end) if status is Status.HELD else None
    return Fact(
        value=Education(item.level, subject, grade),
        status=status,
        start=block.start + first,
        end=block.start + last,
        quote=block.text[first:last],
        position=block.position,
        section=block.section,
        when=reading.when
        or _ending(block.text[item.start : item.end])
        or (behind["year"] if behind else None),
        bare=block.section == "keywords",
    )
