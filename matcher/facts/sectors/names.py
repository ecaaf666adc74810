"""Names of sectors in a text, and kinds of employers and regulators that show one.

Must not know whose sector it is, nor whether a CV or a role is read.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.sectors.employer_names import is_no_name, is_of_another, sectors_of_names

FRAME = regex(
    r"\b(?:sectors?|industr(?:y|ies)|background|environments?|organi[sz]ations?|markets?|"
    r"experience|experienced|worked|working|compan(?:y|ies)|employer|"
    r"setting|settings|career|exposure|work|roles?|posts?|employment|history)\b",
    re.IGNORECASE,
)


@cache
def by_name() -> Phrases:
    """Return what finds sectors by their names."""
    rows = sectors().rows.values()
    return Phrases({row.name: row.names for row in rows})


@cache
def _shown() -> Phrases:
    rows = sectors().rows.values()
    employers = {
        row.name: [form for word in (*row.employers, *row.regulators) for form in _forms(word)]
        for row in rows
    }
    return Phrases({**employers, "": sectors().not_shown})


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith(("*", "s", "ss")) or word.isupper():
        return (word,)
    plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
    return (word, plural)


def hits_in(text: str) -> list[Hit]:
    """Return sectors named or shown in ``text``; of two at one place the longer counts."""
    hits = sorted(
        [*_shown().find(text), *by_name().find(text), *sectors_of_names(text)],
        key=lambda h: (h.start - h.end, h.start),
    )
    kept: list[Hit] = []
    for hit in hits:
        if all(hit.end <= k.start or hit.start >= k.end or _same(hit, k) for k in kept):
            kept.append(hit)
    told = (hit for hit in kept if hit.name and not is_no_name(text, hit))
    told = (hit for hit in told if not is_of_another(text, hit) and not _is_everyday(text, hit))
    return sorted(told, key=lambda hit: hit.start)


def _is_everyday(text: str, hit: Hit) -> bool:
    """Whether an employer's name is printed as the everyday word that it also is."""
    return text[hit.start : hit.end] in sectors().everyday


def _same(a: Hit, b: Hit) -> bool:
    """Several sectors may share a word ('ambulance trust')."""
    return (a.start, a.end) == (b.start, b.end) and a.name != b.name and bool(a.name and b.name)
