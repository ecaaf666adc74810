"""Titles and fields as people shorten them: 'mgmt', 'SDM', 'a PM post'.

Must not know posts, nor which field is asked beyond its phrase and functions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.knowledge import certificate_names
from data.knowledge.hints import any_part
from data.knowledge.title_tables import functions
from data.patterns import regex
from matcher.candidates.entry import is_title

_IN_FULL = {
    "mgmt": "management",
    "mgr": "manager",
    "admin": "administration",
    "ops": "operations",
    "sysadmin": "systems administrator",
    "m365": "Microsoft 365",
    "o365": "Office 365",
    "qs": "quantity surveyor",
    "hrbp": "HR business partner",
    "hca": "healthcare assistant",
}
_SHORT = regex(rf"\b({'|'.join(_IN_FULL)})\b\.?", re.IGNORECASE)
# What stands before initials that are a title, and what behind: 'First PM post', not 'until 2 PM'.
_OPENS = r"(?:^|[,;(]\s*|\b(?:as|an?|my|[Ff]irst|[Ss]enior|[Ll]ead|[Cc]ontract|[Jj]unior|IT)\s+)"
_POST = r"(?=\s+(?:posts?|roles?|positions?)\b)"


def in_full(words: str) -> str:
    """Return words with what people shorten in naming a field written out: 'mgmt', 'admin'."""
    return _SHORT.sub(lambda match: _IN_FULL[match[1].lower()], words)


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
    """Return whether words hold a title of three words or more as its initials."""
    short = _initials(phrase)
    return short != "" and short in words and re.search(rf"\b{short}\b", words) is not None


@lru_cache(maxsize=4096)
def _initials(phrase: str) -> str:
    """Return how a title of three words or more is shortened ('SDM'), "" for anything else."""
    words = re.findall(r"[A-Za-z]+", phrase.removeprefix("a ").removeprefix("an "))
    if len(words) < 3 or not is_title(phrase):
        return ""
    short = "".join(word[0].upper() for word in words)
    # Letters that are an award are no title: 'CSM'.
    return "" if certificate_names.named(short) else short
