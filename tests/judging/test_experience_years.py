"""Experience judged: years in the field that is asked, and fields without a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from matcher.candidates.reader import read_candidate
from matcher.criteria import ExperienceYears
from matcher.judging.context import Context
from matcher.judging.experience.judge import judge
from matcher.types import Candidate, Verdict


class Words:
    """Cosine as the share of the phrase's words that the other text has."""

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate

    def passages(self, phrase: str) -> Sequence[float]:
        return [_share(phrase, one.text) for one in self.candidate.passages]

    def titles(self, phrase: str) -> Sequence[float]:
        return [_share(phrase, one.title or "") for one in self.candidate.positions]


def _share(phrase: str, text: str) -> float:
    words = phrase.lower().split()
    return sum(word in text.lower().split() for word in words) / len(words)


def verdict(criterion: ExperienceYears, cv: str) -> Verdict:
    today = date(2026, 11, 23)
    candidate = read_candidate("c", cv, lambda _, spans: list(spans), today)
    found = judge(criterion, candidate, Context(today, Words(candidate)))
    assert all(cv[one.start : one.end] == one.quote for one in found.evidence)
    assert found.reason.endswith(".")
    assert (found.question is not None) == (found.outcome in ("partly", "not_stated"))
    return found


def years(least: float | None, of: str, **more: float) -> ExperienceYears:
    return ExperienceYears(least, of, bool(more.get("leading")), more.get("team"))


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", years(5, "project management"), "Project Manager, Calder Rail, 2014 - 2020"),
        ("not_met", years(8, "project management"), "Project Manager, Calder Rail, 2020 - 2023"),
        ("partly", years(5, "nursing"), "Staff Nurse, Eastgate Clinic, Feb 2020 - Sep 2024"),
        ("not_stated", years(5, "nursing"), "Sales Assistant, Ember Shoes, 2010 - 2024"),
        ("met", years(4, "sales"), "Nine years selling pumps to farms."),
        ("not_met", years(12, "sales"), "Account manager with four years in sales."),
        ("not_stated", years(5, "sales"), "Thirty years across nursing, teaching and sales."),
        ("not_stated", years(5, "sales"), "Highly seasoned sales professional."),
        ("not_stated", years(5, "sales"), "Experience\n\nSales Manager\nFor a maker of pumps.\n"),
        ("met", years(6, "service desk"), "Help Desk Analyst, Tarn IT, Jan 2015 - Dec 2021"),
        ("not_stated", years(3, "incident management"), "Sales Manager, Tarn IT, 2015 - 2021"),
        ("met", years(3, "ITSM"), "Problem Manager, Tarn IT, 2015 - 2021"),
        ("met", years(3, "sales in financial services"), "Sales Adviser, Wold Bank, 2015 - 2021"),
        ("not_stated", years(2, "nursing"), "My wife has been a nurse for twelve years."),
        ("not_stated", years(2, "nursing"), "Reported to a matron with ten years in nursing."),
    ],
)
def test_years_in_a_field(outcome: str, asked: ExperienceYears, cv: str) -> None:
    assert verdict(asked, cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        # What narrows a field must be shown; where one post shows it, another's silence tells.
        ("met", years(5, "dental sales"), "Sales Executive (dental chairs), Pell, 2012 - 2019"),
        ("not_stated", years(5, "dental sales"), "Sales Executive, Pell Ltd, 2012 - 2019"),
        (
            "not_met",
            years(5, "dental sales"),
            "Sales Executive (dental chairs), Pell, 2017 - 2019\nSales Executive, Orr, 2005 - 2017",
        ),
        # A title that only sounds like the field.
        ("not_stated", years(3, "nursing"), "Veterinary Nurse, Park Surgery, 2012 - 2020"),
        ("not_stated", years(3, "teacher"), "Teaching Assistant, Holm Primary, 2010 - 2022"),
        ("not_stated", years(3, "banking"), "Food Bank Coordinator, Holm, 2010 - 2022"),
        ("not_stated", years(3, "retail"), "Retail Banking Adviser, Orrin, 2004 - 2015"),
        ("not_stated", years(3, "ITSM"), "Customer Service Manager, Lark Energy, 2010 - 2022"),
        # Management of a thing is more than work at it.
        ("met", years(3, "warehouse management"), "Warehouse Manager, Tarn, 2010 - 2022"),
        ("not_stated", years(3, "warehouse management"), "Warehouse Clerk, Tarn, 2010 - 2022"),
        ("not_stated", years(3, "service management"), "Help Desk Analyst, Tarn, 2010 - 2022"),
        # Who runs the whole may have run the part: the CV leaves it open, whatever it mentions.
        (
            "not_stated",
            years(3, "incident management"),
            "Service Delivery Manager, Tarn, 2010 - 2022\n- Cut major incidents by a third",
        ),
    ],
)
def test_posts_that_are_near_the_field(outcome: str, asked: ExperienceYears, cv: str) -> None:
    assert verdict(asked, cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "least", "cv"),
    [
        ("met", 6, "I have looked after payroll since May 2015."),
        ("not_met", 6, "Took over payroll in June 2025 and still run it."),
        ("met", 6, "Payroll: 2010 - 2014 at Tarn; then the bar; payroll again 2016 - 2020"),
        ("not_met", 6, "Payroll: 2010 - 2014 at Tarn, baker 2014 - 2020"),
        ("not_stated", 6, "Diploma in payroll, 2010 - 2017"),
        ("not_stated", 6, "My brother worked in payroll from 2010 to 2020."),
    ],
)
def test_spells_outside_the_posts(outcome: str, least: float, cv: str) -> None:
    assert verdict(years(least, "payroll"), cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "least", "cv"),
    [
        # A line each, as posts are listed, or words that say which came after which.
        ("met", 4, "Data Analyst - Kern (3 years)\nData Analyst - Vole (2 years)"),
        ("met", 4, "Data Analyst, Kern: 3 yrs\nSenior Data Analyst, Vole: 18 months (current)"),
        ("met", 4, "Data Analyst at Kern (3 years) and then at Vole (2 years)."),
        ("not_met", 6, "Data Analyst - Kern (3 years)\nData Analyst - Vole (2 years)"),
        # A whole and its parts are no two lengths.
        ("not_met", 6, "Data Analyst, 4 years in all\nData Analyst - Kern (3 years)"),
        # Nobody says that one was over when the other began.
        ("not_stated", 4, "Data Analyst at Kern (3 years) and Data Analyst at Vole (2 years)."),
    ],
)
def test_lengths_count_together_where_posts_followed_one_another(
    outcome: str, least: float, cv: str
) -> None:
    assert verdict(years(least, "data analysis"), cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "least", "cv"),
    [
        ("met", 6, "Payroll Clerk '02-'11, Harris Bros"),
        ("met", 6, "Payroll Clerk ('05 to present)"),
        ("met", 6, "I have been in payroll since leaving school in 1999."),
        ("met", 6, "My payroll days go back to 2009."),
        ("met", 6, "From a placement in June 2012 to today: payroll, payroll and payroll."),
        ("met", 6, "Payroll at Tarn Mills, 2012 until the mill closed in 2021."),
        ("met", 6, "Started in payroll in 2013 and have not left it since."),
        ("met", 6, "Payroll Clerk without a break from 2012: two bureaux, one charity."),
        ("met", 6, "Payroll all my life: clerk 1999-2001, supervisor 2001-2007."),
        ("met", 6, "Payroll Clerk at a brewery\nStarted: 4 May 2011\nFinished: 9 June 2019"),
        ("met", 6, "March 2011: joined the payroll office of a brewery. May 2019: left to travel."),
        ("met", 6, "Six of my ten years at Tarn Mills were in payroll."),
        ("met", 6, "Payroll Clerk for a seed merchant, 80 months to July 2026"),
        ("met", 6, "Role | Years\nPayroll Clerk | 6.5\nPorter | 2"),
        ("not_met", 6, "Role | Years\nPayroll Clerk | 1.5\nPorter | 8"),
        ("not_met", 6, "A twelve-year career to date, a quarter of it in payroll."),
        ("not_met", 6, "Before I came into payroll in 2024 I was a porter for nine years."),
        ("not_met", 6, "A nine-month contract, my only spell in payroll."),
        ("not_met", 6, "Started with payroll in August 2025; spreadsheets before then."),
        ("not_met", 6, "Two years in payroll, on loan from the stores."),
        ("not_stated", 6, "Tarn Mills has run its own payroll for twelve years."),
        ("not_stated", 6, "Payroll-style office temp, 2010 to 2019"),
    ],
)
def test_ways_to_date_a_stretch_of_work(outcome: str, least: float, cv: str) -> None:
    assert verdict(years(least, "payroll"), cv).outcome == outcome


