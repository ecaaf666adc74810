"""Batches over HTTP: sent, followed, listed, cancelled, and nobody else's."""

import csv
import io
import json
import threading
import time
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace

import anyio
import pytest
from starlette.testclient import TestClient

from service.api.batch_events import events
from service.api.models.batches import Batch
from service.engine.records import ReadCv
from service.errors import CannotRead
from service.settings import ServeSettings
from service.store import audit, pools, tenants
from service.store.database import Database, StoreFull, StoreUnavailable
from service.work import receiving
from tests.work.rooms import FakeRoom, read_of

PATIENCE = 20.0


def table(count: int) -> bytes:
    rows = ({"id": f"x-{number}", "text": f"words {number}"} for number in range(1, count + 1))
    return "\n".join(map(json.dumps, rows)).encode()


def archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, f"words of {name}")
    return held.getvalue()


@pytest.fixture
def go_on() -> threading.Event:
    """Set when the room may read."""
    return threading.Event()


@pytest.fixture
def working(start: Callable[..., TestClient], go_on: threading.Event) -> Iterator[TestClient]:
    """An application whose room reads once it is let."""

    def read(data: bytes) -> ReadCv:
        go_on.wait(PATIENCE)
        if b"bad" in data:
            raise CannotRead("it is broken")
        return read_of(data)

    yield start(room=FakeRoom(read))
    go_on.set()


def until_done(client: TestClient, path: str) -> dict[str, object]:
    end = time.monotonic() + PATIENCE
    while (batch := client.get(path).json())["status"] != "done":
        assert time.monotonic() < end
        time.sleep(0.05)
    found: dict[str, object] = batch
    return found


def test_a_batch_is_taken_read_and_told_of(
    working: TestClient, go_on: threading.Event, store: Database
) -> None:
    sent = working.post("/v1/batches?name=autumn&pool=desk", content=table(5))
    assert sent.status_code == 202
    path = sent.headers["Location"]
    taken = sent.json()
    assert path == f"/v1/batches/{taken['id']}"
    assert (taken["name"], taken["total"], taken["created_by"]) == ("autumn", 5, "local")
    assert taken["status"] in {"queued", "running"}
    go_on.set()
    done = until_done(working, path)
    assert done["counts"] == {
        "queued": 0,
        "reading": 0,
        "done": 5,
        "duplicate": 0,
        "failed": 0,
        "cancelled": 0,
    }
    assert done["failures"] == []
    with store.reading() as connection:
        tenant = tenants.find(connection, "default")
        assert tenant is not None
        (pool,) = pools.page(connection, tenant.id, 0, 9)
        (record,) = audit.page(connection, tenant.id)
    assert (pool.name, pool.size, pool.id) == ("desk", 5, done["pool_id"])
    assert (record.action, record.subject) == ("batch.created", taken["id"])
    assert (record.detail, record.request) == ({"items": 5}, sent.headers["X-Request-ID"])


@pytest.mark.parametrize(
    "sent",
    [
        {"content": archive("a/anna.txt", "ben.pdf"), "headers": {"Content-Type": "text/csv"}},
        {"files": {"file": ("cvs.bin", archive("a/anna.txt", "ben.pdf"), "image/png")}},
    ],
    ids=["body", "form"],
)
def test_an_upload_is_told_by_its_content(
    working: TestClient, go_on: threading.Event, sent: dict[str, object]
) -> None:
    answer = working.post("/v1/batches", **sent)  # type: ignore[arg-type]
    assert answer.status_code == 202
    go_on.set()
    until_done(working, answer.headers["Location"])
    items = working.get(f"{answer.headers['Location']}/items").json()["items"]
    assert [(each["name"], each["label"], each["status"]) for each in items] == [
        ("a/anna.txt", "anna", "done"),
        ("ben.pdf", "ben", "done"),
    ]


@pytest.mark.parametrize(
    ("sent", "status", "detail"),
    [
        ({"content": b""}, 422, "The upload is no batch: neither a zip nor a table"),
        ({"content": b"\x00\x01"}, 422, "The upload is no batch: neither a zip nor a table"),
        ({"content": b"name,text\n"}, 422, "The upload is no batch: the table: no column id"),
        ({"data": {"other": "x"}, "files": {"x": b"x"}}, 422, "The form needs a file in its"),
        ({"content": table(1), "params": {"name": "n" * 201}}, 422, "Some fields are wrong"),
    ],
    ids=["empty", "binary", "columns", "form", "name"],
)
def test_what_is_no_batch_is_refused(
    client: TestClient, sent: dict[str, object], status: int, detail: str
) -> None:
    answer = client.post("/v1/batches", **sent)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.json()["detail"].startswith(detail)
    assert client.get("/v1/batches").json() == {"items": [], "next": None}


