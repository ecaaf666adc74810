"""What a requirement of one line asks: its kinds, and the part of the criterion that decides."""

from __future__ import annotations

import pytest

from matcher.criteria import (
    CertificationHeld,
    ExperienceYears,
    LanguageSpoken,
    LocatedAt,
    MoneyScope,
    TeamSize,
)
from matcher.roles.reader import read_statement
from matcher.types import Requirement


def asked(text: str) -> tuple[Requirement, ...]:
    return read_statement(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A team of 30+ and experience of remote teams", ["team_size", "experience_years"]),
        ("Enhanced Disclosure and Barring Service check (DBS)", ["clearance"]),
        ("AAT qualified (Level 4)", ["certification"]),
        ("Eligibility to work within the UK", ["right_to_work"]),
        ("A mule driver for a period of six months in the first instance", ["general"]),
        ("Make sure that you have saved it under your own name", ["general"]),
        ("Pay of £29,000 DOE", ["general"]),
        ("Experience in one or more of the following:", ["general"]),
        ("Knowledge, Training and Experience", ["general"]),
        ("We seek an experienced, patient and cheerful plumber", ["experience_years"]),
        ("Experience managing supplier contracts of £2m", ["money_scope"]),
        ("Experience of a housing management system (Civica, Orchard Housing)", ["tool"]),
        ("PRINCE2 and TOGAF", ["certification", "certification"]),
    ],
)
def test_each_thing_is_asked_once(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in asked(text)] == kinds


@pytest.mark.parametrize(
    ("text", "years", "of"),
    [
        ("Substantial (seven years plus) experience in procurement", 7, "procurement"),
        ("6 years plus as a scrum master or agile coach", 6, "scrum master or agile coach"),
        ("10+ years of IT experience", 10, "IT"),
        ("Three years' post-qualifying experience as a social worker", 3, "social worker"),
        ("Five years' post-qualified experience (solicitor)", 5, "solicitor"),
        ("Five years' experience with at least two at management level in retail", 5, "retail"),
        ("Nine years in IT with at least 3 in leadership", 9, "IT"),
    ],
)
def test_lengths(text: str, years: float, of: str) -> None:
    criterion = asked(text)[0].criterion
    assert isinstance(criterion, ExperienceYears)
    assert (criterion.min_years, criterion.of) == (years, of)


@pytest.mark.parametrize(
    ("text", "people", "tiers"),
    [
        ("Lead 80 or more across two sites", 80, False),
        ("Large teams, 90+", 90, False),
        ("40+ people", 40, False),
        ("Managing a mixed team of staff and contractors (12+)", 12, False),
        ("Management of at least three team leaders", 3, True),
    ],
)
def test_teams(text: str, people: float, tiers: bool) -> None:
    criterion = asked(text)[0].criterion
    assert isinstance(criterion, TeamSize)
    assert (criterion.min_people, criterion.managers_of_managers) == (people, tiers)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ITIL certification at Expert or Master level", ("ITIL v3 Expert", "ITIL Master")),
        ("Lead Auditor qualification (ISO 27001)", ("ISO 27001 Lead Auditor",)),
        ("Chartered membership of the CIPD", ("MCIPD",)),
        ("AgilePM or Scrum certification", ("AgilePM", "Scrum certification")),
    ],
)
def test_certificates(text: str, names: tuple[str, ...]) -> None:
    criterion = asked(text)[0].criterion
    assert isinstance(criterion, CertificationHeld)
    assert criterion.any_of == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A second language", LanguageSpoken(("another language",))),
        (
            "Two other European languages, fluently",
            LanguageSpoken(("another European language",), "C1", 2),
        ),
        ("London-based", LocatedAt("London")),
        ("Able to work on site in Derby", LocatedAt("Derby", on_site=True)),
        ("Budgets in the tens of millions", MoneyScope(20_000_000.0)),
        ("Contract budgets over £3m", MoneyScope(3_000_000.0, scope="contract_value")),
    ],
)
def test_other_kinds(text: str, expected: object) -> None:
    assert asked(text)[0].criterion == expected


@pytest.mark.parametrize(
    "text", ["English as an additional language", "A programming language", "Body language"]
)
def test_languages_that_nobody_is_asked_to_speak(text: str) -> None:
    assert all(each.kind != "language" for each in asked(text))
