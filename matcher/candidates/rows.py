"""The lines of a CV with what is needed to see whether one belongs to the heading of a post.

Must not know how title and employer are told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge.headings import normalised, post_labels
from data.knowledge.titles import placeholder
from data.patterns import regex
from matcher.candidates.dates import Period, periods
from matcher.candidates.entry import (
    Named,
    clean,
    first_clause,
    is_employer,
    is_heading,
    is_place,
    is_title,
    named,
    parts,
)
from matcher.candidates.sections import is_column_row
from matcher.text import Line, lines
from matcher.types import Section

_EDGE = regex(r"[\s,;:|()\[\]./–—-]*")
_JOINERS = frozenset({"to", "until", "-", "–"})
_NOW = frozenset({"current", "now", "present"})
_LABEL = regex(r"(?P<label>[A-Za-z][A-Za-z ]{2,24}?)\s*:\s*(?=\S)")
# A heading that was wrapped within its dates: '2020 to / present', '2006 / to 2012'.
_ENDS_OPEN = regex(r"\b(?:19|20)\d\d\s*(?:to|until|[-–—])$")
_ENDS_IN_YEAR = regex(r"\b(?:19|20)\d\d$")
# 'From: May 2016' above 'To: June 2019'.
_FROM = regex(r"(?:from|start(?:ed|s)?(?:\s+date)?|joined)\b.{0,20}\d\d$", re.IGNORECASE)
_TO = regex(
    r"(?:to|until|end(?:ed|s)?(?:\s+date)?|finish(?:ed)?|left)\b.{0,20}(?:\d\d|present|now)$",
    re.IGNORECASE,
)
_TAIL = 16
_LONGEST_ASIDE = 40
_GOES_ON = regex(r"(?:to|until|[-–—])\s+")
_NUMBER = regex(r"\(?\d{1,2}[.)]\s+")
# What sites that print profiles put between a title and its dates: 'Full-time', '6 yrs 5 mos'.
_TERMS = (
    r"(?:(?:permanent|full[\s-]time|part[\s-]time|contract|freelance|self[\s-]employed|seasonal|remote"
    r"|hybrid|on-?site|fixed[\s-]term|temporary|zero[\s-]hours)"
    r"|\d{1,2}\s+(?:yrs?|years?|mos?|months?)(?:,?\s+\d{1,2}\s+(?:mos?|months?))?)"
)
_ASIDE = regex(rf"\(?{_TERMS}(?:\s*[·,|/-]?\s+{_TERMS})*\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A post as its heading tells it; the heading is ``[at, heading_end)``.

    Attributes:
        title: As printed, or None.
        employer: As printed, or None.
        start: As in ``Position``.
        end: As in ``Position``.
        at: Offset of the first word of the heading.
        heading_end: Offset behind the heading.
        until: Offset behind the whole entry where the heading shares its line or sentence with
            other posts; None where the entry runs on to the next one.
        told: Whether a sentence tells of the post, and no heading.
    """

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    at: int
    heading_end: int
    until: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and where it stands.

    Attributes:
        at: Offset of its first word, label and number counted in.
        line: The line, behind its section's heading where it opens one, and behind its label.
        words: Its text.
        kind: Kind of its section.
        gap: Whether a blank line stands before it.
        opens_section: Whether it is a heading of a section and nothing else.
        dates: The periods and dates on it.
        label: What its label announces: "title", "employer", "dates", or "" without a label.
    """

    at: int
    line: Line
    words: str
    kind: str
    gap: bool
    opens_section: bool
    dates: tuple[Period, ...]
    label: str = ""

    @property
    def may_head(self) -> bool:
        """Whether the line could be a line of a post's heading."""
        return (
            not self.line.bullet
            and not self.opens_section
            and (self.label != "" or is_heading(self.words) or self._is_small_title)
            and not is_place(self.words)
        )

    @property
    def _is_small_title(self) -> bool:
        """Whether the line is a title in small letters, set apart so that it is no sentence."""
        return self.gap and self.words[:1].islower() and is_title(self.words)

    @property
    def names(self) -> Named:
        """The title and the employer that the line names, each None where it names none."""
        if self.label == "title":
            return Named(clean(first_clause(self.words)), None)
        if self.label == "employer":
            return Named(None, clean(first_clause(self.words)))
        return named(first_clause(self.words) if is_heading(self.words) else self.words)

    @property
    def is_masked(self) -> bool:
        """Whether the line names an anonymised employer."""
        mask = placeholder().search(self.words)
        return mask is not None and mask["name"] is not None

    @property
    def is_title(self) -> bool:
        """Whether the line is a title, an anonymised employer left out."""
        if self.label:
            return self.label == "title"
        return is_title(self.words) or is_title(self.names.title or "")

    @property
    def is_employer(self) -> bool:
        """Whether the line holds what only an employer's name has."""
        return self.label == "employer" or (self.label == "" and is_employer(self.words))


