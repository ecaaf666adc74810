"""Who may call, and what for."""

import dataclasses
from collections.abc import Callable

import pytest
from fastapi import APIRouter
from starlette.testclient import TestClient

from service.api import key_ring
from service.api.security import Admin, Caller, Judge, Reader, Writer
from service.settings import ServeSettings
from service.store import api_keys
from service.store.database import Database

router = APIRouter(prefix="/v1/test")


@router.get("/read")
def read(caller: Reader) -> dict[str, object]:
    return _shown(caller)


@router.post("/write")
def write(caller: Writer) -> dict[str, object]:
    return _shown(caller)


@router.post("/judge")
def judge(caller: Judge) -> dict[str, object]:
    return _shown(caller)


@router.get("/admin")
def administer(caller: Admin) -> dict[str, object]:
    return _shown(caller)


def _shown(caller: Caller) -> dict[str, object]:
    return {**dataclasses.asdict(caller), "scopes": sorted(caller.scopes)}


@pytest.fixture
def client(start: Callable[..., TestClient]) -> TestClient:
    return start(routers=[router])


Key = Callable[..., dict[str, str]]


def test_without_any_key_the_service_is_open(client: TestClient) -> None:
    answer = client.get("/v1/test/admin", headers={"X-Request-ID": "request-1"}).json()
    assert answer == {
        "tenant_id": 1,
        "tenant": "default",
        "key_id": None,
        "actor": "local",
        "scopes": ["admin", "read", "write"],
        "request": "request-1",
    }


def test_a_key_names_its_tenant(client: TestClient, make_key: Key) -> None:
    make_key("read", tenant="first")
    answer = client.get("/v1/test/read", headers=make_key("read", tenant="second")).json()
    assert (answer["tenant"], answer["scopes"]) == ("second", ["read"])
    assert answer["actor"] == answer["key_id"] and answer["actor"].startswith("k_")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer rm_" + "a" * 43},
        {"Authorization": "Basic cm06cm0="},
        {"Authorization": "Bearer \xff\xfe"},
        {"Authorization": "Bearer " + "x" * 5000},
    ],
)
def test_without_a_valid_key_nobody_comes_in(
    client: TestClient, make_key: Key, sent: dict[str, str]
) -> None:
    make_key("read")
    headers = {name: value.encode("latin-1") for name, value in sent.items()}
    answer = client.get("/v1/test/read", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="rolematch"')
    assert answer.json()["type"] == "/problems/key-needed"


def test_a_key_that_is_none_is_told_apart_from_no_key(client: TestClient, make_key: Key) -> None:
    make_key("read")
    challenge = client.get("/v1/test/read").headers["WWW-Authenticate"]
    assert challenge == 'Bearer realm="rolematch"'
    sent = {"Authorization": "Bearer rm_x"}
    challenge = client.get("/v1/test/read", headers=sent).headers["WWW-Authenticate"]
    assert challenge == 'Bearer realm="rolematch", error="invalid_token"'


def test_a_body_is_not_read_for_a_stranger(client: TestClient, make_key: Key) -> None:
    make_key("read")
    answer = client.post("/v1/test/write", content=b"x" * 30_000_000)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("scopes", "allowed"),
    [
        (("read",), {"read"}),
        (("write",), {"write", "judge"}),
        (("admin",), {"admin"}),
        (("read", "write"), {"read", "write", "judge"}),
    ],
)
def test_a_scope_is_needed_for_each_thing(
    client: TestClient, make_key: Key, scopes: tuple[str, ...], allowed: set[str]
) -> None:
    key = make_key(*scopes)
    methods = {"read": "GET", "write": "POST", "judge": "POST", "admin": "GET"}
    answers = {
        name: client.request(method, f"/v1/test/{name}", headers=key)
        for name, method in methods.items()
    }
    assert {name for name, each in answers.items() if each.status_code == 200} == allowed
    refused = [each for name, each in answers.items() if name not in allowed]
    assert {each.json()["type"] for each in refused} == {"/problems/not-allowed"}


def test_a_revoked_key_stops_working(
    client: TestClient, make_key: Key, store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_key("read")
    key = make_key("read")
    key_id = client.get("/v1/test/read", headers=key).json()["key_id"]
    now = key_ring.time.monotonic()
    with store.writing() as connection:
        assert api_keys.revoke(connection, key_id) is not None
    monkeypatch.setattr(key_ring.time, "monotonic", lambda: now + key_ring.REMEMBERED_SECONDS + 0.1)
    assert client.get("/v1/test/read", headers=key).status_code == 401


def test_the_first_key_closes_the_door_and_its_end_does_not_open_it(
    client: TestClient, make_key: Key, store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/v1/test/read").status_code == 200
    now = key_ring.time.monotonic()
    key = make_key("read")
    monkeypatch.setattr(key_ring.time, "monotonic", lambda: now + key_ring.REMEMBERED_SECONDS + 0.1)
    assert client.get("/v1/test/read").status_code == 401
    key_id = client.get("/v1/test/read", headers=key).json()["key_id"]
    with store.writing() as connection:
        api_keys.revoke(connection, key_id)
    monkeypatch.setattr(key_ring.time, "monotonic", lambda: now + 60)
    assert client.get("/v1/test/read").status_code == 401


def test_on_another_address_it_is_never_open(
    start: Callable[..., TestClient], settings: ServeSettings
) -> None:
    client = start(dataclasses.replace(settings, host="0.0.0.0"), routers=[router])
    assert client.get("/v1/test/read").status_code == 401


def test_requests_cost_units_and_the_key_is_told(
    start: Callable[..., TestClient], settings: ServeSettings, make_key: Key
) -> None:
    client = start(dataclasses.replace(settings, rate=60), routers=[router])
    one, other = make_key("read", "write"), make_key("read")
    first = client.post("/v1/test/judge", headers=one)
    assert first.headers["RateLimit-Policy"] == '"key";q=20;w=20'
    assert first.headers["RateLimit"] == '"key";r=0;t=20'
    refused = client.get("/v1/test/read", headers=one)
    assert refused.status_code == 429
    assert refused.json()["type"] == "/problems/rate-limit"
    assert refused.headers["Retry-After"] == "1"
    assert refused.headers["RateLimit"] == '"key";r=0;t=20'
    assert client.get("/v1/test/read", headers=other).status_code == 200
