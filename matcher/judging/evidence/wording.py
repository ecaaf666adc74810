"""Sizes in the words a recruiter would use: '£9.2m', '8% short', '24 people'.

Must not know what is judged.
"""

from __future__ import annotations

import math

from data.knowledge.currencies import currencies

# What takes an article where it is named by no proper name.
_THINGS = (
    *("platform", "system", "tool", "database", "package", "suite", "product", "application"),
    *("language", "framework", "solution", "service", "program", "programme", "engine", "app"),
)
# From this share on a size is close enough to what is asked to ask about.
NEARLY = 0.9
# Below this share a figure of how far it falls short reads as mockery.
_FAR_BELOW = 0.1
_STEPS = ((1e9, "bn"), (1e6, "m"), (1e3, "k"))


def money(amount: float, currency: str) -> str:
    """Return an amount with its sign, to three significant figures: '£9.25m', 'US$450k'."""
    row = currencies().get(currency)
    sign = row.signs[0] if row and row.signs else f"{currency} "
    for step, letter in _STEPS:
        if amount >= step:
            return f"{sign}{_short(amount / step)}{letter}"
    return f"{sign}{_short(amount)}"


def _short(value: float) -> str:
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"


def with_article(name: str) -> str:
    """Return the name of a thing as a sentence needs it: 'a booking system', but 'Excel'."""
    if not name.islower() or not name.endswith(_THINGS):
        return name
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def short_by(share: float) -> str:
    """Return how far a share of 0 to 1 falls short, in whole per cent and at least 1: '8%'."""
    return f"{max(1, math.floor((1 - share) * 100 + 0.5 + 1e-9))}%"


def short_of(share: float) -> str:
    """Return what stands before the size asked: '8% short of', 'well below' from nine tenths on."""
    return f"{short_by(share)} short of" if share >= _FAR_BELOW else "well below"


def people(count: float) -> str:
    """Return a head count: '1 person', '24 people'."""
    return "1 person" if count == 1 else f"{count:,.0f} people"
