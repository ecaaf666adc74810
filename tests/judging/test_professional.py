"""A profession is shown by membership of its body, in the field where the role names one."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.candidates.outline import outline
from matcher.criteria import EducationHeld
from matcher.facts.credentials import reader as credentials
from matcher.facts.education import reader as facts
from matcher.judging.context import Context
from matcher.judging.education import judge as education
from matcher.types import Candidate
from tests.judging.reading import NoMeaning, asks


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Membership of a professional body", "Fellow of the Royal Society of Weavers"),
        ("met", "Membership of a professional body for accountants", "ACCA member since 2011"),
        ("met", "Professional qualification in nursing", "RGN, 2003"),
        (
            "met",
            "Membership of a professional body for marketing",
            "Member of the Northern Institute of Marketing, 2016",
        ),
        ("not_stated", "Membership of a professional body for marketing", "RGN, 2003"),
        ("not_stated", "Membership of a professional body for marketing", "ACCA member"),
        ("not_stated", "Membership of a professional body", "Member of the village choir"),
        ("not_stated", "Professional qualification", "PRINCE2 Foundation"),
    ],
)
def test_the_body_must_be_of_the_field_that_is_asked(outcome: str, asked: str, cv: str) -> None:
    candidate = Candidate("c", cv, facts=tuple(credentials.read(outline(cv))))
    context = Context(date(2026, 11, 23), NoMeaning())
    (criterion,) = [one.criterion for one in asks(facts, asked)]
    assert isinstance(criterion, EducationHeld)
    assert education.judge(criterion, candidate, context).outcome == outcome
