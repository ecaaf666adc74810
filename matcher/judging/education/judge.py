"""Does the candidate have the education that is asked?

Must not know how facts are read. A higher level covers a lower one in the same field; the highest
completed level being lower contradicts; a class or a subject that the CV leaves out stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.knowledge import awards, subjects
from matcher.criteria import FULL_MASTERS, EducationHeld
from matcher.facts.education.degree_words import POSTGRADUATE
from matcher.judging.context import Context
from matcher.judging.dates import is_past
from matcher.judging.education import body_awards, instead, professional, school_subjects, studies
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Education

# From low to high; a grade of another sort ("distinction") is no class of degree.
_CLASSES = ("pass", "third", "2:2", "2:1", "first")
_CLASS_WORDS = {
    "first": "first",
    "2:1": "2:1",
    "2:2": "2:2",
    "third": "third",
    "pass": "pass degree",
}
# Subjects that stand for one award, here the MBA: a neighbouring subject is not the same.
_NAMED_AWARDS = frozenset({"Business Administration"})


def judge(criterion: EducationHeld, candidate: Candidate, context: Context) -> Verdict:
    """Return whether the asked level, subject and class are shown, lower, or not spoken of."""
    if criterion.level == "any_professional":
        return professional.judge(criterion.subject, candidate)
    facts = [f for f in candidate.of(Education) if not f.bare]
    school = school_subjects.subjects_asked(criterion)
    if school:
        return school_subjects.judge(criterion, school, facts, candidate)
    shown = _Shown.of(criterion, facts, context.as_of)
    fitting = [fact for fact in shown.high if _fits(fact, criterion.subject)]
    if fitting:
        return _graded(criterion, fitting, candidate)
    return (
        _by_experience(criterion, candidate, context.as_of)
        or body_awards.judge(criterion, candidate, context.as_of)
        or _under_way(criterion, shown, candidate, context.as_of)
        or _other_field(criterion, shown, candidate)
        or _contradicted(criterion, shown, candidate)
        or _silent(criterion, shown, candidate)
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a CV shows, set against what is asked.

    Attributes:
        high: Awards held at the asked level or above, in any subject.
        ahead: Awards of that kind that are still to come.
        lower: Awards held that speak against the asked one.
        denied: Awards said not to be held, at most as high as the asked one.
    """

    high: list[Fact]
    ahead: list[Fact]
    lower: list[Fact]
    denied: list[Fact]

    @classmethod
    def of(cls, criterion: EducationHeld, facts: list[Fact], as_of: date) -> _Shown:
        wanted, subject = awards.rank(criterion.level), criterion.subject
        held = [f for f in facts if f.status is Status.HELD and not _lies_ahead(f, as_of)]
        to_come = [
            f
            for f in facts
            if f.status is Status.IN_PROGRESS or (f.status is Status.HELD and _lies_ahead(f, as_of))
        ]
        return cls(
            high=[f for f in held if studies.rank(f) >= wanted and not _falls_short(f, criterion)],
            ahead=[f for f in to_come if studies.rank(f) >= wanted and _fits(f, subject)],
            lower=[f for f in held if _is_contradiction(f, criterion)],
            denied=[
                f
                for f in facts
                if f.status is Status.DENIED
                and studies.rank(f) <= wanted
                and _fits(f, subject, unnamed=True)
            ],
        )


def _graded(criterion: EducationHeld, fitting: list[Fact], candidate: Candidate) -> Verdict:
    """The level and subject are there; the class decides where one is asked."""
    wanted = criterion.min_grade
    number = studies.NUMBER.fullmatch(wanted)
    if number:
        return _numbered(criterion, int(number["level"]), fitting, candidate)
    best = max(fitting, key=lambda fact: (_class_rank(fact), -fact.start))
    if wanted not in _CLASSES:
        return studies.verdict(Outcome.MET, f"The CV shows {studies.words(best)}.", candidate, best)
    if _class_rank(best) >= _CLASSES.index(wanted):
        return studies.verdict(Outcome.MET, f"The CV shows {studies.words(best)}.", candidate, best)
    asked = _CLASS_WORDS[wanted]
    if _class_rank(best) >= 0:
        reason = f"The CV shows {studies.words(best)}, below the {asked} asked."
        return studies.verdict(Outcome.NOT_MET, reason, candidate, best)
    reason = f"The CV shows {studies.words(best)}, but not its class; a {asked} is asked."
    return studies.verdict(
        Outcome.NOT_STATED, reason, candidate, best, question="What class was your degree?"
    )


def _numbered(
    criterion: EducationHeld, least: int, fitting: list[Fact], candidate: Candidate
) -> Verdict:
    """Of vocational awards on one level of education the number tells which is higher."""
    wanted = awards.rank(criterion.level)
    low = {
        fact
        for fact in fitting
        if studies.rank(fact) == wanted
        and (number := studies.NUMBER.fullmatch(studies.grade(fact)))
        and int(number["level"]) < least
    }
    best = next((fact for fact in fitting if fact not in low), None)
    if best is not None:
        return studies.verdict(Outcome.MET, f"The CV shows {studies.words(best)}.", candidate, best)
    reason = f"The CV shows {studies.words(fitting[0])}, below the level {least} asked."
    return studies.verdict(Outcome.NOT_MET, reason, candidate, fitting[0])


