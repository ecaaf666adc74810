"""The table of titles: functions, ranks and what belongs to what."""

from __future__ import annotations

import pytest

from data.knowledge.experience import level_of
from data.knowledge.hints import plural
from data.knowledge.title_tables import functions, table
from data.knowledge.titles import (
    belongs,
    functions_of,
    in_title,
    leads_people,
    named_in,
    rank,
)


@pytest.mark.parametrize(
    ("phrase", "functions_named"),
    [
        ("IT service management", {"itsm"}),
        ("incident and problem management", {"incident_problem"}),
        ("customer service in a call centre", {"customer_service", "contact_centre"}),
        ("have it all", set()),
    ],
)
def test_functions_named(phrase: str, functions_named: set[str]) -> None:
    assert named_in(phrase) == functions_named


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Interim Service Manager", "itsm"),
        ("Service Desk Team Leader", "itsm"),
        ("Second Line Technician", "service_desk"),
        ("Programme Director", "project"),
        ("Complaints Handler", "customer_service"),
    ],
)
def test_narrower_titles_belong(title: str, function: str) -> None:
    assert belongs(title, function)


def test_broader_titles_do_not_belong_to_narrower_functions() -> None:
    assert not belongs("IT Director", "service_desk")
    assert not belongs("Bank Holiday Cover Lead", "banking")


def test_ranks_rise_along_the_ladder() -> None:
    ladder = [
        "Service Desk Analyst",
        "Service Desk Team Leader",
        "Service Desk Manager",
        "Head of Service Desk",
        "Director of Service",
    ]
    assert [rank(title) for title in ladder] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("Team Manager", True),
        ("Head of Claims", True),
        ("Account Manager", False),
        ("Analyst", False),
    ],
)
def test_titles_that_lead_people(title: str, *, leads: bool) -> None:
    assert leads_people(title) is leads


def test_every_included_function_is_in_the_table() -> None:
    assert all(functions()[name].includes <= functions().keys() for name in functions())


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("senior leadership", "senior_leadership"),
        ("managing managers", "managing_managers"),
        ("line management", "line_management"),
        ("a management position", "management"),
        ("plumbing", None),
    ],
)
def test_levels_of_management(phrase: str, level: str | None) -> None:
    assert level_of(phrase) == level


def test_a_title_is_tried_against_every_function_whose_name_it_holds() -> None:
    for name, row in table()["function"].items():
        # Each of some 9,000 names against each of some 700 functions would take a minute.
        for words in {*row["titles"][:1], *row["phrases"][-1:]}:
            title = f"(Acting) {plural(words).upper()}/north"
            assert in_title(title) == [
                each for each, function in functions().items() if function.titles.search(title)
            ]
            assert name in in_title(title)


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("Svc Desk Mgr", "Service Desk Manager"),
        ("Cust Serv Asst", "Customer Service Assistant"),
        ("Dir of Ops", "Director of Operations"),
    ],
)
def test_words_of_a_title_may_be_shortened(title: str, same: str) -> None:
    assert (rank(title), functions_of(title)) == (rank(same), functions_of(same))
    assert functions_of(title)


@pytest.mark.parametrize(
    "surname", ["Baker", "Butcher", "Forester", "Glazier", "Chaplain", "Taylor"]
)
def test_a_surname_names_no_function(surname: str) -> None:
    assert named_in(f"Jane {surname}") == set()


def test_every_verb_of_a_function_has_its_forms() -> None:
    forms = table()["doing"]["verbs"].keys()
    assert all(row.get("does", {}).keys() <= forms for row in table()["function"].values())


@pytest.mark.parametrize(
    ("title", "function", "belonging"),
    [
        ("Physiotherapist", "physiotherapy", True),
        ("Physiotherapy Receptionist", "physiotherapy", False),
        ("Plumbing Lecturer", "plumbing", False),
        ("Sales Ledger Clerk", "sales", False),
        ("Car Sales Executive", "sales", True),
    ],
)
def test_a_title_beside_a_profession_is_none_of_it(
    title: str, function: str, *, belonging: bool
) -> None:
    assert belongs(title, function) is belonging
