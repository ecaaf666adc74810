"""Transactions on both databases, and what is said when one fails."""

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from service.store.database import (
    MOST_CONNECTIONS,
    Database,
    StoreFull,
    StoreUnavailable,
    parse_url,
    sqlite_url,
)
from service.store.schema import tenants
from tests.postgresql import NotInstalled, Server, running_server

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def add(connection: Connection, name: str) -> None:
    connection.execute(insert(tenants).values(name=name, created_at=NOW))


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.scalars(select(tenants.c.name).order_by(tenants.c.name)))


def test_what_is_written_together_is_there_together(database: Database) -> None:
    with database.writing() as connection:
        add(connection, "a")
        add(connection, "b")
    assert names(database) == ["a", "b"]


def test_an_error_takes_back_the_whole_transaction(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        add(connection, "a")
        _ = 1 / 0
    assert names(database) == []


def test_a_broken_constraint_is_no_failure_of_the_database(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as connection:
        add(connection, "a")
        add(connection, "a")
    assert names(database) == []


def test_a_mistake_of_ours_is_not_called_an_absent_database(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nowhere"), database.reading() as connection:
        connection.execute(text("SELECT * FROM nowhere"))


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(tenants))
        with database.writing() as other:
            add(other, "a")
        assert connection.scalar(select(func.count()).select_from(tenants)) == before
    assert names(database) == ["a"]


def test_nothing_is_kept_of_what_a_reader_writes(database: Database) -> None:
    # PostgreSQL refuses at once.
    with suppress(StoreUnavailable), database.reading() as connection:
        add(connection, "a")
    assert names(database) == []


def _count(url: str, times: int) -> None:
    database = Database(url)
    for _ in range(times):
        with database.writing() as connection:
            seen = connection.scalar(select(tenants.c.change_number).with_for_update())
            connection.execute(update(tenants).values(change_number=seen + 1))
    database.close()


def test_writers_in_threads_wait_for_each_other(database: Database, database_url: str) -> None:
    with database.writing() as connection:
        add(connection, "a")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: _count(database_url, 20), range(4)))
    with database.reading() as connection:
        assert connection.scalar(select(tenants.c.change_number)) == 4 * 20


def test_writers_in_processes_wait_for_each_other(database: Database, database_url: str) -> None:
    with database.writing() as connection:
        add(connection, "a")
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_count, args=(database_url, 50)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    with database.reading() as connection:
        assert connection.scalar(select(tenants.c.change_number)) == 2 * 50


def test_more_threads_than_connections_all_get_their_turn(database: Database) -> None:
    together = threading.Barrier(MOST_CONNECTIONS + 10)

    def one(number: int) -> None:
        together.wait(10)
        with database.writing() as connection:
            add(connection, f"{number:02}")

    with ThreadPoolExecutor(MOST_CONNECTIONS + 10) as threads:
        list(threads.map(one, range(MOST_CONNECTIONS + 10)))
    assert len(names(database)) == MOST_CONNECTIONS + 10


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("rolematch", "named by a URL"),
        ("mysql://user@host/name", "mysql databases are not supported"),
        ("sqlite://", "name a file"),
        ("sqlite:///:memory:", "name a file"),
    ],
)
def test_a_url_of_no_use_is_refused(url: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_url(url)


# SQLite: a file in a directory that people and disks do things to.


@pytest.fixture
def file(tmp_path: Path, migrated_file: Path) -> Iterator[Database]:
    """A database in a file, in a directory of its own."""
    folder = tmp_path / "a folder with % and ?"
    folder.mkdir()
    shutil.copy(migrated_file, folder)
    opened = Database(sqlite_url(folder))
    yield opened
    opened.close()


def ask(database: Database) -> None:
    with database.reading() as connection:
        connection.execute(text("SELECT 1"))


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "a folder with % and ?"


def test_the_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "new" / "data"))
    ask(database)
    database.close()
    made = tmp_path / "new" / "data" / "rolematch.sqlite"
    assert made.stat().st_mode & 0o077 == 0
    assert made.parent.stat().st_mode & 0o077 == 0


def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreUnavailable, match="check that the data directory"):
        Database(sqlite_url(tmp_path / "data"))


