"""Volumes handled: told, fewer, of a team, and of other things."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.judging.words import volumes, weakness
from matcher.types import Candidate


def candidate(cv: str) -> Candidate:
    laid_out = outline(cv)
    return Candidate("c", cv, laid_out.sections, laid_out.positions, laid_out.sentences, ())


@pytest.mark.parametrize(
    ("outcome", "cv"),
    [
        ("met", "Packed 45 to 55 orders a shift"),
        ("met", "260 orders per week picked by hand"),
        ("partly", "About 46 orders a day"),
        ("not_met", "Some 20 orders a day, all of them bulky"),
        ("met", "On a desk of nine I booked 52 orders daily"),
        ("not_stated", "Our team packed 900 orders a day"),
        ("not_stated", "80 orders a day shared by the staff of two sheds"),
        ("not_stated", "90 calls a day"),
        ("not_stated", "Orders packed daily"),
        ("met", "Warehouse picker packing 55 orders a shift"),
        ("met", "I ran the bench and packed about 60 orders a day"),
        ("met", "Responsible for packing 60 orders a day"),
        ("not_met", "I packed up to 30 orders a day"),
        # Of others, of machines, of none, of a difference.
        ("not_stated", "I ran a depot that packed 700 orders a day"),
        ("not_stated", "Oversaw 9 pickers. 700 orders per day."),
        ("not_stated", "Worked in a large depot. 700 orders a day."),
        ("not_stated", "Wrote the guide for pickers packing 90 orders a day"),
        ("not_stated", "Taught joiners to pick and pack 90 orders a day"),
        ("not_stated", "Maria packed 90 orders a day"),
        ("not_stated", "I packed 90 orders a day with our team of six"),
        ("not_stated", "Robot arms for a depot packing 4,000 orders a day"),
        ("not_stated", "Scripted 300 orders a day, so that no one typed them"),
        ("not_stated", "300 orders a day were late before the change"),
        ("not_stated", "I never packed 80 orders a day"),
        ("not_stated", "Late dispatch fell from 90 orders a day to 60 orders a day"),
        ("not_stated", "Brought returns down by 20 orders a day"),
        ("not_stated", "I packed 60 fewer orders a day"),
        ("not_stated", "I hope to pack 90 orders a day in my next job"),
    ],
)
def test_volumes(outcome: str, cv: str) -> None:
    verdict = volumes.judge("Able to pack 50+ orders a day", candidate(cv))
    assert verdict is not None
    assert verdict.outcome == outcome


def test_of_a_range_the_least_is_asked() -> None:
    verdict = volumes.judge("Packing 30-40 orders a day", candidate("I packed 32 orders a day"))
    assert verdict is not None
    assert verdict.outcome == "met"


def test_no_volume_is_asked() -> None:
    assert volumes.judge("Packing of orders", candidate("50 orders a day")) is None


@pytest.mark.parametrize(
    ("asked", "cv", "owned"),
    [
        ("Confident presenter", "Presenting is not my strong suit", True),
        ("Strong negotiator", "I shy away from negotiating", True),
        ("Comfortable with heights", "I am afraid of heights", True),
        ("Comfortable with heights", "Calmed climbers who are afraid of heights", False),
        ("Confident presenter", "Presenting is my strong suit", False),
        ("Strong negotiator", "I shy away from confrontation", False),
        ("Strong negotiator", "I shy away from rows through negotiation", False),
        ("Planning skills", "I detest missed dates and am proud of my planning", False),
        ("Planning skills", "I avoid planning errors", False),
        ("Comfortable with heights", "I find heights fun and crowds difficult", False),
        ("Comfortable with heights", "I find heights difficult", True),
        ("Care for detail", "I loathe slips, so care for each detail", False),
    ],
)
def test_what_is_owned_to_be_weak(asked: str, cv: str, owned: bool) -> None:
    assert (weakness.owned(asked, candidate(cv)) is not None) is owned
