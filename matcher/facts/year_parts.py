"""Reads the part of a length that is narrower: 'twelve years in kitchens, five as head chef'.

Must not know how a length itself is read. The unit of the part stands with the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.knowledge.titles import named_in
from matcher.candidates.entry import is_title
from matcher.facts.durations import number
from matcher.facts.experience_words import SECOND, content, trimmed
from matcher.types import Fact, Sentence
from matcher.values import Years

_SECOND = re.compile(SECOND, re.IGNORECASE)
# Leading what was named before: 'the last four as its manager', 'nine as head of one'.
_SELF = re.compile(
    r"^(?:as\s+(?:(?:its|their|an?|the)\s+)?(?:head|manager|leader|lead|director)"
    r"(?:\s+of\s+(?:it|one|them|several|such|two|three))?\s*$"
    r"|as\s+(?:its|their)\b|at\s+the\s+(?:head|helm)|in\s+charge"
    r"|leading\s*$|managing\s*$|running\s*$|supervising\s*$|heading\s*$)",
    re.IGNORECASE,
)


def part_of(fact: Fact, sentence: Sentence) -> Fact | None:
    """Return the part of a stated length that is said behind it, or None."""
    second = _SECOND.match(sentence.text, fact.end - sentence.start)
    if second is None or not isinstance(fact.value, Years):
        return None
    start, end = fact.start - sentence.start, second.end()
    of = _narrowed(second["of"], fact.value.of)
    return replace(
        fact,
        value=Years(number(second["part"]), trimmed(of)),
        end=sentence.start + end,
        quote=sentence.text[start:end],
    )


def _narrowed(of: str, whole: str) -> str:
    """Return what the part is of; 'as its manager' is leading what the whole is of."""
    rest = _SELF.sub("", of).strip()
    if content(rest) and (named_in(rest) or is_title(rest)):
        return of
    of = f"leading {whole}" if _SELF.search(of) or not content(of) else of
    return of if named_in(of) else f"{of} {whole}"
