"""Does the candidate have the education that is asked?

Must not know how facts are read. A higher level covers a lower one in the same field; the highest
completed level being lower contradicts; a class or a subject that the CV leaves out stays open.
"""

from __future__ import annotations

import re

from data.knowledge import awards, subjects
from data.knowledge.certifications import certificates
from matcher.criteria import EducationHeld
from matcher.judging.context import Context
from matcher.judging.dates import is_past
from matcher.types import Candidate, Evidence, Fact, Outcome, Status, Verdict
from matcher.values import Certification, Education

# From low to high; a grade of another sort ("distinction") is no class of degree.
_CLASSES = ("pass", "third", "2:2", "2:1", "first")
_LEVEL_WORDS = {
    "gcse": "GCSE level",
    "a_level": "A level",
    "hnd": "HND level",
    "degree": "a degree",
    "masters": "a master's degree",
    "doctorate": "a doctorate",
    "any_professional": "a professional qualification",
}
_CLASS_WORDS = {
    "first": "first",
    "2:1": "2:1",
    "2:2": "2:2",
    "third": "third",
    "pass": "pass degree",
}
# Subjects that stand for one award, here the MBA: a neighbouring subject is not the same.
_NAMED_AWARDS = frozenset({"Business Administration"})
_SCHOOL_SUBJECT = re.compile(r"\b(English|Maths|Science|Welsh)\b")
# Experience that stands in for an award, where the role says that it may.
_ENOUGH_EXPERIENCE_MONTHS = 96


def judge(criterion: EducationHeld, candidate: Candidate, context: Context) -> Verdict:
    """Return whether the asked level, subject and class are shown, lower, or not spoken of."""
    if criterion.level == "any_professional":
        return _professional(candidate)
    facts = [f for f in candidate.facts if isinstance(f.value, Education) and not f.bare]
    school = _SCHOOL_SUBJECT.findall(criterion.subject or "")
    if criterion.level == "gcse" and school:
        return _school(criterion, list(dict.fromkeys(school)), facts, candidate)
    held = [f for f in facts if f.status is Status.HELD and not _lies_ahead(f, context)]
    high = [f for f in held if _rank(f) >= awards.rank(criterion.level)]
    fitting = [f for f in high if _fits(f, criterion.subject)]
    if fitting:
        return _graded(criterion, fitting, candidate)
    ahead = [
        f
        for f in facts
        if (f.status is Status.IN_PROGRESS or (f.status is Status.HELD and _lies_ahead(f, context)))
        and _rank(f) >= awards.rank(criterion.level)
        and _fits(f, criterion.subject)
    ]
    return _without(criterion, high, held, ahead, facts, candidate, context)


def _graded(criterion: EducationHeld, fitting: list[Fact], candidate: Candidate) -> Verdict:
    """The level and subject are there; the class decides where one is asked."""
    wanted = criterion.min_grade
    best = max(fitting, key=lambda fact: (_class_rank(fact), -fact.start))
    if wanted not in _CLASSES:
        return _verdict(Outcome.MET, f"The CV shows {_words(best)}.", candidate, best)
    if _class_rank(best) >= _CLASSES.index(wanted):
        return _verdict(Outcome.MET, f"The CV shows {_words(best)}.", candidate, best)
    asked = _CLASS_WORDS[wanted]
    if _class_rank(best) >= 0:
        reason = f"The CV shows {_words(best)}, below the {asked} asked."
        return _verdict(Outcome.NOT_MET, reason, candidate, best)
    reason = f"The CV shows {_words(best)}, but not its class; a {asked} is asked."
    return _verdict(
        Outcome.NOT_STATED, reason, candidate, best, question="What class was your degree?"
    )


def _without(
    criterion: EducationHeld,
    high: list[Fact],
    held: list[Fact],
    ahead: list[Fact],
    facts: list[Fact],
    candidate: Candidate,
    context: Context,
) -> Verdict:
    """Nothing completed fits: under way, by experience, in another subject, lower, or silent."""
    asked = _asked_words(criterion)
    if (
        criterion.or_equivalent_experience
        and candidate.experience_months >= _ENOUGH_EXPERIENCE_MONTHS
    ):
        years = candidate.experience_months // 12
        reason = (
            f"The CV shows no such award, but {years} years of experience, which the role accepts."
        )
        return Verdict(Outcome.MET, reason, ())
    dated = [f for f in ahead if f.when and not is_past(f.when, context.as_of)]
    question = f"Do you have {asked}, and from where and when?"
    if dated:
        reason = f"The CV shows {_words(dated[0])} in progress, with {dated[0].when} as its date."
        return _verdict(Outcome.PARTLY, reason, candidate, dated[0], question=question)
    if high:
        best = high[0]
        reason = f"The CV shows {_words(best)}, but none in {criterion.subject}."
        return _verdict(Outcome.NOT_STATED, reason, candidate, best, question=question)
    denied = [
        f
        for f in facts
        if f.status is Status.DENIED
        and _rank(f) <= awards.rank(criterion.level)
        and _fits(f, criterion.subject, unnamed=True)
    ]
    lower = [f for f in held if _is_contradiction(f, criterion)]
    if not criterion.or_equivalent_experience and not ahead and (denied or lower):
        return _contradicted(asked, denied, lower, candidate)
    silent = f"The CV does not say whether there is {asked}."
    if ahead:
        silent = (
            f"The CV speaks of study for {_words(ahead[0])} without a date, and of no award yet."
        )
    return _verdict(Outcome.NOT_STATED, silent, candidate, *ahead[:1], question=question)


