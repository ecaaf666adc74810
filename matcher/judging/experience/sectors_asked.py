"""Sectors that the phrase of a requirement names, and what its words say beyond that.

Must not know the table of titles.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.knowledge.experience import narrowless
from data.knowledge.sectors import SectorRow, sectors
from matcher.facts.years.experience_words import content


def narrower_words(phrase: str) -> list[str]:
    """Return the words of a phrase that make it narrower than managing anything."""
    return [word for word in content(phrase) if word not in narrowless()]


# A phrase that says more than so many words beside the names of sectors is of something else, done
# for or sold to them: 'selling software into finance or other businesses'.
_MOST_BESIDE = 3


@lru_cache(maxsize=4096)
def sectors_meant(phrase: str) -> frozenset[str]:
    """Return the sectors that a phrase is about, none where it tells of work in other words."""
    found = sectors_in(phrase)
    known = {
        word
        for name in found
        for each in (name, *sectors().rows[name].names, *sectors().rows[name].employers)
        for word in each.lower().split()
    }
    beside = [word for word in narrower_words(phrase) if word not in known]
    return found if len(beside) <= _MOST_BESIDE else frozenset()


@lru_cache(maxsize=4096)
def sectors_in(phrase: str) -> frozenset[str]:
    """Return the sectors that a phrase names, or whose kind of employer it is ('a bank')."""
    low = f" {' '.join(re.findall(r'[a-z&-]+', phrase.lower()))} "
    kind = low.strip().removesuffix("s")
    return frozenset(
        row.name
        for row in sectors().rows.values()
        if kind in row.employers or _names_sector(row, low, phrase)
    )


def _names_sector(row: SectorRow, low: str, phrase: str) -> bool:
    named = [name for name in (row.name, *row.names) if f" {name.lower()} " in low]
    return bool(named) and not (row.of_a_subject and _has_subject(phrase, named))


def _has_subject(phrase: str, named: list[str]) -> bool:
    """Whether a phrase says more than names of a sector: 'payroll consulting'."""
    known = {word for name in named for word in name.lower().split()}
    return any(word not in known for word in narrower_words(phrase))
