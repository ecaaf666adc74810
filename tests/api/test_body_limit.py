"""A body that is too large is refused by its announced length, or as it arrives."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from service.api.middleware.body_limit import BodyLimit
from service.api.middleware.last_resort import LastResort
from tests.api.asgi import Remember, reading_all


@pytest.fixture
def client() -> TestClient:
    limited = BodyLimit(reading_all, lambda scope: 100 if scope["path"] == "/large" else 10)
    return TestClient(LastResort(limited))


def pieces(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield b"12345"


def test_up_to_the_limit_is_taken(client: TestClient) -> None:
    assert client.post("/", content=b"1234567890").text == "10"


@pytest.mark.parametrize(("count", "status"), [(2, 200), (3, 413)])
def test_what_arrives_without_a_length_is_counted(
    client: TestClient, count: int, status: int
) -> None:
    assert client.post("/", content=pieces(count)).status_code == status


def test_an_announced_length_is_refused_before_the_route_is_reached() -> None:
    app = Remember()
    client = TestClient(LastResort(BodyLimit(app, lambda _: 10)))
    answer = client.post("/", content=b"12345678901")
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/too-large"
    assert answer.json()["detail"] == "At most 10 bytes are taken here."
    assert app.scope == {}


def test_a_length_that_is_no_number_is_refused(client: TestClient) -> None:
    answer = client.post("/", content=b"", headers={"content-length": "-5"})
    assert answer.status_code == 400


def test_the_limit_depends_on_the_request(client: TestClient) -> None:
    assert client.post("/large", content=b"x" * 100).text == "100"
    assert client.post("/large", content=b"x" * 101).status_code == 413
