"""The table of how experience is spoken of: behaviours, filler words, levels of management.

Must not know roles or CVs; it answers questions about a phrase.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_FILE = "experience.toml"


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))


@cache
def behaviours() -> re.Pattern[str]:
    """Return the pattern of words that name a behaviour or a soft skill."""
    words = "|".join(
        re.escape(word).replace(r"\*", r"\w*")
        for word in sorted(_table()["behaviours"]["words"], key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def fillers() -> frozenset[str]:
    """Return the words that say nothing about what experience is of."""
    return frozenset(_table()["fillers"]["words"])


@cache
def levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the levels of management with their patterns, the most senior first."""
    return tuple(
        (
            name,
            re.compile(
                rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})(?!\w)",
                re.IGNORECASE,
            ),
        )
        for name, words in _table()["levels"].items()
    )


def level_of(phrase: str) -> str | None:
    """Return the level of management a phrase asks for, or None."""
    return next((name for name, pattern in levels() if pattern.search(phrase)), None)
