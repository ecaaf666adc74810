"""Roles in the store, on SQLite and PostgreSQL."""

import pytest
from sqlalchemy.exc import IntegrityError

from service.store import rankings, roles
from service.store.database import Database
from service.store.roles import RoleChange
from tests.store.makers import NOW, ranked, role, tenant

RECORD = {"id": "", "title": "Café manager", "text": "…", "sections": [], "requirements": []}


def test_a_role_is_found_by_its_ids_and_knows_its_own(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        stored = roles.add(connection, acme, RECORD, external_id="J-1", by="tests", now=NOW)
        assert roles.by_id(connection, acme, stored.id) == stored
        assert roles.by_external_id(connection, acme, "J-1") == stored
        assert roles.by_id(connection, other, stored.id) is None
        assert roles.by_external_id(connection, other, "J-1") is None
        assert roles.page(connection, other, 0, 9) == []
        assert roles.remove(connection, other, stored.id) is False
    assert stored.record == {**RECORD, "id": stored.id}
    assert stored.title == "Café manager"


def test_an_external_id_is_used_once(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        for each in (acme, other):
            roles.add(connection, each, RECORD, external_id="J-1", by="tests", now=NOW)
    with pytest.raises(IntegrityError), database.writing() as connection:
        roles.add(connection, acme, RECORD, external_id="J-1", by="tests", now=NOW)


def test_pages_follow_each_other(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        made = [role(connection, acme, title) for title in ("a", "b", "c")]
        first = roles.page(connection, acme, 0, 2)
        assert first + roles.page(connection, acme, first[-1].key, 2) == made


def test_what_people_set_is_kept_in_order(database: Database) -> None:
    edits = [RoleChange("edit", {"requirement_id": f"R{n}"}, "Priya", NOW) for n in (2, 1)]
    with database.writing() as connection:
        acme = tenant(connection)
        stored, other = role(connection, acme), role(connection, acme)
        for edit in edits:
            roles.add_change(connection, stored.key, edit)
        assert roles.changes_of(connection, stored.key) == edits
        assert roles.changes_of(connection, other.key) == []


def test_a_role_goes_with_its_rankings(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        role_key, on = ranked(connection, acme, {"anna": 50.0})
        ranking = rankings.add(
            connection,
            acme,
            role=role_key,
            basis=on,
            pool=None,
            pool_key=None,
            options={},
            by="tests",
            now=NOW,
        )
        (stored,) = roles.page(connection, acme, 0, 9)
        assert roles.remove(connection, acme, stored.id) is True
        assert rankings.by_id(connection, acme, ranking.id) is None
