"""Volumes handled: told, fewer, of a team, and of other things."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.judging import volumes, weakness
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
    ],
)
def test_volumes(outcome: str, cv: str) -> None:
    verdict = volumes.judge("Able to pack 50+ orders a day", candidate(cv))
    assert verdict is not None
    assert verdict.outcome == outcome


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
