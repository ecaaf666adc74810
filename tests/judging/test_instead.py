"""Experience in place of an award: only work in the field of the asked subject counts."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from data.knowledge import title_tables
from matcher.candidates.outline import outline
from matcher.judging.education import instead
from matcher.types import Candidate, Fact, Position, Status
from matcher.values import Years


def outcome(subject: str | None, title: str, start: str) -> str | None:
    text = f"{title}, Tarn plc\nRan things."
    post = Position(title, "Tarn plc", start, "present", (0, len(text)))
    candidate = Candidate("c", text, positions=(post,))
    verdict = instead.judge(subject, candidate, date(2026, 11, 23))
    if verdict is None:
        return None
    assert [one.quote for one in verdict.evidence] == [f"{title}, Tarn plc"]
    return verdict.outcome


@pytest.mark.parametrize(
    ("subject", "title", "start", "expected"),
    [
        ("computing", "Software Engineer", "2009-03", "met"),
        ("computing", "IT Service Manager", "2009-03", "met"),
        ("computing", "Software Engineer", "2021-03", None),
        ("computing", "Pastry Chef", "2001-03", None),
        ("computing", "Staff Nurse", "2001-03", None),
        ("nursing", "Staff Nurse", "2001-03", "met"),
        ("business or a related subject", "Procurement Manager", "2010-01", "met"),
        ("marketing", "Procurement Manager", "2010-01", None),
        ("a numerate subject", "Accountant", "2010-01", "met"),
        ("marine biology", "Procurement Manager", "2010-01", None),
        (None, "Pastry Chef", "2001-03", "partly"),
        (None, "Pastry Chef", "2022-03", None),
    ],
)
def test_only_long_experience_in_the_field_stands_for_an_award(
    subject: str | None, title: str, start: str, expected: str | None
) -> None:
    assert outcome(subject, title, start) == expected


def test_a_stated_length_counts_like_dated_posts() -> None:
    text = "Twelve years of software development."
    fact = Fact(Years(12, "software development"), Status.HELD, 0, len(text), text, None, "profile")
    candidate = Candidate("c", text, facts=(fact,))
    verdict = instead.judge("computer science", candidate, date(2026, 11, 23))
    assert verdict is not None
    assert verdict.outcome == "met"


@pytest.mark.parametrize(
    ("cv", "subject", "relevant", "enough"),
    [
        ("Bar jobs without a gap from 2004 to 2018", None, False, True),
        ("I worked on farms from 2004 to 2018", None, False, True),
        ("Bar jobs from 2004 to 2018, all related to this role", None, True, True),
        ("Bar jobs from 2004 to 2018", None, True, False),
        ("Bar jobs from 2004 to 2018", "nursing", True, False),
        # No work, or not one's own.
        ("I have been between jobs from 2004 to 2018", None, False, False),
        ("Out of work and seeking a job from 2004 to 2018", None, False, False),
        ("Retired from paid work since 2004", None, False, False),
        ("Mum worked on the trams from 1961 to 1990", None, False, False),
        ("My uncle's jobs on the docks, 1961 to 1990", None, False, False),
        ("The brewery gave 90 jobs from 1961 to 1990", None, False, False),
        ("Our landlord worked abroad from 1961 to 1990", None, False, False),
    ],
)
def test_work_that_a_sentence_dates(
    cv: str, subject: str | None, relevant: bool, enough: bool
) -> None:
    laid_out = outline(cv)
    person = Candidate("c", cv, laid_out.sections, (), laid_out.sentences, ())
    verdict = instead.by_length(6, subject, person, date(2026, 11, 23), relevant=relevant)
    assert (verdict is not None) is enough


@pytest.mark.parametrize(
    ("title", "enough"),
    [("Potter", True), ("Student adviser", True), ("Law student", False), ("Student", False)],
)
def test_study_is_no_work(title: str, enough: bool) -> None:
    post = Position(title, "Tarn plc", "2004-03", "2018-03", (0, len(title)))
    person = Candidate("c", title, positions=(post,))
    verdict = instead.by_length(6, None, person, date(2026, 11, 23), relevant=False)
    assert (verdict is not None) is enough


def test_the_table_of_subjects_names_functions_of_the_table_of_titles() -> None:
    source = files("data.knowledge").joinpath("subjects.toml").read_text(encoding="utf-8")
    named = {name for field in tomllib.loads(source).values() for name in field.get("work", ())}
    assert named <= title_tables.functions().keys()
