"""A person is told everything that is held about them, and nothing about others."""

import json

from sqlalchemy import insert

from service.store.database import Database
from service.store.holdings import PARTS, held_about
from service.store.schema import audit, metadata
from tests.store import people

WORD = "Quaggaflute"


def test_every_place_that_holds_a_word_of_them_is_told(database: Database) -> None:
    with database.writing() as connection:
        tenant = people.tenant(connection)
        person = people.someone(connection, tenant, WORD)
        acted = {"actor": "k_1", "action": "candidate.created", "request": "q", "detail": {"n": 1}}
        rows = [
            {"tenant_id": tenant, "at": people.NOW, "subject": each, **acted}
            for each in (person.id, "c_other")
        ]
        connection.execute(insert(audit), rows)
    with database.reading() as connection:
        held = held_about(connection, tenant, person.id)
    assert held is not None
    json.dumps(held)
    assert set(held) == {"about", *PARTS}
    assert held["candidate"]["external_id"] == f"{WORD}-1"
    assert held["text"] == f"{WORD} ran a desk."
    assert held["posts"] == [{"title": f"Head of {WORD}"}]
    assert held["facts"] == [{"kind": "tool", "quote": WORD}]
    assert held["marks"] == [{"kind": "tool", "name": WORD, "status": "held"}]
    assert held["passages"] == 1
    assert held["vectors"] == [{"model": people.MODEL, "bytes": 7680 + 768}]
    assert held["pools"] == ["desk"]
    for part in ("matches", "revisions"):
        (match,) = held[part]
        assert match["role_title"] == "Clerk"
        (verdict,) = match["verdicts"]
        assert verdict["requirement"] == "ran a desk"
        assert verdict["evidence"] == [{"quote": WORD}]
    (override,) = held["overrides"]
    assert override["reason"] == f"I know {WORD}"
    (place,) = held["rankings"]
    assert (place["rank"], place["role_title"], place["score"]) == (2, "Clerk", 50.0)
    assert [each["number"] for each in held["batch_items"]] == [1, 2, 3]
    assert held["batch_items"][0]["name"] == f"{WORD}.pdf"
    assert held["audit"] == [
        {**acted, "at": people.NOW.isoformat()} | {"request": "q"},
    ]


def test_nothing_of_others_is_told(database: Database) -> None:
    with database.writing() as connection:
        tenant = people.tenant(connection)
        person = people.someone(connection, tenant, WORD)
    with database.reading() as connection:
        assert WORD[::-1] not in json.dumps(held_about(connection, tenant, person.id))


def test_nobody_is_told_of_who_is_not_theirs(database: Database) -> None:
    with database.writing() as connection:
        tenant = people.tenant(connection)
        other = people.tenant(connection, "other")
        person = people.someone(connection, tenant, WORD)
    with database.reading() as connection:
        assert held_about(connection, other, person.id) is None


def test_every_table_that_points_to_a_candidate_has_a_part() -> None:
    named = {"candidate_marks": "marks", "pool_members": "pools", "entries": "rankings"}
    pointing = {table.name for table in metadata.sorted_tables if "candidate_id" in table.c}
    # A change is a number and a key; nothing is held in it.
    assert {named.get(each, each) for each in pointing - {"changes"}} <= set(PARTS)
