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

from data.patterns import regex

Span = tuple[int, int]
# No page is wider in characters.
WIDEST = 120
_WIDE = regex(
    # Blanks, blank lines but for the last of them, and rules.
    rf"[^\S\n]{{{WIDEST + 1},}}"
    rf"|(?:[^\S\n]*\n){{{WIDEST // 2 + 1},}}(?=[^\S\n]*\n)"
    rf"|([^\w\s]|_)\1{{{WIDEST},}}"
)
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

    def of(self, outer: Without) -> Without:
        """Return the same text as what is left of the text that ``outer`` was taken from.

        Args:
            outer: What left the text that this one's spans were taken from.
        """
        kept, starts = [], []
        for (first, last), start in zip(self.kept, self.starts, strict=True):
            at = first
            while at < last:
                number = bisect_right(outer.starts, at) - 1
                behind = min(last, outer.starts[number] + _length(outer.kept[number]))
                kept.append((outer._origin(at), outer._origin(behind - 1) + 1))
                starts.append(start + at - first)
                at = behind
        return Without(outer.whole, self.text, tuple(kept), tuple(starts))

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
    return _less(text, merged([*gone, *_emptied(text, gone)]))


def narrowed(text: str) -> Without:
    """Leave out of a text what is too wide of its gaps and rules: nobody meant anything by it.

    Patterns that look past a gap take time by the square of its width, or worse.
    """
    wide = (match.span() for match in _WIDE.finditer(text))
    return _less(text, tuple((first + WIDEST, last) for first, last in wide))


def _less(text: str, gone: Sequence[Span]) -> Without:
    kept = _between(gone, 0, len(text))
    lengths = accumulate(map(_length, kept), initial=0)
    left = "".join(text[first:last] for first, last in kept)
    return Without(text, left, kept, tuple(lengths)[:-1])


def _length(span: Span) -> int:
    return span[1] - span[0]


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
