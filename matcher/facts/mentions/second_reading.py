"""Facts of a CV read a second time by a model of what mentions are to the person.

The readers of each kind find figures and names, and go by the words around them. Where those words
are none they know, custom decides: what stands in a CV is its writer's. A model trained on many
more words looks at each such mention again. It takes away what custom gave and the sentence does
not ('Sold software to a council that holds a £3m budget'), and gives what no known word gave
('Purse strings: mine. £2m a year'). Must not know the model, nor how a fact is judged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from data.knowledge.mentions import sureness
from matcher.facts.layout.quoting import fact_in
from matcher.facts.mentions.found import amounts, counts_of_people, mention_of
from matcher.facts.mentions.windows import MarkedText, Windows
from matcher.facts.money.sense import Reading
from matcher.facts.numbers.durations import Length, lengths
from matcher.facts.numbers.numbers import Number
from matcher.facts.people.leading import stance
from matcher.facts.states.cues import clause_of
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Money, MoneyScopeName, People, Tool, Years

Classify = Callable[[str, Sequence[MarkedText]], Sequence[Mapping[str, float]]]
"""Takes a kind of mention and marked texts; returns the probability of each label, by name."""

# The labels that speak for the person, by kind of mention, and those that speak for somebody else.
# Of a tool, "other" says no more than that the model has not seen the like.
_OWN = {
    "money": ("budget", "p_and_l", "contract", "target"),
    "people": ("led", "dotted", "managers", "seats"),
    "time": ("worked",),
    "award": ("held", "in_progress", "lapsed"),
    "skill": ("done", "basic", "other"),
}
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
_SCOPES: tuple[MoneyScopeName, ...] = ("budget", "p_and_l", "contract")
# What a rule may have read of an amount that a model may still give to somebody.
_UNTOLD = frozenset({"", "backdrop", "owned"})
_OPEN_SCOPES = frozenset({"other", *_SCOPES})
# The level of what is only dabbled in, as the table of tools names it.
_LITTLE = "basic"
_LISTS = frozenset({"skills", "tools", "technical", "keywords"})
_MOST_SKILLS = 3
_FEWEST_WORDS = 5
# Of a longer sentence it is not clear what a length is of.
_MOST_WORDS = 25
_UNREAD = frozenset({"education", "training", "references", "keywords", "career_break"})


def second_reading(
    cv: Outline, facts: Sequence[Fact], windows: Windows, classify: Classify
) -> list[Fact]:
    """Return the facts of a CV as a model's word leaves them, ordered by where they stand."""
    reader = _SecondReader(cv, facts, windows, classify)
    kept = [left for fact in facts if (left := reader.left_of(fact)) is not None]
    claimed = [fact for index in range(len(cv.sentences)) for fact in reader.claims(index, kept)]
    return sorted([*kept, *claimed], key=lambda fact: (fact.start, fact.end))


