"""When experience of a field began, where a CV says so: 'moved into lending in 2021'.

Must not know how long is asked. A beginning is a limit and no length: nobody has more of a field
than the time since, while how much less the CV leaves open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from math import ceil

from data.knowledge.experience import level_of
from data.knowledge.titles import rank
from data.patterns import regex
from matcher.candidates.dates import PRESENT, periods
from matcher.candidates.timeline import span_of
from matcher.facts.numbers.durations import lengths
from matcher.judging.experience.fields import (
    UNPROVEN_SECTIONS,
    Field,
    holds,
    says,
    title_fits,
)
from matcher.judging.experience.sectors_asked import narrower_words
from matcher.judging.experience.words_of_leading import tells_leading
from matcher.types import Candidate, Sentence

_CLAUSE = regex(
    # 'First payroll post: Clerk, 2021' is one.
    r"[;\n]|(?<!\d)(?<!\bpost)(?<!\brole):|\.\s|,\s+(?:having|after|before|following|when|where)\b",
    re.IGNORECASE,
)
_BEGAN = regex(
    r"\b(?:began|begun|start(?:ed)?\s+(?:out\s+)?(?:in|as|my|with|on|using|work\w*)|starting\s+(?:in|as)|started"
    r"|became|moved\s+(?:(?:over|across)\s+)?(?:in)?to|turned\s+to|switched\s+(?:in)?to|changed\s+to"
    r"|retrained|came\s+(?:in)?to|went\s+into|entered|first\s+(?:\w+\s+){0,3}(?:post|job|role)"
    r"|first\s+(?:took|had|led)|took\s+up|promot(?:ed|ion)\s+to|stepped\s+up\s+(?:in)?to|new\s+to)\b",
    re.IGNORECASE,
)
# A post begun begins the field where nothing like it came before.
_JOINED = regex(
    r"\b(?:joined|went\s+(?:straight\s+)?(?:(?:on|off|in)\s*)?to|signed\s+on|taken\s+on|hired|made|went|given|appointed|promoted|took|became)\b",
    re.IGNORECASE,
)
_NONE_BEFORE = regex(
    r"\b(?:(?:my\s+)?(?:first|only|sole)\s+(?:\w+\s+){0,2}(?:job|work|post|role|position|employment)"
    r"|never\s+(?:before\s+)?(?:\w+ed|been|had|done|run|led|held|sold|taught)\b|no(?:thing)?\s+(?:\w+\s+){0,3}before"
    r"|no\s+(?:earlier|previous|prior)\s+\w+|for\s+the\s+first\s+time"
    r"|(?:until|before|up\s+to)\s+then\b[^.;]*\b(?:only|never|no))\b",
    re.IGNORECASE,
)
# A post begun says nothing of the field: 'joined as', 'promoted again', 'back in the trade'.
_NOT_FIRST = regex(
    r"\b(?:again|back|returned|re-?joined|return(?:ing)?|resumed|another|second|third|next|also|in"
    r"\s+the\s+same|stud\w+|degree|course|training|diploma|college|universit\w+|volunteer\w*|not"
    r"|never|my\s+(?:wife|husband|manager|boss)|he|she|they|who|company|firm)\b",
    re.IGNORECASE,
)

# Experience that counts from the day somebody qualified.
_SINCE_QUALIFIED = regex(r"\bpqe\b|\bpost[\s-]?qualif", re.IGNORECASE)
_QUALIFIED = regex(r"\b(?:qualified|admitted)\b", re.IGNORECASE)
_AGO = regex(r"\s+ago\b", re.IGNORECASE)
_MANAGERS_UNDER = regex(
    r"\b(?:managers|(?:team\s+)?leaders|supervisors|heads)\s+(?:under|beneath|below|working\s+for|reporting\s+(?:in)?to)\s+me\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A clause that may tell of a beginning.

    Attributes:
        clause: Its words.
        sentence: Where it stands.
        began: Whether something began, which a field has to be found in.
        qualified: Whether somebody qualified, from when some experience counts.
    """

    clause: str
    sentence: Sentence
    began: bool
    qualified: bool


def begun(field: Field, candidate: Candidate, as_of: date) -> tuple[int, Sentence] | None:
    """Return the most months that the field can have lasted, and the sentence that says so."""
    found = [
        (months, each.sentence)
        for each in candidate.once(_beginnings)
        if _is_of(field, each) and (months := _since(each.clause, as_of)) is not None
    ]
    return max(found, key=lambda one: one[0], default=None)


def _beginnings(candidate: Candidate) -> tuple[_Beginning, ...]:
    told = zip_longest(candidate.sentences, candidate.sentences[1:])
    found = (
        _Beginning(
            clause,
            sentence,
            _tells_beginning(clause, f"{sentence.text} {behind.text if behind else ''}"),
            _QUALIFIED.search(clause) is not None,
        )
        for sentence, behind in told
        if sentence.section not in UNPROVEN_SECTIONS
        for clause in _CLAUSE.split(sentence.text)
    )
    return tuple(each for each in found if each.began or each.qualified)


def _is_of(field: Field, told: _Beginning) -> bool:
    """Whether a clause tells that the field began; some experience counts from qualifying on."""
    if _SINCE_QUALIFIED.search(field.phrase):
        return told.qualified or told.began
    return told.began and _is_about(field, told.clause)


def _tells_beginning(clause: str, around: str) -> bool:
    """Whether a clause tells of a beginning, and not of one more post of the kind."""
    if _BEGAN.search(clause):
        return _NOT_FIRST.search(clause) is None
    return _JOINED.search(clause) is not None and _NONE_BEFORE.search(around) is not None


def _since(clause: str, as_of: date) -> int | None:
    dated = periods(clause)
    if len(dated) == 1 and dated[0].end in {None, PRESENT}:
        months = span_of(dated[0].start, PRESENT, as_of)
        return months[1] - months[0] if months else None
    ago = [each for each in lengths(clause) if _AGO.match(clause, each.end)]
    return ceil(ago[0].years * 12) if len(ago) == 1 and not dated else None


def _is_about(field: Field, clause: str) -> bool:
    if field.leading and not field.functions and (narrower := narrower_words(field.phrase)):
        return holds(narrower, clause)
    if field.level == "managing_managers":
        return _MANAGERS_UNDER.search(clause) is not None
    if field.level:
        if field.level == "senior_leadership":
            return _names_level(clause)
        return field.level == "line_management" and tells_leading(clause)
    return says(field, clause) or title_fits(field, clause)


def _names_level(clause: str) -> bool:
    return level_of(clause) == "senior_leadership" or rank(clause) >= 4
