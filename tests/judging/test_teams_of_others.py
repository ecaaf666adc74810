"""People who are served, hoped for or a firm's, beside those who are led in other words."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_stated", "70 employees, paid monthly by me as payroll clerk."),
        ("not_stated", "70 staff trained by me on the new booking system."),
        ("not_stated", "70 agency staff supplied by me to hotels as a recruiter."),
        ("met", "Kitchen brigade of seventy, hired and trained by me."),
        ("met", "72 drivers, rostered and reviewed by me from the Hull depot."),
        ("not_stated", "The company grew from 40 to 200 people while I ran its accounts."),
        ("not_stated", "IT manager as the group went from 100 to 700 employees."),
        ("not_stated", "Joined a start-up which expanded to 120 staff."),
        ("met", "My department grew to 80."),
        ("met", "Grew my team from 20 to 75."),
        ("not_stated", "Hoping to lead a team of 60."),
        ("not_stated", "Seeking a post managing 60 staff."),
        ("not_stated", "Ambition: to lead a department of 100 people."),
        ("not_met", "Leads 12 clerks and aims to lead 60 people."),
        ("met", "Looking for a new role after leading 60 people."),
        # What is set, sought or ready is another thing than the people.
        ("met", "Set yearly objectives for a team of 60 direct reports."),
        ("met", "Agreed goals with a team of 60, who were managed by me."),
        ("met", "Looking for efficiencies across a department of 60 under my lead."),
        ("met", "Open to relocation, with 60 staff reporting to me at present."),
        ("not_stated", "Career goal: to manage 60 staff."),
        ("not_stated", "Looking for a busy site with 60 staff."),
        ("not_stated", "Seeking a role with 60 staff reporting to me."),
        ("not_stated", "Hoping to run a department of 60 people under me."),
        ("not_stated", "Looking for an operations manager role leading 60 staff."),
        ("met", "Managed a rota of 65 volunteers in charity shops."),
        ("not_stated", "Responsible for the rotas of 65 doctors as medical secretary."),
        ("met", "Managed 55 home-based subtitlers."),
        ("not_stated", "Managed 55 home-based clients."),
    ],
)
def test_whose_people(expected: str, cv: str) -> None:
    assert outcome("Managing 50+ people", cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Management of 20+ including third parties", "Led 14 fitters and 9 agency staff."),
        ("not_met", "Managing 20+ counting contractors", "Led 9 fitters."),
        ("not_stated", "Line management experience", "Seeking my first post managing people."),
        ("met", "Line management experience", "Line manager to two cooks."),
    ],
)
def test_how_people_are_asked_for(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
