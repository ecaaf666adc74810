"""Awards, badges, budgets and tools that are another's, another thing, or there after all."""

from __future__ import annotations

import time

import pytest

from matcher.candidates.outline import outline
from matcher.facts.credentials import reader as credentials
from matcher.judging.words.unshown import less_unshown
from matcher.types import Evidence, Outcome, Verdict
from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # An employer behind the name of a post, a unit, a diploma in another subject.
        ("not_stated", "SDI Service Desk Analyst", "Service Desk Analyst, SDI, 2012 to 2016"),
        ("not_stated", "NEBOSH General Certificate", "Sat NEBOSH IG1."),
        ("met", "NEBOSH General Certificate", "NEBOSH NG1 and NG2"),
        ("not_stated", "CIPD Level 7", "Level 7 Diploma in Strategic Leadership, CIPD"),
        ("met", "CIPD Level 5", "Level 5 Diploma in People Management – CIPD"),
        # Words of the same initials are no post of one's own.
        ("met", "CSM", "CSM. Chaired service meetings. Our Client Services Manager left."),
        ("met", "PMP", "PMP for a large employer, passed in 2021."),
        # What stands behind a name says nothing of courses, exams to come or what was only seen.
        ("met", "COBIT Foundation", "COBIT 2019 Foundation (class of 2021)"),
        ("met", "ITIL Foundation", "ITIL Foundation, passed with the deadline met"),
        ("met", "PRINCE2 Foundation", "PRINCE2 Foundation, passed 2019 (exam centre: Leeds)"),
        ("not_stated", "PRINCE2 Foundation", "PRINCE2 Foundation classes"),
    ],
)
def test_awards(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_stated", "The SIA turned down the application of a guard whom I supervised."),
        ("not_stated", "Helped my brother when the SIA rejected his badge."),
        ("not_stated", "The SIA refused a licence to the rival's doorman."),
        ("met", "SIA licence held. The SIA suspended my badge in 2016. It was reinstated."),
        ("not_met", "The SIA revoked my badge in 2019."),
    ],
)
def test_badges_refused(expected: str, cv: str) -> None:
    assert outcome("SIA licence", cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "DV clearance", "Analyst\nDV or SC"),
        ("met", "DV clearance", "Analyst\nDV (2023)"),
        ("not_stated", "Budget of £1m", "A £3m claim, decided at hearings run by me."),
        ("met", "Annual budget of £5m", "Held a £7m budget for 2020-24, and spread the word."),
        ("not_met", "Annual budget of £5m", "Held an £8m budget for 2020-24, spread evenly."),
        ("met", "Live near Hull", "I live not too far from Hull."),
        ("not_stated", "Live near Hull", "I live far from Hull."),
        ("not_stated", "ServiceNow", "We rebuilt the service now, with new systems."),
        ("met", "ServiceNow", "Logged tickets in service now daily."),
        ("not_stated", "PowerPoint", "Wired a power point in an office."),
        ("met", "PowerPoint", "Slides in power point."),
    ],
)
def test_other_things(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "Payroll experience, 3 years", "Coached graduates with no payroll work."),
        ("not_stated", "3 years in payroll", "Coached graduates with no payroll experience."),
        ("not_stated", "3 years in payroll", "Trained a clerk with no payroll experience."),
        ("not_met", "3 years in payroll", "I have no payroll experience."),
        ("not_stated", "3 years in hospitality", "Lender of Last Resort Analyst, Acme, 2012-2020"),
        ("not_stated", "3 years in hospitality", "Resort planning surveyor, Acme, 2012-2020"),
        ("met", "3 years as an accountant", "Answering to the owner as accountant, 2012-2019"),
    ],
)
def test_experience(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "told"),
    [
        ("met", "Running licensed premises", "Ran two bars for a brewery."),
        ("met", "Assessing vocational qualifications", "Assessed learners on four programmes."),
        ("not_stated", "Registered plumber", "Ran a plumbing firm for ten years."),
        ("not_stated", "Marketing qualifications", "Marketed four products."),
    ],
)
def test_work_that_names_awards(expected: str, asked: str, told: str) -> None:
    close = Verdict(Outcome.MET, "Close.", (Evidence(0, len(told), told),))
    assert less_unshown(asked, close).outcome == expected


def test_long_runs_are_read_in_no_time() -> None:
    credentials.read(outline("CSM, 2019"))  # the tables are read but once
    begun = time.perf_counter()
    credentials.read(outline("Ran the CSM track. " + "Ca-" * 10_000))
    assert time.perf_counter() - begun < 2
