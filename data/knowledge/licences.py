"""The table of licences to drive and to practise a trade.

Must not know CVs or roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "licences.toml"


class LicenceTableError(ValueError):
    """The table of licences cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class LicenceKind:
    """A licence.

    Attributes:
        name: The canonical name.
        covers: What its holder may do as well, by canonical name.
        any_of: Licences each of which is one of this kind ("SIA" is any SIA licence).
        words: How it is written.
        beside: What says, beside the name of the sort it is of, that this one is meant.
    """

    name: str
    covers: tuple[str, ...]
    any_of: tuple[str, ...]
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LicenceTable:
    """The whole table.

    ``driving`` holds words about driving that name no licence, ``towards`` those for training,
    tests and applications by the licence that they lead to.
    """

    kinds: dict[str, LicenceKind]
    categories: dict[str, str]
    driving: dict[str, tuple[str, ...]]
    elsewhere_before: tuple[str, ...]
    elsewhere_after: tuple[str, ...]
    towards: dict[str, tuple[str, ...]]

    def above(self, name: str) -> tuple[str, ...]:
        """Return the licences to drive that go beyond one: who has 'B only' has none of them."""
        printed = set(self.categories.values())
        return tuple(
            kind.name
            for kind in self.kinds.values()
            if name in kind.covers and (kind.name in printed or (kind.any_of and name in printed))
        )

    def covers(self, held: str, asked: str) -> bool:
        """Return whether the holder of one licence has the other as well."""
        if held == asked:
            return True
        kind, wanted = self.kinds.get(held), self.kinds.get(asked)
        if kind is None or wanted is None:
            return False
        return asked in kind.covers or any(self.covers(held, one) for one in wanted.any_of)


@cache
def licences() -> LicenceTable:
    """Return the table, checked."""
    table = toml_table(_FILE)
    kinds = {
        row["name"]: LicenceKind(
            row["name"],
            tuple(row.get("covers", ())),
            tuple(row.get("any_of", ())),
            tuple(row["words"]),
            tuple(row.get("beside", ())),
        )
        for row in table["licence"]
    }
    for kind in kinds.values():
        unknown = {*kind.covers, *kind.any_of} - set(kinds)
        if unknown:
            raise LicenceTableError(f"{_FILE}: {kind.name!r} names {unknown}, which has no entry")
    strays = {*table["categories"].values(), *table["towards"]} - set(kinds)
    if strays:
        raise LicenceTableError(
            f"{_FILE}: [categories] or [towards] names {strays}, which has no entry"
        )
    return LicenceTable(
        kinds,
        table["categories"],
        {name: tuple(words) for name, words in table["driving"].items()},
        tuple(table["elsewhere"]["before"]),
        tuple(table["elsewhere"]["after"]),
        {name: tuple(words) for name, words in table["towards"].items()},
    )
