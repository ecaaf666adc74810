"""Facts and asks cut from a sentence: local offsets to offsets of the document.

Must not know any kind of fact.
"""

from __future__ import annotations

from matcher.criteria import Criterion
from matcher.types import Asked, Fact, Sentence, Status
from matcher.values import FactValue


def fact_in(
    sentence: Sentence,
    value: FactValue,
    start: int,
    end: int,
    *,
    status: Status = Status.HELD,
    when: str | None = None,
    bare: bool = False,
) -> Fact:
    """Return a fact that quotes ``sentence.text[start:end]`` without white space at its ends."""
    quote = sentence.text[start:end]
    first = start + len(quote) - len(quote.lstrip())
    last = end - (len(quote) - len(quote.rstrip()))
    return fact_at(sentence, value, first, last, status=status, when=when, bare=bare)


def fact_at(
    sentence: Sentence,
    value: FactValue,
    start: int,
    end: int,
    *,
    status: Status = Status.HELD,
    when: str | None = None,
    bare: bool = False,
) -> Fact:
    """Return a fact that quotes ``sentence.text[start:end]`` as it stands."""
    return Fact(
        value=value,
        status=status,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
        position=sentence.position,
        section=sentence.section,
        when=when,
        bare=bare,
    )


def asked_in(sentence: Sentence, criterion: Criterion, start: int, end: int) -> Asked:
    """Return what ``sentence.text[start:end]`` asks, with offsets of the document."""
    return Asked(criterion, sentence.start + start, sentence.start + end)
