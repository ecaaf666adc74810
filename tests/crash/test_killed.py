"""A server is killed in the middle of a batch: each CV is there once, and ranks as ever.

In short by itself, and in full by `make test-crash`: ROLEMATCH_TEST_CRASH_CVS and
ROLEMATCH_TEST_CRASH_KILLS say how many, ROLEMATCH_TEST_CRASH_SEED when the kills come.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from service.store.database import Database, sqlite_url
from service.store.schema import batch_items, candidates
from tests.crash.serving import Serving, serving
from tests.crash.texts import ROLE, cv
from tests.postgresql import Server, running_server

CVS = int(os.environ.get("ROLEMATCH_TEST_CRASH_CVS", "12"))
KILLS = int(os.environ.get("ROLEMATCH_TEST_CRASH_KILLS", "1"))
SEED = int(os.environ.get("ROLEMATCH_TEST_CRASH_SEED", "7"))
# Beyond this long without a CV something is stuck: a lease runs out in half of it.
STUCK_SECONDS = 120.0

pytestmark = [pytest.mark.slow, pytest.mark.model]
Scores = dict[str, float]


def upload() -> bytes:
    rows = ({"id": f"cv-{number}", "text": cv(number)} for number in range(CVS))
    return "\n".join(map(json.dumps, rows)).encode()


def finished(server: Serving, path: str) -> tuple[int, bool]:
    batch = server.get(path)
    counts: dict[str, int] = batch["counts"]
    ended = counts["done"] + counts["duplicate"] + counts["failed"]
    return ended, batch["status"] == "done"


def wait_for(server: Serving, path: str, wanted: int) -> bool:
    """Wait until so many CVs are finished; return whether the batch is done."""
    last, since = -1, time.monotonic()
    while True:
        ended, done = finished(server, path)
        if done or ended >= wanted:
            return done
        if ended != last:
            last, since = ended, time.monotonic()
        assert time.monotonic() - since < STUCK_SECONDS, f"stuck at {ended}"
        time.sleep(0.02)


def scores(server: Serving) -> Scores:
    """Rank everybody; return each one's score."""
    role = server.post("/v1/roles", json.dumps({"text": ROLE}).encode())
    body = json.dumps({"as_of": "2026-11-23"}).encode()
    ranking = server.post(f"/v1/roles/{role['id']}/rankings", body)
    end = time.monotonic() + STUCK_SECONDS
    while ranking["status"] not in {"done", "failed"}:
        assert time.monotonic() < end
        time.sleep(0.1)
        ranking = server.get(f"/v1/rankings/{ranking['id']}")
    found: Scores = {}
    cursor = None
    while True:
        asked = f"?limit=100&cursor={cursor}" if cursor else "?limit=100"
        page: dict[str, Any] = server.get(f"/v1/rankings/{ranking['id']}/matches{asked}")
        for each in page["items"]:
            found[each["candidate"]["external_id"]] = each["score"]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The scores where nobody killed anything."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with serving(folder / "data", None, folder / "log") as server:
        batch = server.post("/v1/batches", upload(), "application/jsonl")
        assert wait_for(server, f"/v1/batches/{batch['id']}", CVS)
        return scores(server)


@pytest.fixture(scope="module")
def lasting(postgresql: Server) -> Iterator[Server]:
    """A PostgreSQL server whose commits are on the disk."""
    with running_server(durable=True) as server:
        yield server


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_each_cv_is_there_once_however_often_the_server_was_killed(
    kind: str, tmp_path: Path, undisturbed: Scores, request: pytest.FixtureRequest
) -> None:
    data, log = tmp_path / "data", tmp_path / "log"
    database = None
    if kind == "postgresql":
        server: Server = request.getfixturevalue("lasting")
        server.run("CREATE DATABASE rolematch")
        database = server.url("rolematch")
    dice = random.Random(SEED)
    began = time.monotonic()
    moments = sorted(dice.sample(range(1, CVS), KILLS))
    killed = _killed_at(moments, dice, data, database, log)
    with serving(data, database, log) as running:
        path = f"/v1/batches/{running.get('/v1/batches')['items'][0]['id']}"
        assert wait_for(running, path, CVS)
        took = time.monotonic() - began
        batch = running.get(path)
        found = scores(running)
    stored, lapses = _stored(database or sqlite_url(data))
    print(  # noqa: T201
        f"\n{kind}: {CVS} CVs, {KILLS} kills of {killed} processes at {moments}; "
        f"{lapses} items were taken over; {took:.0f} s"
    )
    assert batch["counts"]["done"] == CVS, batch
    assert stored == Counter(f"cv-{number}" for number in range(CVS))
    assert found == undisturbed


def _killed_at(
    moments: list[int], dice: random.Random, data: Path, database: str | None, log: Path
) -> int:
    """Send the batch, and kill the server soon after each number of finished CVs."""
    killed, path = 0, None
    for moment in moments:
        server = Serving(data, database, log)
        try:
            if path is None:
                batch = server.post("/v1/batches", upload(), "application/jsonl")
                path = f"/v1/batches/{batch['id']}"
            wait_for(server, path, moment)
            time.sleep(dice.uniform(0, 0.3))
        finally:
            killed += server.kill()
    return killed


def _stored(url: str) -> tuple[Counter[str | None], int]:
    database = Database(url)
    with database.reading() as connection:
        names = Counter(connection.scalars(select(candidates.c.external_id)))
        lapses = connection.scalar(select(func.sum(batch_items.c.lapses))) or 0
        kept = connection.scalar(select(func.count(batch_items.c.content)))
    database.close()
    assert kept == 0
    return names, lapses
