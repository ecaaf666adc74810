"""The table of what people handle so many of in a day, and of the words that say who did.

Must not know how a sentence is read; it turns the table's words into patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from data.knowledge.alternation import any_of
from data.knowledge.tables import toml_table

_FILE = "volumes.toml"


@dataclass(frozen=True, slots=True)
class VolumeWords:
    """Patterns of the table, for text in any case.

    Attributes:
        things: What is counted, in the singular or the plural.
        verbs: What somebody does who handles them.
        verbs_in_ing: The same, as 'taking'.
        about: What may stand before the number.
        not_handled: What says that the number is of none that were handled.
        others: Who else handles them.
    """

    things: str
    verbs: str
    verbs_in_ing: str
    about: str
    not_handled: str
    others: str


@cache
def volume_words() -> VolumeWords:
    """Return the table, read once."""
    table = toml_table(_FILE)
    things = [form for thing in table.pop("things") for form in (thing, _singular(thing))]
    return VolumeWords(
        things=f"(?:{any_of(things)})",
        **{name: f"(?:{any_of(words)})" for name, words in table.items()},
    )


def _singular(thing: str) -> str:
    return re.sub(r"ies$", "y", thing) if thing.endswith("ies") else thing.removesuffix("s")
