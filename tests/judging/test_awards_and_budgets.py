"""Awards, languages, places and budgets in the many ways people write them, and their decoys."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "PRINCE2 Practitioner", "PRINCE2 (F) 2017, PRINCE2 (P) 2018"),
        ("met", "ITIL Foundation", "ITIL 4 Found. (2020)"),
        ("not_stated", "ITIL Foundation", "In ITIL found a better way of handling faults"),
        ("not_stated", "ITIL Foundation", "Have been meaning to sit ITIL Foundation for years"),
        ("partly", "PRINCE2 Practitioner", "My PRINCE2 Practitioner lapsed; not re-registered"),
        ("partly", "CCNA", "CCNA (exp. 03/2024)"),
        ("met", "ITIL 4 Managing Professional", "ITIL 4: CDS, DSV, HVIT, DPI all passed"),
        ("partly", "ITIL Managing Professional", "ITIL 4 CDS, DSV done; HVIT, DPI due May 2027"),
        ("met", "AAT Level 3", "AAT: Level 2 passed 2020, Level 3 passed 2022"),
        ("not_met", "CIMA qualified", "Passed CIMA operational level only"),
        ("met", "AAT qualified or part-qualified CIMA", "AAT Level 4 achieved 2018"),
        ("met", "MSP Foundation", "MSP Practitioner, 2022; never attempted a Kanban exam"),
        ("not_met", "PRINCE2 Practitioner", "PRINCE2 Foundation. Practitioner in dementia care."),
        ("partly", "MSP Practitioner", "MSP Foundation passed. Practitioner paper: 5 May 2027."),
        ("not_stated", "CITP", "Maintained the register of Chartered IT Professionals"),
        ("met", "Chartered Engineer", "Elected to the roll of Chartered Engineers in 2011"),
        ("met", "NVQ Level 3 in Catering", "NVQ Levels 2 & 3 in Catering"),
    ],
)
def test_certificates(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "Educated to degree level", "Turned the depot round by degrees"),
        ("met", "HNC or higher", "BA (Lond), Classics, 1998"),
        ("not_stated", "A-levels or above", "BA Airways cabin crew, 2012"),
        ("met", "Degree in science or engineering", "BSc Zoology, Bangor"),
        ("not_stated", "Degree in science or engineering", "BA History, Kent"),
        ("met", "2:1 or above", "BA (Hons) Dance, II(i), Chichester"),
        ("not_met", "2:1 or above", "Pass degree in Science, Glasgow"),
        ("not_met", "Master's degree", "PgDip Housing"),
        ("met", "Master's degree", "PGDip, then MSc in Housing, 2016"),
        ("met", "Postgraduate diploma or above", "PGDip Housing"),
        ("not_met", "Master's degree", "MA (Hons), Dundee"),
        ("partly", "Degree", "Final-year BA student at Hull, graduating July 2027"),
        ("not_met", "GCSE Maths and English at C", "GCSE: Maths C; English D"),
        ("partly", "Degree", "Degree apprenticeship, year three, ends August 2027"),
        ("met", "Degree", "Licence en droit, Lille, 2010"),
        ("not_met", "MBA", "Started an MBA in 2019 but gave it up"),
        ("not_met", "GCSE Maths grade 4 or above", "GCSE results\nEnglish 5\nMaths 3\nScience 4-4"),
        ("met", "GCSE Maths grade C", "GCSEs\nMathematics: B\nEnglish: C\nFrench: D"),
        ("not_stated", "GCSE Maths grade 4", "A-levels\nMaths B\nPhysics C"),
        ("met", "GCSE Maths grade 4", "Maths (5) and English Literature (6) at GCSE"),
        ("not_stated", "GCSE English grade 4", "English teacher. GCSEs held."),
    ],
)
def test_education(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Fluent Spanish", "ES C2 / EN C1 / FR A2"),
        ("met", "Working knowledge of German", "Languages - DE: B2; FR: A1"),
        ("not_stated", "Italian speaker", "Skills: IT (advanced), HR (basic)"),
        ("not_stated", "German speaker", "DE-based firm with ES and FR offices"),
        ("met", "Fluent French", "Langues: français (langue maternelle), anglais (courant)"),
        ("partly", "BSL Level 2", "BSL Level 1 passed 2019; Level 2 assessment on 20 January 2027"),
        ("met", "Based near Leeds", "I live with my wife and two sons outside Otley"),
        ("not_stated", "Based in Leeds", "Lives changed in Leeds by our charity: 400"),
        ("met", "Based near Leeds", "Lives ten minutes from Pudsey"),
        ("not_met", "Must be on site in Leicester", "Remote only, please. Based in Inverness."),
        ("not_met", "Office-based in Leeds", "Seeking remote-only roles; based in Harrogate"),
        ("met", "Must be on site in Derby", "Prefer remote but Derby is fine, live in Belper"),
        ("met", "No sponsorship available", "Visa sponsorship required: no"),
        ("met", "Right to work in the UK", "Do you need sponsorship? No."),
        ("not_met", "Right to work in the UK", "Do you need sponsorship? Yes."),
        ("met", "Available within one month", "Gardening leave ends 20 November 2026"),
    ],
)
def test_languages_places_and_rights(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("partly", "Budget of £2m", "My budget: one million, nine hundred thousand pounds"),
        ("not_met", "Budget of £1m", "My sign-off limit was £100k within the directorate's £20m"),
        ("met", "Budget of £1m", "My signing limit is £2m, from a trust budget of £600m"),
        ("not_met", "Budget of £5m", "Held £2m of the £9m IT budget"),
        ("met", "Budget of £5m", "Cut £1m from the £9m budget I held"),
        ("met", "Budget of £1m", "Budget holder (£3m); delegated £50k each to six matrons"),
        ("met", "Budget of £500k", "Authorised to sign up to £600k"),
        ("not_stated", "Budget of £1m", "Advised a budget holder with £5m"),
        ("met", "P&L ownership", "Full P&L for a 60-cover restaurant"),
        ("not_stated", "P&L ownership", "Full P&L reporting for head office"),
        ("partly", "Budget of £1m with experience of grant applications", "Budget £1.3m"),
    ],
)
def test_budgets(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
