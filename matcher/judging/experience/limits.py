"""The most that experience of a field can come to, where a CV says so: 'less than two years of it'.

Must not know how long is asked. A limit is no length: how much less it was, the CV leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from data.patterns import regex
from matcher.candidates.timeline import interval, union
from matcher.facts.numbers.durations import Length, lengths
from matcher.judging.experience.beginnings import begun
from matcher.judging.experience.fields import UNPROVEN_SECTIONS, Field, field_of, says
from matcher.judging.experience.fits import fits_post
from matcher.judging.experience.posts import Fit, posts_of
from matcher.types import Candidate, Sentence

Limit = tuple[int, Sentence]
_LESS = regex(
    r"\b(?:(?:less|fewer|shorter)\s+than|under|at\s+(?:the\s+)?most|short\s+of|barely|hardly"
    r"|scarcely|(?:not|n['’]t|never)\s+(?:yet\s+)?(?:reach|exceed|amount\s+to|add\s+up\s+to|come\s+to)"
    r"(?:ed)?|(?:no|not)(?:\s+(?:more|longer)\s+than)?|(?:limited|confined|restricted)\s+to(?:\s+an?)?)\s*$",
    re.IGNORECASE,
)
# The one time that somebody did it: 'a nine-month contract, my only spell in lending'.
_ONLY_TIME = regex(
    r"\bmy\s+(?:one(?:\s+and\s+only)?|only|sole)\s+(?:\w+\s+)?(?:spell|stint|time|job|post|role|experience"
    r"|taste|period|go)\b|\bnothing\s+(?:else\s+)?(?:of\s+the\s+(?:sort|kind)|like\s+it|since|before)\b|\b(?:is|was|makes|has\s+been)\s+(?:all|the\s+(?:whole|sum|extent|total)\s+of)\s+(?:my|the|it)\b",
    re.IGNORECASE,
)
# 'Total lending experience: 20 months': there is no more of any part of it.
_TOTAL = regex(
    r"\btotal\b[^.;:]{0,60}(?:experience|time|work)\b[^.;:]{0,20}(?::|is|was|comes\s+to)\s*$",
    re.IGNORECASE,
)
_NO = regex(r"\b(?:no|not)\s*$", re.IGNORECASE)
# The length is of all the time in the field and of no one post.
_IN_ALL = regex(
    r"\b(?:reach\w*|exceed\w*|amount\w*|com(?:es|ing)|came|add(?:s|ed|ing)?|total\w*|sums?|stands?|(?:in|over)\s*all"
    r"|all\s+told|altogether|have|has|limited|confined|restricted)\b",
    re.IGNORECASE,
)
_LED_NO_OTHER = regex(
    r"\b(?:no\s+(?:other|further|earlier|previous|more)|(?:my\s+)?(?:only|sole)|one\s+and\s+only)\s+"
    r"(?:\w+\s+){0,2}(?:leadership|management|managerial|supervisory|team[\s-]lead\w*"
    r"|(?:as\s+an?|in\s+(?:the\s+)?)\s*(?:\w+\s+)?(?:leader|manager|supervisor|lead|charge)|(?:leading|managing|supervising)\s+(?:people|anyone|anybody|staff|a\s+team))\b",
    re.IGNORECASE,
)


def limit(field: Field, candidate: Candidate, as_of: date) -> Limit | None:
    """Return the most months that the field can have lasted, and the sentence that says so."""
    found = [*_stated(field, candidate), *_led(field, candidate, as_of)]
    first = begun(field, candidate, as_of)
    return min([*found, *([first] if first else [])], key=lambda one: one[0], default=None)


def _stated(field: Field, candidate: Candidate) -> Iterator[Limit]:
    """Yield what is said of it in all: 'My time in lending comes to less than two years'."""
    return (each for each in candidate.once(_limits) if says(field, each[1].text))


def _limits(candidate: Candidate) -> tuple[Limit, ...]:
    """Return what is said of anything in all."""
    return tuple(
        (round(length.years * 12), sentence)
        for sentence in candidate.sentences
        if sentence.section not in UNPROVEN_SECTIONS
        for length in _most_in(sentence.text)
    )


def _most_in(text: str) -> Iterator[Length]:
    """Yield the lengths that a sentence gives as the most there is of something."""
    once = _ONLY_TIME.search(text)
    if not (once or _IN_ALL.search(text)):
        return
    told = lengths(text)
    for length in told:
        whole = _TOTAL.search(text, 0, length.start) is not None
        if _is_upper(text, length) or ((once or whole) and len(told) == 1):
            yield length


def _is_upper(text: str, length: Length) -> bool:
    if length.lead.startswith("more than"):
        return _NO.search(text, 0, length.start) is not None
    return _LESS.search(text, 0, length.start) is not None


def _led(field: Field, candidate: Candidate, as_of: date) -> Iterator[Limit]:
    """Yield the time of all leading where no other is said to be: it bounds that of any team."""
    if not field.leading and field.level not in {"line_management", "management"}:
        return
    told = candidate.once(_led_no_other)
    if told is None:
        return
    leading = field_of("line management", leading=True, min_people=None)
    fits = [fits_post(leading, post) for post in posts_of(candidate)]
    spans = [interval(position, as_of) for position in candidate.positions]
    led = [span for span, fit in zip(spans, fits, strict=True) if fit is not Fit.NO]
    if led and all(led):
        yield sum(last - first for first, last in union(span for span in led if span)), told


def _led_no_other(candidate: Candidate) -> Sentence | None:
    """Return the first sentence that says that no other leading there was."""
    return next((one for one in candidate.sentences if _LED_NO_OTHER.search(one.text)), None)
