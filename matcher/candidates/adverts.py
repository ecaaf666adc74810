"""An advertisement pasted into a CV: the stretches that speak of whoever is sought.

Must not know any role: such a stretch is told by its headings and its voice alone. What an advert
asks for is nobody's record, so nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.knowledge.headings import headings
from data.patterns import regex
from matcher.text import Line, lines
from matcher.types import Notice, Outline, Section

ADVERT = "advert"
# The code of the warning about one.
NOTICE = "pasted_advert"
# Somebody else speaks there, or the words are quoted.
_NEVER = frozenset({"references", "experience"})
_MOST_WORDS = 8

# Words of the person whose CV it is: a year, or the first person.
_OWN = regex(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Mm]yself|(?:19|20)\d\d)\b")
_SOUGHT = r"(?:candidates?|applicants?|post-?\s?holders?|job-?holders?|person appointed|appointee)"
# A sentence that only an advert holds.
_STRONG = regex(
    rf"\b(?:(?:the|our|all|any)\s+(?:(?:successful|ideal|right|suitable|preferred)\s+)?{_SOUGHT}"
    r"\s+(?:will|must|should|may|can|is|are|needs?)|(?:candidates|applicants)\s+(?:must|should|will)"
    r"|we\s+(?:are|['’]re)\s+(?:now\s+|currently\s+)?(?:looking\s+for|seeking|recruiting)"
    r"|(?:an\s+exciting|a\s+fantastic|a\s+rare)\s+opportunity\s+(?:has\s+arisen|for))\b",
    re.IGNORECASE,
)
_ADDRESSED = regex(
    r"\byou(?:['’]ll|['’]re|\s+(?:will|must|should|are|have|need)|r\s+(?:role|duties|experience))\b",
    re.IGNORECASE,
)
# What a list of requirements says and a list of things done does not.
_ASKING = regex(
    r"\b(?:at\s+least|a\s+minimum\s+of|minimum|or\s+(?:more|above|over|equivalent|similar|another)"
    r"|ideally|must|should|preferably|preferred|desirable|essential|advantageous|an\s+advantage"
    r"|ability\s+to|able\s+to|willing(?:ness)?\s+to|the\s+right\s+to|a\s+record\s+of"
    r"|(?:a\s+)?(?:proven|demonstrable|strong)\s+(?:track\s+record|experience|record)"
    r"|experience\s+(?:of|in|with)|knowledge\s+of|already\s+awarded|you|your)\b",
    re.IGNORECASE,
)


def with_adverts(text: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections, the stretches that speak as an advert cut out as their own kind."""
    if not any(pattern.search(text) for pattern in (_STRONG, _ADDRESSED)) and not _headed(text):
        return sections
    found: list[Section] = []
    for section in sections:
        before = bool(found) and found[-1].kind == ADVERT
        found.extend(_cut(text, section, follows=before))
    return tuple(found)


def without_adverts(cv: Outline) -> Outline:
    """Return the outline less the sentences of pasted adverts."""
    kept = tuple(each for each in cv.sentences if each.section != ADVERT)
    return cv if len(kept) == len(cv.sentences) else replace(cv, sentences=kept)


def advert_notice(sections: Sequence[Section]) -> tuple[Notice, ...]:
    """Return the warning about a pasted advert, if the CV holds one."""
    if all(section.kind != ADVERT for section in sections):
        return ()
    return (
        Notice(
            NOTICE,
            "Part of the CV reads as a job advertisement; nothing was read from it.",
        ),
    )


def _headed(text: str) -> bool:
    return any(_heading(text, line) for line in lines(text))


def _heading(text: str, line: Line) -> str | None:
    """Return whether a line is a heading of adverts: "sure", "unsure" or None."""
    if line.bullet or line.end - line.start > 60:
        return None
    printed = text[line.start : line.end]
    if len(printed.split()) > _MOST_WORDS or printed[-1] in ".;,":
        return None
    return headings("advert").kind(printed)


def _cut(text: str, section: Section, *, follows: bool) -> list[Section]:
    """Cut a section where adverts start and end in it.

    Args:
        text: The document.
        section: The section to cut.
        follows: Whether an advert runs up to its start.
    """
    paragraphs = _paragraphs(text, section)
    marks = _marks(text, paragraphs, section, follows=follows)
    found: list[Section] = []
    for paragraph, mark in zip(paragraphs, marks, strict=True):
        start, last = paragraph[0].start, found[-1] if found else None
        if last is not None and (last.kind == ADVERT) == mark:
            found[-1] = replace(last, end=paragraph[-1].end)
            continue
        heading = text[start : paragraph[0].end] if mark else ""
        kind = ADVERT if mark else section.kind
        found.append(Section(heading, kind, start, paragraph[-1].end))
    if not any(marks):
        return [section]
    starts = [section.start, *(each.start for each in found[1:])]
    ends = [*starts[1:], section.end]
    first = found[0] if found[0].kind == ADVERT else section
    return [
        replace(each, start=start, end=end)
        for each, start, end in zip([first, *found[1:]], starts, ends, strict=True)
    ]


def _paragraphs(text: str, section: Section) -> list[list[Line]]:
    """Cut the lines of a section at blank lines and at headings of adverts.

    A heading stays with what follows it.
    """
    found: list[list[Line]] = []
    last: Line | None = None
    for line in lines(text):
        if not section.start <= line.start < section.end:
            continue
        gap = last is None or text.count("\n", last.end, line.start) > 1
        under_heading = last is not None and len(found[-1]) == 1 and _heading(text, last)
        if _heading(text, line) or (gap and not under_heading):
            found.append([])
        found[-1].append(line)
        last = line
    return found


def _marks(
    text: str, paragraphs: list[list[Line]], section: Section, *, follows: bool
) -> list[bool]:
    """Say of each paragraph whether it belongs to an advert.

    A heading of adverts makes one of what stands below it, as far as nobody speaks of his own
    record there; an unsure one ('Essential') where the words ask for something, too.
    """
    marks: list[bool] = []
    open_ = follows
    for paragraph in paragraphs:
        words = text[paragraph[0].start : paragraph[-1].end]
        heading = _heading(text, paragraph[0])
        if _OWN.search(words):
            open_ = False
        elif heading is not None:
            behind = words[paragraph[0].end - paragraph[0].start :]
            open_ = open_ or heading == "sure" or _ASKING.search(behind) is not None
        elif section.kind in _NEVER and not (marks and marks[-1]):
            open_ = False
        elif _STRONG.search(words) or len(_ADDRESSED.findall(words)) > 1:
            open_ = True
        else:
            open_ = open_ and _ASKING.search(words) is not None
        marks.append(open_)
    return marks
