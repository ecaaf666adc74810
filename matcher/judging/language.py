"""Judges languages by level, on the scale of the Common European Framework of Reference.

Must not know how a language is worded. Native covers C2, and C1 is what 'fluent' asks. Where no
level is asked, a basic one is too little; where one is asked and none is printed, that is to ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.languages import SCALE, language_words
from matcher.criteria import LanguageSpoken
from matcher.facts.languages.reader import ANY_OTHER
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import either, quoted
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Language

# What 'a speaker of' a language can do at the least.
_SPEAKER = "B1"
# A person at C2 passes for native in speech and writing.
_NATIVE_LIKE = "C2"


def judge(criterion: LanguageSpoken, candidate: Candidate, context: Context) -> Verdict:
    """Judge languages, any one of which does.

    Args:
        criterion: Names of languages or of sorts of them, the level asked or None, and how many.
        candidate: Whose languages are looked at.
        context: Not needed; judges share one signature.

    Returns:
        Met at the level or above, partly where a dated exam is to come, not met below it or
        where the CV denies the language.
    """
    del context
    facts = candidate.of(Language)
    names = frozenset(criterion.any_of).union(
        *(language_words().sorts.get(name, ()) for name in criterion.any_of)
    )
    ours = [fact for fact in facts if _value(fact).name in names]
    held = [fact for fact in ours if fact.status is Status.HELD]
    asked = _asked(criterion)
    if criterion.at_least > 1:
        return _several(criterion, candidate, held)
    best = max(held, key=lambda fact: (_rank(_value(fact).level), -fact.start), default=None)
    if best is not None and _is_enough(_value(best).level, criterion.level):
        shown = _named(_value(best))
        reason = f"The CV states {shown}" + ("." if shown == asked else f", which meets {asked}.")
        return Verdict(Outcome.MET, reason, quoted(candidate, best))
    question = f"How well do you speak {either(criterion.any_of)}, and where have you used it?"
    coming = [f for f in ours if f.status is Status.IN_PROGRESS and f.when]
    if coming and _is_enough(_value(coming[0]).level, criterion.level):
        reason = f"The CV gives a date for reaching {asked}; it is not reached yet."
        return Verdict(Outcome.PARTLY, reason, quoted(candidate, coming[0]), question)
    if best is not None and _value(best).level is None:
        reason = f"The CV names {_value(best).name}, but not how well it is spoken."
        return Verdict(Outcome.NOT_STATED, reason, quoted(candidate, best), question)
    told = {_value(fact).name for fact in ours}
    if best is not None and told >= set(criterion.any_of):
        reason = f"The CV states {_named(_value(best))}, below {asked}."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, best))
    return _missing(criterion, candidate, facts, told, question)


def _several(criterion: LanguageSpoken, candidate: Candidate, held: Sequence[Fact]) -> Verdict:
    """Judge a number of languages that must be spoken, whichever they are."""
    enough = {
        _value(fact).name: fact
        for fact in reversed(held)
        if _is_enough(_value(fact).level, criterion.level)
    }
    quotes = quoted(candidate, *sorted(enough.values(), key=lambda fact: fact.start))
    shown = f"The CV states {len(enough)} of the {criterion.at_least} languages asked."
    if len(enough) >= criterion.at_least:
        return Verdict(Outcome.MET, shown, quotes)
    question = f"Which languages do you speak, and how well? {criterion.at_least} are asked."
    outcome = Outcome.PARTLY if enough else Outcome.NOT_STATED
    return Verdict(outcome, shown, quotes, question)


def _missing(
    criterion: LanguageSpoken,
    candidate: Candidate,
    facts: Sequence[Fact],
    told: set[str],
    question: str,
) -> Verdict:
    denied = [fact for fact in facts if fact.status is Status.DENIED]
    names = {_value(fact).name for fact in denied}
    if ANY_OTHER in names and "English" not in criterion.any_of and not told - names:
        names |= set(criterion.any_of)
    if denied and names >= set(criterion.any_of):
        reason = f"The CV says that {either(criterion.any_of)} is not spoken."
        return Verdict(Outcome.NOT_MET, reason, quoted(candidate, denied[0]))
    reason = f"The CV does not state {_asked(criterion)}."
    return Verdict(Outcome.NOT_STATED, reason, question=question)


def _value(fact: Fact) -> Language:
    assert isinstance(fact.value, Language)
    return fact.value


def _rank(level: str | None) -> int:
    return SCALE.index(level) if level in SCALE else -1


def _is_enough(level: str | None, asked: str | None) -> bool:
    if asked is None:
        return level is None or _rank(level) >= _rank(_SPEAKER)
    least = _NATIVE_LIKE if asked == "native" else asked
    return level is not None and _rank(level) >= _rank(least)


def _asked(criterion: LanguageSpoken) -> str:
    names = either(criterion.any_of)
    return f"{names} at {criterion.level} level" if criterion.level else names


def _named(value: Language) -> str:
    return f"{value.name} at {value.level} level" if value.level else value.name
