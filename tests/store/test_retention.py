"""Candidates go when their time is up, and nobody else does."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from service.engine import index_files
from service.store.database import Database
from service.store.schema import candidates
from service.work import retention
from service.work.clock import now
from service.work.recurring import Recurring
from service.work.retention import sweep
from tests.store import people
from tests.waiting import until

SECOND = timedelta(seconds=1)


def fill(database: Database, tenant_name: str, due: int, kept: int) -> int:
    with database.writing() as connection:
        tenant = people.tenant(connection, tenant_name)
        for number in range(due):
            people.add(connection, tenant, f"due{number}", expires_at=people.NOW)
        for number in range(kept):
            later = people.LATER if number % 2 else None
            people.add(connection, tenant, f"kept{number}", expires_at=later)
    return tenant


def left(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(candidates)) or 0


def test_whose_time_is_up_goes_with_the_saved_index(database: Database, tmp_path: Path) -> None:
    tenant = fill(database, "default", 3, 2)
    fill(database, "other", 1, 1)
    folder = index_files.folder_of(tmp_path, tenant)
    folder.mkdir(parents=True)
    (folder / "model.npz").write_bytes(b"vectors")
    (folder / "model.json").write_text('{"number": 5}')
    assert sweep(database, tmp_path, people.NOW - SECOND) == 0
    assert left(database) == 7
    assert list(folder.iterdir())
    assert sweep(database, tmp_path, people.NOW) == 4
    assert left(database) == 3
    assert not list(folder.iterdir())
    assert sweep(database, tmp_path, people.NOW) == 0


def test_several_sweep_at_once_and_each_goes_once(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 3)
    fill(database, "default", 20, 1)
    together = threading.Barrier(4)

    def one(_: int) -> int:
        together.wait(10)
        return sweep(database, tmp_path, people.NOW)

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(one, range(4))) == 20
    assert left(database) == 1


def test_it_sweeps_when_started_and_again(database: Database, tmp_path: Path) -> None:
    fill(database, "default", 1, 1)
    work = Recurring("retention", 0.05, lambda end: sweep(database, tmp_path, people.NOW, end))
    work.start()
    try:
        until(lambda: left(database) == 1, 10)
        fill(database, "other", 2, 0)
        until(lambda: left(database) == 1, 10)
    finally:
        work.close()
    with database.writing() as connection:
        people.add(connection, people.tenant(connection, "third"), "due", expires_at=people.NOW)
    time.sleep(0.2)
    assert left(database) == 2


def test_a_sweep_stops_between_two_batches(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    fill(database, "default", 5, 0)
    stopping = threading.Event()
    stopping.set()
    assert sweep(database, tmp_path, now(), stopping) == 0
    assert left(database) == 5
