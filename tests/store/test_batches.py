"""Batches: received whole or not at all, counted, listed, cancelled."""

import pytest
from sqlalchemy import func, select

from service.store import batch_items, batches, erasure, queue
from service.store.batches import BatchGone, StoredBatch
from service.store.database import Database
from service.store.schema import batch_items as rows
from tests.store.batch_making import NOW, candidate, item, later, queued, tenant


def counts(database: Database, batch: StoredBatch) -> dict[str, int]:
    with database.reading() as connection:
        found = batch_items.progress(connection, batch, NOW).counts
    return {status: count for status, count in found.items() if count}


def stored_bytes(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.sum(func.length(rows.c.content)))) or 0


def receiving(database: Database) -> StoredBatch:
    with database.writing() as connection:
        return batches.create(
            connection, tenant_key(database), name="a", pool=None, by="k_1", now=NOW
        )


def tenant_key(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.min(rows.metadata.tables["tenants"].c.id))) or 0


def test_a_batch_is_there_for_nobody_until_it_came_in_whole(database: Database) -> None:
    owner = tenant(database)
    batch = receiving(database)
    with database.writing() as connection:
        batch_items.add(connection, batch.key, [item(1)], NOW)
        assert batches.by_id(connection, owner, batch.id) is None
        assert batches.page(connection, owner, None, 10) == []
        assert queue.take(connection, NOW, 30) is None
    with database.writing() as connection:
        batches.seal(connection, batch.key, NOW)
        found = batches.by_id(connection, owner, batch.id)
    assert found is not None
    assert (found.status, found.total) == ("queued", 1)


def test_another_tenants_batch_is_not_there(database: Database) -> None:
    batch = queued(database, tenant(database, "a"), [item(1)])
    other = tenant(database, "b")
    with database.writing() as connection:
        assert batches.by_id(connection, other, batch.id) is None
        assert batches.page(connection, other, None, 10) == []
        assert batches.cancel(connection, other, batch.id, NOW) is None
    assert counts(database, batch) == {"queued": 1}


def test_what_is_faulty_on_arrival_is_listed_and_not_queued(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(1), item(2, b"", "no id"), item(3)])
    assert counts(database, batch) == {"queued": 2, "failed": 1}
    with database.reading() as connection:
        (failed,) = batch_items.page(connection, batch.key, 0, 10, "failed")
    assert (failed.number, failed.error, failed.candidate) == (2, "no id", None)
    nothing = queued(database, owner, [item(1, b"", "no id")])
    assert nothing.status == "done"


def test_a_sender_who_was_cut_off_leaves_nothing(database: Database) -> None:
    tenant(database)
    batch, alive = receiving(database), receiving(database)
    with database.writing() as connection:
        batch_items.add(connection, batch.key, [item(n) for n in range(1, 8)], NOW)
        batch_items.add(connection, alive.key, [item(1)], later(500))
        assert batches.abandon_unseen(connection, later(100)) == 1
    with pytest.raises(BatchGone), database.writing() as connection:
        batch_items.add(connection, batch.key, [item(9)], later(600))
    with pytest.raises(BatchGone), database.writing() as connection:
        batches.seal(connection, batch.key, later(600))
    with database.writing() as connection:
        (found,) = batches.given_up(connection)
        assert [batch_items.drop_some(connection, found, 4) for _ in range(2)] == [True, False]
        batches.remove_abandoned(connection, found.key)
        assert batches.given_up(connection) == []
        batches.seal(connection, alive.key, later(600))
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(rows)) == 1


def test_cancelling_drops_the_bytes_and_keeps_what_was_done(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(n) for n in range(1, 6)])
    with database.writing() as connection:
        first, second = (queue.take(connection, NOW, 30) for _ in range(2))
        assert first and second
        queue.claim(connection, first)
        key = candidate(connection, owner, "1")
        queue.settle(connection, first, key, created=True, now=NOW)
    with database.writing() as connection:
        cancelled = batches.cancel(connection, owner, batch.id, later(1))
        assert cancelled and cancelled.status == "cancelled"
        assert queue.take(connection, later(1), 30) is None
        assert batches.given_up(connection) == [cancelled]
        while batch_items.drop_some(connection, cancelled, 2):
            pass
        assert batches.given_up(connection) == []
    assert counts(database, batch) == {"done": 1, "cancelled": 4}
    assert stored_bytes(database) == 0
    with pytest.raises(queue.LeaseLost), database.writing() as connection:
        queue.claim(connection, second)
    with database.writing() as connection:
        again = batches.cancel(connection, owner, batch.id, later(9))
    assert again == cancelled


def test_items_come_in_pages_and_the_order_of_the_upload(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(n, b"", "" if n % 3 else "no id") for n in range(1, 9)])
    with database.reading() as connection:
        pages = [
            [each.number for each in batch_items.page(connection, batch.key, after, 3)]
            for after in (0, 3, 6, 8)
        ]
        failed = batch_items.page(connection, batch.key, 0, 10, "failed")
    assert pages == [[1, 2, 3], [4, 5, 6], [7, 8], []]
    assert [each.number for each in failed] == [3, 6]


def test_batches_come_newest_first(database: Database) -> None:
    owner = tenant(database)
    made = [queued(database, owner, [item(1)], f"batch {n}") for n in range(5)]
    with database.reading() as connection:
        first = batches.page(connection, owner, None, 3)
        rest = batches.page(connection, owner, first[-1].key, 3)
    assert [each.id for each in first + rest] == [each.id for each in reversed(made)]


def test_the_rate_is_that_of_the_last_minute(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(n) for n in range(1, 31)])
    for number in range(20):
        with database.writing() as connection:
            taken = queue.take(connection, later(number * 10), 30)
            assert taken
            key = candidate(connection, owner, str(number))
            queue.settle(connection, taken, key, created=True, now=later(number * 10))
    with database.reading() as connection:
        found = batch_items.progress(connection, batch, later(200))
        young = batch_items.progress(connection, batch, later(20))
    assert found.left == 10
    assert found.rate == pytest.approx(5 / 60)  # after 140 s: at 150, 160, 170, 180, 190
    assert young.rate > 0.1


def test_an_erased_candidate_is_named_in_no_batch_and_keeps_none_open(database: Database) -> None:
    owner = tenant(database)
    done = queued(database, owner, [item(1)])
    with database.writing() as connection:
        taken = queue.take(connection, NOW, 30)
        assert taken
        key = candidate(connection, owner, "x-1")
        queue.settle(connection, taken, key, created=True, now=NOW)
        (came,) = batch_items.page(connection, done.key, 0, 10)
    waiting = queued(database, owner, [item(1)])  # under the same id of the sender's
    assert came.candidate is not None
    with database.writing() as connection:
        assert erasure.remove(connection, owner, came.candidate)
        left = batch_items.page(connection, done.key, 0, 9) + batch_items.page(
            connection, waiting.key, 0, 9
        )
        closed = batches.by_id(connection, owner, waiting.id)
    assert {(each.name, each.label, each.external_id, each.candidate) for each in left} == {
        ("", "", None, None)
    }
    assert [each.status for each in left] == ["done", "failed"]
    assert closed is not None and closed.status == "done"
    assert stored_bytes(database) == 0
