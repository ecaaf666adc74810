"""Words right before the name of an award that take it away from the person, as data.

Must not know which awards there are, nor what stands farther off.
"""

from __future__ import annotations

from functools import cache

from data.knowledge.tables import toml_table

_FILE = "governing.toml"


@cache
def _table() -> dict[str, list[str]]:
    return toml_table(_FILE)


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of one kind ("modals"), in lower case, the longest first."""
    return tuple(sorted(_table()[kind], key=lambda word: (-len(word), word)))
