"""Each request has an id: the caller's where it is sane, else one of ours."""

import pytest
from starlette.testclient import TestClient

from service.api.middleware.request_id import RequestId
from tests.api.asgi import Remember


def test_a_sane_id_is_kept_and_sent_back() -> None:
    app = Remember()
    answer = TestClient(RequestId(app)).get("/", headers={"X-Request-ID": "abc-123.x_Y"})
    assert answer.headers["X-Request-ID"] == app.scope["state"]["request_id"] == "abc-123.x_Y"


@pytest.mark.parametrize(
    "offered", ["", "short", "a" * 65, "with space 12", 'quote"quote', "é" * 9]
)
def test_another_is_replaced(offered: str) -> None:
    app = Remember()
    answer = TestClient(RequestId(app)).get("/", headers={"X-Request-ID": offered.encode()})
    assert answer.headers["X-Request-ID"] == app.scope["state"]["request_id"] != offered
    assert len(app.scope["state"]["request_id"]) == 32


def test_no_two_are_alike() -> None:
    client = TestClient(RequestId(Remember()))
    assert len({client.get("/").headers["X-Request-ID"] for _ in range(20)}) == 20
