"""`rolematch backup`: a whole copy while others write, and nothing in its place otherwise."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from service.cli import main
from service.store import api_keys, tenants
from service.store.database import Database, sqlite_url
from service.store.migrating import upgrade


@pytest.fixture
def store(tmp_path: Path) -> Database:
    """A database with a tenant, in a data directory."""
    (tmp_path / "data").mkdir()
    database = Database(sqlite_url(tmp_path / "data"))
    upgrade(database)
    with database.writing() as connection:
        tenants.ensure(connection, "acme", None)
    return database


def backup(folder: Path, *, name: str = "copy.sqlite") -> int:
    return main(["backup", "--data", str(folder / "data"), str(folder / name)])


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return [each.name for each in api_keys.everything(connection)]


def make_key(database: Database, name: str) -> None:
    with database.writing() as connection:
        tenant = tenants.ensure(connection, "acme", None)
        api_keys.create(connection, tenant.id, name, frozenset({"read"}))


def test_what_is_in_the_log_is_in_the_copy(
    tmp_path: Path, store: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    make_key(store, "first")
    log = tmp_path / "data" / "rolematch.sqlite-wal"
    assert log.stat().st_size > 0
    assert backup(tmp_path) == 0
    assert "copy.sqlite: 0." in capsys.readouterr().out
    store.close()
    restored = tmp_path / "restored"
    restored.mkdir()
    (tmp_path / "copy.sqlite").rename(restored / "rolematch.sqlite")
    copy = Database(sqlite_url(restored))
    assert names(copy) == ["first"]
    copy.close()


def test_a_copy_is_one_file_for_its_owner_alone(tmp_path: Path, store: Database) -> None:
    assert backup(tmp_path) == 0
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite", "data"]
    assert (tmp_path / "copy.sqlite").stat().st_mode & 0o777 == 0o600


def test_writers_are_not_kept_waiting_and_the_copy_is_of_one_moment(
    tmp_path: Path, store: Database
) -> None:
    stop = threading.Event()
    made: list[str] = []

    def write() -> None:
        while not stop.is_set() or not made:
            make_key(store, f"key-{len(made)}")
            made.append(f"key-{len(made)}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert [backup(tmp_path, name=f"{number}.sqlite") for number in range(3)] == [0, 0, 0]
    finally:
        stop.set()
        writer.join()
    store.close()
    for number in range(3):
        with closing(sqlite3.connect(tmp_path / f"{number}.sqlite")) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            rows = copy.execute("SELECT name FROM api_keys ORDER BY id").fetchall()
        assert [name for (name,) in rows] == [f"key-{place}" for place in range(len(rows))]


def test_a_file_that_is_there_is_left_as_it_is(
    tmp_path: Path, store: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    store.close()
    (tmp_path / "copy.sqlite").write_text("something else")
    assert backup(tmp_path) == 2
    assert "copy.sqlite: is there already" in capsys.readouterr().err
    assert (tmp_path / "copy.sqlite").read_text() == "something else"


def test_no_database_is_made_to_be_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backup(tmp_path) == 1
    assert "there is no database here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_leaves_no_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rolematch.sqlite").write_bytes(b"no database at all" * 1000)
    assert backup(tmp_path) == 1
    assert "restore it from a backup" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_server_of_another_kind_has_its_own_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "postgresql://rolematch@localhost/rolematch"
    assert main(["backup", "--database", url, str(tmp_path / "copy")]) == 2
    assert "backed up with pg_dump" in capsys.readouterr().err
