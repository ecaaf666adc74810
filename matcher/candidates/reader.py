"""CV text to a Candidate: the whole reading of a CV, once, when it arrives.

Must not know roles or scores, nor which encoder will see the passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from matcher.candidates.adverts import NOTICE as ADVERT_NOTICE
from matcher.candidates.adverts import advert_notice, without_adverts
from matcher.candidates.doubled import contradiction_notice, doubled
from matcher.candidates.names import Printed, name_of
from matcher.candidates.outline import outline
from matcher.candidates.redaction import identity, prepared, unneeded
from matcher.candidates.spoken_to import instructions_notice, spoken_to_machines
from matcher.candidates.timeline import months
from matcher.candidates.trust import FUTURE, REVERSED, date_notice, notices, repeated_notice
from matcher.candidates.without import Span, Without, by_line, narrowed, without
from matcher.facts.mentions.second_reading import Classify, second_reading
from matcher.facts.mentions.windows import Windows
from matcher.facts.registry import read_all
from matcher.types import Candidate, Fact, Notice, Outline, Passage, Section, Sentence, Status
from matcher.values import Education

_Spanned = TypeVar("_Spanned", Sentence, Fact, Passage)
Split = Callable[[str, Sequence[tuple[int, int]]], list[tuple[int, int]]]

_LEVELS = ("none", "gcse", "a_level", "hnd", "degree", "masters", "doctorate")
# Of these the encoder sees nothing: they say who somebody is, or list words without context.
_UNSEEN = frozenset({"references", "keywords", "personal", "career_break"})


def read_candidate(
    candidate_id: str,
    text: str,
    split: Split,
    as_of: date,
    classify: Classify | None = None,
) -> Candidate:
    """Read a CV.

    The name and what no requirement turns on are taken out before anything is read, so that they
    cannot move a score; spans and quotes are of the whole text.

    Args:
        candidate_id: The caller's id.
        text: The document's text.
        split: Sentence spans to passage spans that fit the encoder.
        as_of: What 'present' means for the months of experience and for dates ahead.
        classify: What mentions are to the person; None to go by rule alone.
    """
    part, cv, noticed = _laid_out(text)
    hidden = identity(cv)
    found = read_all(cv)
    if classify is not None:
        found = second_reading(cv, found, Windows(cv, hidden), classify)
    facts = tuple(found)
    return Candidate(
        id=candidate_id,
        text=text,
        sections=_sections_in_whole(cv, part),
        positions=tuple(replace(each, span=part.back(*each.span)) for each in cv.positions),
        sentences=tuple(_in_whole(each, part) for each in cv.sentences),
        facts=tuple(_fact_in_whole(each, part) for each in facts),
        passages=tuple(_in_whole(each, part) for each in _passages(cv, hidden, split)),
        experience_months=months(cv.positions, as_of),
        highest_education=_highest_education(facts),
        warnings=(*noticed, *notices(cv, facts, as_of), *advert_notice(cv.sections)),
    )


def _laid_out(text: str) -> tuple[Without, Outline, tuple[Notice, ...]]:
    """Lay out what may be read of a CV, with warnings about what may not."""
    narrow = narrowed(text)
    part, cv, noticed = _read_of(narrow.text)
    return part.of(narrow), cv, noticed


def _read_of(text: str) -> tuple[Without, Outline, tuple[Notice, ...]]:
    spoken = spoken_to_machines(text)
    gone = [*unneeded(text), *by_line(text, spoken)]
    part = without(text, gone)
    name = name_of(text)
    cv = outline(part.text, _place(part, name))
    repeated = repeated_notice(cv)
    twice = doubled(cv)
    if twice.spans:
        spans = [part.back(*each) for each in twice.spans]
        part = without(text, [*gone, *by_line(text, spans)])
        cv = outline(part.text, _place(part, name))
    noticed = (*instructions_notice(spoken), *contradiction_notice(twice), *repeated)
    return part, without_adverts(cv), noticed


def _place(part: Without, name: Printed | None) -> int:
    """Return where in what is left of a text the name stood, -1 where none was found."""
    return -1 if name is None else part.into(name.start, name.start)[0]


def dated(candidate: Candidate, as_of: date) -> Candidate:
    """Return a stored candidate as reading the same text for another day would give it.

    Nothing else of a reading depends on the day. Other warnings, a document's among them, keep
    their order; one that was added about a pool must not stand there yet.

    Args:
        candidate: As `read_candidate` gave it, for whatever day.
        as_of: What 'present' now means.
    """
    return replace(
        candidate,
        experience_months=months(candidate.positions, as_of),
        warnings=_redated(candidate, as_of),
    )


def _redated(candidate: Candidate, as_of: date) -> tuple[Notice, ...]:
    """Return the warnings, the one about dates where a reading puts it: before an advert's."""
    others = [each for each in candidate.warnings if each.code not in {FUTURE, REVERSED}]
    codes = [each.code for each in others]
    at = codes.index(ADVERT_NOTICE) if ADVERT_NOTICE in codes else len(codes)
    return (*others[:at], *date_notice(candidate.positions, as_of), *others[at:])


def _in_whole(each: _Spanned, part: Without) -> _Spanned:
    """Put what was read from a part of the text where it stands in the whole."""
    start, end = part.back(each.start, each.end)
    return replace(each, start=start, end=end)


def _fact_in_whole(fact: Fact, part: Without) -> Fact:
    found = _in_whole(fact, part)
    return replace(found, quote=part.whole[found.start : found.end])


def _sections_in_whole(cv: Outline, part: Without) -> tuple[Section, ...]:
    """The sections cover the whole text, whatever was left out between them."""
    starts = [0, *(part.back(each.start, each.start)[0] for each in cv.sections[1:])]
    ends = [*starts[1:], len(part.whole)]
    return tuple(
        replace(each, start=start, end=end)
        for each, start, end in zip(cv.sections, starts, ends, strict=True)
    )


def _passages(cv: Outline, hidden: Sequence[Span], split: Split) -> list[Passage]:
    """Cut what the encoder may see into passages, as if identity had never stood between."""
    part = without(cv.text, hidden)
    spans = [
        part.into(each.start, each.end) for each in cv.sentences if each.section not in _UNSEEN
    ]
    found = []
    for start, end in split(part.text, [each for each in spans if each[0] < each[1]]):
        words = prepared(part.text[start:end])
        if any(char.isalpha() for char in words):
            found.append(Passage(words, *part.back(start, end)))
    return found


def _highest_education(facts: Sequence[Fact]) -> str:
    held = [
        _LEVELS.index(fact.value.level)
        for fact in facts
        if isinstance(fact.value, Education)
        and fact.status is Status.HELD
        and fact.value.level in _LEVELS
    ]
    return _LEVELS[max(held, default=0)]
