"""The table of sectors: their names, the employers that show them, what belongs to what.

Must not know CVs or roles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "sectors.toml"


class SectorTableError(ValueError):
    """The table of sectors cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A sector: how it is called and what shows it."""

    name: str
    part_of: tuple[str, ...]
    names: tuple[str, ...]
    employers: tuple[str, ...]
    name_endings: tuple[str, ...]
    regulators: tuple[str, ...]
    of_a_subject: bool


@dataclass(frozen=True, slots=True)
class SectorTable:
    """The whole table; ``sectors.toml`` explains the groups of words."""

    rows: dict[str, SectorRow]
    not_shown: tuple[str, ...]
    elsewhere: tuple[str, ...]
    whole_career: tuple[str, ...]
    weak: frozenset[str]
    trades: frozenset[str]
    everyday: frozenset[str]

    def wider(self, name: str) -> frozenset[str]:
        """Return the sector and every wider one that it belongs to."""
        found = {name}
        for part_of in self.rows[name].part_of if name in self.rows else ():
            found |= self.wider(part_of)
        return frozenset(found)


def _makers(made: Iterable[str]) -> list[str]:
    """Return what those who make things are called: 'biscuit factory', 'biscuit manufacturer'."""
    kinds = ("factory", "plant", "manufacturer", "maker", "producer")
    return [f"{thing} {kind}" for thing in made for kind in kinds]


@cache
def sectors() -> SectorTable:
    """Return the table, checked."""
    table = toml_table(_FILE)
    rows = {
        name: SectorRow(
            name,
            tuple(row.get("part_of", ())),
            tuple(row["names"]),
            (*row["employers"], *_makers(row.get("made", ()))),
            tuple(row.get("name_endings", ())),
            tuple(row.get("regulators", ())),
            row.get("of_a_subject", False),
        )
        for name, row in table["sector"].items()
    }
    for row in rows.values():
        unknown = set(row.part_of) - set(rows)
        if unknown:
            raise SectorTableError(
                f"{_FILE}: {row.name!r} is part of {unknown}, which has no entry"
            )
    return SectorTable(
        rows,
        tuple(table["not_shown"]["words"]),
        tuple(table["elsewhere"]["words"]),
        tuple(table["whole_career"]["words"]),
        frozenset(table["weak"]["words"]),
        frozenset(table["trades"]["words"]),
        frozenset(table["everyday"]["words"]),
    )
