"""The posts of a CV: title, employer and dates, and where the heading of each stands.

Must not know what is done with a post. Dates lead: wherever a period stands in a work history (or,
elsewhere, next to a title), the words around it on its line and the lines touching it are the
heading of a post. Education, certificates and the like have dates but no posts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from data.knowledge.titles import placeholder
from matcher.candidates import prose
from matcher.candidates.dates import Period, periods
from matcher.candidates.entry import Named, clean, is_capitalised, is_employer, is_heading, is_place, is_title, named
from matcher.candidates.sections import is_column_row
from matcher.text import Line, lines, sentences
from matcher.types import Section

# Sections whose dates are never those of a post.
_NO_POSTS = frozenset(
    "education certificates training qualifications skills keywords languages status volunteering "
    "publications projects awards affiliations references career_break".split()
)
_LONGEST_REST = 18
_LONGEST_HEADING = 160
_EDGE = re.compile(r"[\s,;:|()\[\]./–—-]*")
_BREAK = re.compile(r"[|\t,;:(\[–—-]\s*$|\s{2,}$")
_UNTIL = re.compile(r"\b(?:until|till|to|left(?: it| there)?(?: in)?)\s*$", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|was|been|having)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[a-z)]{3}\.\s+|;\s*")
_STOP = re.compile(r"[.;:)\]]\s|[.;]$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post; its heading is ``[start_at, heading_end)``, its own line ``[line_start, ...)``.

    Attributes:
        title: As printed, or None.
        employer: As printed, or None.
        start: As in ``Position``.
        end: As in ``Position``.
        at: Offset of the first word of the heading.
        heading_end: Offset behind the heading.
        until: Offset behind the whole entry where the heading shares its line or sentence with
            other posts; None where the entry runs on to the next one.
    """

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    at: int
    heading_end: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with what is needed to judge whether it belongs to the heading of a post."""

    line: Line
    words: str
    kind: str
    gap: bool
    opens_section: bool
    dates: tuple[Period, ...]

    @property
    def may_head(self) -> bool:
        return (
            not self.line.bullet
            and not self.opens_section
            and is_heading(self.words)
            and not is_place(self.words)
        )


def posts(text: str, sections: tuple[Section, ...]) -> list[Post]:
    """Return the posts of a CV in the order of the document."""
    rows = _rows(text, sections)
    reader = _Reader(text, rows)
    found: list[Post] = []
    for index, row in enumerate(rows):
        if row.dates and row.kind not in _NO_POSTS:
            found.extend(reader.dated(index))
        elif row.kind == "experience" and reader.is_undated(index):
            found.append(reader.undated(index))
    return sorted(found, key=lambda post: post.at)


def _rows(text: str, sections: tuple[Section, ...]) -> list[_Row]:
    rows: list[_Row] = []
    number = 0
    last_end = 0
    for line in _with_whole_dates(text):
        while number + 1 < len(sections) and sections[number + 1].start <= line.start:
            number += 1
        section = sections[number]
        opens = bool(section.heading) and section.start == line.start
        start = line.start
        if opens and len(section.heading) < line.end - line.start and section.kind == "experience":
            # 'Work history: Porter, 2019 - 2021': the post stands behind the heading.
            rest = line.start + text[line.start : line.end].find(section.heading) + len(section.heading)
            start = rest + len(_EDGE.match(text, rest, line.end)[0])  # type: ignore[index]
            opens = start >= line.end or is_column_row(text[line.start : line.end])
            start = min(start, line.end - 1)
        words = text[start : line.end]
        rows.append(
            _Row(
                line=Line(start, line.end, line.bullet, line.indent),
                words=words,
                kind=section.kind,
                gap=not rows or text.count("\n", last_end, line.start) > 1,
                opens_section=opens,
                dates=() if opens else tuple(periods(text, start, line.end, cells=True)),
            )
        )
        last_end = line.end
    return rows


def _with_whole_dates(text: str) -> list[Line]:
    """Return the lines, a period that is set over three of them ('May 2019 / to / Now') as one."""
    found: list[Line] = []
    for line in lines(text):
        words = text[line.start : line.end]
        if (
            len(found) > 1
            and text[found[-1].start : found[-1].end].lower() in {"to", "until", "-", "–"}
            and any(one.span == (line.start, line.end) for one in periods(text, line.start, line.end))
            or words.lower() in {"current", "present", "now"}
            and len(found) > 1
            and text[found[-1].start : found[-1].end].lower() in {"to", "until", "-", "–"}
        ):
            first = found[-2]
            del found[-2:]
            line = Line(first.start, line.end, first.bullet, first.indent)
        found.append(line)
    return found


class _Reader:
    """Reads the posts off the rows of one CV."""

    def __init__(self, text: str, rows: list[_Row]) -> None:
        self.text = text
        self.rows = rows
        self.date_first = self._dates_come_first()

    def _dates_come_first(self) -> bool:
        """Whether the line under the first heading of a work history is a bare date."""
        for before, row in zip(self.rows, self.rows[1:], strict=False):
            if before.opens_section and before.kind == row.kind == "experience":
                return bool(row.dates) and not self._around(row, row.dates[0]).strip()
        return False

    def _around(self, row: _Row, period: Period) -> str:
        before = self.text[row.line.start : period.span[0]]
        return clean(before) + clean(self.text[period.span[1] : row.line.end])

    def dated(self, index: int) -> list[Post]:
        """Return the posts whose dates stand on the row ``index``."""
        row = self.rows[index]
        ranges = [period for period in row.dates if period.end is not None]
        if len(ranges) > 1:
            return self._in_prose(row) if _FIRST_PERSON.search(row.words) else self._several(row, ranges)
        if len(row.words) > _LONGEST_HEADING and (told := self._in_prose(row)):
            return told
        period = ranges[0] if ranges else row.dates[0]
        if (ranges or row.kind == "experience") and self._is_heading_date(row, period):
            post = self._headed(index, period)
            if post is not None:
                return [post]
        return self._in_prose(row)

    def _is_heading_date(self, row: _Row, period: Period) -> bool:
        """Whether the period stands where headings have it: at an edge or set off by a separator."""
        before = self.text[self._last_clause(row, period) : period.span[0]]
        after = self.text[period.span[1] : row.line.end]
        if row.line.bullet and not is_title(_first_clause(clean(before))):
            return False
        if not clean(before):
            return True
        lead = clean(before)
        if is_title(lead) and is_heading(lead[0].upper() + lead[1:]):
            return True
        return is_heading(clean(before)) and len((before + after).split()) <= _LONGEST_REST

    def _last_clause(self, row: _Row, period: Period) -> int:
        """Where the clause starts that the period stands in; the line where it is but one."""
        marks = list(_CLAUSE.finditer(self.text, row.line.start, period.span[0]))
        at = marks[-1].end() if marks else row.line.start
        return at if clean(self.text[at : period.span[0]]) else row.line.start

    def _headed(self, index: int, period: Period) -> Post | None:
        row = self.rows[index]
        first = self._last_clause(row, period)
        before = clean(self.text[first : period.span[0]])
        after = self.text[period.span[1] : row.line.end]
        if before:
            after = "" if _STOP.match(after) or _is_sentence(after) else after
        found = _beside(before, _first_clause(after))
        at, end = first, row.line.end
        if self._names_an_employer_nearby(index, found):
            # What stands by the dates is no known occupation, but the employer is elsewhere.
            found = Named(clean(before) or clean(_first_clause(after)), None)
        if found.title is None or (found.employer is None and not (before or after.strip())):
            found, at, end = self._with_neighbours(index, found)
        elif found.employer is None:
            found, at, end = self._employer_nearby(index, found)
        if period.end is None and not (found.title and is_title(found.title) and is_capitalised(found.title)):
            return None
        if row.kind != "experience" and not (found.title and is_title(found.title)):
            return None
        if found.title is None and found.employer is None:
            return None
        return Post(found.title, found.employer, period.start, period.end, at, end)

    def _with_neighbours(self, index: int, found: Named) -> tuple[Named, int, int]:
        """Look for what the row of the date lacks in the lines above and below it."""
        row = self.rows[index]
        at, end = row.line.start, row.line.end
        above = self._above(index)
        below = self._below(index)
        use_below = below is not None and (above is None or self._below_is_better(above[0], below))
        if use_below and below is not None:
            head = named(_first_clause(below.words)) if is_heading(below.words) else named(below.words)
            return _merge(found, head), at, below.line.end
        if above is None:
            return found, at, end
        if found.employer:
            # The employer stands by the dates: the line above is the title and nothing else.
            words = clean(above[0].words)
            title = words if is_title(words) or is_capitalised(words) else None
            return Named(title, found.employer), above[0].line.start, end
        merged = found
        for one in above:
            merged = _merge(merged, named(one.words) if _is_distinct(one.words) else Named(one.words, None))
            at = one.line.start
            if merged.title and merged.employer:
                break
        return merged, at, end

    def _names_an_employer_nearby(self, index: int, found: Named) -> bool:
        if found.title or not found.employer or is_employer(found.employer):
            return False
        below = self.rows[index + 1] if index + 1 < len(self.rows) else None
        return below is not None and placeholder().match(below.words) is not None

    def _above(self, index: int) -> list[_Row] | None:
        """Up to two lines of a heading right above, nearest first; the title may be the further."""
        found: list[_Row] = []
        at = index
        while len(found) < 2 and at > 0:
            row = self.rows[at - 1]
            # A page break may part a title from its dates.
            parted = self.rows[at].gap and not (is_title(row.words) and is_capitalised(row.words))
            if parted or (not is_place(row.words) and (not row.may_head or row.dates)):
                break
            at -= 1
            if not is_place(row.words):
                found.append(row)
        if len(found) == 2 and not found[1].gap and not self.rows[max(0, at - 1)].opens_section:
            found = found[:1]
        return found or None

    def _below(self, index: int) -> _Row | None:
        if index + 1 >= len(self.rows):
            return None
        row = self.rows[index + 1]
        if row.line.bullet or row.opens_section or row.dates:
            return None
        head = named(row.words)
        return row if row.may_head or (head.title and head.employer) else None

    def _below_is_better(self, above: _Row, below: _Row) -> bool:
        if self.date_first:
            return True
        return is_title(below.words) and not is_title(above.words) and not is_employer(above.words)

    def _employer_nearby(self, index: int, found: Named) -> tuple[Named, int, int]:
        """The title stands by its dates: the employer may have the line above or below."""
        row = self.rows[index]
        before = self.rows[index - 1] if index and not row.gap else None
        if before and before.may_head and not before.dates and (before.gap or is_employer(before.words)):
            if not is_title(before.words) or is_employer(before.words):
                return _merge(found, Named(None, _first_clause(before.words))), before.line.start, row.line.end
        below = self._below(index)
        if below is not None and is_heading(below.words) and not is_title(below.words):
            return _merge(found, Named(None, clean(_first_clause(below.words)))), row.line.start, below.line.end
        return found, row.line.start, row.line.end

    def _several(self, row: _Row, ranges: list[Period]) -> list[Post]:
        """Read a line that lists posts: each has the words before its dates, or behind them."""
        first = self.text[row.line.start : ranges[0].span[0]]
        date_first = not clean(first)
        edges = [row.line.start, *(period.span[1] for period in ranges)]
        found = []
        for number, period in enumerate(ranges):
            if date_first:
                last = ranges[number + 1].span[0] if number + 1 < len(ranges) else row.line.end
                at, until, words = period.span[0], last, self.text[period.span[1] : last]
            else:
                at, until = edges[number], period.span[1]
                words = self.text[at : period.span[0]]
            at += len(_EDGE.match(self.text, at)[0])  # type: ignore[index]
            head = _named_in_list(words)
            if head.title is not None:
                found.append(Post(head.title, head.employer, period.start, period.end, at, until, until))
        return found

    def _in_prose(self, row: _Row) -> list[Post]:
        """Read posts that sentences tell of; the last of a paragraph runs on beyond it."""
        found: list[Post] = []
        for start, end in sentences(self.text, row.line.start, row.line.end):
            dates = self._until([one for one in row.dates if start <= one.span[0] < end])
            for (first, last), period in zip(self._clauses(start, end, dates), dates, strict=True):
                clause = self.text[first:last]
                head = prose.told(clause)
                to = period.end or _open_end(clause)
                if head.title and (to or period.opens):
                    found.append(Post(head.title, head.employer, period.start, to, first, last))
        return found

    def _until(self, dates: list[Period]) -> list[Period]:
        """Join 'in September 2016 ... and stayed until May 2019' to one period."""
        if len(dates) == 2 and dates[0].end is dates[1].end is None:
            first, last = dates
            if _UNTIL.search(self.text, first.span[1], last.span[0]):
                return [Period(first.start, last.start, first.span, opens=True)]
        return dates

    def _clauses(self, start: int, end: int, ranges: list[Period]) -> list[tuple[int, int]]:
        """Give each period of a sentence its share of the words: those before it, or behind it."""
        if len(ranges) < 2:
            return [(start, end)] * len(ranges)
        date_last = prose.told(self.text[start : ranges[0].span[0]]).title is not None
        edges = [start]
        for before, here in pairwise(ranges):
            comma = self.text.rfind(",", before.span[1], here.span[0])
            if comma > 0 and prose.told(self.text[comma : here.span[0]]).title:
                edges.append(comma)
            else:
                edges.append(before.span[1] if date_last else here.span[0])
        return list(pairwise([*edges, end]))

    def is_undated(self, index: int) -> bool:
        """Whether a row names a post without any dates near it."""
        row = self.rows[index]
        if not row.gap or not row.may_head or not is_title(row.words) or not is_capitalised(row.words):
            return False
        near = self.rows[index + 1 : index + 4]
        for other in near:
            if other.gap or other.opens_section:
                break
            if other.dates:
                return False
        return bool(near) and not near[0].gap

    def undated(self, index: int) -> Post:
        """Return the post named by the row ``index``."""
        row = self.rows[index]
        head = named(row.words)
        return Post(head.title, head.employer, None, None, row.line.start, row.line.end)


def _open_end(sentence: str) -> str | None:
    if re.search(r"\b(?:I am|joined|started|currently|at present)\b", sentence, re.IGNORECASE):
        return "present"
    return None


def _is_distinct(words: str) -> bool:
    head = named(words)
    return head.title is not None or head.employer is not None


def _is_sentence(words: str) -> bool:
    return len(words.split()) > _LONGEST_REST


def _first_clause(words: str) -> str:
    """Cut a line at the end of its first sentence: what follows is description."""
    return re.split(r"(?<=[a-z)]{3})[.:]\s+(?=[A-Z])", words, maxsplit=1)[0]


def _named_in_list(words: str) -> Named:
    """Read one entry of a list of posts; a remark before a colon is not part of the title."""
    words = re.split(r"[.;]\s+", words.strip(" .;,"))[-1]
    if ":" in words and is_title(words.rsplit(":", 1)[1]):
        words = words.rsplit(":", 1)[1]
    head = named(words)
    return head


def _beside(before: str, after: str) -> Named:
    """Read the words on both sides of a date; where one side is the employer the other is the title."""
    left, right = named(before), named(after)
    found = _merge(left, right)
    if found.title is None and clean(before) and clean(after) and is_heading(clean(after)):
        if left.employer and is_employer(left.employer):
            return Named(clean(after), left.employer)
        if right.employer and is_employer(right.employer):
            return Named(clean(before), right.employer)
    return found


def _merge(first: Named, second: Named) -> Named:
    return Named(first.title or second.title, first.employer or second.employer)
