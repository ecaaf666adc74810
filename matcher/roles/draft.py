"""What the readers of roles hand to each other before a requirement has its number.

Must not know how it was read.
"""

from __future__ import annotations

from dataclasses import dataclass

from matcher.criteria import Criterion
from matcher.types import Importance


@dataclass(frozen=True, slots=True)
class Draft:
    """A requirement without an id.

    Attributes:
        criterion: What must hold.
        start: Offset of the words that ask.
        end: Offset behind them.
        importance: Essential or desirable.
        unit: Which unit of the text it was read from, counted from 0.
        marked: Whether words of the role say the importance, rather than a default.
        group: Alternatives share a group.
        within_years: The look-back window in years, or None.
        same_post: Whether it must be met in one post with the draft before it.
    """

    criterion: Criterion
    start: int
    end: int
    importance: Importance = Importance.ESSENTIAL
    unit: int = 0
    marked: bool = False
    group: str | None = None
    within_years: float | None = None
    same_post: bool = False
