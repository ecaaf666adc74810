"""The disk full and the database gone while serving: 503 with a reason, and then all is well."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from service.settings import ServeSettings
from service.store.database import Database
from tests.api.serving import add_cv, add_role, cv, places, rank
from tests.rooms import Here


@pytest.fixture
def limited(store: Database) -> Callable[[int | None], None]:
    """Let the database grow by so many pages and no more; None for as many as it likes."""
    from sqlalchemy import event

    most: list[int | None] = [None]

    def limit(connection: object, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {most[0] or 1_000_000}")  # type: ignore[attr-defined]

    event.listen(store.engine, "connect", limit)

    def set_most(pages: int | None) -> None:
        if pages is None:
            most[0] = None
        else:
            with store.reading() as connection:
                now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            most[0] = now + pages
        store.close()

    return set_most


def test_a_full_disk_is_told_and_nothing_is_half_written(
    served: TestClient, limited: Callable[[int | None], None]
) -> None:
    role = add_role(served)
    add_cv(served, cv("Anna"))
    before = served.get("/v1/candidates").json()
    limited(0)
    refused = 0
    for number in range(40):
        answer = served.post("/v1/candidates", json={"text": cv(f"Ben {number}"), "pool": "full"})
        if answer.status_code == 201:
            continue
        assert answer.status_code == 503
        assert answer.json()["type"] == "/problems/storage-full"
        assert "Retry-After" in answer.headers
        refused += 1
    assert refused
    stored = served.get("/v1/candidates?limit=200")
    assert stored.status_code == 200
    kept = len(stored.json()["items"])
    assert kept == len(before["items"]) + 40 - refused
    limited(None)
    add_cv(served, cv("Cleo"))
    ranking = rank(served, role)
    assert (ranking["status"], ranking["pool_size"]) == ("done", kept + 1)
    assert len(places(served, ranking)) == min(25, kept + 1)


def test_a_database_that_is_gone_is_told_and_work_goes_on_when_it_is_back(
    served: TestClient, store: Database, room: Here, settings: ServeSettings
) -> None:
    role = add_role(served)
    add_cv(served, cv("Anna"))
    folder = settings.data
    away = folder.with_name(f"{folder.name} away")
    store.close()
    room.bench.database.close()
    folder.rename(away)
    for answer in (
        served.get("/v1/roles"),
        served.post("/v1/candidates", json={"text": cv("Ben")}),
        served.post(f"/v1/roles/{role['id']}/rankings", json={}),
        served.get("/readyz"),
    ):
        assert answer.status_code == 503, answer.text
        assert answer.headers["Content-Type"] == "application/problem+json"
    assert served.get("/healthz").status_code == 200
    away.rename(folder)
    store.close()
    assert served.get("/readyz").status_code == 200
    assert [each["label"] for each in served.get("/v1/candidates").json()["items"]]
    assert rank(served, role)["pool_size"] == 1