def test_a_full_file_says_so_and_goes_on_when_there_is_room(file: Database) -> None:
    with file.reading() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
    limit = pages

    def narrow(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {limit}")

    event.listen(file.engine, "checkout", narrow)
    full = pytest.raises(StoreFull, match="disk of the data directory is full")
    with full, file.writing() as connection:
        for number in range(1000):
            add(connection, f"{number:090}")
    assert names(file) == []
    limit = 100_000
    with file.writing() as connection:
        add(connection, "a")
    assert names(file) == ["a"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path, migrated_file: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        shutil.copy(migrated_file, disk)
        database = Database(sqlite_url(disk))
        written = []
        with pytest.raises(StoreFull):
            for number in range(10_000):
                with database.writing() as connection:
                    for each in range(20):
                        add(connection, f"{number:06}-{each:090}")
                written.append(number)
        assert written
        assert len(names(database)) == 20 * len(written)
        database.close()
        # Whoever starts on the full disk finds everything, too.
        again = Database(sqlite_url(disk))
        with pytest.raises(StoreFull), again.writing() as connection:
            for each in range(1000):
                add(connection, f"again-{each:090}")
        again.close()
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_directory_that_went_away_and_came_back(file: Database, tmp_path: Path) -> None:
    with file.writing() as connection:
        add(connection, "a")
    folder_of(tmp_path).rename(tmp_path / "elsewhere")
    for attempt in (file.writing, file.reading):
        with pytest.raises(StoreUnavailable, match="the database file is gone"), attempt():
            raise AssertionError("not reached")
    (tmp_path / "elsewhere").rename(folder_of(tmp_path))
    with file.writing() as connection:
        add(connection, "b")
    assert names(file) == ["a", "b"]


def test_a_deleted_file_is_not_made_anew_while_serving(file: Database, tmp_path: Path) -> None:
    ask(file)
    shutil.rmtree(folder_of(tmp_path))
    folder_of(tmp_path).mkdir()
    with pytest.raises(StoreUnavailable, match="the database file is gone"):
        ask(file)
    assert list(folder_of(tmp_path).iterdir()) == []


def test_a_restored_backup_is_used_without_a_restart(
    file: Database, tmp_path: Path, migrated_file: Path
) -> None:
    with file.writing() as connection:
        add(connection, "a")
    shutil.rmtree(folder_of(tmp_path))
    folder_of(tmp_path).mkdir()
    shutil.copy(migrated_file, folder_of(tmp_path))
    assert names(file) == []


def test_a_file_that_somebody_keeps_to_himself(
    file: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("service.store.database.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(folder_of(tmp_path) / "rolematch.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    kept = pytest.raises(StoreUnavailable, match="has kept the database file to itself")
    with kept, file.writing():
        raise AssertionError("not reached")
    assert names(file) == []  # readers go on
    other.execute("ROLLBACK")
    other.close()
    with file.writing() as connection:
        add(connection, "a")
    assert names(file) == ["a"]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "rolematch.sqlite").write_bytes(b"a letter to the editor" * 100)
    database = Database(sqlite_url(tmp_path))
    with pytest.raises(StoreUnavailable, match="no database of ours"):
        ask(database)
    database.close()


def test_a_damaged_file(file: Database, tmp_path: Path) -> None:
    file.close()
    path = folder_of(tmp_path) / "rolematch.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))
    with pytest.raises(StoreUnavailable, match="damaged"):
        names(file)


def test_what_is_deleted_is_overwritten(file: Database, tmp_path: Path) -> None:
    secret = "Zebedee-Quux-was-here"
    with file.writing() as connection:
        add(connection, secret)
    with file.writing() as connection:
        connection.execute(tenants.delete())
    with file.reading() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    left = b"".join(path.read_bytes() for path in folder_of(tmp_path).iterdir())
    assert secret.encode() not in left


# PostgreSQL: a server that goes away.


@pytest.fixture
def own_server(postgresql: Server) -> Iterator[Server]:
    """A server that no other test uses, to be stopped at will."""
    with running_server() as server:
        yield server


def test_a_server_that_restarts_is_used_again(own_server: Server) -> None:
    database = Database(own_server.url("postgres"))
    ask(database)
    own_server.stop()
    for attempt in (database.reading, database.writing):
        with pytest.raises(StoreUnavailable, match="cannot be reached"), attempt():
            raise AssertionError("not reached")
    own_server.start()
    ask(database)
    database.close()


def test_a_server_that_stops_in_a_transaction_keeps_nothing_of_it(own_server: Server) -> None:
    database = Database(own_server.url("postgres"))
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE things (name text)"))
    gone = pytest.raises(StoreUnavailable, match="cannot be reached")
    with gone, database.writing() as connection:
        connection.execute(text("INSERT INTO things VALUES ('a')"))
        own_server.stop()
        connection.execute(text("INSERT INTO things VALUES ('b')"))
    own_server.start()
    with database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM things")) == 0
    database.close()


def test_a_database_that_is_not_on_the_server(postgresql: Server) -> None:
    database = Database(postgresql.url("nothing"))
    with pytest.raises(StoreUnavailable):
        ask(database)
    database.close()


def test_writers_who_wait_for_each_other_are_told_to_try_again(postgresql: Server) -> None:
    database = Database(postgresql.url("postgres"))
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE pairs AS SELECT 1 AS a UNION SELECT 2"))
    both = threading.Barrier(2)

    def lock(order: tuple[int, int]) -> str:
        try:
            with database.writing() as connection:
                connection.execute(text(f"UPDATE pairs SET a = a WHERE a = {order[0]}"))
                both.wait(10)
                connection.execute(text(f"UPDATE pairs SET a = a WHERE a = {order[1]}"))
        except StoreUnavailable as error:
            return str(error)
        return ""

    with ThreadPoolExecutor(2) as threads:
        said = set(threads.map(lock, ((1, 2), (2, 1))))
    with database.writing() as connection:
        connection.execute(text("DROP TABLE pairs"))
    database.close()
    assert said == {"", "somebody else changed the same rows at the same time; try again"}


def test_a_full_server_is_named_as_such(postgresql: Server) -> None:
    database = Database(postgresql.url("postgres"))
    full = pytest.raises(StoreFull, match="disk of the database server is full")
    with full, database.writing() as connection:
        connection.execute(
            text("DO $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$")
        )
    database.close()


def test_a_machine_without_a_server_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tests.postgresql.INSTALLED", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotInstalled, match="the package postgresql"), running_server():
        raise AssertionError("not reached")
