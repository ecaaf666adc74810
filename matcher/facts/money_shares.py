"""Shares of a whole: who holds some of a budget does not hold the rest of it.

Must not know how amounts are read. Authority that is delegated counts for the delegated amount, and
of '£90k of the £2m budget' the second amount is somebody else's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from matcher.facts.numbers import Number
from matcher.types import Fact
from matcher.values import Money

# 'A limit of £9k within the trust's £2m': the whole that a delegated amount is a share of.
_WHOLE = re.compile(
    r"\b(?:within|out\s+of|from|inside|in|against|of)\s+(?:(?:an?|the|its|their|our|his|her|my)\s+)?"
    r"(?:[\w-]+(?:['’]s|s['’])?\s+){0,3}$",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"\s+(?:of|out\s+of|from|within)\s+(?:an?|the|its|their|our|her|his)\s+"
    r"(?:[\w-]+['’]s?\s+)?(?:total\s+|overall\s+|whole\s+)?",
    re.IGNORECASE,
)
_SHARE_HELD = re.compile(
    r"\b(?:allocated|delegated|given|held|hold|holding|owned|own|owning|managed|manage|managing|controlled"
    r"|controlling|ran|run|running|(?:responsib\w+|account\w+)\s+for|charge\s+of|limit\s+of)\s+"
    r"(?:about\s+|around\s+|some\s+|just\s+)?$",
    re.IGNORECASE,
)


def shares_only(text: str, sized: list[tuple[Number, Fact]]) -> list[tuple[Number, Fact]]:
    """Return the amounts where a share of a whole is told, the whole marked as somebody else's."""
    kept = list(_delegated_only(text, sized))
    for n in range(1, len(kept)):
        (share, part), (whole, fact) = kept[n - 1], kept[n]
        if not (isinstance(part.value, Money) and isinstance(fact.value, Money)):
            continue
        held = _SHARE_HELD.search(text, 0, share.start)
        if held and fact.value.owned and _OF_THE.fullmatch(text, share.end, whole.start):
            kept[n] = (whole, replace(fact, value=replace(fact.value, owned=False)))
            mine = replace(part.value, scope=fact.value.scope, part="delegated", owned=True)
            kept[n - 1] = (share, replace(part, value=mine))
    return kept


def _delegated_only(text: str, sized: list[tuple[Number, Fact]]) -> list[tuple[Number, Fact]]:
    """Where authority is delegated, the whole that it is a share of is somebody else's."""
    shares = [
        n for n, fact in sized if isinstance(fact.value, Money) and fact.value.part == "delegated"
    ]
    if not shares:
        return sized
    return [
        (number, replace(fact, value=replace(fact.value, owned=False)))
        if isinstance(fact.value, Money)
        and (number not in shares or (number != shares[0] and _WHOLE.search(text, 0, number.start)))
        else (number, fact)
        for number, fact in sized
    ]
