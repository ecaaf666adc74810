"""Does the candidate hold the school subjects that are asked, at the grades that are asked?

Must not know higher levels. Each subject is looked for by itself and all must be shown; a grade
that is too low contradicts, a subject the CV leaves out stays open.
"""

from __future__ import annotations

from data.patterns import regex
from matcher.criteria import EducationHeld
from matcher.judging.education.studies import grade, level, subject, verdict
from matcher.types import Candidate, Fact, Outcome, Status, Verdict

_SUBJECT = regex(r"\b(English|Maths|Science|Welsh)\b")


def subjects_asked(criterion: EducationHeld) -> list[str]:
    """Return the school subjects that a role names, none where it asks for another level."""
    if criterion.level != "gcse":
        return []
    return list(dict.fromkeys(_SUBJECT.findall(criterion.subject or "")))


def judge(
    criterion: EducationHeld, wanted: list[str], facts: list[Fact], candidate: Candidate
) -> Verdict:
    """Return whether each subject is shown, with its grade where one is asked."""
    least = int(criterion.min_grade) if criterion.min_grade.isdigit() else None
    shown: list[Fact] = []
    missing: list[str] = []
    for name in wanted:
        found = [
            f
            for f in facts
            if f.status is Status.HELD and level(f) == "gcse" and subject(f) == name
        ]
        graded = [f for f in found if grade(f).isdigit()]
        low = [f for f in graded if least is not None and int(grade(f)) < least]
        if low and len(low) == len(graded):
            reason = f"The CV shows {name} at grade {grade(low[0])}, below the grade {least} asked."
            return verdict(Outcome.NOT_MET, reason, candidate, low[0])
        good = found if least is None else graded
        if good:
            shown.append(good[0])
        else:
            missing.append(name)
    if not missing:
        return verdict(
            Outcome.MET, f"The CV shows GCSEs in {' and '.join(wanted)}.", candidate, *shown[:1]
        )
    question = f"Do you hold {' and '.join(missing)} at GCSE, and at which grade?"
    if shown:
        absent = " and ".join(missing)
        reason = f"The CV shows {subject(shown[0])} at GCSE but does not say so of {absent}."
        return verdict(Outcome.PARTLY, reason, candidate, shown[0], question=question)
    reason = f"The CV does not show {' and '.join(missing)} at GCSE with a grade."
    return verdict(Outcome.NOT_STATED, reason, candidate, question=question)
