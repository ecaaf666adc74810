"""The pages of an application on a database of its own, for whoever is signed in or not."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import client, log, make_key, room, served, settings, start, store
from tests.api.serving import ROLE, TEXTS, add_cv, add_role, rank
from tests.web.reading import Page, read

__all__ = ["client", "log", "make_key", "room", "served", "settings", "start", "store"]

Json = dict[str, Any]


@pytest.fixture
def pool(served: TestClient) -> dict[str, Json]:
    return {name: add_cv(served, text, label=name) for name, text in TEXTS.items()}


@pytest.fixture
def role(served: TestClient) -> Json:
    return add_role(served, ROLE)


@pytest.fixture
def ranking(served: TestClient, role: Json, pool: dict[str, Json]) -> Json:
    assert pool
    return rank(served, role)


@pytest.fixture
def look(served: TestClient) -> Callable[..., Page]:
    """Open a page of the whole service as a browser does."""

    def looked(path: str, **more: Any) -> Page:
        return read(served.get(path, headers={"Accept": "text/html"}, **more))

    return looked
