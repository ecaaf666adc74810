"""An application on a database of its own, and callers with keys."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import structlog
from starlette.testclient import TestClient
from structlog.testing import LogCapture

from service.api.app import create_app
from service.settings import ServeSettings
from service.store import api_keys, tenants
from service.store.database import Database, sqlite_url
from tests.rooms import Here

# Called as localhost: while no key exists, no other name is answered.
BASE_URL = "http://localhost"


@pytest.fixture
def settings(tmp_path: Path, migrated_file: Path) -> ServeSettings:
    shutil.copy(migrated_file, tmp_path)
    return ServeSettings("127.0.0.1", 8000, 1, tmp_path)


@pytest.fixture
def store(settings: ServeSettings) -> Iterator[Database]:
    opened = Database(sqlite_url(settings.data))
    yield opened
    opened.close()


@pytest.fixture
def start(settings: ServeSettings, store: Database) -> Iterator[Callable[..., TestClient]]:
    """Start an application; settings, routers and a room can be given."""
    with ExitStack() as stack:

        def started(changed: ServeSettings = settings, **more: object) -> TestClient:
            routers = more.pop("routers", ())
            app = create_app(changed, store=store, **more)  # type: ignore[arg-type]
            for router in routers:  # type: ignore[attr-defined]
                app.include_router(router)
            client = TestClient(app, base_url=BASE_URL, raise_server_exceptions=False)
            return stack.enter_context(client)

        yield started


@pytest.fixture
def client(start: Callable[..., TestClient]) -> TestClient:
    return start()


@pytest.fixture
def room(settings: ServeSettings) -> Here:
    """An engine room that works at once, in the thread that asks."""
    return Here(sqlite_url(settings.data))


@pytest.fixture
def served(start: Callable[..., TestClient], settings: ServeSettings, room: Here) -> TestClient:
    """The whole service, its engine room in this process, for a caller who asks a lot."""
    return start(replace(settings, rate=1_000_000), room=room)


@pytest.fixture
def make_key(store: Database) -> Callable[..., dict[str, str]]:
    """Make a key; return the header that carries it."""

    def made(*scopes: str, tenant: str = "acme", name: str = "test") -> dict[str, str]:
        with store.writing() as connection:
            owner = tenants.ensure(connection, tenant)
            _, secret = api_keys.create(connection, owner.id, name, frozenset(scopes))
        return {"Authorization": f"Bearer {secret}"}

    return made


@pytest.fixture
def log() -> Iterator[list[dict[str, object]]]:
    """The lines that are logged."""
    capture = LogCapture()
    structlog.configure(processors=[capture])
    yield capture.entries  # type: ignore[misc]
    structlog.reset_defaults()
