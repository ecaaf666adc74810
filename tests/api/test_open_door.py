"""While no key exists, only this machine's own pages and programs may call."""

import pytest
from starlette.testclient import TestClient

from service.api.middleware.last_resort import LastResort
from service.api.middleware.open_door import OpenDoor, is_loopback
from tests.api.asgi import Remember


def status(headers: dict[str, str], *, is_open: bool = True) -> int:
    async def answer() -> bool:
        return is_open

    client = TestClient(LastResort(OpenDoor(Remember(), answer)), base_url="http://localhost:8000")
    return client.get("/", headers=headers).status_code


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "127.9.9.9", "[::1]:8000"]
)
def test_this_machine_is_answered(host: str) -> None:
    assert status({"Host": host}) == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "", "[::1"],
)
def test_another_name_is_refused(host: str) -> None:
    assert status({"Host": host}) == 421


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://localhost:8000", 200),
        ("http://localhost:3000", 403),
        ("https://evil.example", 403),
        ("null", 403),
        ("file://localhost:8000", 403),
    ],
)
def test_only_our_own_pages_may_call(origin: str, expected: int) -> None:
    assert status({"Origin": origin}) == expected


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_a_proxy_may_not_call_for_others(name: str) -> None:
    assert status({name: "192.0.2.1"}) == 403


def test_with_keys_every_name_and_origin_is_answered() -> None:
    headers = {"Host": "matching.example", "Origin": "https://other.example", "Via": "1.1 proxy"}
    assert status(headers, is_open=False) == 200


@pytest.mark.parametrize(("host", "expected"), [("::1", True), ("0.0.0.0", False), ("a.b", False)])
def test_loopback_addresses(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