def _by_experience(criterion: EducationHeld, candidate: Candidate, as_of: date) -> Verdict | None:
    if criterion.or_years is not None:
        relevant = criterion.or_equivalent_experience
        years, subject = criterion.or_years, criterion.subject
        return instead.by_length(years, subject, candidate, as_of, relevant=relevant)
    if not criterion.or_equivalent_experience:
        return None
    return instead.judge(criterion.subject, candidate, as_of)


def _under_way(
    criterion: EducationHeld, shown: _Shown, candidate: Candidate, as_of: date
) -> Verdict | None:
    dated = next((f for f in shown.ahead if f.when and not is_past(f.when, as_of)), None)
    if dated is None:
        return None
    reason = f"The CV shows {studies.words(dated)} in progress, with {dated.when} as its date."
    return studies.verdict(Outcome.PARTLY, reason, candidate, dated, question=_question(criterion))


def _other_field(criterion: EducationHeld, shown: _Shown, candidate: Candidate) -> Verdict | None:
    """The level is there in another subject; where related ones do as well, that is a part."""
    if not shown.high or criterion.subject is None:
        return None
    best = next((fact for fact in shown.high if studies.subject(fact)), shown.high[0])
    question = f"How far does your degree answer to {criterion.subject}?"
    if subjects.is_open(criterion.subject) and studies.subject(best):
        reason = f"The CV shows {studies.words(best)}; whether it is near enough the role must say."
        return studies.verdict(Outcome.PARTLY, reason, candidate, best, question=question)
    reason = f"The CV shows {studies.words(best)}, but none in {criterion.subject}."
    return studies.verdict(
        Outcome.NOT_STATED, reason, candidate, best, question=_question(criterion)
    )


def _contradicted(criterion: EducationHeld, shown: _Shown, candidate: Candidate) -> Verdict | None:
    """Only a lower award, or a denial, and nothing under way or accepted in its place."""
    if criterion.or_equivalent_experience or criterion.or_years or shown.ahead:
        return None
    asked = _asked_words(criterion)
    if shown.lower:
        best = max(shown.lower, key=studies.weight)
        reason = (
            f"The highest award that the CV shows is {studies.words(best)}, which is below {asked}."
        )
        return studies.verdict(Outcome.NOT_MET, reason, candidate, best, *shown.denied[:1])
    if shown.denied:
        reason = f"The CV says that {asked} is not held."
        return studies.verdict(Outcome.NOT_MET, reason, candidate, shown.denied[0])
    return None


def _silent(criterion: EducationHeld, shown: _Shown, candidate: Candidate) -> Verdict:
    reason = f"The CV does not say whether there is {_asked_words(criterion)}."
    if shown.ahead:
        study = studies.words(shown.ahead[0])
        reason = f"The CV speaks of study for {study} without a date, and of no award yet."
    return studies.verdict(
        Outcome.NOT_STATED, reason, candidate, *shown.ahead[:1], question=_question(criterion)
    )


def _question(criterion: EducationHeld) -> str:
    return f"Do you have {_asked_words(criterion)}, and from where and when?"


def _is_contradiction(fact: Fact, criterion: EducationHeld) -> bool:
    """Whether a lower award speaks against the asked one: not where their subjects differ."""
    if studies.rank(fact) >= awards.rank(criterion.level):
        return _falls_short(fact, criterion)
    if criterion.subject is None:
        return True
    diploma = criterion.level == "masters" and criterion.min_grade != FULL_MASTERS
    if awards.rank(criterion.level) >= awards.rank("hnd") and not diploma:
        return True
    # A history degree says nothing of a diploma in coaching.
    return _fits(fact, criterion.subject)


def _falls_short(fact: Fact, criterion: EducationHeld) -> bool:
    """Whether it is a postgraduate diploma or certificate where a whole master's is asked."""
    short = studies.grade(fact) == POSTGRADUATE
    return short and criterion.min_grade == FULL_MASTERS and studies.level(fact) == "masters"


def _lies_ahead(fact: Fact, as_of: date) -> bool:
    """Whether the year printed with an award is still to come."""
    years = re.findall(r"(?:19|20)\d\d", fact.when or "")
    return bool(years) and int(years[-1]) > as_of.year


def _fits(fact: Fact, subject: str | None, *, unnamed: bool = False) -> bool:
    if subject is None:
        return True
    studied = studies.subject(fact)
    if studied is None:
        return unnamed
    if subject in _NAMED_AWARDS:
        return subject.lower() in studied.lower()
    return subjects.matches(studied, subject)


def _class_rank(fact: Fact) -> int:
    return _CLASSES.index(studies.grade(fact)) if studies.grade(fact) in _CLASSES else -1


def _asked_words(criterion: EducationHeld) -> str:
    subject = f" in {criterion.subject}" if criterion.subject else ""
    return studies.LEVEL_WORDS[criterion.level] + subject
