"""The clause around a name, and whether a text holds names alone.

Must not know what is named, nor what ends a clause: whoever asks brings the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def clause_between(text: str, start: int, end: int, breaks: re.Pattern[str]) -> tuple[int, int]:
    """Return the span between the breaks next to ``text[start:end]``."""
    low = max((mark.end() for mark in breaks.finditer(text, 0, start)), default=0)
    mark = breaks.search(text, end)
    return low, mark.start() if mark else len(text)


def holds_names_alone(text: str, names: Iterable[tuple[int, int]], silent: re.Pattern[str]) -> bool:
    """Return whether a text names something and says nothing besides.

    Args:
        text: The text.
        names: Spans of its names, in order.
        silent: What says nothing, such as articles and marks.
    """
    rest, at = "", 0
    for start, end in names:
        rest += text[at:start]
        at = max(at, end)
    return at > 0 and not silent.sub("", rest + text[at:])
