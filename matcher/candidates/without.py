"""A text without some of its spans, and the way back to the offsets of the whole.

Must not know why the spans are left out. What is read from the shorter text cannot depend on them;
what is shown is cut from the whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
_SEPARATORS = " \t,;:|/·•*#_()–—-\n\r"


@dataclass(frozen=True, slots=True)
class Without:
    """A text less some spans.

    Attributes:
        whole: The text they were taken from.
        text: What is left.
        origin: For each character of ``text`` its offset in ``whole``.
    """

    whole: str
    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> Span:
        """Return the span of ``whole`` that ``[start, end)`` of the shorter text stands for."""
        if start >= len(self.origin):
            return len(self.whole), len(self.whole)
        first = self.origin[start]
        return first, (self.origin[end - 1] + 1 if end > start else first)

    def into(self, start: int, end: int) -> Span:
        """Return the span of the shorter text that is left of ``[start, end)`` of the whole."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)


def without(text: str, spans: Iterable[Span]) -> Without:
    """Leave spans out of a text, and with them every line that they empty."""
    gone = bytearray(len(text))
    for start, end in spans:
        gone[start:end] = b"\1" * (end - start)
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        left = "".join(sign for number, sign in enumerate(line, at) if not gone[number])
        if any(gone[at:end]) and not left.strip(_SEPARATORS):
            gone[at:end] = b"\1" * len(line)
        at = end
    origin = tuple(number for number in range(len(text)) if not gone[number])
    return Without(text, "".join(text[number] for number in origin), origin)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans sorted and joined where they overlap or touch, empty ones left out."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return tuple(found)
