"""A database brought to the tables of the code, on SQLite and PostgreSQL."""

import multiprocessing
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from service.store.database import Database
from service.store.migrating import SchemaTooNew, configuration, head, upgrade
from service.store.schema import metadata


def tables(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(inspect(connection).get_table_names())


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """A database without a table."""
    opened = Database(empty_url)
    yield opened
    opened.close()


def test_upgrading_makes_every_table_and_a_second_time_nothing(empty: Database) -> None:
    upgrade(empty)
    assert tables(empty) == {*metadata.tables, "alembic_version"}
    upgrade(empty)
    with empty.reading() as connection:
        assert list(connection.scalars(text("SELECT version_num FROM alembic_version"))) == [head()]


def test_the_steps_lead_to_the_tables_of_the_code(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, metadata)
    assert differences == [], "run `make tables` after a change of service/store/schema.py"


def test_the_steps_lead_back_to_an_empty_database(database: Database) -> None:
    config = configuration()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert tables(database) == {"alembic_version"}
    upgrade(database)
    assert tables(database) == {*metadata.tables, "alembic_version"}


def _upgrade(url: str) -> None:
    database = Database(url)
    upgrade(database)
    database.close()


def test_processes_that_start_together_upgrade_once(empty: Database, empty_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_upgrade, args=(empty_url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert tables(empty) == {*metadata.tables, "alembic_version"}


def test_an_upgrade_that_fails_leaves_nothing_behind(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        original(*_)
        raise ZeroDivisionError

    original = command.upgrade
    monkeypatch.setattr(command, "upgrade", broken)
    with pytest.raises(ZeroDivisionError):
        upgrade(empty)
    assert tables(empty) == set()


def test_a_database_of_a_later_version_is_left_alone(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match=r"later version of rolematch \(step 9999\)"):
        upgrade(database)
