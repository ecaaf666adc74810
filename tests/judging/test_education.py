"""Education judged: level, subject, class, study under way, and experience in its stead."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.candidates.outline import outline
from matcher.criteria import EducationHeld
from matcher.facts.credentials import reader as credentials
from matcher.facts.education import reader as facts
from matcher.judging.context import Context
from matcher.judging.education import judge as education
from matcher.types import Candidate
from tests.judging.reading import NoMeaning, verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Candidates must be graduates", "BSc Botany, 2015"),
        ("partly", "Educated to degree level", "Final-year BSc student, graduating in July 2027"),
        ("not_stated", "Educated to degree level", "Trained BSc students in the laboratory"),
        ("met", "Degree at 2:2 or better", "Drama BA, 2:1, Hull"),
        ("met", "GCSE English at grade C or equivalent", "Functional Skills English at Level 2"),
        (
            "not_met",
            "GCSE English at grade C or equivalent",
            "Functional Skills English at Level 1",
        ),
        ("met", "A-levels or BTEC National (level 3)", "BTEC National Diploma in Farriery"),
        ("met", "Degree in physics and willing to travel", "BSc Physics; willing to travel"),
        (
            "met",
            "HNC in engineering or higher",
            "Femke took her MEng in Civil Engineering in 2014 at Leeds.",
        ),
        (
            "not_stated",
            "Educated to degree level",
            "Worked with Femke, who took her degree in 2014.",
        ),
        (
            "not_stated",
            "Bachelor's degree",
            "Fitted out bachelor flats; saw a 'third degree' burns unit built",
        ),
        ("met", "GCSE English at grade 4 or above", "GCSEs: Eng Lang 6, Maths 5"),
        ("met", "Educated to degree level", "BA (Hons) French, University of Hull"),
        ("met", "Educated to degree level", "PhD in Chemistry, Bristol"),
        ("not_met", "Educated to degree level", "HND in Business Studies, 2009"),
        ("not_met", "Educated to degree level", "I went to work at 16 and have no degree"),
        ("partly", "Educated to degree level", "Final year of a BSc in Computing, due July 2027"),
        ("not_stated", "Educated to degree level", "Studying for an Open University degree"),
        ("not_stated", "Educated to degree level", "Recruited graduates from three universities"),
        ("not_stated", "Educated to degree level", "My wife has a degree in law"),
        ("met", "Degree in computing or similar", "BSc Hons Computer Science 2:2"),
        ("met", "Degree in commerce or a related field", "BA Economics, 2011"),
        ("met", "Degree in computing or equivalent experience", "Web Developer, 2004 to present"),
        ("not_stated", "Degree in computing or equivalent experience", "Tailor, 2004 to present"),
        ("partly", "Degree in commerce or a related field", "BSc Marine Biology, 2011"),
        ("not_stated", "Degree in commerce", "BSc Marine Biology, 2011"),
        ("met", "Degree in physics, chemistry or engineering", "Chemistry with French BSc, 2004"),
        ("met", "Degree in law", "LLB, Durham"),
        ("met", "Educated to degree level", "Graduated in Botany in 1999"),
        ("not_stated", "Educated to degree level", "Higher apprenticeship coordinator"),
        ("met", "Degree in physics", "First in Physics, Keele University, 1998"),
        ("met", "2:1 degree or better", "Upper second in Geography, 2001"),
        ("not_met", "2:1 degree or better", "Lower second in Sociology, 2001"),
        ("not_stated", "Degree in marketing", "First in Marketing for three months running"),
        ("met", "Master's degree in computing", "Magister (MSc Eng) in Informatics, Poznan"),
        ("not_met", "Level 5 diploma in coaching", "Level 4 Diploma in Coaching"),
        ("not_stated", "MBA", "Timetables for MBA students and admissions"),
        ("not_stated", "Degree in nursing", "BA Fine Art, Dundee"),
        ("met", "MBA", "MBA, Cranfield School of Management"),
        ("not_stated", "MBA", "MSc Logistics Management, 2012"),
        ("not_met", "Master's degree", "BSc Economics 2010"),
        ("met", "A minimum of a 2:1", "BSc Maths (First)"),
        ("not_met", "2:1 degree or better", "BA History 2:2, Kent"),
        ("not_stated", "2:1 degree or better", "BSc Geology, Exeter"),
        ("not_met", "HND or above", "HNC Computing"),
        ("met", "HND or above", "HND Textiles, 2003"),
        ("met", "HNC, HND or degree", "HNC Textiles, 2003"),
        ("met", "MBA or other master's degree", "MSc Horology, 2014"),
        ("not_met", "First-class degree", "BSc Horology 2:1"),
        ("met", "A-levels or equivalent", "BTEC National Diploma in IT"),
        ("met", "GCSE Maths and English at grade C", "9 GCSEs A*-C including Maths and English"),
        ("not_met", "GCSE Maths and English at grade C", "GCSE Maths (D), English (B)"),
        ("partly", "GCSE Maths and English at grade C", "GCSE Maths grade 7"),
        ("met", "Level 2 Team Leading qualification", "NVQ Level 3 Team Leading, 2014"),
        ("not_met", "Level 3 Team Leading qualification", "Level 2 Certificate in Team Leading"),
    ],
)
def test_education_is_judged_by_level_subject_and_class(outcome: str, asked: str, cv: str) -> None:
    (verdict,) = verdicts(facts, education, asked, cv)
    assert verdict.outcome == outcome, verdict.reason


@pytest.mark.parametrize(
    ("outcome", "cv"),
    [("met", "ACCA member since 2011"), ("not_stated", "First aider; ECDL; PRINCE2 Foundation")],
)
def test_a_profession_is_shown_by_its_body_and_not_by_any_certificate(
    outcome: str, cv: str
) -> None:
    candidate = Candidate("c", cv, facts=tuple(credentials.read(outline(cv))))
    context = Context(date(2026, 11, 23), NoMeaning())
    verdict = education.judge(EducationHeld("any_professional"), candidate, context)
    assert verdict.outcome == outcome
