"""The table of words about people led: whom a head count may count, and who leads them.

Must not know how a sentence is read; it only says what each phrase means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "people.toml"
_NOUNS = (
    "people",
    "not_people",
    "people_or_machines",
    "managers",
    "managers_of_things",
    "others",
    "groups",
    "labels",
    "sites",
    "areas",
    "counted_otherwise",
    "abroad",
)
_STANCES = (
    "led",
    "led_after",
    "member",
    "served",
    "others",
    "denied",
    "titles",
    "tiers",
)


class PeopleTableError(ValueError):
    """The table of words about people cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The table: lists of phrases by name."""

    nouns: dict[str, tuple[str, ...]]
    stances: dict[str, tuple[str, ...]]


@cache
def people_words() -> PeopleWords:
    """Return the table.

    Raises:
        PeopleTableError: A list is missing or empty.
    """
    table = toml_table(_FILE)
    return PeopleWords(_lists(table, "nouns", _NOUNS), _lists(table, "stances", _STANCES))


def _lists(
    table: dict[str, dict[str, list[str]]], name: str, of: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    missing = [entry for entry in of if not table.get(name, {}).get(entry)]
    if missing:
        raise PeopleTableError(f"{_FILE}: [{name}] has no {', '.join(missing)}; add the list")
    return {entry: tuple(table[name][entry]) for entry in of}
