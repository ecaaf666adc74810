"""Candidates in the store, on SQLite and PostgreSQL."""

from datetime import timedelta

import pytest

from service.store import candidates, changes, listing, pools
from service.store.candidates import Mark
from service.store.changes import Change
from service.store.database import Database
from service.store.listing import Filters
from service.store.packing import pack
from tests.store.makers import AS_OF, MODEL, NOW, add, new, tenant


def test_a_candidate_is_found_by_its_ids_and_by_its_file(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        stored = add(connection, acme, "anna", external_id="A-1")
    with database.reading() as connection:
        assert candidates.by_id(connection, acme, stored.id) == stored
        assert candidates.by_external_id(connection, acme, "A-1") == stored
        assert candidates.by_digest(connection, acme, "digest of anna") == stored
        assert candidates.record_of(connection, acme, stored.key) == {"text": "anna"}
    assert stored.created_at == NOW
    assert stored.created_by == "tests"


def test_what_is_another_tenants_is_not_there(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        stored = add(connection, acme, "anna", (Mark("tool", "Jira", "held"),), external_id="A-1")
        pool = pools.ensure(connection, other, "theirs", NOW)
        pools.put(connection, other, pool.key, [stored.key])
    with database.reading() as connection:
        assert candidates.by_id(connection, other, stored.id) is None
        assert candidates.by_external_id(connection, other, "A-1") is None
        assert candidates.by_digest(connection, other, stored.digest) is None
        assert listing.page(connection, other, Filters(), 0, 10) == []
        assert candidates.keys(connection, other) == []
        assert candidates.keys(connection, other, pool.key) == []
        assert candidates.keys_of(connection, other, [stored.id]) == []
        assert list(candidates.held(connection, other, [stored.key], MODEL)) == []
        assert candidates.names(connection, other, [stored.key]) == {}
        assert pools.by_id(connection, other, pool.id).size == 0  # type: ignore[union-attr]


def test_the_same_file_or_external_id_is_not_stored_twice(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        add(connection, acme, "anna", external_id="A-1")
        again = candidates.add(connection, acme, new("anna"), by="tests", now=NOW)
        taken = candidates.add(connection, acme, new("ben", external_id="A-1"), by="tests", now=NOW)
        theirs = candidates.add(connection, other, new("anna"), by="tests", now=NOW)
        assert len(candidates.keys(connection, acme)) == 1
    assert again is None
    assert taken is None
    assert theirs is not None


def test_pages_follow_each_other_in_the_order_candidates_came(database: Database) -> None:
    names = [f"cv{n}" for n in range(5)]
    with database.writing() as connection:
        acme = tenant(connection)
        for name in names:
            add(connection, acme, name)
    with database.reading() as connection:
        first = listing.page(connection, acme, Filters(), 0, 3)
        second = listing.page(connection, acme, Filters(), first[-1].key, 3)
    assert [each.label for each in first + second] == names


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["anna", "Ben 50%", "cleo"]),
        (Filters(label="EN 5"), ["Ben 50%"]),
        (Filters(label="%"), ["Ben 50%"]),
        (Filters(external_id="A-1"), ["anna"]),
        (Filters(created_after=NOW), []),
        (Filters(created_after=NOW - timedelta(seconds=1)), ["anna", "Ben 50%", "cleo"]),
        (Filters(marks=(Mark("clearance", "SC"),)), ["anna", "cleo"]),
        (Filters(marks=(Mark("clearance", "SC", "held"),)), ["anna"]),
        (Filters(marks=(Mark("clearance", "SC"), Mark("warning", "hidden_text"))), ["cleo"]),
    ],
)
def test_a_list_is_narrowed_by_everything_given(
    database: Database, filters: Filters, found: list[str]
) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        add(connection, acme, "anna", (Mark("clearance", "SC", "held"),), external_id="A-1")
        add(connection, acme, "Ben 50%")
        marks = (Mark("clearance", "SC", "lapsed"), Mark("warning", "hidden_text"))
        add(connection, acme, "cleo", marks)
        # An external id is what a candidate is called by.
        candidates.name(connection, acme, candidates.keys(connection, acme)[0], "A-1")
    with database.reading() as connection:
        shown = listing.page(connection, acme, filters, 0, 10)
    assert [{"A-1": "anna"}.get(each.label, each.label) for each in shown] == found


def test_a_list_is_narrowed_to_a_pool(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        anna, ben = (add(connection, acme, name) for name in ("anna", "ben"))
        pool, made = pools.create(connection, acme, "autumn", NOW)
        pools.put(connection, acme, pool.key, [ben.key])
        pools.put(connection, acme, pool.key, [ben.key])
        same, made_again = pools.create(connection, acme, "autumn", NOW)
        shown = listing.page(connection, acme, Filters(pool=pool.key), 0, 10)
        assert candidates.keys(connection, acme, pool.key) == [ben.key]
        assert pools.take_out(connection, pool.key, anna.key) is False
        assert pools.take_out(connection, pool.key, ben.key) is True
    assert [each.label for each in shown] == ["ben"]
    assert (same.key, same.size, made, made_again) == (pool.key, 1, True, False)


def test_vectors_of_another_model_are_not_held(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        stored = add(connection, acme, "anna")
    with database.reading() as connection:
        (same,) = candidates.held(connection, acme, [stored.key], MODEL)
        (other,) = candidates.held(connection, acme, [stored.key], "another")
    assert (same.passages, same.titles) == (b"anna", b"")
    assert (other.passages, other.titles) == (None, None)


def test_a_newer_reading_takes_the_place_of_the_older(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        stored = add(connection, acme, "anna", (Mark("tool", "Jira", "held"),))
        fresh = new("anna", read_with="n" * 64, model="newer", record=pack({"text": "again"}))
        candidates.reread(connection, acme, stored.key, fresh)
    with database.reading() as connection:
        (held,) = candidates.held(connection, acme, [stored.key], "newer")
        narrowed = listing.page(connection, acme, Filters(marks=(Mark("tool", "Jira"),)), 0, 9)
        assert candidates.record_of(connection, acme, stored.key) == {"text": "again"}
    assert (held.read_with, held.as_of, held.passages) == ("n" * 64, AS_OF, b"anna")
    assert narrowed == []


def test_changes_are_numbered_without_a_gap_within_a_tenant(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        anna, ben = (add(connection, acme, name) for name in ("anna", "ben"))
        add(connection, other, "theirs")
        changes.record(connection, acme, [anna.key, ben.key], erased=True)
        changes.record(connection, acme, [])
    with database.reading() as connection:
        assert changes.latest(connection, acme) == 4
        assert changes.latest(connection, other) == 1
        assert changes.since(connection, acme, 1) == [
            Change(2, ben.key, False),
            Change(3, anna.key, True),
            Change(4, ben.key, True),
        ]


def test_a_change_that_is_rolled_back_leaves_no_gap(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        add(connection, acme, "anna")
        raise ZeroDivisionError
    with database.writing() as connection:
        add(connection, acme, "ben")
        assert [each.number for each in changes.since(connection, acme, 0)] == [1]
