"""Reads a requirement and a CV with the modules of one kind, and judges: for tests alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import ModuleType

from matcher.candidates.outline import outline
from matcher.judging.context import Context
from matcher.text import sentences
from matcher.types import Asked, Candidate, Sentence, Verdict


class NoMeaning:
    """For judges that never look at similarities."""

    def passages(self, phrase: str) -> Sequence[float]:
        raise AssertionError(phrase)

    def titles(self, phrase: str) -> Sequence[float]:
        raise AssertionError(phrase)


def asks(facts: ModuleType, requirement: str) -> list[Asked]:
    found = [
        asked
        for start, end in sentences(requirement)
        for asked in facts.ask(Sentence(requirement[start:end], start, end))
    ]
    assert all(0 <= one.start < one.end <= len(requirement) for one in found)
    return found


def verdicts(facts: ModuleType, judging: ModuleType, requirement: str, cv: str) -> list[Verdict]:
    """Judge every ask of a requirement; each quote must be the CV's own words."""
    laid_out = outline(cv)
    read = tuple(facts.read(laid_out))
    assert all(cv[fact.start : fact.end] == fact.quote for fact in read)
    candidate = Candidate("c", cv, laid_out.sections, laid_out.positions, laid_out.sentences, read)
    context = Context(date(2026, 11, 23), NoMeaning())
    found = [judging.judge(one.criterion, candidate, context) for one in asks(facts, requirement)]
    for verdict in found:
        assert verdict.reason.endswith(".")
        assert (verdict.question is not None) == (verdict.outcome in ("partly", "not_stated"))
        assert all(cv[one.start : one.end] == one.quote for one in verdict.evidence)
    return found
