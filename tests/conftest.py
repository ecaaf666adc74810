"""Databases for tests: each test that asks for one runs on SQLite and on PostgreSQL."""

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store.database import Database, sqlite_url
from service.store.migrating import upgrade
from tests.postgresql import NotInstalled, Server, running_server

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server for this process."""
    try:
        with running_server() as server:
            yield server
    except NotInstalled as reason:
        if os.environ.get("ROLEMATCH_TEST_POSTGRESQL") == "required":
            raise
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and no row, to be copied."""
    folder = tmp_path_factory.mktemp("migrated")
    database = Database(sqlite_url(folder))
    upgrade(database)
    database.close()
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="session")
def migrated_template(postgresql: Server) -> str:
    """The name of a PostgreSQL database with all tables and no row, to be copied."""
    postgresql.run("CREATE DATABASE migrated")
    database = Database(postgresql.url("migrated"))
    upgrade(database)
    database.close()
    return "migrated"


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without a table."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    server: Server = request.getfixturevalue("postgresql")
    name = f"test_{uuid.uuid4().hex}"
    server.run(f"CREATE DATABASE {name}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with all tables and no row."""
    if request.param == "sqlite":
        folder = tmp_path / "data"
        folder.mkdir()
        shutil.copy(request.getfixturevalue("migrated_file"), folder)
        yield sqlite_url(folder)
        return
    server: Server = request.getfixturevalue("postgresql")
    template = request.getfixturevalue("migrated_template")
    name = f"test_{uuid.uuid4().hex}"
    server.run(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with all tables and no row."""
    opened = Database(database_url)
    yield opened
    opened.close()
