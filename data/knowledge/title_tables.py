"""The tables of job titles as parsed, and the functions of work that they name.

Must not know what a title or a phrase belongs to: ``titles.py`` tells that. The words of titles and
the functions first written stand in ``titles.toml``, further functions in ``fields/``, a file for
each part of the world of work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Any

from data.knowledge.field_names import PLACE, Doing, Names
from data.knowledge.tables import toml_names, toml_table

_FILE = "titles.toml"
_FIELDS = "fields"


class TitlesError(ValueError):
    """The tables of titles cannot be used; the message says which entry and why."""


@cache
def table() -> dict[str, Any]:
    """Return the tables as parsed, with names as people shorten them beside those they print.

    Raises:
        TitlesError: where two files have a function of one name.
    """
    found = toml_table(_FILE)
    for source in toml_names(_FIELDS):
        for name, row in toml_table(source)["function"].items():
            if name in found["function"]:
                raise TitlesError(f"{source}: [function.{name}] is there already")
            found["function"][name] = row
    for row in found["function"].values():
        for key in ("phrases", "titles"):
            row[key] = _shortened(row[key], found["short"])
    for level, words in found["ranks"].items():
        found["ranks"][level] = _shortened(words, found["short"])
    found["words"]["occupations"] = _shortened(found["words"]["occupations"], found["short"])
    return found


def _shortened(names: Iterable[str], short: Mapping[str, list[str]]) -> list[str]:
    """Return names, and each with every choice of its words shortened ("cust service")."""
    return [
        " ".join(words)
        for name in names
        for words in product(*([word, *short.get(word, ())] for word in name.split(" ")))
    ]


@dataclass(frozen=True)
class Function:
    """A function of work.

    Attributes:
        name: Its key in the table.
        row: Its words, as the table has them.
        sectors: Sectors of the table of sectors any post in which is experience of the field.
        includes: Keys of every narrower function, at any depth.
    """

    name: str
    row: Mapping[str, Any]
    sectors: frozenset[str]
    includes: frozenset[str]

    @property
    def practised(self) -> bool:
        """Whether titles may stand beside it, a profession or trade, without practising it."""
        return bool(self.row.get("practised", False))

    @cached_property
    def phrases(self) -> Names:
        """How roles and CVs name it."""
        return Names(self.row["phrases"])

    @cached_property
    def doing(self) -> Doing:
        """The verbs and objects by which roles and CVs tell of it."""
        return Doing(done(self.row), table()["doing"]["words"], table()["doing"]["verbs"])

    @cached_property
    def titles(self) -> Names:
        """What titles that belong to it contain."""
        return Names(self.row["titles"] + self.row["phrases"])

    @cached_property
    def employers(self) -> Names | None:
        """The employers any post with whom is of the field; None where none is."""
        return _optional(self.row.get("employers", []))

    @cached_property
    def fronts(self) -> Names | None:
        """The titles of other fields that do its work, too; None where none does."""
        return _optional(self.row.get("fronts", []))

    @cached_property
    def ranks(self) -> Names | None:
        """The ranks that are of it in one of its services; None where it has none."""
        return _optional(self.row.get("ranks", []))

    @cached_property
    def services(self) -> Names | None:
        """The employers in which a rank is of it; None where it has none."""
        return _optional(self.row.get("services", []))

    @property
    def implied(self) -> frozenset[str]:
        """The words that narrow others and not this one, which is never without: "outbound"."""
        return frozenset(self.row.get("implied", []))

    @property
    def opposites(self) -> Mapping[str, list[str]]:
        """What is said where it is without one of the words implied, by that word."""
        found: Mapping[str, list[str]] = self.row.get("opposites", {})
        return found

    @cached_property
    def never(self) -> Names | None:
        """The titles that belong elsewhere all the same; None where there is none."""
        return _optional(self.row.get("never", []))


@cache
def functions() -> dict[str, Function]:
    """Return every function by its key.

    Raises:
        TitlesError: where a function includes one that the table lacks.
    """
    rows = table()["function"]
    for name, row in rows.items():
        for other in row["includes"]:
            if other not in rows:
                raise TitlesError(
                    f"{_FILE}: [function.{name}] includes {other!r}; there is no such"
                )
    return {
        name: Function(name, row, frozenset(row.get("sectors", [])), _closed(rows, name))
        for name, row in rows.items()
    }


def _optional(words: list[str]) -> Names | None:
    return Names(words) if words else None


def done(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the objects of each verb of a function; places are what one runs."""
    return {**row.get("does", {}), **({PLACE: row["runs"]} if "runs" in row else {})}


def _closed(rows: dict[str, Any], name: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for other in rows[waiting.pop()]["includes"]:
            if other not in found and other != name:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
