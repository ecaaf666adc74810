"""Uploads are queued whole or not at all."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select, update

from service.store import batch_items, batches, queue
from service.store.database import Database, StoreFull, StoreUnavailable
from service.store.schema import batch_items as item_rows
from service.store.schema import batches as batch_rows
from service.work import receiving
from service.work.clock import now
from service.work.receiving import Request, Upload, cancel, receive, tidy
from service.work.unpacking import BatchTooLarge, Bounds, NotABatch
from tests.store.batch_making import item, queued, tenant


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "_CHUNK_ITEMS", 3)
    monkeypatch.setattr(receiving, "_DROPPED_AT_ONCE", 2)


def upload(database: Database) -> Upload:
    return Upload(tenant(database), "autumn", None, "k_1")


def table(count: int) -> io.BytesIO:
    rows = ({"id": f"x-{number}", "text": f"words {number}"} for number in range(count))
    return io.BytesIO("\n".join(map(json.dumps, rows)).encode())


def left(database: Database) -> tuple[int, int]:
    with database.reading() as connection:
        return (
            connection.scalar(select(func.count()).select_from(batch_rows)) or 0,
            connection.scalar(select(func.count()).select_from(item_rows)) or 0,
        )


def test_an_upload_of_many_chunks_is_queued_whole(database: Database) -> None:
    batch = receive(database, upload(database), table(10))
    assert (batch.status, batch.total, batch.name, batch.created_by) == (
        "queued",
        10,
        "autumn",
        "k_1",
    )
    with database.reading() as connection:
        items = batch_items.page(connection, batch.key, 0, 20)
    assert [each.number for each in items] == list(range(1, 11))
    assert [each.external_id for each in items] == [f"x-{n}" for n in range(10)]


def test_a_zip_and_a_table_are_read_as_what_they_are(database: Database) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("anna.txt", b"words")
    receive(database, upload(database), held)
    receive(database, upload(database), table(1))
    with database.writing() as connection:
        taken = [queue.take(connection, now(), 60) for _ in range(2)]
    assert {(each.label, each.external_id, each.plain_text) for each in taken if each} == {
        ("anna", None, False),
        ("x-0", "x-0", True),
    }


@pytest.mark.parametrize("content", [b"", b"id,text\n", b"name,text\nanna,words\n"])
def test_what_is_no_batch_leaves_nothing(database: Database, content: bytes) -> None:
    with pytest.raises(NotABatch):
        receive(database, upload(database), io.BytesIO(content))
    assert left(database) == (0, 0)


def test_an_upload_that_turns_out_too_large_leaves_nothing(database: Database) -> None:
    with pytest.raises(BatchTooLarge):
        receive(database, upload(database), table(10), Bounds(items=8))
    assert left(database) == (0, 0)


class Filling(Database):
    """A database whose disk is full from the third transaction on."""

    turn = 0

    def writing(self) -> AbstractContextManager[Connection]:
        return self._fill(super().writing())

    @contextmanager
    def _fill(self, inner: AbstractContextManager[Connection]) -> Iterator[Connection]:
        with inner as connection:
            self.turn += 1
            yield connection
            if self.turn >= 3:
                raise StoreFull("the disk is full")


def test_a_disk_that_fills_up_queues_nothing_and_is_swept_up_later(
    database: Database, database_url: str
) -> None:
    filling = Filling(database_url)
    with pytest.raises(StoreFull):
        receive(filling, upload(database), table(10))
    filling.close()
    assert left(database) == (1, 6)
    with database.writing() as connection:
        assert queue.take(connection, now(), 60) is None
    tidy(database)
    assert left(database) == (1, 6), "its sender may be alive"
    with database.writing() as connection:
        connection.execute(update(batch_rows).values(seen_at=now() - timedelta(minutes=11)))
    tidy(database)
    assert left(database) == (0, 0)


class Impatient(Database):
    """A database on which somebody sweeps up between the first transaction and the second."""

    turn = 0

    def writing(self) -> AbstractContextManager[Connection]:
        self.turn += 1
        if self.turn == 2:
            with super().writing() as connection:
                batches.abandon_unseen(connection, now() + timedelta(days=1))
        return super().writing()


def test_a_sender_that_was_thought_dead_is_told(database: Database, database_url: str) -> None:
    impatient = Impatient(database_url)
    with pytest.raises(StoreUnavailable, match="took too long"):
        receive(impatient, upload(database), table(10))
    impatient.close()
    assert left(database) == (0, 0)


def test_cancelling_drops_every_byte(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(n) for n in range(1, 8)])
    found = cancel(database, owner, batch.id, Request("k_1"))
    assert found is not None and found.status == "cancelled"
    assert cancel(database, owner, "b_nothing", Request("k_1")) is None
    with database.reading() as connection:
        assert batch_items.progress(connection, batch, now()).counts["cancelled"] == 7
        assert connection.scalar(select(func.count(item_rows.c.content))) == 0


def test_whoever_died_while_cancelling_is_swept_up_after(database: Database) -> None:
    owner = tenant(database)
    batch = queued(database, owner, [item(n) for n in range(1, 8)])
    with database.writing() as connection:
        batches.cancel(connection, owner, batch.id, now())
    tidy(database)
    with database.reading() as connection:
        assert connection.scalar(select(func.count(item_rows.c.content))) == 0
