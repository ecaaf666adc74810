"""What a model is asked about a CV: the facts that it may take away, and the figures it may give.

Must not know the model, nor what its answers are worth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.knowledge.mentions import sureness
from matcher.facts.mentions.found import amounts, counts_of_people, mention_of
from matcher.facts.mentions.windows import MarkedText, Windows
from matcher.facts.money.sense import Reading
from matcher.facts.numbers.durations import Length, lengths
from matcher.facts.numbers.numbers import Number
from matcher.facts.people.leading import stance
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Money, People, Years

Asked = tuple[str, MarkedText]
"""A kind of mention, and the text it is marked in."""

_MENTIONED = {
    "money": "money",
    "people": "people",
    "years": "time",
    "certification": "award",
    "clearance": "award",
    "licence": "award",
    "tool": "skill",
    "language": "skill",
}
# What a rule may have read of an amount that a model may still give to somebody.
_UNTOLD = frozenset({"", "backdrop", "owned"})
_OPEN_SCOPES = frozenset({"other", "budget", "p_and_l", "contract"})
_LISTS = frozenset({"skills", "tools", "technical", "keywords"})
_MOST_SKILLS = 3
_FEWEST_WORDS = 5
# Of a longer sentence it is not clear what a length is of.
_MOST_WORDS = 25
_UNREAD = frozenset({"education", "training", "references", "keywords", "career_break"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is asked of a fact, and whether words say that it is the person's."""

    asked: Asked
    told: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence that a model may give to the person."""

    asked: Asked
    sentence: Sentence
    number: Number | Length

    def is_read_in(self, fact: Fact) -> bool:
        """Whether a fact gives the figure to the person."""
        value, sentence, number = fact.value, self.sentence, self.number
        if isinstance(value, Money) and isinstance(number, Number):
            same = value.owned and value.amount in (number.low, number.high)
            return same and fact.start < sentence.end and sentence.start < fact.end
        same = (
            isinstance(value, Years)
            if isinstance(number, Length)
            else isinstance(value, People) and value.owned
        )
        start, end = sentence.start + number.start, sentence.start + number.end
        return same and fact.start < end and start < fact.end


class Questions:
    """What a model is asked about a CV.

    Attributes:
        doubts: Of each fact, what is asked; None for one that is left alone.
        figures: What no fact that is left alone gives the person.
    """

    def __init__(self, cv: Outline, facts: Sequence[Fact], windows: Windows) -> None:
        """Take a CV, its facts as read by rule, and what a model may see of it."""
        self._cv = cv
        self._windows = windows
        self._starts = [sentence.start for sentence in cv.sentences]
        skills = (fact for fact in facts if _MENTIONED.get(fact.kind) == "skill")
        self._skills = Counter(self._index(fact) for fact in skills)
        self.doubts = [self._doubt(fact) for fact in facts]
        settled = [fact for fact, doubt in zip(facts, self.doubts, strict=True) if doubt is None]
        self.figures = [
            figure
            for index in range(len(cv.sentences))
            for figure in self._figures(index)
            if not any(figure.is_read_in(fact) for fact in settled)
        ]

    def asked(self) -> list[Asked]:
        """Return all that is asked, each once: a figure of a fact may be given anew."""
        every = (each.asked for each in (*self.doubts, *self.figures) if each is not None)
        return list(dict.fromkeys(every))

    def _index(self, fact: Fact) -> int:
        """The sentence that a fact opens in."""
        return max(0, bisect_right(self._starts, fact.start) - 1)

    def _is_listed(self, index: int) -> bool:
        """Whether a sentence is a list of tools: such a list says the same of all, or nothing."""
        sentence = self._cv.sentences[index]
        listed = sentence.section in _LISTS or self._skills[index] > _MOST_SKILLS
        return listed or len(sentence.text.split()) < _FEWEST_WORDS

    def _doubt(self, fact: Fact) -> Doubt | None:
        kind = _MENTIONED.get(fact.kind)
        if kind is None or fact.status is not Status.HELD or fact.bare:
            return None
        index = self._index(fact)
        if kind == "skill" and self._is_listed(index):
            return None
        found = mention_of(fact, self._cv.sentences[index])
        if found is None:
            return None
        start, end, told = found
        # Nothing that a model says could change what words give.
        if told and not sureness(kind).denial:
            return None
        marked = self._windows.of(index, start, end)
        return None if marked is None else Doubt((kind, marked), told)

    def _figures(self, index: int) -> Iterator[Figure]:
        sentence = self._cv.sentences[index]
        if sentence.section in _UNREAD:
            return
        for kind, number in _open_figures(sentence.text):
            marked = self._windows.of(index, number.start, number.end)
            if marked is not None:
                yield Figure((kind, marked), sentence, number)


def _open_figures(text: str) -> Iterator[tuple[str, Number | Length]]:
    """Yield the kinds and figures of a sentence that no words give to anybody else."""
    if found := amounts(text):
        reading = Reading(text)  # Most sentences name no money, and need no look for whose it is.
        for amount in found:
            sense = reading.sense(amount, found)
            if sense.scope in _OPEN_SCOPES and sense.stance in _UNTOLD:
                yield "money", amount
    for number in counts_of_people(text):
        if stance(text, number.start, number.end) in ("", "led"):
            yield "people", number
    if len(text.split()) <= _MOST_WORDS:
        yield from (("time", length) for length in lengths(text) if not length.joined)
