"""A text without some of its spans, and the way back to the offsets of the whole.

Must not know why the spans are left out. What is read from the shorter text cannot depend on them;
what is shown is cut from the whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

Span = tuple[int, int]
SEPARATORS = " \t,;:.!?|/·•*#_()>–—-\n\r"


@dataclass(frozen=True, slots=True)
class Without:
    """A text less some spans.

    Attributes:
        whole: The text they were taken from.
        text: What is left.
        kept: The spans of ``whole`` that are left, in order; they do not touch.
        starts: Where each of them starts in ``text``.
    """

    whole: str
    text: str
    kept: tuple[Span, ...]
    starts: tuple[int, ...]

    def back(self, start: int, end: int) -> Span:
        """Return the span of ``whole`` that ``[start, end)`` of the shorter text stands for."""
        if start >= len(self.text):
            return len(self.whole), len(self.whole)
        first = self._origin(start)
        return first, (self._origin(end - 1) + 1 if end > start else first)

    def into(self, start: int, end: int) -> Span:
        """Return the span of the shorter text that is left of ``[start, end)`` of the whole."""
        return self._left_before(start), self._left_before(end)

    def _origin(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.kept[number][0] + at - self.starts[number]

    def _left_before(self, at: int) -> int:
        """How many characters are left of those before the offset ``at`` of the whole."""
        number = bisect_right(self.kept, at, key=itemgetter(0)) - 1
        if number < 0:
            return 0
        first, last = self.kept[number]
        return self.starts[number] + min(at, last) - first


def without(text: str, spans: Iterable[Span]) -> Without:
    """Leave spans out of a text, and with them every line that they empty."""
    gone = merged(spans)
    kept = _between(merged([*gone, *_emptied(text, gone)]), 0, len(text))
    lengths = accumulate((last - first for first, last in kept), initial=0)
    left = "".join(text[first:last] for first, last in kept)
    return Without(text, left, kept, tuple(lengths)[:-1])


def _emptied(text: str, gone: Sequence[Span]) -> list[Span]:
    """The lines of which the spans leave nothing but separators."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        first, at = at, at + len(line)
        left = _between(gone, first, at)
        if left != ((first, at),) and not any(
            text[start:end].strip(SEPARATORS) for start, end in left
        ):
            found.append((first, at))
    return found


def _between(gone: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what is left of ``[start, end)`` between the spans, which are in order."""
    found = []
    at = start
    for first, last in gone[bisect_right(gone, start, key=itemgetter(1)) :]:
        if first >= end:
            break
        if first > at:
            found.append((at, first))
        at = last
    if at < end:
        found.append((at, end))
    return tuple(found)


def by_line(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans cut at the ends of lines, so that what stands behind one starts a line still."""
    found = []
    for start, end in spans:
        for line in text[start:end].splitlines(keepends=True):
            found.append((start, start + len(line.rstrip("\r\n"))))
            start += len(line)
    return found


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans sorted and joined where they overlap or touch, empty ones left out."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return tuple(found)
