"""The table of words that speak to whatever reads a CV instead of telling what somebody did.

Must not know where they stand in a document, nor what is done with a sentence that holds them.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "instructions.toml"
_LISTS = ("verbs", "ignored", "readers", "openings", "wanted", "whom", "verdicts")


class InstructionsError(ValueError):
    """The table cannot be used; the message says what it lacks."""


@cache
def instruction() -> re.Pattern[str]:
    """Return what finds words that tell a machine what to make of a CV.

    Raises:
        InstructionsError: where a list is missing.
    """
    table = toml_table(_FILE)
    missing = [name for name in _LISTS if not table.get(name)]
    if missing:
        raise InstructionsError(f"{_FILE}: {', '.join(missing)} missing or empty; restore the list")
    any_of = {name: _any_of(table[name]) for name in _LISTS}
    return re.compile(
        r"\b(?:{verbs})\b[^.\n]{{0,40}}\b(?:{ignored})\b"
        r"|^\W*(?:{openings})"
        r"|\b(?:note|message|instructions?|memo|attention)\s+(?:to|for)\s+(?:the|any|all|an?)?\s*"
        r"(?:{readers})\b"
        r"|\b(?:if\s+you\s+are|you\s+are|dear)\s+(?:an?\s+|the\s+)?(?:{readers})\b"
        r"|\b(?:{wanted})\s+(?:{whom})\s+"
        r"(?:first|top|highest|above|as\b|at\s+the|for\b|over\b|number)"
        r"|\b(?:{verdicts})\b".format_map(any_of),
        re.IGNORECASE | re.MULTILINE,
    )


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
