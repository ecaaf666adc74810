"""CV text to a Candidate: the whole reading of a CV, once, when it arrives.

Must not know roles or scores, nor which encoder will see the passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from matcher.candidates.outline import outline
from matcher.candidates.redaction import identity, prepared
from matcher.candidates.timeline import months
from matcher.candidates.trust import notices
from matcher.facts.registry import read_all
from matcher.types import Candidate, Fact, Outline, Passage, Status
from matcher.values import Education

Split = Callable[[str, Sequence[tuple[int, int]]], list[tuple[int, int]]]

_LEVELS = ("none", "gcse", "a_level", "hnd", "degree", "masters", "doctorate")
# Of these the encoder sees nothing: they say who somebody is, or list words without context.
_UNSEEN = frozenset({"references", "keywords", "personal", "career_break"})


def read_candidate(candidate_id: str, text: str, split: Split, as_of: date) -> Candidate:
    """Read a CV.

    Args:
        candidate_id: The caller's id.
        text: The document's text.
        split: Sentence spans to passage spans that fit the encoder.
        as_of: What 'present' means for the months of experience and for dates ahead.
    """
    cv = outline(text)
    facts = tuple(read_all(cv))
    return Candidate(
        id=candidate_id,
        text=text,
        sections=cv.sections,
        positions=cv.positions,
        sentences=cv.sentences,
        facts=facts,
        passages=_passages(cv, split),
        experience_months=months(cv.positions, as_of),
        highest_education=_highest_education(facts),
        warnings=notices(cv, facts, as_of),
    )


def _passages(cv: Outline, split: Split) -> tuple[Passage, ...]:
    who = identity(cv)
    spans = [(each.start, each.end) for each in cv.sentences if each.section not in _UNSEEN]
    found = []
    for start, end in split(cv.text, spans):
        words = prepared(cv.text, start, end, who)
        if any(char.isalpha() for char in words):
            found.append(Passage(words, start, end))
    return tuple(found)


def _highest_education(facts: Sequence[Fact]) -> str:
    held = [
        _LEVELS.index(fact.value.level)
        for fact in facts
        if isinstance(fact.value, Education)
        and fact.status is Status.HELD
        and fact.value.level in _LEVELS
    ]
    return _LEVELS[max(held, default=0)]
