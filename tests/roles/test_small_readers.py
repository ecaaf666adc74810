"""Titles, ties, named levels, and the measures a post answers for."""

import pytest

from matcher.criteria import Skill
from matcher.roles.levels import levelled
from matcher.roles.measures import measures_of
from matcher.roles.ties import one_post, window
from matcher.roles.titles import title_of
from matcher.types import Sentence


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lighthouse Keeper\n\nWe keep a light.", "Lighthouse Keeper"),
        ("Job title: Lighthouse Keeper\nLocation: Rhins", "Lighthouse Keeper"),
        ("Title: Lighthouse Keeper ****\nCompany: Lamps Ltd", "Lighthouse Keeper"),
        (
            "A Keeper of Lights is a lonely person who looks after the lamp and rows to the shore "
            "on Sundays.",
            "Keeper of Lights",
        ),
        (
            "We are looking for a careful Lighthouse Keeper who will live on a rock, far from any "
            "harbour, for months.",
            "Lighthouse Keeper",
        ),
        ("Rhins Trust | Job description | Version 2\nLighthouse Keeper", "Lighthouse Keeper"),
        (
            "Lighthouse Keeper - Rhins / Mull of Galloway / Corsewall - £21k + oil + boat + bonus",
            "Lighthouse Keeper",
        ),
        ("Requirements\n- Rowing\n- Lamps", ""),
        ("", ""),
        # The title of whoever may be asked is not the role's.
        (
            "Lighthouse Keeper\nKeep a light.\nFor details contact:\nName: A. Fresnel\n"
            "Job title: Superintendent of Lights",
            "Lighthouse Keeper",
        ),
        ("Job title: Lighthouse Keeper. Rhins Trust. Pay: a boat", "Lighthouse Keeper"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Two shipwrecks averted within the last six years", 6),
        ("Lamp trimmed during the past 18 months", 1.5),
        ("Six years of trimming lamps", None),
    ],
)
def test_look_back_window(text: str, years: float | None) -> None:
    assert window(text) == years


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("A crew of 9 and a budget of £2m in the same post", True),
        ("A crew of 9 and, at the same time, a budget of £2m", True),
        ("A crew of 9 and a budget of £2m", False),
    ],
)
def test_one_post(text: str, together: bool) -> None:
    assert one_post(text) is together


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Lamp care (level: expert)", Skill("Lamp care", "Expert", None)),
        ("Lamp care – SFIA level 5", Skill("Lamp care", "5", "SFIA")),
        ("Lamp care: practitioner level", Skill("Lamp care", "Practitioner", None)),
        ("Lamp care: DDaT Working", Skill("Lamp care", "Working", "DDaT")),
        ("AgilePM - Practitioner", None),
        ("Expert lamp care", None),
    ],
)
def test_named_levels(text: str, skill: Skill | None) -> None:
    found = levelled(Sentence(text, 0, len(text)))
    assert [asked.criterion for asked in found] == ([skill] if skill else [])


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "You are accountable for indicators such as NPS and customer satisfaction.",
            ["NPS", "CSAT"],
        ),
        ("You are accountable for the lamp and its customer satisfaction.", []),
        ("We publish measures such as NPS.", []),
    ],
)
def test_measures_that_a_post_answers_for(text: str, metrics: list[str]) -> None:
    found = measures_of(Sentence(text, 0, len(text)))
    assert [getattr(asked.criterion, "metric", "") for asked in found] == metrics
