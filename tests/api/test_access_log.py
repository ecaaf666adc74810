"""A line says what kind of request it was, and never whom it was about."""

from collections.abc import Callable

from fastapi import APIRouter
from starlette.testclient import TestClient

from service.api.security import Reader

router = APIRouter(prefix="/v1/things")


@router.get("/{name}")
def read(name: str, caller: Reader) -> str:
    return name


def test_a_line_holds_the_template_and_no_more(
    log: list[dict[str, object]],
    start: Callable[..., TestClient],
    make_key: Callable[..., dict[str, str]],
) -> None:
    key = make_key("read", name="Robin's key")
    client = start(routers=[router])
    answer = client.get(
        "/v1/things/robin-example?email=robin@example.org",
        headers={**key, "X-Request-ID": "request-1", "User-Agent": "agent robin"},
    )
    assert answer.status_code == 200
    (line,) = log
    assert set(line) == {
        "event", "log_level", "request", "method", "route", "status", "ms", "tenant", "key"
    }  # fmt: skip
    assert line["route"] == "/v1/things/{name}"
    assert line["request"] == "request-1"
    assert (line["method"], line["status"], line["tenant"]) == ("GET", 200, 1)
    assert str(line["key"]).startswith("k_")
    assert "obin" not in str(line)


def test_what_was_not_found_has_no_template(
    log: list[dict[str, object]], client: TestClient
) -> None:
    client.request("ROBIN", "/robin?robin")
    (line,) = log
    assert (line["route"], line["method"], line["status"]) == ("unmatched", "OTHER", 404)
    assert "robin" not in str(log).lower()