def _contradicted(
    asked: str, denied: list[Fact], lower: list[Fact], candidate: Candidate
) -> Verdict:
    if lower:
        best = max(lower, key=lambda fact: (_rank(fact), -fact.start))
        reason = f"The highest award that the CV shows is {_words(best)}, which is below {asked}."
        return _verdict(Outcome.NOT_MET, reason, candidate, best, *denied[:1])
    return _verdict(Outcome.NOT_MET, f"The CV says that {asked} is not held.", candidate, denied[0])


def _is_contradiction(fact: Fact, criterion: EducationHeld) -> bool:
    """Whether a lower award speaks against the asked one: not where their subjects differ."""
    if _rank(fact) >= awards.rank(criterion.level):
        return False
    if criterion.subject is None or awards.rank(criterion.level) >= awards.rank("hnd"):
        return True
    return _fits(fact, criterion.subject)


def _school(
    criterion: EducationHeld, wanted: list[str], facts: list[Fact], candidate: Candidate
) -> Verdict:
    """School subjects, each with its grade: all must be shown."""
    least = int(criterion.min_grade) if criterion.min_grade.isdigit() else None
    shown: list[Fact] = []
    missing: list[str] = []
    for subject in wanted:
        found = [
            f
            for f in facts
            if f.status is Status.HELD and _level(f) == "gcse" and _subject(f) == subject
        ]
        graded = [f for f in found if _grade(f).isdigit()]
        low = [f for f in graded if least is not None and int(_grade(f)) < least]
        if low and len(low) == len(graded):
            reason = (
                f"The CV shows {subject} at grade {_grade(low[0])}, below the grade {least} asked."
            )
            return _verdict(Outcome.NOT_MET, reason, candidate, low[0])
        good = found if least is None else graded
        if good:
            shown.append(good[0])
        else:
            missing.append(subject)
    if not missing:
        return _verdict(
            Outcome.MET, f"The CV shows GCSEs in {' and '.join(wanted)}.", candidate, *shown[:1]
        )
    question = f"Do you hold {' and '.join(missing)} at GCSE, and at which grade?"
    if shown:
        absent = " and ".join(missing)
        reason = f"The CV shows {_subject(shown[0])} at GCSE but does not say so of {absent}."
        return _verdict(Outcome.PARTLY, reason, candidate, shown[0], question=question)
    reason = f"The CV does not show {' and '.join(missing)} at GCSE with a grade."
    return _verdict(Outcome.NOT_STATED, reason, candidate, question=question)


def _professional(candidate: Candidate) -> Verdict:
    """Any membership, registration or qualification of a professional body does."""
    table = certificates()
    for fact in candidate.facts:
        if isinstance(fact.value, Certification) and fact.status is Status.HELD and not fact.bare:
            entry = table.get(fact.value.id)
            if entry is not None and entry.professional:
                return _verdict(Outcome.MET, f"The CV shows {entry.name}.", candidate, fact)
    return Verdict(
        Outcome.NOT_STATED,
        "The CV does not name a professional qualification or registration.",
        question="Which professional qualifications or registrations do you hold?",
    )


def _verdict(
    outcome: Outcome,
    reason: str,
    candidate: Candidate,
    *facts: Fact,
    question: str | None = None,
) -> Verdict:
    evidence = tuple(Evidence(f.start, f.end, candidate.text[f.start : f.end]) for f in facts)
    return Verdict(outcome, reason, evidence, question)


def _lies_ahead(fact: Fact, context: Context) -> bool:
    """Whether the year printed with an award is still to come."""
    years = re.findall(r"(?:19|20)\d\d", fact.when or "")
    return bool(years) and int(years[-1]) > context.as_of.year


def _fits(fact: Fact, subject: str | None, *, unnamed: bool = False) -> bool:
    if subject is None:
        return True
    studied = _subject(fact)
    if studied is None:
        return unnamed
    if subject in _NAMED_AWARDS:
        return subject.lower() in studied.lower()
    return subjects.matches(studied, subject)


def _education(fact: Fact) -> Education:
    assert isinstance(fact.value, Education)
    return fact.value


def _rank(fact: Fact) -> int:
    return awards.rank(_education(fact).level)


def _level(fact: Fact) -> str:
    return _education(fact).level


def _subject(fact: Fact) -> str | None:
    return _education(fact).subject


def _grade(fact: Fact) -> str:
    return _education(fact).grade


def _class_rank(fact: Fact) -> int:
    return _CLASSES.index(_grade(fact)) if _grade(fact) in _CLASSES else -1


def _asked_words(criterion: EducationHeld) -> str:
    subject = f" in {criterion.subject}" if criterion.subject else ""
    return _LEVEL_WORDS[criterion.level] + subject


def _words(fact: Fact) -> str:
    """The award as the CV prints it, on one line."""
    quote = " ".join(fact.quote.split())
    return quote if len(quote) <= 80 else _LEVEL_WORDS[_level(fact)]
