"""Batches through a room that reads nothing: each CV once, whatever goes wrong on the way."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from service.engine.records import ReadCv, RoomBusy, RoomFailed, RoomTimeout
from service.errors import CannotRead
from service.store import batch_items, batches, changes, pools, queue
from service.store.batches import StoredBatch
from service.store.database import Database, StoreUnavailable
from service.store.schema import batch_items as item_rows
from service.store.schema import candidates, pool_members
from service.work import batch_work
from service.work.batch_work import BatchWork
from service.work.clock import now
from service.work.ingest import Sender, store_cv
from tests import waiting
from tests.postgresql import running_server
from tests.store.batch_making import item, queued, tenant
from tests.work.rooms import AS_OF, FakeRoom, read_of

PATIENCE = 30.0
until = partial(waiting.until, seconds=PATIENCE)


@contextmanager
def working(database: Database, room: FakeRoom, lease: float = 60.0) -> Iterator[BatchWork]:
    work = BatchWork(database, room, lambda: AS_OF, lease)
    work.start()
    try:
        yield work
    finally:
        work.close()
        room.close()


def status(database: Database, batch: StoredBatch) -> str:
    with database.reading() as connection:
        found = batches.by_id(connection, batch.tenant, batch.id)
    assert found is not None
    return found.status


def done(database: Database, *made: StoredBatch) -> Callable[[], bool]:
    return lambda: all(status(database, batch) == "done" for batch in made)


def outcomes(database: Database, batch: StoredBatch) -> dict[int, tuple[str, str | None]]:
    with database.reading() as connection:
        found = batch_items.page(connection, batch.key, 0, 10_000)
    return {each.number: (each.status, each.error) for each in found}


def stored(database: Database) -> list[str | None]:
    with database.reading() as connection:
        return list(connection.scalars(select(candidates.c.external_id).order_by(candidates.c.id)))


def kept_bytes(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.sum(func.length(item_rows.c.content)))) or 0


def many(count: int) -> list[batch_items.NewItem]:
    return [item(number, f"words {number}".encode()) for number in range(1, count + 1)]


def test_every_cv_becomes_a_candidate_once_and_in_its_pool(database: Database) -> None:
    owner = tenant(database)
    with database.writing() as connection:
        pool = pools.ensure(connection, owner, "autumn", now())
        batch = batches.create(connection, owner, name="a", pool=pool.key, by="k_1", now=now())
        batch_items.add(connection, batch.key, many(40), now())
        batches.seal(connection, batch.key, now())
    room = FakeRoom()
    with working(database, room):
        until(done(database, batch))
    assert Counter(stored(database)) == Counter(f"x-{n}" for n in range(1, 41))
    assert {each for each, _ in outcomes(database, batch).values()} == {"done"}
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(pool_members)) == 40
    assert room.calls == 40
    assert kept_bytes(database) == 0


def test_the_room_has_enough_to_do_and_no_more(database: Database) -> None:
    batch = queued(database, tenant(database), many(30))
    go_on = threading.Event()

    def slowly(data: bytes) -> ReadCv:
        go_on.wait(PATIENCE)
        return read_of(data)

    room = FakeRoom(slowly, processes=3)
    with working(database, room):
        until(lambda: room.calls == 4)
        time.sleep(0.3)
        assert room.calls == 4
        go_on.set()
        until(done(database, batch))
    assert room.most == 4


def test_the_same_bytes_twice_are_one_candidate(database: Database) -> None:
    same = [item(1, b"same"), item(2, b"same"), item(3, b"other")]
    for each in same:
        object.__setattr__(each, "external_id", None)
    batch = queued(database, tenant(database), same)
    with working(database, FakeRoom()):
        until(done(database, batch))
    assert Counter(each for each, _ in outcomes(database, batch).values()) == Counter(
        done=2, duplicate=1
    )
    with database.reading() as connection:
        first, second = batch_items.page(connection, batch.key, 0, 2)
    assert first.candidate == second.candidate is not None


def test_the_same_cv_by_two_ways_at_once_keeps_neither_waiting(database: Database) -> None:
    acme = tenant(database)

    def send(connection: Connection) -> bool:
        _, created = store_cv(connection, acme, read_of(b"words"), Sender("k", None, "a"))
        return created

    def send_alone() -> bool:
        with database.writing() as connection:
            return send(connection)

    with ThreadPoolExecutor(1) as threads:
        with database.writing() as connection:
            changes.hold(connection, acme)
            other = threads.submit(send_alone)
            # Long enough for the other to come to where it has to wait.
            time.sleep(0.5)
            assert send(connection)
        assert not other.result(PATIENCE)


def test_a_bad_file_costs_only_itself_and_says_why(database: Database) -> None:
    batch = queued(database, tenant(database), [*many(5), item(6, b"bad"), item(7, b"odd")])

    def read(data: bytes) -> ReadCv:
        if data == b"bad":
            raise CannotRead("cvs/6.txt: it is encrypted")
        if data == b"odd":
            raise KeyError("secret words of the CV")
        return read_of(data)

    room = FakeRoom(read)
    with working(database, room):
        until(done(database, batch))
    found = outcomes(database, batch)
    assert found[6] == ("failed", "cvs/6.txt: it is encrypted")
    assert found[7] == ("failed", "it could not be read (KeyError)")
    assert len(stored(database)) == 5
    assert room.calls == 5 + 2 + 2
    assert kept_bytes(database) == 0


@pytest.mark.parametrize(
    "error", [RoomTimeout("stopped"), RoomFailed("ended"), StoreUnavailable("gone")]
)
def test_what_fails_once_is_read_the_second_time(database: Database, error: Exception) -> None:
    batch = queued(database, tenant(database), many(3))
    failed = threading.Event()

    def read(data: bytes) -> ReadCv:
        if data == b"words 2" and not failed.is_set():
            failed.set()
            raise error
        return read_of(data)

    with working(database, FakeRoom(read)):
        until(done(database, batch))
    assert {each for each, _ in outcomes(database, batch).values()} == {"done"}


def test_a_full_room_is_asked_again_and_nobody_is_blamed(database: Database) -> None:
    batch = queued(database, tenant(database), many(5))

    class Full(FakeRoom):
        refused = 0

        def read_cv(
            self, data: bytes, name: str, as_of: date, *, plain_text: bool = False
        ) -> Future[ReadCv]:
            if self.refused < 4:
                self.refused += 1
                raise RoomBusy("come back")
            return super().read_cv(data, name, as_of, plain_text=plain_text)

    with working(database, Full()):
        until(done(database, batch))
    with database.reading() as connection:
        found = batch_items.page(connection, batch.key, 0, 10)
    assert [(each.status, each.attempts) for each in found] == [("done", 0)] * 5


def test_an_id_that_is_taken_costs_one_item_and_one_reading(database: Database) -> None:
    owner = tenant(database)
    first = queued(database, owner, [item(1, b"one")])
    with working(database, FakeRoom()):
        until(done(database, first))
    second = queued(database, owner, [item(1, b"another"), item(2, b"two")])
    room = FakeRoom()
    with working(database, room):
        until(done(database, second))
    found = outcomes(database, second)
    assert found[1][0] == "failed"
    assert "'x-1' belongs to a candidate with another CV" in str(found[1][1])
    assert found[2] == ("done", None)
    assert room.calls == 2
    assert stored(database) == ["x-1", "x-2"]


def test_a_cv_that_cannot_be_stored_stops_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = queued(database, tenant(database), many(4))
    original = batch_work.store_cv

    def broken(connection: Connection, owner: int, read: ReadCv, sender: Any) -> Any:
        result = original(connection, owner, read, sender)
        if sender.external_id == "x-3":
            raise ZeroDivisionError
        return result

    monkeypatch.setattr(batch_work, "store_cv", broken)
    with working(database, FakeRoom()):
        until(done(database, batch))
    assert outcomes(database, batch)[3] == ("failed", "it could not be stored (ZeroDivisionError)")
    assert sorted(map(str, stored(database))) == ["x-1", "x-2", "x-4"]


def test_a_worker_whose_lease_has_run_out_stores_nothing(database: Database) -> None:
    """The item is taken over while its first reader still reads, and both come to an end."""
    batch = queued(database, tenant(database), many(1))
    reading, go_on = threading.Event(), threading.Event()

    def slowly(data: bytes) -> ReadCv:
        reading.set()
        go_on.wait(PATIENCE)
        return read_of(data)

    slow = FakeRoom(slowly, processes=1)
    with working(database, slow):
        assert reading.wait(PATIENCE)
        with database.writing() as connection:
            far = now().replace(year=now().year + 1)
            assert queue.take_back(connection, far) == 1
        # The first worker's own thread may take it a second time: it is as good as any other.
        with working(database, FakeRoom()):
            until(lambda: go_on.is_set() or status(database, batch) != "queued")
            go_on.set()
            until(done(database, batch))
    assert stored(database) == ["x-1"]
    assert outcomes(database, batch) == {1: ("done", None)}


def test_a_lease_is_held_as_long_as_the_reading_takes(database: Database) -> None:
    batch = queued(database, tenant(database), many(2))

    def slowly(data: bytes) -> ReadCv:
        time.sleep(5)
        return read_of(data)

    rooms = FakeRoom(slowly), FakeRoom(slowly)
    with working(database, rooms[0], lease=2.0), working(database, rooms[1], lease=2.0):
        until(done(database, batch))
    with database.reading() as connection:
        assert list(connection.scalars(select(item_rows.c.lapses))) == [0, 0]


def test_what_is_in_hand_is_given_back_at_the_end(database: Database) -> None:
    queued(database, tenant(database), many(9))
    go_on = threading.Event()

    def slowly(data: bytes) -> ReadCv:
        go_on.wait(PATIENCE)
        return read_of(data)

    room = FakeRoom(slowly)
    work = BatchWork(database, room, lambda: AS_OF)
    work.start()
    until(lambda: room.calls == 3)
    began = time.monotonic()
    work.close()
    assert time.monotonic() - began < 5
    go_on.set()
    room.close()
    with database.reading() as connection:
        left = connection.execute(select(item_rows.c.status, item_rows.c.lease)).all()
    assert [tuple(each) for each in left] == [("queued", None)] * 9


def test_a_new_batch_is_begun_at_once_when_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "_IDLE_SECONDS", 3600)
    with working(database, FakeRoom()) as work:
        time.sleep(0.2)
        batch = queued(database, tenant(database), many(3))
        work.wake()
        until(done(database, batch))


def test_workers_of_several_processes_share_a_batch(database: Database, database_url: str) -> None:
    made = [queued(database, tenant(database, name), many(60)) for name in ("a", "b")]
    others = [Database(database_url) for _ in range(2)]
    rooms = [FakeRoom() for _ in range(3)]
    with (
        working(database, rooms[0]),
        working(others[0], rooms[1]),
        working(others[1], rooms[2]),
    ):
        until(done(database, *made))
    for other in others:
        other.close()
    assert Counter(stored(database)) == Counter({f"x-{n}": 2 for n in range(1, 61)})
    assert sum(room.calls for room in rooms) == 120


class Flapping(Database):
    """A database that is away at every third transaction, before it or when it ends."""

    turn = 0

    def writing(self) -> AbstractContextManager[Connection]:
        return self._flap(super().writing())

    @contextmanager
    def _flap(self, inner: AbstractContextManager[Connection]) -> Iterator[Connection]:
        self.turn += 1
        if self.turn % 3 == 0:
            raise StoreUnavailable("away")
        with inner as connection:
            yield connection
            if self.turn % 4 == 0:
                raise StoreUnavailable("away")


def test_a_store_that_comes_and_goes_loses_and_doubles_nothing(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "_FIRST_PAUSE", 0.01)
    monkeypatch.setattr(batch_work, "_LONGEST_PAUSE", 0.02)
    batch = queued(database, tenant(database), many(40))
    flapping = Flapping(database_url)
    with working(flapping, FakeRoom()):
        until(done(database, batch))
    flapping.close()
    assert Counter(stored(database)) == Counter(f"x-{n}" for n in range(1, 41))
    assert {each for each, _ in outcomes(database, batch).values()} == {"done"}


def test_a_server_that_restarts_in_the_middle_loses_and_doubles_nothing(
    postgresql: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from service.store.migrating import upgrade

    monkeypatch.setattr(batch_work, "_LONGEST_PAUSE", 0.2)

    def slowly(data: bytes) -> ReadCv:
        time.sleep(0.02)
        return read_of(data)

    with running_server(durable=True) as server:
        server.run("CREATE DATABASE rolematch")
        database = Database(server.url("rolematch"))
        upgrade(database)
        batch = queued(database, tenant(database), many(120))
        with working(database, FakeRoom(slowly)):
            for share in (20, 60):
                until(lambda share=share: len(stored(database)) > share)
                server.stop()
                time.sleep(0.3)
                server.start()
            until(done(database, batch))
        assert Counter(stored(database)) == Counter(f"x-{n}" for n in range(1, 121))
        database.close()