def test_a_post_is_quoted_with_title_and_dates() -> None:
    cv = "EXPERIENCE\n\n2012 - 2019\nProject Manager\nCalder Rail\n"
    (quote,) = verdict(years(5, "project management"), cv).evidence
    assert "2012" in quote.quote
    assert "Project Manager" in quote.quote


def test_overlaps_count_once() -> None:
    cv = (
        "Project Manager, Calder Rail: Jan 2018 - Dec 2020\n"
        "Project Manager, Fell Haulage: Jan 2019 - Dec 2021"
    )
    assert verdict(years(4, "project management"), cv).outcome == "met"
    assert verdict(years(6, "project management"), cv).outcome == "not_met"


def test_a_shortfall_is_not_rounded_away() -> None:
    cv = "Staff Nurse, Eastgate Clinic, Jan 2020 - Nov 2024"
    found = verdict(years(5, "nursing"), cv)
    assert found.outcome == "partly"
    assert found.reason == "The CV shows 4.9 years of nursing, short of the 5 years asked."


@pytest.mark.parametrize(
    ("outcome", "cv"),
    [
        ("met", "Customer Service Manager, team of 35 advisers, Jan 2015 - Dec 2022"),
        ("not_met", "Customer Service Manager, team of 8 advisers, Jan 2015 - Dec 2022"),
        ("not_stated", "Customer Service Manager, Jan 2015 - Dec 2022"),
        ("not_met", "Customer Service Adviser, no direct reports, Jan 2015 - Dec 2022"),
    ],
)
def test_years_leading_teams_of_a_size(outcome: str, cv: str) -> None:
    asked = years(5, "leading teams of 20", leading=1, team=20)
    assert verdict(asked, cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "cv"),
    [
        ("met", "Director of Estates, Marl University, 2012 - 2021"),
        ("not_met", "Team Leader 2012-2024, Estates Director 2024-2026"),
        ("not_met", "Shift Supervisor, Marl University, 2012 - 2021"),
        ("not_stated", "Gardener, Marl University, 2012 - 2021"),
    ],
)
def test_senior_leadership(outcome: str, cv: str) -> None:
    assert verdict(years(5, "senior leadership"), cv).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "of", "cv"),
    [
        ("met", "nursing home", "Deputy Manager, Larch House Nursing Home, 2015 - 2019"),
        ("met", "payroll", "Ran the monthly payroll for four hundred people."),
        ("not_stated", "payroll", "Keen to learn payroll and to work with numbers."),
        ("not_stated", "payroll", "Key words\npayroll, pensions, ledgers"),
        ("not_stated", "bakery", "Sales Manager, Tarn IT, 2015 - 2021"),
    ],
)
def test_fields_without_a_number(outcome: str, of: str, cv: str) -> None:
    assert verdict(years(None, of), cv).outcome == outcome


def test_unrelated_text_turns_nothing_into_met() -> None:
    cv = "Project Manager, Calder Rail, 2020 - 2023"
    more = (
        cv + "\n\nInterests\nFell running for over twenty years, and project work at the allotment"
    )
    asked = years(8, "project management")
    assert verdict(asked, more).outcome == verdict(asked, cv).outcome == "not_met"
