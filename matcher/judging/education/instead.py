"""Experience in place of an award, where a role says that it does.

Must not know the award's level. Only work in the field of the asked subject counts; where the role
names no subject, long experience is the answer where it has come to managing, else a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.knowledge import subjects
from data.knowledge.identity import identity_words
from data.knowledge.title_tables import functions
from data.knowledge.titles import belongs, named_in, rank
from data.patterns import regex
from matcher.candidates.entry import is_unpaid
from matcher.candidates.timeline import Interval, interval, union
from matcher.facts.states import actors, whose
from matcher.judging.experience.spells import dated_work
from matcher.judging.experience.words_of_leading import tells_leading
from matcher.types import Candidate, Evidence, Outcome, Status, Verdict
from matcher.values import Years

_ENOUGH_MONTHS = 96
_MONTHS = 12
_MOST_POSTS = 3
_MANAGER = 3
# Work that a clause may date though it names no post. Whoever opens the clause is the one who
# worked: nobody ('Helpdesk jobs from ...') or oneself.
_WORK = regex(
    r"\b(?:(?:roles?|posts?|jobs?|positions?|career|experience)\b(?!\s+(?:seek|hunt|search|centre|ad))"
    r"|(?:^\W*|\bI\s+(?:have\s+|had\s+|also\s+)*|\b(?:been|was)\s+)(?:worked|working|employed)\b)",
    re.IGNORECASE,
)
_OTHERS_OPEN = regex(
    r"^\W*(?:the|an?|our|his|her|their|its|this|that|these|those|all|most|many|some|my\s+(?!roles?\b|posts?\b|jobs?\b"
    r"|positions?\b|career\b|experience\b|working\b|last\b|first\b|whole\b|previous\b))|\w['’]s?\s",
    re.IGNORECASE,
)
# 'Student' and 'Law student' are entries of a history, 'student adviser' is work.
_STUDY = regex(r"\b(?:students?|pupil|retired|unemployed)\W*(?:,|$)", re.IGNORECASE)
_IDENTITY = identity_words()
# A stretch that is told of what was not work: between jobs, retired, away.
_NO_WORK = regex(
    rf"\b(?:{_IDENTITY.away}|{_IDENTITY.absence}|retire\w*|unemploy\w*|redundan\w*|(?:out|instead|short)\s+of|between|before|after"
    r"|looking|search\w*|seeking|lost|left|student|school|unable|benefits|rather)\b",
    re.IGNORECASE,
)
_RELEVANT = regex(r"\b(?:relevant|related)\b(?!\s+(?:to\s+)?(?:degree|stud))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spell:
    """Time in a field: the months where the CV dates them, and the words that tell of it.

    ``leading`` where a manager's post or the running of something is told.
    """

    months: Interval | None
    length: int
    span: tuple[int, int]
    leading: bool


def judge(subject: str | None, candidate: Candidate, as_of: date) -> Verdict | None:
    """Return what long experience is worth, None where the CV shows none in the field.

    Args:
        subject: What the award would have to be in, or None.
        candidate: Whose experience.
        as_of: The day that 'present' means.
    """
    wanted = subjects.work_in(subject) if subject else None
    found = [*_posts(wanted, candidate, as_of), *_told(wanted, candidate)]
    months = _length(found)
    if months < _ENOUGH_MONTHS:
        return None
    evidence = _evidence(found, candidate)
    years = months // _MONTHS
    if subject is None and not any(spell.leading for spell in found):
        reason = (
            f"The CV shows no such award, but {years} years of experience; whether they are its "
            "equivalent the role must say."
        )
        question = "Which of your experience do you take to be the equivalent of a degree?"
        return Verdict(Outcome.PARTLY, reason, evidence, question)
    reason = (
        f"The CV shows no such award, but {years} years of work "
        f"{'in the field' if subject else 'and a post of responsibility'}, which the role accepts."
    )
    return Verdict(Outcome.MET, reason, evidence)


def by_length(
    years: float, subject: str | None, candidate: Candidate, as_of: date, *, relevant: bool
) -> Verdict | None:
    """Return 'met' where experience of the length that a role names in place of an award is shown.

    Args:
        years: How many years do.
        subject: What the award would have to be in, or None.
        candidate: Whose experience.
        as_of: The day that 'present' means.
        relevant: Whether it must be in the field of the subject, or the CV itself must call it
            relevant: what is, the role leaves open.
    """
    found = [*_posts(None, candidate, as_of), *_told(None, candidate), *_dated(candidate, as_of)]
    if relevant:
        wanted = subjects.work_in(subject) if subject else frozenset()
        named = [spell for spell in found if _is_called_relevant(candidate, spell)]
        found = [*_posts(wanted, candidate, as_of), *_told(wanted, candidate), *named]
    months = _length(found)
    if months < years * _MONTHS:
        return None
    evidence = _evidence(found, candidate)
    reason = (
        f"The CV shows {months // _MONTHS} years of experience, which the role accepts instead."
    )
    return Verdict(Outcome.MET, reason, evidence)


def _length(found: Sequence[_Spell]) -> int:
    """The months that spells come to: those dated, counted once, or the longest that is told."""
    dated = sum(b - a for a, b in union(spell.months for spell in found if spell.months))
    return max([dated, *(spell.length for spell in found)])


def _evidence(found: Sequence[_Spell], candidate: Candidate) -> tuple[Evidence, ...]:
    longest = sorted(found, key=lambda spell: -spell.length)[:_MOST_POSTS]
    spans = dict.fromkeys(spell.span for spell in longest)
    return tuple(Evidence(start, end, candidate.text[start:end]) for start, end in spans)


def _dated(candidate: Candidate, as_of: date) -> Iterator[_Spell]:
    """Work that a sentence dates without an entry of its own: 'helpdesk jobs from 2003 to 2019'."""
    for clause, spell in dated_work(candidate, as_of):
        if _is_own_work(clause):
            span = (spell.sentence.start, spell.sentence.end)
            length = spell.months[1] - spell.months[0]
            yield _Spell(spell.months, length, span, leading=False)


def _is_own_work(clause: str) -> bool:
    found = _WORK.search(clause)
    if found is None or _NO_WORK.search(clause) or _OTHERS_OPEN.search(clause):
        return False
    named = actors.names_another(clause) or actors.others_did(clause)
    return not named and not whose.somebody_elses(clause, 0, found.start())


def _is_called_relevant(candidate: Candidate, spell: _Spell) -> bool:
    start, end = spell.span
    return any(
        _RELEVANT.search(sentence.text)
        for sentence in candidate.sentences
        if sentence.start < end and start < sentence.end
    )


def _posts(wanted: frozenset[str] | None, candidate: Candidate, as_of: date) -> Iterator[_Spell]:
    for post in candidate.positions:
        months = interval(post, as_of)
        title = post.title or ""
        if months is None or not title or is_unpaid(title) or _STUDY.search(title):
            continue
        if wanted is None or any(belongs(title, name) for name in wanted):
            span = _heading(candidate.text, *post.span)
            yield _Spell(months, months[1] - months[0], span, rank(title) >= _MANAGER)


def _told(wanted: frozenset[str] | None, candidate: Candidate) -> Iterator[_Spell]:
    """Lengths that the CV states ("twelve years in data engineering")."""
    table = functions()
    for fact in candidate.of(Years):
        assert isinstance(fact.value, Years)
        if fact.status is not Status.HELD or fact.bare:
            continue
        named = named_in(fact.value.of)
        if wanted is None or any(named & {name, *table[name].includes} for name in wanted):
            leading = rank(fact.value.of) >= _MANAGER or tells_leading(fact.value.of)
            length = int(fact.value.years * _MONTHS)
            yield _Spell(None, length, (fact.start, fact.end), leading)


def _heading(text: str, start: int, end: int) -> tuple[int, int]:
    """The first line of an entry."""
    line = re.compile(r"[^\n]*").match(text, start, end)
    last = line.end() if line else end
    return start, start + len(text[start:last].rstrip())
