"""The table of job titles: what makes a title.

Must not know CVs or roles; it answers questions about a phrase.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_FILE = "titles.toml"


@cache
def table() -> dict[str, Any]:
    """Return the table as parsed."""
    return tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def occupation() -> re.Pattern[str]:
    """Return the pattern of a word that makes a title ("engineers" counts, too)."""
    words = table()["words"]
    return re.compile(
        rf"\b(?:(?:{_any_of(words['occupations'])})s?\b"
        rf"|(?:{_any_of(words['openings'])})\b(?=[\s,:/-]))",
        re.IGNORECASE,
    )


@cache
def employer() -> re.Pattern[str]:
    """Return the pattern of a word that only an employer's name has."""
    return re.compile(rf"\b(?:{_any_of(table()['employers']['words'])})\b", re.IGNORECASE)


@cache
def placeholder() -> re.Pattern[str]:
    """Return the pattern of what anonymised CVs print for an employer, with its town."""
    words = table()["employers"]
    place = rf"(?:{_any_of(words['places'])})"
    # Between the two stands a dash, often one that was decoded wrongly ("â€“", "ï¼").
    return re.compile(
        rf"(?<!\w)(?P<name>{_any_of(words['placeholders'])})(?:[^\w\n]|[âï¼€\u200b])*(?P<place>(?:{place}\b(?:\s*,\s*)?)+)?"
        rf"|^\W*(?P<alone>{_any_of(words['places'])})\W*$",
        re.IGNORECASE,
    )
