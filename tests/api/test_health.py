"""Whether the process lives, whether it can work, what it measured and what it is."""

import shutil
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.api.metrics import CONTENT_TYPE
from service.shelf import fingerprint
from service.store.database import Database, sqlite_url
from tests.rooms import Here


class Room:
    """An engine room that does nothing, and counts how often it was opened and closed."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.is_ready = False

    def start(self) -> None:
        self.calls.append("start")

    def close(self) -> None:
        self.calls.append("close")


def test_the_process_lives(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_with_tables_and_an_engine_room(start: Callable[..., TestClient]) -> None:
    room = Room()
    client = start(room=room)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["detail"] == (
        "Not ready: the engine is loading, which takes a few seconds."
    )
    room.is_ready = True
    assert client.get("/readyz").status_code == 200
    assert room.calls == ["start"]
    client.__exit__()
    assert room.calls == ["start", "close"]
    assert client.get("/readyz").json()["detail"] == "Not ready: the engine room has not started."
    client.__enter__()


def test_tables_of_another_version_are_named(client: TestClient, store: Database) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'other'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["detail"] == (
        "Not ready: the database has other tables than this version needs."
    )


def test_a_database_that_does_not_answer_is_named(
    client: TestClient, store: Database, tmp_path: Path
) -> None:
    gone = Database(sqlite_url(tmp_path / "other"))
    shutil.rmtree(tmp_path / "other")
    client.app.state.store = gone  # type: ignore[attr-defined]
    answer = client.get("/readyz")
    client.app.state.store = store  # type: ignore[attr-defined]
    assert answer.json()["detail"] == "Not ready: the database does not answer."
    assert client.get("/healthz").status_code == 200


def test_what_was_measured_is_shown_on_the_machine(
    start: Callable[..., TestClient], room: Here
) -> None:
    room.waiting = 3
    client = start(room=room)
    client.get("/v1/about")
    client.get("/nobody-knows-this")
    answer = client.get("/metrics")
    assert answer.headers["content-type"] == CONTENT_TYPE
    lines = answer.text.splitlines()
    assert 'rolematch_requests_total{method="GET",route="/v1/about",status="200"} 1.0' in lines
    assert 'rolematch_requests_total{method="GET",route="unmatched",status="404"} 1.0' in lines
    assert 'rolematch_request_seconds_count{method="GET",route="/v1/about"} 1.0' in lines
    assert "rolematch_requests_in_flight 1.0" in lines
    assert "nobody-knows-this" not in answer.text
    until = time.monotonic() + 10
    while "rolematch_engine_waiting 3.0" not in client.get("/metrics").text:
        assert time.monotonic() < until


@pytest.mark.parametrize(("scope", "status"), [(None, 401), ("read", 403), ("admin", 200)])
def test_from_elsewhere_metrics_need_an_admin_key(
    client: TestClient, make_key: Callable[..., dict[str, str]], scope: str | None, status: int
) -> None:
    key = make_key(scope or "read")
    headers = {"X-Forwarded-For": "192.0.2.7", **(key if scope else {})}
    assert client.get("/metrics", headers=headers).status_code == status


def test_about(client: TestClient) -> None:
    about = client.get("/v1/about").json()
    assert about["version"] == version("rolematch")
    assert about["knowledge"] == fingerprint()
    assert (about["model"], about["weights"]) == (None, None)
    assert (about["database"], about["open"], about["tenant"]) == ("sqlite", True, "default")


def test_about_names_what_matches_are_made_with(served: TestClient, room: Here) -> None:
    about = served.get("/v1/about").json()
    assert about["model"] == room.surroundings.model
    assert about["weights"]["digest"] == room.surroundings.weights_digest
