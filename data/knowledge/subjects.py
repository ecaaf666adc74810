"""The table of fields of study: whether two subjects belong to one field.

Must not know awards, roles or CVs.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

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


class SubjectTableError(ValueError):
    """The table of subjects cannot be used; the message says which entry and why."""


def matches(studied: str, asked: str) -> bool:
    """Whether a studied subject answers an asked one: the same words, or one field."""
    if _telling(asked) <= _telling(studied):
        return True
    return bool(_fields_with_parts(asked) & _fields(studied))


def is_known(subject: str) -> bool:
    """Whether the subject belongs to any field of the table."""
    return bool(_fields(subject))


@cache
def _fields(subject: str) -> frozenset[str]:
    """The fields whose words the subject holds."""
    return frozenset(name for name, (pattern, _) in _table().items() if pattern.search(subject))


def _fields_with_parts(subject: str) -> frozenset[str]:
    table = _table()
    named = _fields(subject)
    return named | {part for name in named for part in table[name][1]}


def _telling(subject: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", subject.lower())) - _FILLERS


@cache
def _table() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    fields = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    found = {}
    for name, entry in fields.items():
        includes = tuple(entry.get("includes", ()))
        unknown = set(includes) - fields.keys()
        if unknown:
            raise SubjectTableError(f"{_FILE}: [{name}] includes {sorted(unknown)}, no such fields")
        # Abbreviations count in capitals only: "IT" is not "it".
        plain = "|".join(_expression(word) for word in entry["words"] if not word.isupper())
        capitals = "|".join(word for word in entry["words"] if word.isupper())
        pattern = rf"\b(?:(?i:{plain}){'|' + capitals if capitals else ''})\b"
        found[name] = (re.compile(pattern), includes)
    return found


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")
