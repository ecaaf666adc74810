"""Rankings made in the background: resumed, shared, waited for, and honest about failure."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import timedelta

import pytest

from service.engine.records import RoomBusy, RoomFailed
from service.store import matches, places, rankings, roles
from service.store.candidates import keys
from service.store.database import Database, StoreUnavailable
from service.store.rankings import StoredRanking
from service.store.roles import StoredRole
from service.work import ranking as module
from service.work.clock import now
from service.work.ingest import Sender, store_cv
from service.work.ranking import RankingWork, in_order
from service.work.roles import basis_of, worked
from tests.api.serving import ROLE, cv
from tests.rooms import Here
from tests.store.makers import AS_OF, tenant


@pytest.fixture
def room(database_url: str) -> Iterator[Here]:
    made = Here(database_url)
    yield made
    made.close()


@pytest.fixture
def work(database: Database, room: Here) -> Iterator[RankingWork]:
    made = RankingWork(database, room)  # type: ignore[arg-type]
    yield made
    made.close()


@pytest.fixture
def acme(database: Database) -> int:
    with database.writing() as connection:
        return tenant(connection)


def send(database: Database, room: Here, acme: int, *names: str) -> None:
    for number, name in enumerate(names):
        read = room.read_cv(cv(name, team=20 + number).encode(), name, AS_OF).result()
        with database.writing() as connection:
            store_cv(connection, acme, read, Sender("tests", name, name))


@pytest.fixture
def role(database: Database, room: Here, acme: int) -> StoredRole:
    record = room.read_role(ROLE.encode(), "role", plain_text=True).result()
    with database.writing() as connection:
        return roles.add(connection, acme, record, external_id=None, by="tests", now=now())


@pytest.fixture
def queue(
    database: Database, room: Here, acme: int, role: StoredRole
) -> Callable[[], StoredRanking]:
    def queued() -> StoredRanking:
        with database.writing() as connection:
            basis = basis_of(connection, acme, worked(role, ()), room.surroundings, None, AS_OF)
            return rankings.add(
                connection,
                acme,
                role=role.key,
                basis=basis,
                pool=None,
                pool_key=None,
                options={"top": None, "blind": False},
                by="tests",
                now=now(),
            )

    return queued


def state(database: Database, ranking: StoredRanking) -> StoredRanking:
    with database.reading() as connection:
        return rankings.leased(connection, ranking.key)


Queue = Callable[[], StoredRanking]


def test_what_a_dead_process_had_judged_is_not_judged_again(
    database: Database,
    room: Here,
    work: RankingWork,
    acme: int,
    queue: Queue,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)
    send(database, room, acme, "anna", "ben", "cleo", "dan", "eve")
    whole = queue()
    work.make(whole.key).result()
    undisturbed = state(database, whole).result_digest
    with database.writing() as connection:
        connection.execute(matches.matches.delete())
    killed = queue()
    with database.writing() as connection:
        # Its maker judged two and died; its lease has run out.
        then = now() - timedelta(hours=1)
        assert rankings.lease(connection, killed.key, then, 30)
        wanted = keys(connection, acme)[:2]
    room.bench.judge(acme, killed.basis, wanted)
    judged: list[int] = []
    judge = room.judge

    def counting(of: int, basis: int, some: list[int]) -> Future[int]:
        judged.extend(some)
        return judge(of, basis, some)

    monkeypatch.setattr(room, "judge", counting)
    for future in work.take_up():
        future.result()
    assert len(judged) == 3
    assert state(database, killed).status == "done"
    assert state(database, killed).result_digest == undisturbed


def test_of_two_who_would_make_it_one_does(
    database: Database, room: Here, work: RankingWork, acme: int, queue: Queue
) -> None:
    send(database, room, acme, "anna")
    ranking = queue()
    for future in [work.make(ranking.key) for _ in range(4)]:
        future.result()
    with database.reading() as connection:
        assert len(places.rows(connection, ranking)) == 1
    assert room.calls.count("judge") == 1


def test_a_busy_room_is_waited_for(
    database: Database,
    room: Here,
    work: RankingWork,
    acme: int,
    queue: Queue,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    send(database, room, acme, "anna")
    ranking = queue()
    busy = [RoomBusy("Full."), RoomBusy("Full.")]
    judge = room.judge

    def sometimes(*arguments: object) -> Future[int]:
        if busy:
            raise busy.pop()
        return judge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "judge", sometimes)
    work.make(ranking.key).result()
    assert state(database, ranking).status == "done"


def test_a_lease_is_held_while_the_room_works(
    database: Database,
    room: Here,
    work: RankingWork,
    acme: int,
    queue: Queue,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LEASE_SECONDS", 0.3)
    send(database, room, acme, "anna")
    ranking = queue()
    slow: Future[int] = Future()
    monkeypatch.setattr(room, "judge", lambda *_: slow)
    made = work.make(ranking.key)
    # Three leases later it is still in hand, and nobody else may take it up.
    time.sleep(1.0)
    with database.reading() as connection:
        assert rankings.waiting(connection, now(), 9) == []
    assert not made.done()
    slow.set_result(1)
    made.result()
    assert state(database, ranking).status == "done"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RoomFailed("The model is gone."), "The model is gone."),
        (ValueError("Robin Example"), "ValueError"),
    ],
)
def test_what_cannot_be_made_says_why_and_quotes_nobody(
    database: Database,
    room: Here,
    work: RankingWork,
    acme: int,
    queue: Queue,
    failure: Exception,
    words: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    send(database, room, acme, "anna")
    ranking = queue()
    room.failing.append(failure)
    with caplog.at_level(logging.INFO):
        work.make(ranking.key).result()
    after = state(database, ranking)
    assert after.status == "failed"
    assert after.error is not None
    assert words in after.error
    assert "Robin" not in after.error + caplog.text


def test_a_store_that_is_away_leaves_the_ranking_to_be_taken_up(
    database: Database, room: Here, work: RankingWork, acme: int, queue: Queue
) -> None:
    send(database, room, acme, "anna")
    ranking = queue()
    room.failing.append(StoreUnavailable("away"))
    work.make(ranking.key).result()
    assert state(database, ranking).status == "running"
    with database.writing() as connection:
        later = now() + timedelta(minutes=5)
        assert rankings.waiting(connection, later, 9) == [ranking.key]


def test_a_server_that_stops_leaves_the_ranking_to_be_taken_up(
    database: Database,
    room: Here,
    work: RankingWork,
    acme: int,
    queue: Queue,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    send(database, room, acme, "anna")
    ranking = queue()
    given: Future[int] = Future()
    asked = threading.Event()

    def judge(*_: object) -> Future[int]:
        asked.set()
        return given

    monkeypatch.setattr(room, "judge", judge)
    made = work.make(ranking.key)
    assert asked.wait(10)
    work.stop()
    # What a room that is closed says of the work in hand.
    given.set_exception(RoomFailed("The service is stopping."))
    made.result(10)
    assert state(database, ranking).status == "running"
    with database.reading() as connection:
        assert rankings.waiting(connection, now() + timedelta(minutes=5), 9) == [ranking.key]


def test_what_waits_for_a_thread_is_not_taken_up_again_and_again(
    database: Database,
    room: Here,
    acme: int,
    queue: Queue,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    send(database, room, acme, "anna")
    first, second = queue(), queue()
    given: Future[int] = Future()
    monkeypatch.setattr(room, "judge", lambda *_: given)
    work = RankingWork(database, room, threads=1)  # type: ignore[arg-type]
    held = work.make(first.key)
    waiting = [future for _ in range(3) for future in work.take_up() if future is not held]
    assert len(waiting) == 3
    assert len(set(waiting)) == 1
    given.set_result(1)
    waiting[0].result(10)
    work.close()
    assert state(database, second).status == "done"


def test_a_ranking_that_was_deleted_before_its_turn_is_passed_over(
    database: Database, work: RankingWork, acme: int, queue: Queue
) -> None:
    ranking = queue()
    with database.writing() as connection:
        assert rankings.remove(connection, acme, ranking.id)
    work.make(ranking.key).result(10)


def test_who_is_out_comes_last_and_equals_are_ordered_by_label() -> None:
    def scored(label: str, score: float, band: str = "good") -> matches.Scored:
        return matches.Scored(1, f"c_{label}", label, "", score, band, "")

    found = [scored("b", 50), scored("z", 90, "out"), scored("a", 50), scored("c", 60)]
    assert [each.label for each in in_order(found)] == ["c", "a", "b", "z"]
