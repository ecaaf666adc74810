"""The table of fields of study: whether a studied subject answers the one that is asked.

Must not know awards, roles or CVs. What is asked may name several subjects ("physics, maths or
engineering") and may be open ("or a related field"), which lets neighbouring fields in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "subjects.toml"
_FILLERS = frozenset(
    re.findall(
        r"\S+",
        """
    a an and any applied area associated combined degree discipline equivalent field general
    honours in of or other related relevant science sciences similar studies subject subjects the
    with
        """,
    )
)


_OPEN = regex(
    r"(?:^|[,/(]|\b(?:or|and)\b)\s*(?:(?:and/or|or|and|an?|any|in|other|some|of|closely)\s+|\()*"
    r"(?:(?:related|relevant|similar|allied|associated|comparable|cognate|adjacent)\b"
    r"(?:\s+[\w-]+){0,2}|equivalent\s+(?:[\w-]+\s+)?(?:subject|field|discipline|area)\w*)",
    re.IGNORECASE,
)
_JOINT = regex(
    r"[,/;()]|\b(?:and/or|or|such as|including|like|for example)\b|\be\.g\.?", re.IGNORECASE
)


class SubjectTableError(ValueError):
    """The table of subjects cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class _Field:
    pattern: re.Pattern[str]
    includes: tuple[str, ...]
    neighbours: tuple[str, ...]
    work: frozenset[str]


def matches(studied: str, asked: str) -> bool:
    """Whether a studied subject answers an asked one: the same words, or one field.

    Where what is asked is open, a neighbouring field answers as well.
    """
    if any(_is_one(studied, name) for name in alternatives(asked)):
        return True
    return is_open(asked) and bool(_neighbours(asked) & _fields(studied))


def alternatives(asked: str) -> list[str]:
    """Return the subjects that an asked one names: "physics or maths" names two."""
    names = (" ".join(part.split()) for part in _JOINT.split(_OPEN.sub(",", asked)))
    return [name for name in names if _telling(name) or _fields(name)]


def is_open(asked: str) -> bool:
    """Whether a related subject does as well."""
    return _OPEN.search(asked) is not None


def opening(text: str, at: int) -> int:
    """Return where words such as "or a related field" end that stand at ``at``; ``at`` if none."""
    match = re.compile(rf"\s*{_OPEN.pattern}", re.IGNORECASE).match(text, at)
    return match.end() if match else at


def _is_one(studied: str, asked: str) -> bool:
    if _telling(asked) and _telling(asked) <= _telling(studied):
        return True
    return bool(_fields_with_parts(asked) & _fields(studied))


def work_in(asked: str) -> frozenset[str]:
    """Return the functions of work in which experience stands for an asked subject."""
    table = _table()
    found: set[str] = set()
    for name in _narrowest(asked):
        parts = table[name].includes if not table[name].work else ()
        found.update(table[name].work, *(table[part].work for part in parts))
    return frozenset(found)


def is_of(words: str, field: str) -> bool:
    """Whether words name a field itself, not only a wider one that takes it in."""
    if _telling(field) and _telling(field) <= _telling(words):
        return True
    return bool(_narrowest(field) & _fields(words))


def _narrowest(subject: str) -> frozenset[str]:
    """The fields of a subject, without those that include another of them."""
    table = _table()
    named = _fields(subject)
    return frozenset(name for name in named if named.isdisjoint(table[name].includes))


def is_known(subject: str) -> bool:
    """Whether the subject belongs to any field of the table."""
    return bool(_fields(subject))


@cache
def _fields(subject: str) -> frozenset[str]:
    """The fields whose words the subject holds."""
    return frozenset(name for name, field in _table().items() if field.pattern.search(subject))


def _fields_with_parts(subject: str) -> frozenset[str]:
    table = _table()
    named = _fields(subject)
    return named | {part for name in named for part in table[name].includes}


def _neighbours(subject: str) -> frozenset[str]:
    table = _table()
    return frozenset(near for name in _fields(subject) for near in table[name].neighbours)


def _telling(subject: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", subject.lower())) - _FILLERS


@cache
def _table() -> dict[str, _Field]:
    fields = toml_table(_FILE)
    found = {}
    for name, entry in fields.items():
        includes = tuple(entry.get("includes", ()))
        neighbours = tuple(entry.get("neighbours", ()))
        unknown = {*includes, *neighbours} - fields.keys()
        if unknown:
            raise SubjectTableError(
                f"{_FILE}: [{name}] refers to {sorted(unknown)}, no such fields"
            )
        # Abbreviations count in capitals only: "IT" is not "it".
        plain = "|".join(_expression(word) for word in entry["words"] if not word.isupper())
        capitals = "|".join(word for word in entry["words"] if word.isupper())
        pattern = rf"\b(?:(?i:{plain}){'|' + capitals if capitals else ''})\b"
        found[name] = _Field(regex(pattern), includes, neighbours, frozenset(entry.get("work", ())))
    return found


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")
