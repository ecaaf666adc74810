"""What a CV says twice of one post: in the same words, or with another figure.

Must not know scores. A repeat is not read, so that saying it again gains nothing. Of 'a budget of
£4m' and 'a budget of £80m' the smaller counts, and the larger is not read either. Statements that
name different years are about different years, and figures less than threefold apart may be a
growth; both stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from data.patterns import regex
from matcher.facts.numbers.numbers import numbers
from matcher.facts.numbers.words import parse
from matcher.types import Notice, Outline, Sentence

NOTICE = "contradiction"
_TIMES = 3.0
_FEWEST_WORDS = 6
# 'Level 2' and 'Level 8' are two things, not one with two sizes.
_WORD = regex(
    r"\b(?:band|class|grade|level|module|page|part|phase|stage|step|tier|unit|version|year)\s+\d+"
    r"|[^\W\d_]+|(?<!\d)(?:19|20)\d\d(?![\d.,]*\d)|[£$€]"
)
_SCALES = frozenset({"k", "m", "bn", "thousand", "million", "billion", "hundred", "dozen"})
Spans = list[tuple[int, int]]
_Figures = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Doubled:
    """Sentences that count for nothing because another one says the same.

    Attributes:
        repeats: Those that say it in the same words and figures; the first is not among them.
        larger: Those that say it with a far larger figure.
    """

    repeats: Spans
    larger: Spans

    @property
    def spans(self) -> Spans:
        """All of them."""
        return sorted({*self.repeats, *self.larger})


def doubled(cv: Outline) -> Doubled:
    """Return the sentences that say again what another one of the same post says."""
    alike: dict[tuple[str, int | None, tuple[str, ...]], dict[_Figures, list[Sentence]]] = {}
    for each in cv.sentences:
        if words := _words(each.text):
            group = alike.setdefault((each.section, each.position, words), {})
            group.setdefault(_figures(each.text), []).append(each)
    repeats: dict[tuple[int, int], int] = {}
    larger: set[tuple[int, int]] = set()
    for (*_, words), group in alike.items():
        for same in group.values():
            repeats.update(((each.start, each.end), len(words)) for each in same[1:])
        for ours, theirs in combinations(group, 2):
            if _far_apart(ours, theirs):
                worse = max(theirs, ours, key=sum)  # of equal sums, the later one
                larger.update((each.start, each.end) for each in group[worse])
    # A few words may head two lists; beside a larger figure they came with it.
    lines = {cv.text.rfind("\n", 0, at) for span in larger for at in span}
    kept = [
        span
        for span, count in repeats.items()
        if count >= _FEWEST_WORDS or cv.text.rfind("\n", 0, span[0]) in lines
    ]
    return Doubled(sorted(kept), sorted(larger))


def contradiction_notice(found: Doubled) -> tuple[Notice, ...]:
    """Return the warning about larger figures, if there are any."""
    if not found.larger:
        return ()
    message = (
        "The CV makes one statement with two figures more than threefold apart; "
        "the smaller was read; ask which holds."
    )
    return (Notice(NOTICE, message),)


def _words(text: str) -> tuple[str, ...]:
    """The words of a sentence without its figures; years stay."""
    plain = text.lower()
    for _, start, end in reversed(parse(plain)):
        plain = f"{plain[:start]} {plain[end:]}"
    return tuple(each for each in _WORD.findall(plain) if each not in _SCALES)


def _figures(text: str) -> _Figures:
    """The numbers of a sentence in order, both ends of a range."""
    ends = (end for number in numbers(text) for end in (number.low, number.high))
    return tuple(end for end in ends if end is not None)


def _far_apart(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Whether two sentences' figures, one by one, differ threefold somewhere."""
    return len(ours) == len(theirs) and any(
        min(pair) > 0 and max(pair) / min(pair) >= _TIMES for pair in zip(ours, theirs, strict=True)
    )
