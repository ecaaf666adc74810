"""Head counts told together: what they add up to.

Must not know which words made a number a head count. 'Six engineers and nine contractors' are
fifteen; a breakdown ('a team of 22: 7 planners, 15 drivers') adds nothing to its total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from matcher.facts.numbers import Number

_EACH = re.compile(
    r"\beach\s+(?:with|lead\w*|led|runs?|ran|running|manag\w+|supervis\w+|ha[sd]|having|of)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:includ\w*|of which|of whom|of them|compris\w*|consist\w*|made up of)\b|[:(]", re.I
)

_LINK = re.compile(
    r"\b(?:and|plus|as well as|with|together with|alongside)\b|[,+&/]", re.IGNORECASE
)

_APART = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:then|later|previously|before|from|rising|grew|now)\b|;", re.I
)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """People counted in a sentence.

    Attributes:
        low: How many; of a range the lower end.
        high: The upper end of a range, or None.
        noun: "people", "managers", "managers_of_things", "group" or "label".
        direct: Whether direct reports only were counted.
        start: Offset of the words that say so.
        end: Offset behind them.
        number: The number as printed.
    """

    low: float
    high: float | None
    noun: str
    direct: bool
    start: int
    end: int
    number: Number


def summed(text: str, counts: list[HeadCount]) -> list[HeadCount]:
    """Join counts that the text adds up: 'six engineers and nine contractors' are fifteen.

    A breakdown ('a team of 22: 7 planners, 15 drivers') adds nothing to its total.
    """
    joined: list[HeadCount] = []
    for count in counts:
        last = joined[-1] if joined else None
        between = text[last.end : count.start] if last is not None else ""
        if last is not None and shared_out(text, last, count):
            joined[-1] = _extended(last, count, last.low * (count.low + 1))
        elif last is not None and _PART_OF.search(between) and count.low <= last.low:
            continue
        elif last is not None and _adds(between):
            joined[-1] = _extended(last, count, last.low + count.low)
            if last.direct and not count.direct:  # direct ones may be asked for alone
                joined.insert(-1, last)
        else:
            joined.append(count)
    return joined


def shared_out(text: str, first: HeadCount, second: HeadCount) -> bool:
    """Whether each of the first leads so many of the second: 'five leaders, each with ten'."""
    return _EACH.search(text[first.end : second.start]) is not None


def _adds(between: str) -> bool:
    return bool(_LINK.search(between)) and len(between.split()) <= 6 and not _APART.search(between)


def _extended(first: HeadCount, second: HeadCount, low: float) -> HeadCount:
    direct = first.direct and second.direct
    return replace(first, low=low, high=None, direct=direct, end=second.end)
