"""A sequence in pieces, for statements that take only so many values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Each = TypeVar("_Each")


def chunks(values: Sequence[_Each], size: int) -> Iterator[Sequence[_Each]]:
    """Yield the values in order, at most ``size`` at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
