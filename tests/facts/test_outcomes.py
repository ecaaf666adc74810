"""Measured results a CV shows, and those a role asks for."""

from __future__ import annotations

import pytest

from matcher.facts.outcomes import reader as outcomes
from matcher.text import sentences
from matcher.types import Outline, Sentence
from matcher.values import Result


def results(text: str) -> list[Result]:
    """The results of a CV of plain sentences."""
    found = tuple(Sentence(text[first:last], first, last) for first, last in sentences(text))
    facts = outcomes.read(Outline(text, (), (), found))
    for fact in facts:
        assert text[fact.start : fact.end] == fact.quote
    return [fact.value for fact in facts if isinstance(fact.value, Result)]


@pytest.mark.parametrize(
    ("text", "metric", "direction", "amount", "unit", "level"),
    [
        ("SLA attainment 96%", "SLA", "", 96, "%", True),
        ("Availability held at 99.9%", "uptime", "", 99.9, "%", True),
        ("Cut complaints by 30%", "complaints", "down", 30, "%", False),
        ("Average handling time down 12%", "AHT", "down", 12, "%", False),
        ("NPS up 15 points", "NPS", "up", 15, "points", False),
        ("Improved CSAT by 8%", "CSAT", "up", 8, "%", False),
        ("Audio typing at 70 wpm", "typing speed", "", 70, "wpm", True),
        ("Typing: 34 wpm and improving", "typing speed", "up", 34, "wpm", True),
        ("Saved £60k on postage", "cost", "down", 60_000, "GBP", False),
        ("Halved attrition", "attrition", "down", 50, "%", False),
        ("Cut complaints by a quarter", "complaints", "down", 25, "%", False),
        ("Saved 6% on energy costs", "cost", "down", 6, "%", False),
    ],
)
def test_one_result(
    text: str, metric: str, direction: str, amount: float | None, unit: str, level: bool
) -> None:
    (value,) = results(text)
    shown = (value.metric, value.direction, value.amount, value.unit, value.level)
    assert shown == (metric, direction, amount, unit, level)


@pytest.mark.parametrize(
    ("text", "reached", "unit", "change", "way", "share"),
    [
        ("First contact resolution went from 55% to 70%", 70, "points", 15, "up", 27.3),
        ("Complaints: 40 a month -> 10 a month", 10, "", 30, "down", 75),
        ("Accidents went 16, 11, 4 over three years", 4, "", 12, "down", 75),
        ("Staff engagement 50% to 60%", 60, "points", 10, "up", 20),
        ("Guest score 4.0 to 4.4 out of 5", 4.4, "", 0.4, "up", 10),
        ("Resolved at the first contact: now 60%, was 50%", 60, "points", 10, "up", 20),
        ("Satisfaction 50% in 2019, 60% in 2022", 60, "points", 10, "up", 20),
        ("Retention 60% (2022), 50% (2019)", 60, "points", 10, "up", 20),
        (
            "Customer satisfaction of 60% this spring, from 50% when I came",
            60,
            "points",
            10,
            "up",
            20,
        ),
        ("First-time fix is now 60 times in a hundred (it was 50)", 60, "points", 10, "up", 20),
        ("Average call length fell from 8m 00s to 6m 00s", 6, "minutes", 2, "down", 25),
        ("Talk time 8:00 to 6:00", 6, "minutes", 2, "down", 25),
        ("AHT 400s to 300s", 300, "seconds", 100, "down", 25),
    ],
)
def test_from_one_level_to_another_is_a_level_a_change_and_a_share(
    text: str, reached: float, unit: str, change: float, way: str, share: float
) -> None:
    level, moved, relative = results(text)
    assert (level.amount, level.level) == (reached, True)
    assert (moved.amount, moved.unit, moved.direction) == (change, unit, way)
    assert (relative.amount, relative.unit, relative.direction) == (share, "%", way)


def test_a_score_below_nought_has_no_share() -> None:
    level, moved = results("NPS: -6 to +20")
    assert (level.amount, level.direction) == (20, "up")
    assert (moved.amount, moved.unit) == (26, "points")


@pytest.mark.parametrize(
    "text",
    [
        "The depot cut accidents by 30% before I joined",
        "Reported on CSAT of 91%",
        "Worked to a 95% SLA",
        "SLA of 95% agreed with the client",
        "A target of raising NPS by 10 points",
        "Savings target of £1m",
        "An SLA dashboard showing 99%",
        "Under my predecessor, attrition fell by 12%",
    ],
)
def test_what_others_moved_or_one_only_watched_is_no_result(text: str) -> None:
    assert results(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reported SLAs every month",
        "Worked tickets from the backlog",
        "Target SLA 98%",
        "Passionate about customer satisfaction",
        "costs, complaints, improvement, reduction, quality, sales",
        "Joined to improve customer satisfaction",
    ],
)
def test_what_is_no_result(text: str) -> None:
    assert results(text) == []


@pytest.mark.parametrize(
    ("text", "metric", "direction", "amount", "unit"),
    [
        ("Evidence that you have raised NPS or CSAT", "NPS|CSAT", "up", None, ""),
        ("Proven record of reducing complaints", "complaints", "down", None, ""),
        ("Reduced complaints by 20%", "complaints", "down", 20, "%"),
        ("Evidence of meeting SLAs of 98% or above", "SLA", "", 98, "%"),
        ("Achieved cost savings of £2m", "cost", "down", 2e6, "GBP"),
        ("A record of raising Ofsted grades", "Ofsted", "up", None, ""),
        ("CQC rating of Good or above", "CQC", "", 3, "grade"),
    ],
)
def test_what_a_role_asks(
    text: str, metric: str, direction: str, amount: float | None, unit: str
) -> None:
    (asked,) = outcomes.ask(Sentence(text, 0, len(text)))
    criterion = asked.criterion
    shown = (criterion.metric, criterion.direction, criterion.amount, criterion.unit)
    assert shown == (metric, direction, amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Improving care, and experience with CQC",
        "Knowledge of SLAs",
        "A quality-minded engineer",
        "Managing a cost base over £5m",
        "The cost of the check must be met by the candidate",
        "Accountable for contracts worth £3m, and at home with SLA reports",
    ],
)
def test_what_asks_for_no_result(text: str) -> None:
    assert outcomes.ask(Sentence(text, 0, len(text))) == []


def test_measures_that_must_each_be_moved_are_asked_apart() -> None:
    text = "Cut complaints and raised productivity"
    asked = [item.criterion for item in outcomes.ask(Sentence(text, 0, len(text)))]
    assert [(each.metric, each.direction) for each in asked] == [
        ("complaints", "down"),
        ("productivity", "up"),
    ]
