"""What the next words say of an award, a clearance, a career or a sector; and asks by example."""

from __future__ import annotations

import pytest

from matcher.roles.reader import read_statement
from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("partly", "PMP", "PMP gained 2012. Its status now: lapsed."),
        ("met", "PMP", "PMP gained 2012. Status with my last employer: permanent."),
        ("met", "ITIL Expert", "ITIL 4 Managing Professional, via the transition exam in 2022"),
        ("not_met", "SC clearance", "Applied for SC in 2023; clearance was refused."),
        ("not_met", "Master's degree", "Left the MSc in Law after a term; BSc Botany, 2011."),
        ("met", "Master's degree", "MSc Law, 2012; left the Army in 2013."),
        # A total bounds each part of it, and work that came before is no work in it.
        ("not_met", "Five years as a problem manager",
         "Total problem management experience: 20 months, all at a mill."),
        ("not_met", "Ten years in payroll", "Two years in payroll, after a career as a cook."),
        # One title over two employers.
        ("met", "Six years in field service engineering",
         "Field Service Engineer: Hale Lifts, 2012 - 2016; Tarn Lifts, 2016 - 2020"),
        ("not_met", "Six years in field service engineering",
         "Field Service Engineer: Hale Lifts, 2012 - 2016; chef, 2016 - 2020"),
        ("not_met", "Retail sector experience",
         "All twelve years of my career have been spent in local government."),
        ("met", "Based in or near Cardiff", "Penarth, Vale of Glamorgan. Ticket clerk."),
        ("met", "Evidence of reducing staff attrition", "Cut adviser turnover from 31% to 18%."),
    ],
)  # fmt: skip
def test_what_the_next_words_say(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("Experience of call centre telephony such as Avaya or Five9", ["tool"]),
        ("Experience of using a CRM such as Dynamics 365 or Salesforce", ["tool"]),
        ("Three years' experience of telephony such as Avaya", ["experience_years"]),
    ],
)
def test_examples_of_a_kind_of_tool_are_what_is_asked(asked: str, kinds: list[str]) -> None:
    assert sorted({each.kind for each in read_statement(asked)}) == kinds


def test_a_kind_of_certificate_opens_the_one_behind_it() -> None:
    asked = "Microsoft certification in Azure, AZ-900 or higher"
    assert outcome(asked, "Azure Administrator Associate (AZ-104), 2024") == "met"
