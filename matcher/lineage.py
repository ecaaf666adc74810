"""Which job titles are of one kin: the same function of work, or one that includes the other.

Must not know vectors. It finds what a cosine cannot: that a head of IT service management has
answered for major incidents, because the table of titles says that the one includes the other.
"""

from __future__ import annotations

from functools import lru_cache

from data.knowledge.title_tables import functions
from data.knowledge.titles import in_title


@lru_cache(maxsize=65536)
def functions_of(title: str) -> frozenset[str]:
    """Return the functions of work, by their keys in the table of titles, that a title names."""
    return frozenset(in_title(title))


@lru_cache(maxsize=65536)
def kin(title: str, other: str) -> bool:
    """Return whether two titles share a function, or one's function includes the other's."""
    table = functions()
    return any(
        one == two or one in table[two].includes or two in table[one].includes
        for one in functions_of(title)
        for two in functions_of(other)
    )
