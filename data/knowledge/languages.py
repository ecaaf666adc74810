"""The tables of languages, of words for how well they are spoken, and of certificates.

Must not know CVs or roles. Levels are those of the Common European Framework of Reference for
Languages (Council of Europe, 2001), with "native" above C2.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from data.knowledge.tables import toml_table

_NAMES, _LEVELS = "languages.csv", "language_levels.toml"
SCALE = ("A1", "A2", "B1", "B2", "C1", "C2", "native")


class LanguageTableError(ValueError):
    """A table of languages cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The groups of ``language_levels.toml``, which explains them.

    Attributes:
        levels: Words for a level, by level.
        scales: Words for a level by level, by the language that has a scale of its own.
        school_subject: Words that are no measure of English.
        certificates: Language by certificate.
        grades: Level by grade, by certificate, where its grades are not the framework's.
        codes: Language by code of two capitals.
        ielts: Lowest score by level.
        labels: Labels of rows that list languages.
        shows_before: Words before a language that show it to be spoken.
        shows_behind: The same behind it.
        others_before: Words before it that make it somebody or something else's.
        others_behind: The same behind it.
        setting: Words that make it the language of a place.
        sorts: The languages of a sort that has a name ("another European language").
    """

    levels: dict[str, tuple[str, ...]]
    scales: dict[str, dict[str, tuple[str, ...]]]
    school_subject: frozenset[str]
    certificates: dict[str, str]
    grades: dict[str, dict[str, str]]
    codes: dict[str, str]
    ielts: dict[str, float]
    labels: frozenset[str]
    shows_before: tuple[str, ...]
    shows_behind: tuple[str, ...]
    others_before: tuple[str, ...]
    others_behind: tuple[str, ...]
    setting: tuple[str, ...]
    sorts: dict[str, frozenset[str]]


@cache
def languages() -> dict[str, tuple[str, ...]]:
    """Return the spellings of every language by its name, the name among them."""
    text = files(__package__).joinpath(_NAMES).read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        if row["name"] in found:
            raise LanguageTableError(f"{_NAMES}, line {number}: {row['name']!r} is listed twice")
        aliases = [alias for alias in (row["aliases"] or "").split(";") if alias]
        found[row["name"]] = (row["name"], *aliases)
    return found


@cache
def language_words() -> LanguageWords:
    """Return the words for levels, checked."""
    table = toml_table(_LEVELS)
    scales = _known_languages_of(table["scales"])
    for group in (table["levels"], table["ielts"], *scales.values()):
        if unknown := set(group) - set(SCALE):
            raise LanguageTableError(f"{_LEVELS}: there is no level {sorted(unknown)}")
    certificates = dict(table["certificates"])
    grades = certificates.pop("grades")
    shows, others = table["shows"], table["not_spoken"]
    return LanguageWords(
        levels={level: tuple(words) for level, words in table["levels"].items()},
        scales={
            name: {level: tuple(words) for level, words in scale.items()}
            for name, scale in scales.items()
        },
        school_subject=frozenset(word.lower() for word in table["school_subject"]["words"]),
        certificates=certificates,
        grades=grades,
        codes=_known_languages(table["codes"]["names"]),
        ielts=table["ielts"],
        labels=frozenset(shows["labels"]),
        shows_before=tuple(shows["before"]),
        shows_behind=tuple(shows["behind"]),
        others_before=tuple(others["before"]),
        others_behind=tuple(others["behind"]),
        setting=tuple(others["setting"]),
        sorts=_sorts(table["european"]["names"], table["families"]),
    )


def _known_languages_of(scales: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    if unknown := set(scales) - set(languages()):
        raise LanguageTableError(f"{_LEVELS}: [scales] names no such language {sorted(unknown)}")
    return scales


def _known_languages(codes: dict[str, str]) -> dict[str, str]:
    if unknown := set(codes.values()) - set(languages()):
        raise LanguageTableError(f"{_LEVELS}: [codes] names no such language {sorted(unknown)}")
    return codes


def _sorts(european: list[str], families: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    for name, members in (("european", european), *families.items()):
        if unknown := set(members) - set(languages()):
            raise LanguageTableError(f"{_LEVELS}: {name!r} has no such language {sorted(unknown)}")
    every = frozenset(languages()) - {"English", "Makaton"}
    return {
        "another language": every,
        "another European language": every & frozenset(european),
        **{f"a {name} language": frozenset(each) for name, each in families.items()},
    }
