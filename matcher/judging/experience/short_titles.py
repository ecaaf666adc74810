"""Titles and fields as people shorten them: 'mgmt', 'SDM', 'a PM post', 'five years in SAM'.

Must not know posts, nor which field is asked beyond its phrase and functions.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.knowledge import certificate_names
from data.knowledge.hints import any_part
from data.knowledge.title_tables import functions, table
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.years.experience_words import content

# Words without any that links them: 'software asset management'.
_NOUNS = regex(
    r"(?:(?!(?:and|or|of|in|for|to|with|at|on|by|the|an?)\b)[A-Za-z]+\s?){3,5}", re.IGNORECASE
)
# What may stand beside the initials of a field; in 'HRM software sales' they are of what was sold.
_BESIDE = regex(
    r"\b(?:analyst|manager|officer|specialist|consultant|lead|team|role|work|senior)s?\b"
    r"|\([^)]*\)|,.*|\s(?:at|for|with)\s.*",
    re.IGNORECASE,
)
# What stands before initials that are a title, and what behind: 'First PM post', not 'until 2 PM'.
_OPENS = r"(?:^|[,;(]\s*|\b(?:as|an?|my|[Ff]irst|[Ss]enior|[Ll]ead|[Cc]ontract|[Jj]unior|IT)\s+)"
_POST = r"(?=\s+(?:posts?|roles?|positions?)\b)"


def in_full(words: str) -> str:
    """Return words with what people shorten in naming a field written out: 'mgmt', 'admin'."""
    words = _short().sub(lambda match: table()["in_full"][match[1].lower()], words)
    return _capitals().sub(lambda match: table()["in_full_capitals"][match[1]], words)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(table()['in_full'])})\b\.?", re.IGNORECASE)


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(table()['in_full_capitals'])})\b")


def by_initials(names: frozenset[str], words: str) -> bool:
    """Return whether words call a post by the initials of a title of one of some functions.

    'PM' alone is as good a product manager or the evening: the words must say that it is a post.
    """
    rows = [functions()[name].row for name in names]
    return any(
        one in words
        and re.search(f"{_OPENS}{one}{_POST}", words) is not None
        and not any_part(row["initials_else"], words)
        for row in rows
        for one in row.get("initials", ())
    )


def in_short(phrase: str, words: str) -> bool:
    """Return whether words hold a title or a field of three words or more as its initials."""
    short = _initials(phrase)
    if short == "" or short not in words or re.search(rf"\b{short}\b", words) is None:
        return False
    return is_title(phrase) or content(_BESIDE.sub(" ", words)) == [short.lower()]


@lru_cache(maxsize=4096)
def _initials(phrase: str) -> str:
    """Return how three words or more are shortened ('SDM', 'SAM'), "" for anything else."""
    phrase = phrase.removeprefix("a ").removeprefix("an ")
    words = re.findall(r"[A-Za-z]+", phrase)
    if len(words) < 3 or not (is_title(phrase) or _NOUNS.fullmatch(phrase)):
        return ""
    short = "".join(word[0].upper() for word in words)
    # Letters that are an award are no title: 'CSM'.
    return "" if certificate_names.named(short) else short
