"""The posts of a CV: title, employer and dates, and where the heading of each stands.

Must not know what is done with a post. Dates lead: wherever a period stands in a work history (or,
elsewhere, next to a title), the words around it on its line and the lines touching it are the
heading of a post. Education, certificates and the like have dates but no posts.
"""

from __future__ import annotations

import re

from data.knowledge.titles import placeholder
from matcher.candidates.dates import Period
from matcher.candidates.entry import (
    Named,
    beside,
    clean,
    first_clause,
    is_capitalised,
    is_employer,
    is_heading,
    is_place,
    is_title,
    merged,
    named,
)
from matcher.candidates.listed import listed
from matcher.candidates.prose import in_prose
from matcher.candidates.rows import Post, Row, rows_of
from matcher.types import Section

__all__ = ["Post", "posts"]

# Sections whose dates are never those of a post.
_NO_POSTS = frozenset(
    (
        *("affiliations", "awards", "career_break", "certificates", "education", "keywords"),
        *("languages", "projects", "publications", "qualifications", "references", "skills"),
        *("status", "training", "volunteering"),
    )
)
_LONGEST_REST = 18
_LONGEST_HEADING = 160
_FIRST_PERSON = re.compile(r"\b(?:I|my|was|been|having)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[a-z)]{3}\.\s+|;\s*")
_STOP = re.compile(r"[.;:)\]]\s|[.;]$")


def posts(text: str, sections: tuple[Section, ...]) -> list[Post]:
    """Return the posts of a CV in the order of the document."""
    rows = rows_of(text, sections)
    reader = _Reader(text, rows)
    found: list[Post] = []
    for index, row in enumerate(rows):
        if row.dates and row.kind not in _NO_POSTS:
            found.extend(reader.dated(index))
        elif row.kind == "experience" and reader.is_undated(index):
            found.append(reader.undated(index))
    return sorted(found, key=lambda post: post.at)


class _Reader:
    """Reads the posts off the rows of one CV."""

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows
        self.date_first = self._dates_come_first()

    def _dates_come_first(self) -> bool:
        """Whether the line under the first heading of a work history is a bare date."""
        for before, row in zip(self.rows, self.rows[1:], strict=False):
            if before.opens_section and before.kind == row.kind == "experience":
                return bool(row.dates) and not self._around(row, row.dates[0]).strip()
        return False

    def _around(self, row: Row, period: Period) -> str:
        before = self.text[row.line.start : period.span[0]]
        return clean(before) + clean(self.text[period.span[1] : row.line.end])

    def dated(self, index: int) -> list[Post]:
        """Return the posts whose dates stand on the row ``index``."""
        row = self.rows[index]
        ranges = [period for period in row.dates if period.end is not None]
        if len(ranges) > 1:
            if _FIRST_PERSON.search(row.words):
                return in_prose(self.text, row)
            return listed(self.text, row, ranges)
        if len(row.words) > _LONGEST_HEADING and (told := in_prose(self.text, row)):
            return told
        period = ranges[0] if ranges else row.dates[0]
        if (ranges or row.kind == "experience") and self._is_heading_date(row, period):
            post = self._headed(index, period)
            if post is not None:
                return [post]
        return in_prose(self.text, row)

    def _is_heading_date(self, row: Row, period: Period) -> bool:
        """Whether the period stands where headings have it: at an edge, or set off."""
        before = self.text[self._last_clause(row, period) : period.span[0]]
        after = self.text[period.span[1] : row.line.end]
        if row.line.bullet and not is_title(first_clause(clean(before))):
            return False
        if not clean(before):
            return True
        lead = clean(before)
        if is_title(lead) and is_heading(lead[0].upper() + lead[1:]):
            return True
        return is_heading(clean(before)) and len((before + after).split()) <= _LONGEST_REST

    def _last_clause(self, row: Row, period: Period) -> int:
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
        found = beside(before, first_clause(after))
        at, end = first, row.line.end
        if self._names_an_employer_nearby(index, found):
            # What stands by the dates is no known occupation, but the employer is elsewhere.
            found = Named(clean(before) or clean(first_clause(after)), None)
        if found.title is None or (found.employer is None and not (before or after.strip())):
            found, at, end = self._with_neighbours(index, found)
        elif found.employer is None:
            found, at, end = self._employer_nearby(index, found)
        if period.end is None and not (
            found.title and is_title(found.title) and is_capitalised(found.title)
        ):
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
            head = (
                named(first_clause(below.words)) if is_heading(below.words) else named(below.words)
            )
            return merged(found, head), at, below.line.end
        if above is None:
            return found, at, end
        if found.employer:
            # The employer stands by the dates: the line above is the title and nothing else.
            words = clean(above[0].words)
            title = words if is_title(words) or is_capitalised(words) else None
            return Named(title, found.employer), above[0].line.start, end
        for one in above:
            head = named(one.words) if _is_distinct(one.words) else Named(one.words, None)
            found = merged(found, head)
            at = one.line.start
            if found.title and found.employer:
                break
        return found, at, end

    def _names_an_employer_nearby(self, index: int, found: Named) -> bool:
        if found.title or not found.employer or is_employer(found.employer):
            return False
        below = self.rows[index + 1] if index + 1 < len(self.rows) else None
        return below is not None and placeholder().match(below.words) is not None

    def _above(self, index: int) -> list[Row] | None:
        """Up to two lines of a heading right above, nearest first; the title may be the further."""
        found: list[Row] = []
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

    def _below(self, index: int) -> Row | None:
        if index + 1 >= len(self.rows):
            return None
        row = self.rows[index + 1]
        if row.line.bullet or row.opens_section or row.dates:
            return None
        head = named(row.words)
        return row if row.may_head or (head.title and head.employer) else None

    def _below_is_better(self, above: Row, below: Row) -> bool:
        if self.date_first:
            return True
        return is_title(below.words) and not is_title(above.words) and not is_employer(above.words)

    def _employer_nearby(self, index: int, found: Named) -> tuple[Named, int, int]:
        """The title stands by its dates: the employer may have the line above or below."""
        row = self.rows[index]
        before = self.rows[index - 1] if index and not row.gap else None
        if before and before.may_head and not before.dates:
            known = is_employer(before.words)
            if known or (before.gap and not is_title(before.words)):
                head = Named(None, first_clause(before.words))
                return merged(found, head), before.line.start, row.line.end
        below = self._below(index)
        if below is not None and is_heading(below.words) and not is_title(below.words):
            head = Named(None, clean(first_clause(below.words)))
            return merged(found, head), row.line.start, below.line.end
        return found, row.line.start, row.line.end

    def is_undated(self, index: int) -> bool:
        """Whether a row names a post without any dates near it."""
        row = self.rows[index]
        if (
            not row.gap
            or not row.may_head
            or not is_title(row.words)
            or not is_capitalised(row.words)
        ):
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


def _is_distinct(words: str) -> bool:
    head = named(words)
    return head.title is not None or head.employer is not None


def _is_sentence(words: str) -> bool:
    return len(words.split()) > _LONGEST_REST