def test_a_batch_that_is_too_large_is_refused(
    start: Callable[..., TestClient], settings: ServeSettings
) -> None:
    client = start(replace(settings, batch_bytes=1000))
    assert client.post("/v1/batches", content=table(100)).status_code == 413


@pytest.mark.parametrize(
    ("error", "kind"), [(StoreFull("full"), "storage-full"), (StoreUnavailable("x"), "unavailable")]
)
def test_a_store_that_fails_is_said_to(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(receiving, "receive", fail)
    answer = client.post("/v1/batches", content=table(1))
    assert answer.status_code == 503
    assert answer.json()["type"] == f"/problems/{kind}"


def test_a_disk_without_room_for_the_upload_is_said_to_be_full(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("service.api.uploads.tempfile.TemporaryFile", full)
    answer = client.post("/v1/batches", content=table(1))
    assert answer.json()["type"] == "/problems/storage-full"


def test_failures_are_shown_with_their_reasons(working: TestClient, go_on: threading.Event) -> None:
    rows = b'\n{"id": "", "text": "words"}\n{"id": "y", "text": "bad words"}'
    path = working.post("/v1/batches", content=table(2) + rows).headers["Location"]
    go_on.set()
    done = until_done(working, path)
    failures = done["failures"]
    assert isinstance(failures, list)
    assert [(each["name"], each["error"]) for each in failures] == [
        ("line 3", "no id"),
        ("line 4", "it is broken"),
    ]
    failed = working.get(f"{path}/items?status=failed").json()["items"]
    assert failed == failures


def test_items_come_in_pages(client: TestClient) -> None:
    path = client.post("/v1/batches", content=table(5)).headers["Location"]
    numbers, cursor = [], None
    for _ in range(3):
        page = client.get(
            f"{path}/items", params={"limit": 2, "cursor": cursor or ""} if cursor else {"limit": 2}
        ).json()
        numbers.append([each["number"] for each in page["items"]])
        cursor = page["next"]
    assert numbers == [[1, 2], [3, 4], [5]]
    assert cursor is None


def test_batches_come_in_pages_newest_first(client: TestClient) -> None:
    for name in ("a", "b", "c"):
        client.post(f"/v1/batches?name={name}", content=table(1))
    first = client.get("/v1/batches?limit=2").json()
    second = client.get("/v1/batches", params={"cursor": first["next"]}).json()
    assert [each["name"] for each in first["items"] + second["items"]] == ["c", "b", "a"]
    assert second["next"] is None


def test_results_are_streamed_in_either_form(
    working: TestClient, go_on: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.api.routes.batches._PIECE", 3)
    rows = b'\n{"id": "=cmd()", "text": "more words"}'
    path = working.post("/v1/batches", content=table(10) + rows).headers["Location"]
    go_on.set()
    until_done(working, path)
    answer = working.get(f"{path}/results")
    assert answer.headers["Content-Type"] == "application/jsonl"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [each["number"] for each in lines] == list(range(1, 12))
    assert len({each["candidate_id"] for each in lines}) == 11
    answer = working.get(f"{path}/results?format=csv")
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert [each["candidate_id"] for each in read] == [each["candidate_id"] for each in lines]
    assert read[-1]["external_id"] == "'=cmd()"
    assert read[0]["error"] == ""


def test_cancelling_keeps_what_was_read(client: TestClient, store: Database) -> None:
    path = client.post("/v1/batches", content=table(5)).headers["Location"]
    assert [client.delete(path).status_code for _ in range(2)] == [204, 204]
    batch = client.get(path).json()
    assert (batch["status"], batch["counts"]["cancelled"]) == ("cancelled", 5)
    with store.reading() as connection:
        tenant = tenants.find(connection, "default")
        assert tenant is not None
        actions = [each.action for each in audit.page(connection, tenant.id)]
    assert actions == ["batch.cancelled", "batch.created"]


def test_what_is_another_tenants_is_not_there(
    client: TestClient, make_key: Callable[..., dict[str, str]]
) -> None:
    ours, theirs = make_key("read", "write"), make_key("read", "write", tenant="other")
    path = client.post("/v1/batches", content=table(1), headers=ours).headers["Location"]
    for end in ("", "/items", "/events", "/results"):
        assert client.get(path + end, headers=theirs).status_code == 404
    assert client.delete(path, headers=theirs).status_code == 404
    assert client.get("/v1/batches", headers=theirs).json()["items"] == []
    assert client.get(path, headers=ours).json()["status"] == "queued"


def test_scopes_are_asked_for(client: TestClient, make_key: Callable[..., dict[str, str]]) -> None:
    reader = make_key("read")
    assert client.post("/v1/batches", content=table(1), headers=reader).status_code == 403
    assert client.get("/v1/batches", headers=reader).status_code == 200
    assert client.get("/v1/batches", headers=make_key("write")).status_code == 403


def told(text: str) -> list[dict[str, str]]:
    """Return the events of a stream."""
    return [
        dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        for block in text.replace("\r\n", "\n").split("\n\n")
        if "event:" in block
    ]


def test_progress_is_followed_until_the_end(working: TestClient, go_on: threading.Event) -> None:
    path = working.post("/v1/batches", content=table(20)).headers["Location"]
    threading.Timer(0.3, go_on.set).start()
    answer = working.get(f"{path}/events")
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    heard = told(answer.text)
    assert {each["event"] for each in heard[:-1]} == {"progress"}
    assert heard[-1]["event"] == "done"
    last = json.loads(heard[-1]["data"])
    assert (last["status"], last["counts"]["done"]) == ("done", 20)
    done = [json.loads(each["data"])["counts"]["done"] for each in heard]
    assert done == sorted(done)
    # Whoever comes back when all is over hears so at once.
    again = working.get(f"{path}/events", headers={"Last-Event-ID": heard[0]["id"]})
    assert [each["event"] for each in told(again.text)] == ["done"]


def a_batch(**changes: object) -> Batch:
    values = {
        "id": "b_1",
        "name": "",
        "status": "running",
        "pool_id": None,
        "total": 9,
        "counts": dict.fromkeys(
            ("queued", "reading", "done", "duplicate", "failed", "cancelled"), 0
        ),
        "rate": 0.0,
        "expected_end": None,
        "created_at": "2026-11-23T12:00:00Z",
        "created_by": "local",
        "finished_at": None,
    }
    return Batch.model_validate({**values, **changes})


def heard(states: list[Batch | Exception | None], last: str | None = None) -> list[str | None]:
    """Return the ids of the events for these states, seen one after the other."""

    def look() -> Batch | None:
        state = states.pop(0)
        if isinstance(state, Exception):
            raise state
        return state

    async def listen() -> list[str | None]:
        stream: AsyncIterator[object] = events(look, last, anyio.Event())
        return [each.id async for each in stream]  # type: ignore[attr-defined]

    return anyio.run(listen)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.api.batch_events.LOOK_SECONDS", 0.01)


@pytest.mark.usefixtures("quickly")
def test_only_changes_are_told_of() -> None:
    running, done = a_batch(), a_batch(status="done")
    assert heard([running, running, running, done]) == ["running.0.0.0.0.0", "done.0.0.0.0.0"]


@pytest.mark.usefixtures("quickly")
def test_whoever_comes_back_hears_of_the_next_change() -> None:
    running, done = a_batch(), a_batch(status="done")
    assert heard([running, running, done], "running.0.0.0.0.0") == ["done.0.0.0.0.0"]


@pytest.mark.usefixtures("quickly")
def test_a_store_that_is_away_for_a_while_ends_no_stream() -> None:
    states = [a_batch(), StoreUnavailable("away"), StoreUnavailable("away"), a_batch(status="done")]
    assert len(heard(states)) == 2  # type: ignore[arg-type]


@pytest.mark.usefixtures("quickly")
def test_a_stream_ends_with_its_batch_and_with_the_server() -> None:
    assert len(heard([a_batch(), None])) == 1

    async def stopped() -> int:
        stopping = anyio.Event()
        count = 0
        async for _ in events(a_batch, None, stopping):
            count += 1
            stopping.set()
        return count

    assert anyio.run(stopped) == 1
