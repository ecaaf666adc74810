"""What a fact of education says, in the form that its judges need.

Must not know what is asked.
"""

from __future__ import annotations

import re

from data.knowledge import awards
from data.patterns import regex
from matcher.judging.evidence.evidence import cited
from matcher.types import Candidate, Fact, Outcome, Verdict
from matcher.values import Education

LEVEL_WORDS = {
    "gcse": "GCSE level",
    "a_level": "A level",
    "hnd": "HND level",
    "degree": "a degree",
    "masters": "a master's degree",
    "doctorate": "a doctorate",
    "any_professional": "a professional qualification",
}

NUMBER = regex(r"level (?P<level>[1-8])")
_VERB = regex(
    r"(?:i\s+)?(?:have|has|holds?|holding|gained|got|took|passed|completed|earned|achieved"
    r"|obtained|was\s+awarded)\s+(?=\S)",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:an?|the|my|two|three|four|five|six|\d)\b|[a-z]*[A-Z\d]")


def verdict(
    outcome: Outcome,
    reason: str,
    candidate: Candidate,
    *facts: Fact,
    question: str | None = None,
) -> Verdict:
    """Return a verdict whose evidence is the words that facts were read from."""
    return Verdict(outcome, reason, cited(candidate, facts), question)


def _education(fact: Fact) -> Education:
    assert isinstance(fact.value, Education)
    return fact.value


def rank(fact: Fact) -> int:
    """Return the place of its level from low to high."""
    return awards.rank(_education(fact).level)


def weight(fact: Fact) -> tuple[int, bool, int]:
    """Order awards by level, then those in a list of education, then those printed first."""
    return rank(fact), fact.section in ("education", "qualifications"), -fact.start


def level(fact: Fact) -> str:
    """Return its level."""
    return _education(fact).level


def subject(fact: Fact) -> str | None:
    """Return its subject, None where the CV prints none."""
    return _education(fact).subject


def grade(fact: Fact) -> str:
    """Return its class, grade or number, "" where the CV prints none."""
    return _education(fact).grade


def words(fact: Fact) -> str:
    """Return the award as the CV prints it, on one line, less the verb before it."""
    quote = _VERB.sub("", " ".join(fact.quote.split())).rstrip(" ,;")
    if quote[:1].islower() and not _ARTICLE.match(quote):
        quote = ("an " if quote[0] in "aeiou" else "a ") + quote
    return quote if len(quote) <= 80 else LEVEL_WORDS[level(fact)]
