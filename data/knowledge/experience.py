"""The table of how experience is spoken of: behaviours, filler words, levels of management.

Must not know roles or CVs; it answers questions about a phrase.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from data.knowledge.hints import any_part
from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "experience.toml"


@cache
def _table() -> dict[str, Any]:
    return toml_table(_FILE)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def behaviours() -> re.Pattern[str]:
    """Return the pattern of words that name a behaviour or a soft skill."""
    words = _any_of(_table()["behaviours"]["words"]).replace(r"\*", r"\w*")
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def apart(name: str) -> str:
    """Return an alternation of the words of one list of `apart`."""
    words = _any_of(_table()["apart"][name])
    return words.replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


@cache
def fillers() -> frozenset[str]:
    """Return the words that say nothing about what experience is of."""
    return frozenset(_table()["fillers"]["words"])


@cache
def vague() -> frozenset[str]:
    """Return the words that belong to a phrase but name no field by themselves."""
    return frozenset(_table()["vague"]["words"])


@cache
def narrowless() -> frozenset[str]:
    """Return the words beside the name of a function that do not narrow it."""
    return vague() | frozenset(_table()["narrowless"]["words"])


@cache
def client_groups() -> frozenset[str]:
    """Return the words for groups of people that experience is asked with."""
    return frozenset(_table()["client_groups"]["words"])


def of_the_group(words: list[str]) -> list[str]:
    """Return the words of a phrase that name a group, where the others say only that it is people.

    All words stay where none names a group: "vulnerable customers", but "business customers".
    """
    named = [word for word in words if word in client_groups()]
    anybody = _table()["client_groups"]["anybody"]
    return named if named and all(word in anybody or word in named for word in words) else words


@cache
def _followed() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that things have, too, each with the pattern of where no people follow."""
    rows = _table()["client_groups"]["followed_by"].items()
    return tuple(
        (
            word,
            regex(
                rf"\b{word}\b(?!(?:\s+(?!(?:at|by|for|from|in|of|on|to|with)\b)[\w&-]+){{0,2}}?\s+(?:{_any_of(people)})\b)",
                re.IGNORECASE,
            ),
        )
        for word, people in rows
    )


def less_things(words: str) -> str:
    """Return words less those of a group that are said of things: 'vulnerable servers'."""
    for word, pattern in _followed():
        if word in words.lower():
            words = pattern.sub(" ", words)
    return words


@cache
def told_by(word: str) -> re.Pattern[str] | None:
    """Return the pattern of what tells of a setting ("regulated") without naming it, or None."""
    words = _table()["told_by"].get(word)
    return re.compile(rf"(?<!\w)(?:{_any_of(words)})s?(?!\w)", re.IGNORECASE) if words else None


# 'Primary care', 'secondary responsibility': no school is meant.
_NO_SCHOOL = regex(
    r"\b(?:primary|secondary)\s+(?:care|care\s+\w+|key|keys|purpose|focus|contact|responsib\w+|point|health|legislation|research|data)\b",
    re.IGNORECASE,
)


@cache
def _stages() -> dict[str, re.Pattern[str]]:
    return {
        name: regex(rf"(?<!\w)(?:{_any_of(words)})(?!\w)", re.IGNORECASE)
        for name, words in _table()["stages"].items()
    }


@lru_cache(maxsize=4096)
def stages_in(words: str) -> frozenset[str]:
    """Return the stages of school that words tell of ("primary")."""
    words = _NO_SCHOOL.sub(" ", words)
    return frozenset(name for name, pattern in _stages().items() if pattern.search(words))


@cache
def protected() -> re.Pattern[str]:
    """Return the pattern of titles that only the registered may bear."""
    return re.compile(rf"(?<![\w-])(?:{_any_of(_table()['protected']['titles'])})s?(?!\w)", re.I)


@cache
def _managed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _table()["things_managed"]
    verbs = r"(?:manag(?:ed|ing)|run|ran|running|led|leading|oversaw|overseeing|supervis(?:ed|ing))"
    return (
        regex(
            rf"\b{verbs}\s+(?:[\w&'’-]+\s+){{0,3}}?(?:{_any_of(table['words'])})(?!\w)",
            re.IGNORECASE,
        ),
        regex(rf"\b(?:{_any_of(table['people'])})\b", re.IGNORECASE),
    )


def manages_things(words: str) -> bool:
    """Return whether words tell of managing something, and of nobody: 'managing stock'."""
    things, people = _managed()
    return things.search(words) is not None and people.search(words) is None


@cache
def after_admission(function: str) -> re.Pattern[str] | None:
    """Return the pattern of titles that the admitted of a function bear, or None."""
    row = _table()["admitted"].get(function)
    return re.compile(rf"(?:{_any_of(row['titles'])})(?!\w)", re.IGNORECASE) if row else None


@cache
def about() -> re.Pattern[str]:
    """Return the pattern of papers about a field that somebody handled, to be left unread."""
    table = _table()["about"]
    things, handlings = _any_of(table["things"]), _any_of(table["handlings"])
    return re.compile(
        rf"\b(?:{_any_of(table['lookalikes'])})s?\b|(?:[\w&-]+\s+){{1,4}}(?:{things})\s+(?:were\s+)?(?:{handlings})\b"
        rf"|\b(?:{handlings})\s+(?:up\s+|out\s+)?(?:[\w&-]+\s+){{0,4}}(?:{things})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def less_papers(words: str) -> str:
    """Return words less the papers about a field that somebody handled (`about`)."""
    return about().sub(" ", words) if any_part(_papers(), words) else words


def tells_of_papers(words: str) -> bool:
    """Return whether words tell of papers about a field that somebody handled (`about`)."""
    return any_part(_papers(), words) and about().search(words) is not None


@cache
def _papers() -> tuple[str, ...]:
    """What words must hold, in lower case, to tell of papers."""
    table = _table()["about"]
    parts = [*table["things"], *table["lookalikes"]]
    return tuple(one for one in parts if not any(two in one for two in parts if two != one))


@cache
def levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the levels of management with their patterns, the most senior first."""
    return tuple(
        (
            name,
            regex(
                rf"(?<!\w)(?:{_any_of(words)})(?!\w)",
                re.IGNORECASE,
            ),
        )
        for name, words in _table()["levels"].items()
    )


def level_of(phrase: str) -> str | None:
    """Return the level of management a phrase asks for, or None."""
    return next((name for name, pattern in levels() if pattern.search(phrase)), None)
