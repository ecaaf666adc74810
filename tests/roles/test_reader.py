"""Whole roles: what becomes a requirement, of what kind and importance, and what never does.

A small fake stands in for the readers of facts, so that these tests say only what this package
decides.
"""

import re

import pytest

from matcher.criteria import (
    CertificationHeld,
    ClearanceHeld,
    Criterion,
    EducationHeld,
    MoneyScope,
    TeamSize,
)
from matcher.roles.reader import read_role, read_statement
from matcher.types import Asked, Importance, Requirement, Sentence

FAKES: dict[str, Criterion] = {
    r"Skipper's ticket": CertificationHeld(("Skipper's ticket",)),
    r"Mate's ticket": CertificationHeld(("Mate's ticket",)),
    r"a degree": EducationHeld("degree"),
    r"a crew of \d+": TeamSize(9),
    r"a budget of £\dm": MoneyScope(2_000_000),
    r"DBS check": ClearanceHeld(("DBS",)),
}


def ask(sentence: Sentence) -> list[Asked]:
    found = [
        Asked(criterion, sentence.start + match.start(), sentence.start + match.end())
        for pattern, criterion in FAKES.items()
        for match in re.finditer(pattern, sentence.text)
    ]
    return sorted(found, key=lambda asked: asked.start)


def read(text: str) -> tuple[Requirement, ...]:
    return read_role("role", text, ask).requirements


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(r.kind, r.importance.value, r.text) for r in read(text)]


AD = """Ferry Captain

Larne Ferries has carried sheep since 1870.

What you will do
- Take the sheep across every morning
- Keep the log in good order

Essential
- Skipper's ticket and calm nerves
- Has led a crew of 9

Desirable
- Mate's ticket
- An interest in sheep

We offer
- 25 days' holiday and a pension

To apply, send your CV to the harbour.
"""


def test_an_ad_with_headings() -> None:
    assert shown(AD) == [
        ("duty", "essential", "Take the sheep across every morning"),
        ("duty", "essential", "Keep the log in good order"),
        ("certification", "essential", "Skipper's ticket"),
        ("general", "essential", "calm nerves"),
        ("team_size", "essential", "a crew of 9"),
        ("certification", "desirable", "Mate's ticket"),
        ("general", "desirable", "An interest in sheep"),
    ]


def test_requirements_quote_the_role_and_are_numbered_in_order() -> None:
    role = read_role("ferry", AD, ask)
    assert (role.id, role.title, role.text) == ("ferry", "Ferry Captain", AD)
    assert [r.id for r in role.requirements] == [f"R{n}" for n in range(1, 8)]
    assert all(AD[r.start : r.end] == r.text for r in role.requirements)


def test_an_ad_in_one_paragraph() -> None:
    text = (
        "Ferry Captain Larne Salary negotiable We are a small firm with two boats and no debts. "
        "You will be responsible for the night crossing. The successful candidate will hold a "
        "Skipper's ticket. A Mate's ticket would be an advantage. You will receive a free coat. "
        "Please send your CV to the harbour."
    )
    assert shown(text) == [
        ("duty", "essential", "You will be responsible for the night crossing."),
        ("certification", "essential", "Skipper's ticket"),
        ("certification", "desirable", "Mate's ticket"),
    ]


def test_what_stands_in_every_sentence_is_asked_wherever_it_stands() -> None:
    text = "Ferry Captain\n\nThe post is subject to a satisfactory DBS check.\n"
    assert shown(text) == [("clearance", "essential", "satisfactory DBS check")]


def test_the_title_asks_nothing() -> None:
    assert shown("Skipper's ticket holder\n\nWe sail at dawn.\n") == []


def test_said_twice_is_asked_once() -> None:
    text = "Captain\n\nEssential\n- Skipper's ticket\n- You must hold a Skipper's ticket\n"
    assert [r.kind for r in read(text)] == ["certification"]


def test_one_post_and_look_back_window() -> None:
    text = (
        "Captain\n\nEssential\n"
        "- a crew of 9 and a budget of £2m in the same post within the last five years\n"
    )
    crew, budget = read(text)
    assert (crew.same_post_as, budget.same_post_as) == (None, crew.id)
    assert (crew.within_years, budget.within_years) == (5, 5)


def test_alternatives_of_different_kinds_form_a_group() -> None:
    degree, ticket = read("Captain\n\nEssential\n- a degree or Skipper's ticket\n")
    assert degree.group is not None
    assert degree.group == ticket.group


@pytest.mark.parametrize(
    ("second", "importance"),
    [
        ("All applicants must have a degree.", Importance.DESIRABLE),
        ("We sail at dawn.", Importance.ESSENTIAL),
    ],
)
def test_the_ideal_candidate(second: str, importance: Importance) -> None:
    text = f"Captain\n\nThe ideal candidate will have a Skipper's ticket. {second}\n"
    ticket = next(r for r in read(text) if r.kind == "certification")
    assert ticket.importance == importance


def test_a_list_of_what_is_asked_ends_where_applying_begins() -> None:
    text = (
        "Captain\n\nEssential\n- Skipper's ticket\n\nTo apply, send your CV to the harbour.\n"
        "Our boats are painted green and white every spring.\n"
    )
    assert [r.kind for r in read(text)] == ["certification"]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "Ferry Captain", "We have carried sheep since 1870. To apply, send your CV."],
)
def test_a_text_that_asks_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_statement_is_taken_as_asked() -> None:
    (requirement,) = read_statement("Skipper's ticket", ask)
    assert (requirement.kind, requirement.importance) == ("certification", Importance.ESSENTIAL)


def test_a_statement_with_two_importances() -> None:
    found = read_statement("Skipper's ticket (Mate's ticket an advantage)", ask)
    assert [(r.text, r.importance.value) for r in found] == [
        ("Skipper's ticket", "essential"),
        ("Mate's ticket", "desirable"),
    ]


def test_a_statement_that_no_kind_reads_is_general() -> None:
    (requirement,) = read_statement("Calm in a storm", ask)
    assert (requirement.kind, requirement.text) == ("general", "Calm in a storm")


def test_a_line_that_only_opens_a_list_asks_nothing_itself() -> None:
    text = "Captain\n\nWe are looking for a person with:\n- Calm nerves\n- A Skipper's ticket\n"
    assert shown(text) == [
        ("general", "essential", "Calm nerves"),
        ("certification", "essential", "Skipper's ticket"),
    ]


def test_the_unread_half_of_a_statement_stays_asked() -> None:
    found = read_statement("Skipper's ticket and a calm, patient manner with guests", ask)
    assert [r.kind for r in found] == ["certification", "general"]


def test_words_that_go_on_about_what_was_read_ask_nothing_more() -> None:
    assert len(read_statement("Skipper's ticket, valid for the whole season", ask)) == 1


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("- Rowing", ["Rowing"]),
        ("- Rowing.", ["Rowing."]),
        # One word that is no item of a list may be anything, and some words ask nothing alone.
        ("Rowing", []),
        ("- Experience", []),
        ("- and", []),
    ],
)
def test_one_word_asks_where_it_is_an_item_of_a_list(line: str, asked: list[str]) -> None:
    role = read_role("r", f"Keeper\n\nRequirements\n- Calm in a storm\n{line}\n- Fond of sheep\n")
    texts = [each.text for each in role.requirements]
    assert texts == ["Calm in a storm", *asked, "Fond of sheep"]
