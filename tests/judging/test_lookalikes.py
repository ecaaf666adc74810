"""What only looks like an answer, and answers told in ways that are easily missed."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # A verb's object, a customer, a deputy and work without pay are no work in a field.
        ("not_stated", "5 years in nursing", "Supplied agency nurses to wards for eight years"),
        ("not_stated", "5 years in nursing", "Married to a nurse for twenty years"),
        ("not_stated", "5 years in facilities", "Used the gym facilities for nine years"),
        ("not_stated", "5 years in marketing", "Market trader, 2010-2020"),
        ("not_stated", "5 years in HR", "Retail for ten years, with HR among my duties"),
        ("not_stated", "5 years as a service manager", "Deputy Service Manager, 2012-2020"),
        ("not_stated", "5 years in finance", "Treasurer of a choir since 2010 (unpaid)"),
        ("not_stated", "4 years in dental sales", "Sales manager for six years"),
        ("not_stated", "6 months of forklift driving", "Stores operative, 2022-2025"),
        ("not_stated", "6 years managing fitters", "Fitter for nine years; led two since May 2026"),
        ("not_stated", "Retail banking background", "Raised money for the food bank"),
        ("not_stated", "Healthcare background", "Rolled out health, safety and fire training"),
        ("not_stated", "Construction background", "Clerk who dealt with tenants, building firms"),
        ("not_stated", "Driving experience", "Gym manager, 2015-2017, driving sales growth"),
        ("met", "Driving experience", "Van driver, 2015-2017"),
        ("met", "3 years' desk-side support experience", "Deskside technician for 40 months"),
        ("met", "3 years as a pre-sales consultant", "Presales Consultant, Acme Ltd, 2015-2020"),
        ("met", "3 years as a real-time analyst", "Real Time Analyst, Acme Ltd, 2015-2020"),
        ("met", "3 years of Linux administration", "Linux Engineer, Acme Ltd, 2015-2020"),
        ("not_stated", "3 years of Linux administration", "Linux Author, Acme Ltd, 2015-2020"),
        ("not_stated", "IT experience", "Assistant, 2015-2017: social networking for a florist"),
        ("not_stated", "Experience leading a team", "Typist to the Chief of Staff, 2015-2017"),
        ("not_stated", "Experience leading a team", "Worked with the managed care team"),
        (
            "not_stated",
            "Experience of selling costly looms into finance or other customer minded trades",
            "Tax adviser, 2015-2017",
        ),
        # One thing of several that are asked, with the rest unsaid.
        ("partly", "Team of 10+ and experience of tendering for work", "Led a crew of 21 painters"),
        ("met", "Experience of a CRM (Dynamics, HubSpot or similar)", "HubSpot administrator"),
        ("met", "Experience of Active Directory administration", "Active Directory, daily"),
        # How well a tool is known.
        ("not_met", "Confident Excel user", "Excel: beginner"),
        ("met", "Confident Excel user", "Weekly Excel reports for the board"),
        ("not_met", "Expert in AutoCAD", "AutoCAD skills: beginner"),
        ("not_met", "Experience of ServiceNow", "ServiceNow: no exposure"),
        # Money for a part of a year, of several years, and beside somebody else's.
        ("met", "Annual budget of £1m+", "£110k of spend controlled each month"),
        ("not_met", "Annual budget of £4m+", "Held £6m for the four years to 2024, in all"),
        ("met", "Budget of £1m", "I own the print budget (£1,250k) and the levy sits with Finance"),
        # Awards refused, booked, lapsed or behind a name.
        ("not_met", "PMP", "CAPM (2023). The PMP I have yet to attempt."),
        ("partly", "PMP", "My PMP exam is set for 12 January 2027"),
        ("partly", "NMC registration", "RGN; let my NMC registration lapse in 2023"),
        ("met", "Chartered Engineer", "Rosa Bramall BEng CEng\nPrincipal Engineer, pumps"),
        ("met", "CTC clearance", "Vetting: CTC, active, next due 2029"),
        # People: sites, others' people and growth.
        ("not_met", "Team of 20", "Ran three clerks. The service had 900 staff over 31 stations."),
        ("met", "Team of 50", "My team grew from 28 to 57 when we took on the night shift."),
        (
            "not_met",
            "Managing managers",
            "My reports were clerks; I have not had managers under me",
        ),
        ("met", "CSAT improvement of 10 points", "CSAT rose from 71 to 84"),
        # What a heading, a noun or a place only looks like.
        (
            "not_stated",
            "Team of 20",
            "Acme employs Leeds 12 people; York 9 people; Hull 15 people.",
        ),
        (
            "not_stated",
            "Team of 20",
            "Plant Manager. Managed 30 tippers and 50 tankers",
        ),
        ("not_stated", "Team of 20", "Staff Nurse, 2018-2020. Thirty nurses on my ward."),
        ("not_met", "Team of 20", "Led a team of 5, supporting 30 drivers."),
        ("not_stated", "10 years of payroll", "Service contract | Months\nPayroll | 240"),
        ("not_stated", "10 years of payroll", "Last twelve years: no payroll"),
        (
            "not_stated",
            "Experience of night shifts",
            "I worked nights until my injury; days since.",
        ),
        ("not_stated", "Minute taking", "Reviewed minutes of the board meeting."),
        ("not_met", "Aviation experience", "My whole career was spent in garden centres"),
    ],
)
def test_what_looks_like_an_answer(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
