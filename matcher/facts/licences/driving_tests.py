"""Tests of driving: to come on a printed date, passed, or failed and taken again.

Must not know what licence a test leads to, nor whether one is held already.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.licences import licences
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.states.dates import DATE

_NO_TEST = regex(
    r"\b(?:no|not|never|without|n['’]t|nor|yet\s+to)\s+(?:(?:yet|have|book|booked|an?|any|my|the|further|driving|practical)\s+){0,4}$",
    re.IGNORECASE,
)
# 'Test on 3 May' is of driving where no other word says of what.
_BARE_TEST = regex(r"test\s+(?:on|in|set|due|booked|date)\b", re.IGNORECASE)
_OF_DRIVING = regex(
    r"(?:^|[^\w\s]\s*|\b(?:my|the|a|and|with|driving|practical|road|car|next|final)\s+)$",
    re.IGNORECASE,
)
_CANCELLED = regex(
    r"\s+(?:\w+\s+)?(?:cancelled|abandoned|not\s+(?:yet\s+)?(?:booked|taken|arranged))\b",
    re.IGNORECASE,
)
# A test that was failed has no date to come, unless it is taken again.
_FAILED = regex(r"\bfail(?:ed|ing|s|ure)?\b", re.IGNORECASE)
_PASSED = regex(r"\bpass(?:ed|es)?\b", re.IGNORECASE)
PASSED_IT = regex(
    r"\bpass(?:ed)?\s+(?:(?:my|the|an?|UK|full|driving|practical|car|both|theory|and)\s+)*$",
    re.IGNORECASE,
)
_PASSED_BEHIND = regex(r"\s*(?:[:(–-]\s*|was\s+)?passed\b", re.IGNORECASE)
_AGAIN = regex(
    r"\b(?:re-?(?:test|take|taking|sit|sitting|booked)|again|next|another|second|third|new\s+test)\b",
    re.I,
)


@cache
def about_driving() -> Phrases:
    """Return the words about driving that name no licence, by what they say."""
    chosen = ("provisional", "test", "denied", "clean", "points")
    return Phrases({name: licences().driving[name] for name in reversed(chosen)})


def date_of_test(text: str, test: Hit | None = None) -> str | None:
    """Return the date printed behind a driving test, or None."""
    if is_failed(text):
        again = _AGAIN.search(text)
        date = DATE.search(text, again.end()) if again else None
        return date.group() if date else None
    tests = [test] if test else [hit for hit in about_driving().find(text) if hit.name == "test"]
    tests = [each for each in tests if not _no_test(text, each)]
    date = DATE.search(text, tests[0].end) if tests else None
    return date.group() if date else None


def is_failed(text: str) -> bool:
    """Return whether a text tells of a test that was failed, and of none that was passed."""
    return _FAILED.search(text) is not None and _PASSED.search(text) is None


def is_passed_at_last(text: str) -> bool:
    """Return whether a text tells of a failure and of a pass: 'failed twice, passed in May'."""
    return _FAILED.search(text) is not None and _PASSED.search(text) is not None


def is_passed(text: str, test: Hit | None) -> bool:
    """Return whether a driving test was passed: not 'passed theory, test in May'."""
    if test is None or _no_test(text, test):
        return False
    return bool(PASSED_IT.search(text, 0, test.start) or _PASSED_BEHIND.match(text, test.end))


def _no_test(text: str, test: Hit) -> bool:
    """'No test booked', 'test cancelled': no date behind it is that of a test to come."""
    other = _BARE_TEST.match(text, test.start) and not _OF_DRIVING.search(text, 0, test.start)
    none = _NO_TEST.search(text, 0, test.start) or _CANCELLED.match(text, test.end)
    return bool(other or none)