class _SecondReader:
    """A CV, what a model sees of it, and the model."""

    def __init__(
        self, cv: Outline, facts: Sequence[Fact], windows: Windows, classify: Classify
    ) -> None:
        self._cv = cv
        self._windows = windows
        self._classify = classify
        self._answers: dict[tuple[str, MarkedText], Mapping[str, float]] = {}
        self._starts = [sentence.start for sentence in cv.sentences]
        skills = (fact for fact in facts if _MENTIONED.get(fact.kind) == "skill")
        self._skills = Counter(self._index(fact) for fact in skills)

    def _index(self, fact: Fact) -> int:
        """The sentence that a fact opens in."""
        return max(0, bisect_right(self._starts, fact.start) - 1)

    def _is_listed(self, index: int) -> bool:
        """Whether a sentence is a list of tools: such a list says the same of all, or nothing."""
        sentence = self._cv.sentences[index]
        listed = sentence.section in _LISTS or self._skills[index] > _MOST_SKILLS
        return listed or len(sentence.text.split()) < _FEWEST_WORDS

    def left_of(self, fact: Fact) -> Fact | None:
        """Return what the model leaves of a fact: it, it in another state or not owned, or None."""
        kind = _MENTIONED.get(fact.kind)
        if kind is None or fact.status is not Status.HELD or fact.bare:
            return fact
        index = self._index(fact)
        sentence = self._cv.sentences[index]
        if kind == "skill" and self._is_listed(index):
            return fact
        found = mention_of(fact, sentence)
        if found is None:
            return fact
        start, end, told = found
        bounds = sureness(kind)
        # Nothing that a model says could change what words give.
        settled = told and not bounds.denial
        shares = None if settled else self._shares(kind, index, start, end)
        if shares is None:
            return fact
        if shares.get("denied", 0.0) >= bounds.state:
            return replace(fact, status=Status.DENIED, when=None)
        if _for_person(kind, shares) >= (bounds.denial if told else bounds.doubt):
            little = shares.get("basic", 0.0) >= bounds.state
            if little and isinstance(fact.value, Tool) and not fact.value.level:
                return replace(fact, value=replace(fact.value, level=_LITTLE))
            return fact
        if isinstance(fact.value, Money | People):
            return replace(fact, value=replace(fact.value, owned=False))
        return None

    def claims(self, index: int, facts: Sequence[Fact]) -> Iterator[Fact]:
        """Yield what no rule saw in a sentence and the model is sure of."""
        sentence = self._cv.sentences[index]
        if sentence.section in _UNREAD:
            return
        yield from self._money(index, sentence, facts)
        yield from self._people(index, sentence, facts)
        yield from self._time(index, sentence, facts)

    def _shares(self, kind: str, index: int, start: int, end: int) -> Mapping[str, float] | None:
        marked = self._windows.of(index, start, end)
        if marked is None:
            return None
        # What is taken away is looked at again when it is asked what else the sentence gives.
        if (kind, marked) not in self._answers:
            self._answers[kind, marked] = self._classify(kind, [marked])[0]
        return self._answers[kind, marked]

    def _money(self, index: int, sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
        found = amounts(sentence.text)
        if not found:
            return
        read = [
            fact for fact in facts if isinstance(fact.value, Money) and _touches(fact, sentence)
        ]
        reading = Reading(sentence.text)
        for amount in found:
            sense = reading.sense(amount, found)
            if sense.scope not in _OPEN_SCOPES or sense.stance not in _UNTOLD:
                continue
            if any(_is_of(fact, amount) and fact.value.owned for fact in read):  # type: ignore[union-attr]
                continue
            shares = self._shares("money", index, amount.start, amount.end)
            if shares is None:
                continue
            scope = max(_SCOPES, key=lambda each: shares[each])
            if shares[scope] >= sureness("money").claim:
                value = Money(
                    amount.low, amount.currency or "GBP", scope, owned=True, upper=amount.high
                )
                yield fact_in(sentence, value, *clause_of(sentence.text, amount.start, amount.end))

    def _people(self, index: int, sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
        text = sentence.text
        read = [
            fact
            for fact in facts
            if isinstance(fact.value, People) and fact.value.owned and _touches(fact, sentence)
        ]
        for number in counts_of_people(text):
            first, last = sentence.start + number.start, sentence.start + number.end
            if any(fact.start < last and first < fact.end for fact in read):
                continue
            if stance(text, number.start, number.end) not in ("", "led"):
                continue
            shares = self._shares("people", index, number.start, number.end)
            if shares is None or _for_person("people", shares) < sureness("people").claim:
                continue
            value = People(number.low, managers=shares["managers"] > 0.5, upper=number.high)
            yield fact_in(sentence, value, *clause_of(text, number.start, number.end))

    def _time(self, index: int, sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
        text = sentence.text
        if len(text.split()) > _MOST_WORDS:
            return
        for length in lengths(text):
            first, last = sentence.start + length.start, sentence.start + length.end
            read = (fact for fact in facts if isinstance(fact.value, Years))
            if length.joined or any(fact.start < last and first < fact.end for fact in read):
                continue
            shares = self._shares("time", index, length.start, length.end)
            if shares and shares["worked"] >= sureness("time").claim:
                yield fact_in(sentence, Years(length.years, _rest(text, length)), 0, len(text))


def _for_person(kind: str, shares: Mapping[str, float]) -> float:
    return sum(shares[label] for label in _OWN[kind])


def _is_of(fact: Fact, amount: Number) -> bool:
    return isinstance(fact.value, Money) and fact.value.amount in (amount.low, amount.high)


def _touches(fact: Fact, sentence: Sentence) -> bool:
    return fact.start < sentence.end and sentence.start < fact.end


def _rest(text: str, length: Length) -> str:
    """What a sentence says besides a length."""
    return " ".join(f"{text[: length.start]} {text[length.end :]}".split()).strip(" .,;:()-–—")
