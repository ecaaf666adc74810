"""Awards in CVs and education asked in roles."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.criteria import FULL_MASTERS, EducationHeld
from matcher.facts.education import reader as education
from matcher.facts.education.degree_grades import grade_in
from matcher.types import Sentence, Status
from matcher.values import Education


def shown(cv: str) -> list[tuple[str, str | None, Status]]:
    """Level, subject and state of each award, its quotes checked."""
    found = []
    for fact in education.read(outline(cv)):
        assert cv[fact.start : fact.end] == fact.quote
        assert isinstance(fact.value, Education)
        found.append((fact.value.level, fact.value.subject, fact.status))
    return found


@pytest.mark.parametrize(
    ("cv", "level", "subject"),
    [
        ("BSc (Hons) Zoology, University of Hull, 2004", "degree", "Zoology"),
        ("B.Sc. in Applied Physics", "degree", "Applied Physics"),
        ("Bachelor of Science: Forestry", "degree", "Forestry"),
        ("BENG CIVIL ENGINEERING, WEAR UNIVERSITY", "degree", "CIVIL ENGINEERING"),
        ("Master of Arts in Linguistics 2011", "masters", "Linguistics"),
        ("M.Sc. Hydrology", "masters", "Hydrology"),
        ("MBA, Tyne Business School", "masters", "Business Administration"),
        ("DPhil, Oxford", "doctorate", None),
        ("Foundation degree in Early Years", "hnd", "Early Years"),
        ("HND Computing | Irwell College", "hnd", "Computing"),
        ("Associate of Applied Science, 1999", "hnd", None),
        ("A-levels: Geography", "a_level", "Geography"),
        ("High School Diploma, 1991", "gcse", None),
        ("NVQ Level 3 in Catering", "a_level", "Catering"),
    ],
)
def test_an_award_has_a_level_and_a_subject(cv: str, level: str, subject: str | None) -> None:
    assert shown(cv) == [(level, subject, Status.HELD)]


@pytest.mark.parametrize(
    "cv",
    [
        "A high degree of accuracy",
        "360-degree feedback for managers",
        "University of Wear, Finance Office, clerk",
        "MS Office and MS Project",
        "Scrum Master, Boston, MA",
        "Marked the work of BSc students",
        "Harbour Associates Limited",
    ],
)
def test_what_only_sounds_like_an_award_is_none(cv: str) -> None:
    assert shown(cv) == []


@pytest.mark.parametrize(
    ("cv", "status"),
    [
        ("BSc Geology, 2024 to present", Status.IN_PROGRESS),
        ("BSc Geology (expected June 2027)", Status.IN_PROGRESS),
        ("Began a BSc Geology in 2001 and dropped out of it, withdrew in 2002", Status.DENIED),
    ],
)
def test_a_course_without_its_award_has_another_state(cv: str, status: Status) -> None:
    assert [state for _, _, state in shown(cv)] == [status]


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("First Class Honours", "first"),
        ("upper second", "2:1"),
        ("2.1", "2:1"),
        ("(2:ii)", "2:2"),
        ("Desmond", "2:2"),
        ("third class", "third"),
        ("with Distinction", "distinction"),
        ("first line support", ""),
        ("in 2.15 hours", ""),
    ],
)
def test_classes_are_known_by_their_names(printed: str, grade: str) -> None:
    assert grade_in(printed) == grade


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("Educated to degree level", EducationHeld("degree")),
        ("A degree in a scientific subject", EducationHeld("degree", "scientific subject")),
        ("Physiotherapy degree", EducationHeld("degree", "Physiotherapy")),
        (
            "A degree or equivalent work experience",
            EducationHeld("degree", or_equivalent_experience=True),
        ),
        ("Master's or PhD", EducationHeld("masters", min_grade=FULL_MASTERS)),
        ("Postgraduate diploma or MSc", EducationHeld("masters")),
        ("HND or degree", EducationHeld("hnd", min_grade="level 5")),
        ("Upper second class honours", EducationHeld("degree", min_grade="2:1")),
        ("A first or a 2:1 degree", EducationHeld("degree", min_grade="2:1")),
        ("GCSE Maths at grade C/4", EducationHeld("gcse", "Maths", min_grade="4")),
        ("A professional qualification", EducationHeld("any_professional")),
        (
            "Level 3 Team Leading qualification",
            EducationHeld("a_level", "Team Leading", min_grade="level 3"),
        ),
        (
            "A degree in physics, maths or a related field",
            EducationHeld("degree", "physics, maths or a related field"),
        ),
        ("A degree in law or significant experience", EducationHeld("degree", "law", True)),
    ],
)
def test_a_role_asks_for_a_level_a_subject_and_a_class(text: str, criterion: EducationHeld) -> None:
    assert [one.criterion for one in education.ask(Sentence(text, 0, len(text)))] == [criterion]


@pytest.mark.parametrize(
    "text",
    [
        "Work with a high degree of autonomy",
        "Support undergraduate students on placement",
        "Our graduates join a scheme",
        "NVQ Level 2 in Catering",
    ],
)
def test_what_is_no_education_is_not_asked(text: str) -> None:
    assert education.ask(Sentence(text, 0, len(text))) == []
