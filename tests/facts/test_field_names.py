"""How words name a field of work: plurals, verbs with objects, shared heads, capitals."""

from __future__ import annotations

import pytest

from data.knowledge.titles import named_in, names_in, narrowing, runs_place
from matcher.judging.experience.fields import field_of


@pytest.mark.parametrize(
    ("phrase", "function"),
    [
        ("overseeing several outsourced vendors", "supplier"),
        ("managed a number of third-party suppliers across Europe", "supplier"),
        ("community pharmacies", "pharmacy"),
        ("health & safety", "health_safety"),
        ("front-of-house reception", "reception"),
        ("stock or fleet management", "stock"),
        ("incident, problem or capacity management", "capacity_availability"),
        ("planning large weddings and conferences", "events"),
        ("SEND", "special_needs"),
    ],
)
def test_a_phrase_names_a_function(phrase: str, function: str) -> None:
    assert function in named_in(phrase)


@pytest.mark.parametrize(
    ("phrase", "function"),
    [
        ("managing project documents", "project"),
        ("managing payments to suppliers", "supplier"),
        ("managing the diary, booking suppliers", "supplier"),
        ("send weekly reports", "special_needs"),
        ("enterprise resource planning", "workforce_planning"),
        ("building good relationships", "construction"),
    ],
)
def test_a_phrase_only_sounds_like_a_function(phrase: str, function: str) -> None:
    assert function not in named_in(phrase)


def test_what_an_object_is_like_narrows_the_field() -> None:
    assert names_in("managing large tunnel projects") == [(0, 30, "project")]
    assert narrowing("managing large tunnel projects", "project") == "tunnel"
    found = field_of("managing large tunnel projects", leading=False, min_people=None)
    assert (found.functions, found.qualifiers) == (frozenset({"project"}), ("tunnel",))


@pytest.mark.parametrize(
    ("phrase", "runs"),
    [
        ("running two busy hotels", True),
        ("care home management", True),
        ("managing a store", True),
        ("managing projects", False),
        ("working in a store", False),
    ],
)
def test_who_runs_a_place(phrase: str, *, runs: bool) -> None:
    assert runs_place(phrase) is runs


def test_an_everyday_word_names_a_field_only_alone() -> None:
    assert field_of("training", leading=False, min_people=None).functions == {"training"}
    assert not named_in("received training in lifting")
