"""The posts of a CV: title, employer and dates, and where the heading of each stands.

Must not know what is done with a post. Dates lead: wherever a period stands in a work history (or,
elsewhere, next to a title), the words around it on its line and the lines touching it are the
heading of a post. Education, certificates and the like have dates but no posts.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.knowledge.titles import placeholder
from data.patterns import regex
from matcher.candidates.dates import Period
from matcher.candidates.entry import (
    Named,
    as_title,
    beside,
    clean,
    first_clause,
    is_capitalised,
    is_employer,
    is_heading,
    is_place,
    is_title,
    is_unpaid,
    merged,
    names_employer,
    parts,
)
from matcher.candidates.guesses import guessed, opening_title
from matcher.candidates.listed import listed
from matcher.candidates.neighbours import (
    above,
    below,
    below_is_better,
    further,
    labelled,
    may_be_employer,
)
from matcher.candidates.prose import in_prose
from matcher.candidates.rises import risen
from matcher.candidates.rows import Post, Row, is_aside, rows_of
from matcher.candidates.ruled import ruled
from matcher.candidates.undated import undated
from matcher.candidates.weeding import weeded
from matcher.types import Section

__all__ = ["Post", "posts"]

# Sections whose dates are never those of a post.
_NO_POSTS = frozenset(
    (
        *("advert", "affiliations", "awards", "career_break", "certificates", "education"),
        "keywords",
        *("languages", "personal", "projects", "publications", "qualifications", "references"),
        *("skills", "status", "training", "volunteering"),
    )
)
_LONGEST_REST = 18
_LONGEST_HEADING = 160
_FIRST_PERSON = regex(r"\b(?:I|my|was|been|having)\b", re.IGNORECASE)
_CLAUSE = regex(r"[a-z)]{3}\.\s+|;\s*")
# Away from a work history a title must be short: a long run of capitals there is something else.
_LONGEST_UNSURE = 8
_PREPOSITION = regex(r"\b(?:in|of|since|until)$", re.IGNORECASE)
# Behind the dates of a post these tell of another: '2017 - 2021. Now a baker', '; earlier, a cook'.
_ANOTHER_TIME = regex(
    r"[\s.,;:)–—-]*\b(?:now|earlier|before|after|previous(?:ly)?|prior|former(?:ly)?|since|then|later|currently|until)\b",
    re.IGNORECASE,
)
# 'In banking since leaving school in 1999' is a sentence without a verb.
_SOMEWHERE = regex(r"\W*In\s+(?:the\s+)?[a-zA-Z& -]{2,40}\s(?:since|from|ever)?\s*$")
_STOP = regex(r"[.;:)\]]\s|[.;]$")


def posts(text: str, sections: tuple[Section, ...]) -> list[Post]:
    """Return the posts of a CV in the order of the document."""
    rows = rows_of(text, sections)
    reader = _Reader(text, rows)
    dated = [
        (post, row) for index, row in enumerate(rows) if row.dates for post in reader.posts(index)
    ]
    found = weeded(text, dated)
    return sorted([*found, *undated(rows, found)], key=lambda post: post.at)


class _Reader:
    """Reads the posts off the rows of one CV."""

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows
        self.date_first = self._dates_come_first()

    def _dates_come_first(self) -> bool:
        """Whether the line under the first heading of a work history is a bare date."""
        for before, row in pairwise(self.rows):
            if before.opens_section and before.kind == row.kind == "experience":
                return bool(row.dates) and not self._around(row, row.dates[0]).strip()
        return False

    def _around(self, row: Row, period: Period) -> str:
        before = self.text[row.line.start : period.span[0]]
        return clean(before) + clean(self.text[period.span[1] : row.line.end])

    def posts(self, index: int) -> list[Post]:
        """Return the posts that the dated row ``index`` tells of."""
        kind = self.rows[index].kind
        under = ruled(self.rows, index) if kind == "projects" or kind not in _NO_POSTS else None
        if under is not None:
            return [under]
        return [] if kind in _NO_POSTS else self._dated(index)

    def _dated(self, index: int) -> list[Post]:
        """Return the posts whose dates stand on the row ``index``."""
        row = self.rows[index]
        if len(row.dates) > 1 and (steps := risen(self.text, row)):
            return steps
        ranges = [period for period in row.dates if period.end is not None]
        if len(ranges) > 1:
            prose = in_prose(self.text, row) if _FIRST_PERSON.search(row.words) else []
            if prose or not self._opens_list(row, ranges[0]):
                return prose
            return listed(self.text, row, ranges)
        if len(row.words) > _LONGEST_HEADING and (told := in_prose(self.text, row)):
            return told
        period = ranges[0] if ranges else row.dates[0]
        if (ranges or row.kind == "experience") and self._is_heading_date(row, period):
            post = self._headed(index, period)
            if post is not None:
                return [post]
        return in_prose(self.text, row)

    def _opens_list(self, row: Row, first: Period) -> bool:
        """Whether the first of several periods follows a title, or the row is no prose at all."""
        before = clean(self.text[row.line.start : first.span[0]])
        return _FIRST_PERSON.search(row.words) is None or (is_title(before) and is_heading(before))

    def _is_heading_date(self, row: Row, period: Period) -> bool:
        """Whether the period stands where headings have it: at an edge, or set off."""
        before = self.text[self._last_clause(row, period) : period.span[0]]
        after = self.text[period.span[1] : row.line.end]
        if row.line.bullet and not is_title(first_clause(clean(before))):
            return False
        if _SOMEWHERE.match(before):
            return False
        if not clean(before):
            return not (period.opens and _FIRST_PERSON.match(after.lstrip(" ,")))
        lead = clean(before)
        first = parts(lead)[:1]
        if (is_title(lead) or any(map(is_title, first))) and is_heading(lead[0].upper() + lead[1:]):
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
        after = "" if is_aside(after) or (before and _ANOTHER_TIME.match(after)) else after
        if before:
            another = is_title(clean(first_clause(after))) and not is_title(before)
            stops = _STOP.match(after) and not another
            after = "" if stops or _is_sentence(first_clause(after)) else after
        found = beside(before, first_clause(after))
        at, end = row.at if first == row.line.start else first, row.line.end
        announced, label_at, label_end = labelled(self.rows, index)
        # A line that names a post and its employer by itself needs no labels, which are of another.
        complete = found.employer is not None and not row.label and is_title(found.title or "")
        if announced != Named(None, None) and not complete:
            found, at, end = merged(announced, found), min(at, label_at), label_end
        title = as_title(before) or as_title(first_clause(after)) or before
        if title and self._has_employer_below(index, found):
            # All that stands by the dates is the title, whatever commas it holds.
            found = Named(title, None)
        if found.title is None or (found.employer is None and not (before or after.strip())):
            found, at, end = self._with_neighbours(index, found)
        elif found.employer is None:
            found, at, end = self._employer_nearby(index, found)
        if found.title is None and _reads_like_heading(row, before):
            found = self._last_resort(index, found, before, after)
        if not _is_post(row, period, found, before):
            return None
        return Post(found.title, found.employer, period.start, period.end, at, end)

    def _with_neighbours(self, index: int, found: Named) -> tuple[Named, int, int]:
        """Look for what the row of the date lacks in the lines above and below it."""
        at, end = self.rows[index].at, self.rows[index].line.end
        over = above(self.rows, index)
        under = below(self.rows, index)
        if under and (not over or self.date_first or below_is_better(over[0], under)):
            found, end = further(self.rows, index + 1, merged(found, under.names))
            if over and not found.employer and may_be_employer(over[0]):
                return merged(found, Named(None, over[0].words)), over[0].at, end
            return found, at, end
        if not over:
            return found, at, end
        if found.employer:
            # The employer stands by the dates: the line above is the title and nothing else.
            words = clean(over[0].words)
            title = words if over[0].is_title or is_capitalised(words) else None
            return Named(title, found.employer), over[0].at if title else at, end
        for one in over:
            head = one.names
            found = merged(found, head if head != Named(None, None) else Named(one.words, None))
            at = one.at
            if found.title and found.employer:
                break
        found, end = further(self.rows, index, found)
        return found, at, end

    def _has_employer_below(self, index: int, found: Named) -> bool:
        if index + 1 >= len(self.rows) or placeholder().search(self.rows[index].words):
            return False
        under = self.rows[index + 1]
        if placeholder().match(under.words):
            return True
        return (
            not names_employer(found)
            and under.is_employer
            and may_be_employer(under)
            and not under.gap
        )

    def _employer_nearby(self, index: int, found: Named) -> tuple[Named, int, int]:
        """The title stands by its dates: the employer may have the line above or below."""
        row = self.rows[index]
        at = row.at
        over = self.rows[index - 1] if index and not row.gap else None
        may_name = over is not None and over.may_head and not over.dates
        if over and may_name and (over.is_employer or (over.gap and not over.is_title)):
            head = Named(None, first_clause(over.words))
            return merged(found, head), over.at, row.line.end
        under = below(self.rows, index)
        if index + 1 < len(self.rows) and placeholder().match(self.rows[index + 1].words):
            under = self.rows[index + 1]
            return merged(found, Named(None, under.names.employer)), at, under.line.end
        if under is not None and may_be_employer(under):
            head = Named(None, under.names.employer or clean(first_clause(under.words)))
            return merged(found, head), at, under.line.end
        return found, at, row.line.end

    def _last_resort(self, index: int, found: Named, before: str, after: str) -> Named:
        """Look for the title where no word of the heading is a known occupation."""
        under = below(self.rows, index)
        over = [row.words for row in reversed(above(self.rows, index))]
        found = guessed(found, [*over, before, after, *([under.words] if under else [])])
        if found.title is None and found.employer:
            behind = [row for row in self.rows[index + 1 : index + 3] if not is_place(row.words)]
            title = next((title for row in behind if (title := opening_title(row))), None)
            return Named(title, found.employer)
        return found


def _is_post(row: Row, period: Period, found: Named, before: str) -> bool:
    """Whether what was found is a post: the less the place says, the more the words must."""
    known = found.title is not None and is_title(found.title)
    short = found.title is not None and len(found.title.split()) <= _LONGEST_UNSURE
    if period.end is None and not (known and short and is_capitalised(found.title or "")):
        return False
    if row.kind != "experience":
        # 'Buyer, Ashby Stores, 2017-24. School governor.': the next sentence is not of the post.
        behind = row.words.find(". ", max(0, period.span[1] - row.line.start - 1))
        return known and short and not is_unpaid(row.words[:behind] if behind >= 0 else row.words)
    if found.title is None:
        employer = found.employer or ""
        named_so = is_employer(employer) or placeholder().search(employer) is not None
        return bool(employer) and (named_so or _reads_like_heading(row, before))
    return True


def _reads_like_heading(row: Row, before: str) -> bool:
    """Whether the dates do not end a sentence ('... in 2016-2017.')."""
    return not row.words.endswith(".") and not _PREPOSITION.search(before)


def _is_sentence(words: str) -> bool:
    return len(words.split()) > _LONGEST_REST
