"""The table of general education awards: the level each counts as, and where a text names one.

Must not know whether the text is a role or a CV, nor what subject or grade stands beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from data.knowledge.alternation import shared_prefixes
from data.knowledge.hints import Hints, words_of
from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "awards.toml"

Level = Literal["gcse", "a_level", "hnd", "degree", "masters", "doctorate"]
LEVELS: tuple[Level, ...] = get_args(Level)


_SUBJECTS, _UNIVERSITIES, _SHORT = "subjects", "universities", "short_of_masters"
_APOSTROPHE = regex(r"['’]")
_WORDS_IN_CAPITALS = frozenset({"BED", "BIT", "MED", "BARCH", "MARCH", "BTH"})
# A balanced scorecard, a shipping line, enhanced due diligence, the Food and Drug Administration.
_OTHER_SENSE_IN_CAPITALS = frozenset({"BSC", "MSC", "EDD", "FDA"})
# "a level 3 award" is no A level.
_ARTICLE = regex(r"a\s")
_NUMBER = regex(r"\s+[1-8]\b")


class AwardTableError(ValueError):
    """The table of awards cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Award:
    """An award named at ``[start, end)``; ``doubtful`` where letters may mean another thing."""

    level: Level
    start: int
    end: int
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    words: dict[str, Level]
    letters: dict[str, Level]
    doubtful: dict[str, Level]
    implied: dict[str, str]
    universities: re.Pattern[str]
    short_of_masters: frozenset[str]
    hints: Hints
    word_pattern: re.Pattern[str]
    letter_pattern: re.Pattern[str]


def find(text: str) -> list[Award]:
    """Return the awards that a text names, in order, none overlapping another."""
    names = _names()
    found = []
    if names.hints.any_in(words_of(_APOSTROPHE.sub("", text))):
        found = [
            Award(names.words[_word_key(match.group())], match.start(), match.end())
            for match in names.word_pattern.finditer(text)
            if not _ARTICLE.match(match.group()) and not _is_a_number(text, match)
        ]
    for match in names.letter_pattern.finditer(text):
        key = _letter_key(match.group())
        doubtful = key in names.doubtful
        level = names.doubtful[key] if doubtful else names.letters[key]
        found.append(Award(level, match.start(), match.end(), doubtful))
    chosen: list[Award] = []
    for award in sorted(found, key=lambda item: (item.start, -item.end)):
        if not chosen or award.start >= chosen[-1].end:
            chosen.append(award)
    return chosen


def university_in_brackets(text: str, at: int) -> int:
    """Return where the short name of a university in brackets ends ("BA (Oxon)"), else ``at``."""
    match = _names().universities.match(text, at)
    return match.end() if match else at


def is_short_of_masters(name: str) -> bool:
    """Whether an award on the level of a master's ends short of one ("PgDip")."""
    return _letter_key(name).lower() in _names().short_of_masters


def implied_subject(letters: str) -> str | None:
    """Return the field that an award's letters stand for by themselves ("LLB": law), or None."""
    return _names().implied.get(_letter_key(letters).upper())


def _is_a_number(text: str, match: re.Match[str]) -> bool:
    """Whether it only opens the level of another award ("A LEVEL 2 CERTIFICATE")."""
    return _word_key(match.group()) == "a level" and _NUMBER.match(text, match.end()) is not None


def rank(level: str) -> int:
    """Return the place of a level from low to high, -1 for none."""
    return LEVELS.index(level) if level in LEVELS else -1


@cache
def _names() -> _Names:
    table = toml_table(_FILE)
    implied = _implied(table.pop(_SUBJECTS, {}))
    universities = "|".join(map(re.escape, table.pop(_UNIVERSITIES, {}).get("names", ())))
    short = frozenset(_letter_key(name).lower() for name in table.pop(_SHORT, {}).get("names", ()))
    unknown = table.keys() - set(LEVELS)
    if unknown:
        raise AwardTableError(f"{_FILE}: no such level: {', '.join(sorted(unknown))}")
    words: dict[str, Level] = {}
    letters: dict[str, Level] = {}
    doubtful: dict[str, Level] = {}
    for level in LEVELS:
        entries = table.get(level, {})
        for target, key, names in (
            (words, _word_key, entries.get("words", ())),
            (letters, _letter_key, entries.get("letters", ())),
            (doubtful, _letter_key, entries.get("doubtful", ())),
        ):
            for name in names:
                known = target.setdefault(key(name), level)
                if known != level:
                    raise AwardTableError(f"{_FILE}: {name!r} is under {known} and {level}")
    # In a line set in capitals the letters are capitals too, unless that makes a word of them.
    for name, level in list(letters.items()):
        capitals = name.upper()
        if capitals in _OTHER_SENSE_IN_CAPITALS:
            doubtful[capitals] = level
        elif capitals not in doubtful and capitals not in _WORDS_IN_CAPITALS:
            letters[capitals] = level
    return _Names(
        words,
        letters,
        doubtful,
        implied,
        regex(rf"\s*\((?:{universities})\.?\)"),
        short,
        Hints(words),
        regex(_any_of(map(_word_atoms, words)), re.IGNORECASE),
        regex(_any_of(map(_letter_atoms, [*letters, *doubtful]))),
    )


def _implied(table: dict[str, list[str]]) -> dict[str, str]:
    return {
        _letter_key(name).upper(): subject for subject, names in table.items() for name in names
    }


def _any_of(sequences: Iterable[list[str]]) -> str:
    return rf"(?<![\w'’])(?<!\w\.){shared_prefixes(list(sequences))}(?![\w’])"


def _word_key(words: str) -> str:
    return " ".join(re.sub(r"['’.]", "", words.lower()).replace("-", " ").split())


def _word_atoms(key: str) -> list[str]:
    """A name in words: apostrophes may be missing, a hyphen may stand for a space."""
    atoms: list[str] = []
    for word in key.split():
        atoms += [r"[\s-]+", *map(re.escape, word)] if atoms else map(re.escape, word)
        if len(word) > 1 and word.endswith("s"):
            atoms[-1] = r"['’]?s['’]?"
    return atoms


def _letter_key(letters: str) -> str:
    return re.sub(r"[^A-Za-z]", "", letters)


def _letter_atoms(key: str) -> list[str]:
    """A name in letters: full stops and single spaces may part its groups ("B.Sc.", "Ph. D")."""
    groups = [key] if key.isupper() and len(key) > 3 else re.findall(r"[A-Z][a-z]*", key)
    atoms: list[str] = []
    for group in groups:
        atoms += [r"\.?\s?", *group] if atoms else group
    return [*atoms, r"(?:\.(?!\w))?"]
