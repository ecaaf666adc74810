"""Several posts on one line: 'Porter 2008-2011, Ward Clerk 2011-2015'.

Must not know prose, nor lines that hold a single post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.candidates.dates import Period
from matcher.candidates.entry import Named, clean, is_title, named
from matcher.candidates.rows import Post, Row, skip_edge


def listed(text: str, row: Row, ranges: Sequence[Period]) -> list[Post]:
    """Read a line that lists posts: each has the words before its dates, or behind them."""
    first = text[row.line.start : ranges[0].span[0]]
    date_first = not clean(first)
    edges = [row.line.start, *(period.span[1] for period in ranges)]
    found = []
    for number, period in enumerate(ranges):
        if date_first:
            last = ranges[number + 1].span[0] if number + 1 < len(ranges) else row.line.end
            at, until, words = period.span[0], last, text[period.span[1] : last]
        else:
            at, until = edges[number], period.span[1]
            words = text[at : period.span[0]]
        at = skip_edge(text, at)
        head = _entry(words)
        if head.title is not None:
            found.append(
                Post(head.title, head.employer, period.start, period.end, at, until, until)
            )
    return found


def _entry(words: str) -> Named:
    """Read one entry of a list of posts; a remark before a colon is not part of the title."""
    words = re.split(r"[.;]\s+", words.strip(" .;,"))[-1]
    if ":" in words and is_title(words.rsplit(":", 1)[1]):
        words = words.rsplit(":", 1)[1]
    return named(words)
