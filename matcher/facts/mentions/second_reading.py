"""Facts of a CV read a second time by a model of what mentions are to the person.

The readers of each kind find figures and names, and go by the words around them. Where those words
are none they know, custom decides: what stands in a CV is its writer's. A model trained on many
more words looks at each such mention again. It takes away what custom gave and the sentence does
not ('Sold software to a council that holds a £3m budget'), and gives what no known word gave
('Purse strings: mine. £2m a year'). Must not know the model, nor how a fact is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data.knowledge.mentions import sureness
from data.patterns import regex
from matcher.facts.layout.quoting import fact_in
from matcher.facts.mentions.questions import Asked, Figure, Questions
from matcher.facts.mentions.windows import Windows
from matcher.facts.numbers.durations import Length
from matcher.facts.states.cues import clause_of
from matcher.facts.years.experience_words import content
from matcher.types import Fact, Outline, Status
from matcher.values import Money, MoneyScopeName, People, Tool, Years

Shares = Mapping[str, float]
"""The probability of each label, by name."""

Classify = Callable[[Sequence[Asked]], Sequence[Shares]]
"""Says what each mention is that it is asked about."""

# The labels that speak for the person, by kind of mention.
# Of a tool, "other" says no more than that the model has not seen the like.
_OWN = {
    "money": ("budget", "p_and_l", "contract", "target"),
    "people": ("led", "dotted", "managers", "seats"),
    "time": ("worked",),
    "award": ("held", "in_progress", "lapsed"),
    "skill": ("done", "basic", "other"),
}
_SCOPES: tuple[MoneyScopeName, ...] = ("budget", "p_and_l", "contract")
_CLAUSE = regex(r"[^,;(]*")
# The level of what is only dabbled in, as the table of tools names it.
_LITTLE = "basic"


def second_reading(
    cv: Outline, facts: Sequence[Fact], windows: Windows, classify: Classify
) -> list[Fact]:
    """Return the facts of a CV as a model's word leaves them, ordered by where they stand."""
    questions = Questions(cv, facts, windows)
    # All at once: a model reads ten mentions together in half the time.
    asked = questions.asked()
    answers = dict(zip(asked, classify(asked), strict=True))
    kept = []
    for fact, doubt in zip(facts, questions.doubts, strict=True):
        left = fact if doubt is None else _left(fact, doubt.asked, answers[doubt.asked], doubt.told)
        if left is not None:
            kept.append(left)
    claims = (
        _claimed(figure, answers[figure.asked])
        for figure in questions.figures
        if not any(figure.is_read_in(fact) for fact in kept)
    )
    claimed = [fact for fact in claims if fact is not None]
    return sorted([*kept, *claimed], key=lambda fact: (fact.start, fact.end))


def _left(fact: Fact, asked: Asked, shares: Shares, told: bool) -> Fact | None:
    """Return what the model leaves of a fact: it, it in another state or not owned, or None.

    Args:
        fact: What was read by rule.
        asked: What was asked of it.
        shares: The answer.
        told: Whether words say that it is the person's.
    """
    kind, _ = asked
    bounds = sureness(kind)
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


def _claimed(figure: Figure, shares: Shares) -> Fact | None:
    """Return what no rule saw in a figure and the model is sure of."""
    kind, _ = figure.asked
    value = _value(kind, figure, shares)
    if value is None:
        return None
    text = figure.sentence.text
    start, end = figure.number.start, figure.number.end
    span = (0, len(text)) if isinstance(value, Years) else clause_of(text, start, end)
    return fact_in(figure.sentence, value, *span)


def _value(kind: str, figure: Figure, shares: Shares) -> Years | People | Money | None:
    number, claim = figure.number, sureness(kind).claim
    if isinstance(number, Length):
        worked = shares["worked"] >= claim
        return Years(number.years, _rest(figure.sentence.text, number)) if worked else None
    if kind == "people":
        if _for_person(kind, shares) < claim:
            return None
        return People(number.low, managers=shares["managers"] > 0.5, upper=number.high)
    scope = max(_SCOPES, key=lambda each: shares[each])
    if shares[scope] < claim:
        return None
    return Money(number.low, number.currency or "GBP", scope, owned=True, upper=number.high)


def _for_person(kind: str, shares: Shares) -> float:
    return sum(shares[label] for label in _OWN[kind])


def _rest(text: str, length: Length) -> str:
    """What is said beside a length: in its clause, or where that says nothing, in its sentence."""
    clause = _CLAUSE.match(text, length.end)
    opens = max(text.rfind(mark, 0, length.start) for mark in ",;") + 1
    near = _joined(text[opens : length.start], clause.group() if clause else "")
    return near if content(near) else _joined(text[: length.start], text[length.end :])


def _joined(before: str, behind: str) -> str:
    return " ".join(f"{before} {behind}".split()).strip(" .,;:()-–—")
