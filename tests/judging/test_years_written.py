"""Lengths of experience as people write them: dates, prose, lists, parts, limits and denials."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_LISTED = "\n04/16-03/18 brewery\n04/18-08/19 water company\n09/19-01/21 rail operator"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Ten years as a thatcher", "Self-employed thatcher since 1998, still trading"),
        # Dates.
        ("met", "2 years as a florist", "Florist, Petal & Stem, 4/18-9/21"),
        ("met", "Two years of cyber security", "Cyber Analyst | Q4 2019 - Q2 2022 | Knot Bank"),
        ("not_met", "Two years of nursing", "Staff Nurse, Larch Ward, Jan-Aug 2019"),
        ("met", "Three years as a baker", "Baker, Crumb Ltd. Joined May 2016, resigned June 2020."),
        (
            "not_met",
            "Three years as a baker",
            "Baker, Crumb Ltd; started May 2019, left July 2020.",
        ),
        ("not_stated", "Three years as a baker", "Crumb Ltd opened May 2010, closed June 2020."),
        # What sites print between a title and its dates.
        (
            "met",
            "3 years in HR",
            "Experience\nOak Foods\nHR Adviser\nPart-time\nMay 2019 - Present · 7 yrs 7 mos",
        ),
        # A line that names the work of all contracts below it.
        ("met", "4 years' testing", f"Contracts (Test Analyst throughout){_LISTED}"),
        ("met", "4 years' testing", f"Assignments, all as test analyst:{_LISTED}"),
        ("met", "4 years' testing", f"Freelance Test Analyst:{_LISTED}"),
        ("not_stated", "4 years' testing", f"Reported to the Test Manager:{_LISTED}"),
        ("not_stated", "4 years' testing", f"Clients whose test analyst I recruited:{_LISTED}"),
        # Prose.
        ("met", "5 years leading an audit team", "Since July 2018 he has led the audit team."),
        (
            "met",
            "5 years leading an audit team",
            "In the autumn of 2017 I was put in charge of the audit team and lead it still.",
        ),
        (
            "met",
            "4 years as a bursar",
            "April 2011 left the Army and became Bursar and Clerk at a priory; stayed until 2018.",
        ),
        ("not_stated", "3 years as an actuary", "My brother was an actuary from 2001 to 2015."),
        ("not_stated", "3 years of payroll", "Attended a payroll conference yearly since 2011."),
        ("not_stated", "3 years of events", "Our events company has traded since 2009."),
        (
            "met",
            "3 years as a stock controller",
            "Stock Controller\nPriory Dairy\nStarted: May 2014\nFinished: June 2019",
        ),
        (
            "not_stated",
            "5 years running a depot",
            "Depot clerk since 2012; its manager left in 2020.",
        ),
        ("not_stated", "5 years as a shift leader", "Nine years in a mill, never a shift leader."),
        # Lengths and their parts.
        ("met", "12 years in catering", "A decade and a half in catering."),
        ("not_met", "2 years in catering", "Ten weeks in catering, a summer job."),
        ("met", "3 years in audit", "Nine years at work: five in shops, the last four in audit."),
        (
            "not_met",
            "8 years in audit",
            "Nine years at work: five in shops, the last four in audit.",
        ),
        ("met", "6 years in audit", "Twenty years in finance, the first seven of them in audit."),
        ("not_stated", "5 years of dental sales", "Eleven years in sales."),
        # Limits and denials.
        ("not_met", "5 years in lending", "My time in lending comes to less than three years."),
        ("not_stated", "2 years in lending", "My time in lending comes to less than three years."),
        ("met", "5 years in lending", "My time in lending adds up to six years."),
        ("not_met", "3 years of payroll", "Joined a payroll bureau in May 2026, my first job."),
        ("not_stated", "3 years of payroll", "Joined a payroll bureau in May 2026."),
        ("not_met", "2 years of line management", "Have never managed anyone; a fitter for life."),
        (
            "not_met",
            "4 years leading a warehouse team",
            "Team Leader, Jan-June 2018. Team Leader, Jan-May 2022. No other leadership posts.",
        ),
        ("not_stated", "3 years as a manager", "Payroll Clerk 2010-2020. Managers came and went."),
        (
            "not_met",
            "6 years as a sales director",
            "Sales Manager 2005-2022; Sales Director 2022-24",
        ),
        ("met", "3 years as a contract delivery manager", "CDM, Acme, since May 2019"),
        # Compounds.
        ("partly", "6 years in payroll with 2 as a team leader", "Payroll Clerk 2012-2022"),
        ("partly", "5 years in nursing and 2 years of revenue management", "Staff Nurse 2010-2020"),
        (
            "not_met",
            "6 years in payroll with 2 as a team leader",
            "Payroll Clerk 2012-2022. I have never led a team.",
        ),
        ("met", "4 years in payroll, ideally in a hotel", "Payroll Clerk, Denby Tiles, 2012-2022"),
        # How it is asked.
        ("met", "Must have done 3 years on a help desk", "Help Desk Analyst 2014-2019"),
        ("met", "Release Manager, 4 years minimum (games)", "Release Manager 2014-2019"),
        ("met", "2 years' exp. in HR", "HR Officer 2014-2019"),
        ("met", "3 years' service as a paramedic", "Paramedic 2014-2019"),
        ("met", "Someone with five years of lending under their belt", "Six years in lending."),
        ("met", "Knowledge management: 3 years", "Knowledge Manager, Knot Bank, 2014-2019"),
    ],
)
def test_written(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
