"""The table of words about the right to work in the United Kingdom.

Must not know CVs or roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "right_to_work.toml"


@dataclass(frozen=True, slots=True)
class RightToWorkWords:
    """The groups of the table.

    Attributes:
        granted: The person may work, now and later.
        frames: Labels beside which a nationality or a 'yes' is enough.
        framed: What is enough beside them.
        limited: The person may work for a time.
        renewed: A leave that lasts unless its end is printed.
        sponsored: An employer has to sponsor the person.
        abroad: Other countries, with their names in roles.
    """

    granted: tuple[str, ...]
    frames: tuple[str, ...]
    framed: tuple[str, ...]
    limited: tuple[str, ...]
    renewed: tuple[str, ...]
    sponsored: tuple[str, ...]
    abroad: dict[str, tuple[str, ...]]


@cache
def right_to_work_words() -> RightToWorkWords:
    """Return the table."""
    table = toml_table(_FILE)
    return RightToWorkWords(
        granted=tuple(table["granted"]["words"]),
        frames=tuple(table["nationality"]["frames"]),
        framed=tuple(table["nationality"]["granted"]),
        limited=tuple(table["limited"]["words"]),
        renewed=tuple(table["renewed"]["words"]),
        sponsored=tuple(table["sponsored"]["words"]),
        abroad={country: tuple(names) for country, names in table["abroad"].items()},
    )