def rows_of(text: str, sections: tuple[Section, ...]) -> list[Row]:
    """Return the rows of a CV in order."""
    rows: list[Row] = []
    number = 0
    last_end = 0
    for line in _with_whole_dates(text):
        while number + 1 < len(sections) and sections[number + 1].start <= line.start:
            number += 1
        section = sections[number]
        if is_aside(text[line.start : line.end]):
            last_end = line.end
            continue
        at, opens = _behind_heading(text, line, section)
        start, label = (at, "") if opens else _behind_label(text, at, line.end)
        dates = () if opens else tuple(periods(text, start, line.end, cells=True))
        mark = _NUMBER.match(text, start, line.end) if dates else None
        start = mark.end() if mark else start
        rows.append(
            Row(
                at=at,
                line=Line(start, line.end, line.bullet and mark is None, line.indent),
                words=text[start : line.end],
                kind=section.kind,
                gap=(
                    not rows or rows[-1].opens_section or text.count("\n", last_end, line.start) > 1
                ),
                opens_section=opens,
                dates=dates,
                label=label,
            )
        )
        last_end = line.end
    return rows


def is_aside(words: str) -> bool:
    """Whether words say no more than the terms of a post, or how long it lasted."""
    return len(words) <= _LONGEST_ASIDE and _ASIDE.fullmatch(words.strip(" ·|-–")) is not None


def _behind_heading(text: str, line: Line, section: Section) -> tuple[int, bool]:
    """Return where a line's own words start, and whether it is a heading and nothing else.

    In 'Work history: Porter, 2019 - 2021' the post stands behind the heading.
    """
    opens = bool(section.heading) and section.start == line.start
    if not opens or section.kind != "experience":
        return line.start, opens
    if len(section.heading) >= line.end - line.start:
        return line.start, True
    start = skip_edge(text, text.find(section.heading, line.start) + len(section.heading))
    if start >= line.end or is_column_row(text[line.start : line.end]):
        return line.start, True
    return start, False


def _behind_label(text: str, start: int, end: int) -> tuple[int, str]:
    """Return where a line's words start behind 'Job title:', and what such a label announces."""
    match = _LABEL.match(text, start, end)
    announced = post_labels().get(normalised(match["label"])) if match else None
    return (start, "") if match is None or announced is None else (match.end(), announced)


def skip_edge(text: str, at: int) -> int:
    """Return the offset behind separators that stand at ``at``."""
    mark = _EDGE.match(text, at)
    return mark.end() if mark else at


def _with_whole_dates(text: str) -> list[Line]:
    """Return the lines, a period that is set over several of them ('May 2019 / to / Now') as one.

    So is a heading that was wrapped before its dates, or between the two.
    """
    found: list[Line] = []
    for line in lines(text):
        whole = line
        if found and _is_wrapped(text, found[-1], line):
            first = found.pop()
            found.append(Line(first.start, line.end, first.bullet, first.indent))
            continue
        joined = len(found) > 1 and text[found[-1].start : found[-1].end].lower() in _JOINERS
        if joined and _is_date(text, line):
            first = found[-2]
            del found[-2:]
            whole = Line(first.start, line.end, first.bullet, first.indent)
        found.append(whole)
    return found


def _is_wrapped(text: str, last: Line, line: Line) -> bool:
    """Whether a line is the dates, or the end of them, that the line before it leads up to."""
    if line.bullet or text.count("\n", last.end, line.start) > 1:
        return False
    if _FROM.match(text, last.start, last.end) and _TO.match(text, line.start, line.end):
        return True
    if text[last.end - 1] == ",":
        period = _is_date(text, line) and text[line.start : line.end].lower() not in _NOW
        return period and is_title(parts(text[last.start : last.end])[0])
    if _ENDS_OPEN.search(text, max(last.start, last.end - _TAIL), last.end):
        return _is_date(text, line)
    if not text[last.end - 1].isdigit():
        return False
    rest = _GOES_ON.match(text, line.start, line.end)
    ends_in_year = _ENDS_IN_YEAR.search(text, last.start, last.end)
    return rest is not None and ends_in_year is not None and _is_end(text, rest.end(), line.end)


def _is_end(text: str, start: int, end: int) -> bool:
    return _is_date(text, Line(start, end, bullet=False, indent=0))


def _is_date(text: str, line: Line) -> bool:
    if text[line.start : line.end].lower() in _NOW:
        return True
    return any(one.span == (line.start, line.end) for one in periods(text, line.start, line.end))
