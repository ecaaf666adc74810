"""One requirement as an ad states it against one CV text, through every reader and judge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.candidates.reader import read_candidate
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.fakes import LETTERS, FirstLetterEncoder

_TODAY = date(2026, 11, 23)


class Deaf(FirstLetterEncoder):
    """Finds nothing close to anything, so that only what is typed can decide."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), len(LETTERS)), np.float32)


def outcome(asked: str, cv: str) -> str:
    matcher = Matcher(Deaf(), lambda _, spans: list(spans), default_weights(), _TODAY)
    candidate = read_candidate("c", cv, lambda _, spans: list(spans), _TODAY)
    _, verdict = matcher.judge_statement(asked, candidate)
    assert all(cv[one.start : one.end] == one.quote for one in verdict.evidence)
    return str(verdict.outcome)


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # A volume of one's own is a part of what is asked; that of a place is none.
        ("met", "Able to pack 20 orders a day", "Packed 40 orders a day."),
        (
            "not_stated",
            "4 years' experience in a warehouse packing 20 orders a day",
            "Barber, Acme, 2014 - 2022\nOne week in a shed: I packed 40 orders a day.",
        ),
        (
            "met",
            "Experience of running a contact centre of 3,000 calls a day",
            "Contact centre manager, Acme, 2014 - 2019\nRan a contact centre.",
        ),
        # A deed besides, of which the CV says nothing.
        ("partly", "Held a £2m budget and chaired a safety board", "Held a £3m budget"),
        ("partly", "Budget of £2m together with tender negotiation", "Held a £3m budget"),
        # Held together: as many amounts as contracts are counted.
        (
            "met",
            "Contracts worth £4m or more a year",
            "Responsible for two catering contracts of £2.5m and £1.9m",
        ),
        (
            "not_met",
            "Contracts worth £4m or more a year",
            "Responsible for a catering contract of £2.5m, later one of £1.9m",
        ),
        # Whose it is: an organisation's possessive, a keeper of books, papers about a P&L.
        ("not_stated", "Budget of £2m or more", "The hospital's budget of £90m rose in May"),
        ("met", "Budget of £2m or more", "Held the hospital's catering budget of £2.4m"),
        ("not_stated", "Budget of £2m or more", "Clerk to the governors (budget £4m)"),
        ("not_stated", "Budget of £2m or more", "Assistant accountant; budget £3m, 14 sites"),
        ("not_stated", "P&L of £3m or more", "Typed the P&L report for a branch turning over £5m"),
        ("not_stated", "P&L of £3m or more", "Adviser to the owner of a £5m P&L"),
        # The turnover of a unit whose P&L is held whole.
        ("met", "P&L of £3m or more", "Hotel General Manager. Turnover £4.2m, full P&L."),
        ("met", "P&L of £3m or more", "Owner-manager. P&L: £4.2m turnover, reporting to a board"),
        # A list of what is controlled; revenue beside capital; a denial behind.
        ("met", "Budget of £1m or more", "Costs under my control: £840k pay, £210k systems"),
        ("not_met", "Budget of £1m or more", "Budgets: £840k (2015-2018), £610k (2018-2021)"),
        ("met", "Budgets of £5m or more", "Revenue £3.6m and capital £1.7m, both delegated to me"),
        ("not_met", "P&L accountability", "Held the rota. P&L accountability was never mine."),
        # Amounts without a sign behind a word for a budget.
        ("met", "Budget of £200k or more", "My kitchen budget grew each year: 120k, 180k, 240k"),
        ("met", "Financial authority of £50k or more", "Delegated authority: £60,000 an order"),
        ("not_met", "Financial authority of £50k or more", "Delegated authority of £5,000"),
    ],
)
def test_money(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # An edition inside a name that no table lists; editions that the role lists.
        ("met", "AgilePM Practitioner", "AgilePM v3 Practitioner"),
        ("met", "P3O Foundation", "P3O (2nd Ed.) Foundation, 2016"),
        ("met", "ITIL 3 or 4 Foundation", "ITIL Foundation, 2011"),
        ("met", "MSP Practitioner", "Managing Successful Programmes (Registered Practitioner)"),
        # The body behind a certificate is no other certificate.
        ("partly", "CISM", "CISM (ISACA), in progress, exam 9 February 2027"),
        # Years behind a list of parts are when they were passed, not how long they hold.
        ("met", "ITIL Foundation", "ITIL Intermediate: OSA, RCV and PPO (2012-2014)"),
        ("partly", "CISA", "CISA, 2012-2014"),
        # Studies that were given up, were never begun, or are to lead to an award.
        ("not_met", "ACCA qualified", "ACCA student, five papers passed, studies abandoned"),
        ("not_met", "PRINCE2 Practitioner", "PRINCE2 Foundation; Practitioner never attempted"),
        ("not_stated", "MCIPS", "Two units from the end; MCIPS on completion"),
        ("not_stated", "ACCA qualified", "ACCA student"),
        ("partly", "ITIL 4 Foundation", "ITIL 4 Foundation exam: 9 February 2027"),
        ("not_met", "CISM", "Application for CISM rejected in 2024"),
        ("partly", "CISM", "CISM refused in 2024, applied again, decision due 4 May 2027"),
        # A register left; a level of a scheme; names alone.
        ("partly", "NMC registration", "Removed my name from the NMC register in 2019"),
        ("not_met", "ITIL certification at Expert or Master level", "ITIL Foundation, 2015"),
        ("met", "PRINCE2 and ITIL", "PRINCE2 Foundation and ITIL Foundation certified"),
        # Letters behind a name.
        ("met", "ACA, ACCA or CIMA", "Osei Thornbury FCA"),
        ("not_stated", "ACA, ACCA or CIMA", "Adviser at an FCA regulated lender"),
        ("met", "GDC registered", "Hygienist, GDC no. 204417"),
        ("partly", "ITIL 4 MP", "ITIL 4 CDS and HVIT; DPI exam 9 May 2027 completes the MP"),
        ("not_stated", "CSM", "CSM for two breweries (Client Service Manager)"),
        # Who keeps the papers of a course has not taken it.
        ("not_stated", "MSc or higher", "Administrator for the MSc programme of a law school"),
    ],
)
def test_certificates_and_awards(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Six years in payroll", "Half a dozen years in payroll"),
        ("not_met", "A year in payroll", "Nine weeks in payroll"),
        ("partly", "Four years in payroll", "Payroll: 44 months at a bureau"),
        ("not_met", "Two years as a nurse", "Newly qualified nurse"),
        (
            "met",
            "Two years' line management",
            "Line managed six fitters from May 2018 to June 2021",
        ),
        (
            "partly",
            "Three years' project management",
            "Project Manager for 2 years and 9 months at a brewery",
        ),
        ("not_met", "10+ years of IT experience", "In IT since 2022; a joiner before that"),
        ("not_met", "Substantial (8+ years) experience in sales", "Sales Manager, 2020 - 2023"),
        (
            "not_met",
            "Six years' post-qualified experience (solicitor)",
            "Solicitor with two years' PQE",
        ),
        ("met", "Two years in a GP practice", "Receptionist, Elm Road Surgery, 2015 - 2019"),
        ("met", "Two years in schools", "Teaching Assistant, Larch Primary, 2015 - 2019"),
        ("met", "Three years as a SIAM or service integration lead", "SIAM Lead, 2018 - 2022"),
        # A certificate names a field and shows no work in it.
        (
            "not_stated",
            "Three years of SIAM environments",
            "Stock Clerk, 2016 - 2022\nSIAM Foundation certified",
        ),
        # A sector is shown by employers, and not by words that sound like it.
        (
            "met",
            "Eight years in the public sector",
            "Avon Police 2004-2009, Truro Council 2009-2014",
        ),
        ("not_stated", "Eight years in the public sector", "Met the public daily for nine years"),
        # Rank is asked: years below it are none.
        ("not_stated", "Nine years in retail management", "Ten years in retail, some as a cashier"),
        ("met", "Nine years in retail management", "Store Manager, Superdrug, 2008 - 2018"),
        ("met", "Three years as a Head of Department", "Head of Music, 2014 - 2018"),
        ("met", "A year with Sage", "Sage user, 3 years, in a small builders' yard"),
    ],
)
def test_lengths_of_experience(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Leading a team of 30", "Two Shift Managers with 18 packers each, all mine"),
        ("met", "Direct line management of three", "Line managed two chefs and an apprentice"),
        ("met", "Leading 40 people", "Site Manager, three shifts, c.45 heads"),
        ("not_met", "Leading 40 people", "Led a support team of 12 in Cork and Lodz"),
        ("not_met", "Leading 40 people", "Department of 19. All reported to me."),
        ("met", "Leading 40 people", "Forty-four staff across two yards reported through me"),
        ("met", "Leading 40 people", "Oversaw a 60-seat outsourced help desk in Lodz"),
        ("not_stated", "Leading 40 people", "Head waiter of a 60-seat restaurant"),
        ("not_stated", "Staff management experience", "Managed staff lockers and uniforms"),
        ("not_stated", "Management of three team leaders", "I manage six assistants directly"),
        ("not_stated", "Line management experience", "Worked nights with a line manager on site"),
        ("met", "40+ people", "Station Manager, 52 people"),
        ("met", "Managing a mixed team of staff and temps (15+)", "Led 9 staff and 8 temps"),
    ],
)
def test_teams(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Fluent in at least one other European language", "Fluent Finnish"),
        ("not_stated", "Fluent in at least one other European language", "Fluent Tamil"),
        ("partly", "Two European languages besides English", "English (native), Danish (fluent)"),
        ("met", "Fluent German", "Deutsch: Muttersprache"),
        ("not_met", "Fluent Welsh", "Welsh: learner (Sylfaen)"),
        ("met", "SIA door supervisor licence", "SIA DS badge to 2028"),
        ("not_met", "HGV Class 1", "Category C (class 2)"),
        ("met", "FLT licence (counterbalance or reach)", "Counterbalance FLT licence"),
        ("not_stated", "Managed services sector experience", "Bought in cover from an MSP"),
        ("met", "NHS sector experience", "Porter, Severnside Hospitals Trust"),
        (
            "met",
            "A housing system (Northgate, Orchard Housing, Civica)",
            "Orchard Housing every day for two years",
        ),
        ("not_stated", "Power BI", "Contractor builds Power BI reports for us"),
        ("not_stated", "Zendesk", "Read Zendesk brochures"),
        ("met", "Near Glasgow", "Paisley PA1"),
        ("not_met", "NPS of 60+", "NPS 41"),
        ("met", "NPS of 60+", "NPS 63"),
        ("not_stated", "DV", "Developed vetting procedures for a charity"),
        ("met", "Commutable to Reading", "Lives in Wokingham"),
        ("met", "London-based", "14 Fig Street, London N4"),
        ("not_met", "London-based", "Lives in Inverness"),
        ("met", "BPSS", "Counter Terrorist Check, 2024"),
        ("met", "Degree or equivalent experience", "Store Manager, Tarn Foods, 2008 - 2024"),
        ("not_met", "First class degree", "2:2, History, Exeter, 2011"),
    ],
)
def test_other_kinds(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
