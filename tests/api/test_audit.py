"""Who did what: appended with what was done, listed newest first, within a tenant."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from service.api.pages import cursor_of, place_of
from service.store import audit, tenants
from service.store.database import Database


@pytest.fixture
def records(store: Database) -> None:
    with store.writing() as connection:
        for name in ("acme", "other"):
            tenant = tenants.ensure(connection, name)
            for number in range(5):
                audit.append(
                    connection,
                    tenant.id,
                    actor=f"k_{name}",
                    action="role.created",
                    subject=f"r_{number % 2}",
                    request=f"request-{number}",
                    detail={"number": number},
                )


def numbers(answer: dict[str, list[dict[str, dict[str, int]]]]) -> list[int]:
    return [each["detail"]["number"] for each in answer["items"]]


@pytest.mark.usefixtures("records")
def test_pages_newest_first(client: TestClient, make_key: Callable[..., dict[str, str]]) -> None:
    key = make_key("admin")
    first = client.get("/v1/audit?limit=2", headers=key).json()
    assert numbers(first) == [4, 3]
    entry = first["items"][0]
    assert (entry["actor"], entry["action"], entry["subject"]) == ("k_acme", "role.created", "r_0")
    assert entry["request"] == "request-4"
    second = client.get("/v1/audit", params={"limit": 2, "cursor": first["next"]}, headers=key)
    assert numbers(second.json()) == [2, 1]
    last = client.get("/v1/audit", params={"cursor": second.json()["next"]}, headers=key).json()
    assert (numbers(last), last["next"]) == ([0], None)


@pytest.mark.usefixtures("records")
def test_by_subject(client: TestClient, make_key: Callable[..., dict[str, str]]) -> None:
    answer = client.get("/v1/audit?subject=r_1", headers=make_key("admin")).json()
    assert numbers(answer) == [3, 1]


@pytest.mark.parametrize("place", [0, 1, 35, 36, 1_000_000, 2**62])
def test_a_cursor_stands_for_a_row(place: int) -> None:
    assert place_of(cursor_of(place)) == place


def test_every_cursor_that_fits_is_taken(client: TestClient) -> None:
    assert place_of("z" * 12) < 2**63  # type: ignore[operator]
    assert client.get("/v1/audit", params={"cursor": "z" * 12}).json()["items"] == []


@pytest.mark.parametrize("cursor", ["", "%%%", "A", "-1", "é", "z" * 13])
def test_a_cursor_of_somebody_else_is_refused(client: TestClient, cursor: str) -> None:
    answer = client.get("/v1/audit", params={"cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "query.cursor"


def test_a_record_falls_with_its_transaction(store: Database) -> None:
    with store.writing() as connection:
        tenant = tenants.ensure(connection, "acme")
    with pytest.raises(RuntimeError), store.writing() as connection:
        audit.append(connection, tenant.id, actor="local", action="a.b", subject="r_1")
        raise RuntimeError
    with store.reading() as connection:
        assert audit.page(connection, tenant.id) == []
