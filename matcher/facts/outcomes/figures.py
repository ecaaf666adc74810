"""A figure beside a measure, with its unit.

Must not know how figures are found, nor what they measure.
"""

from __future__ import annotations

from dataclasses import dataclass

from matcher.facts.numbers.numbers import Number


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure beside a measure; ``change`` where it cannot be a level ('halved')."""

    number: Number
    unit: str
    end: int
    change: bool = False
