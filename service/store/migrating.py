"""A database brought to the tables that this version of the code knows.

Must not know any table: the steps stand in `service/store/migrations/versions`.
"""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from service.store.database import Database

# Any number will do, as long as nobody else on the server takes it for something else.
_ADVISORY_LOCK = 7_065_364


class SchemaTooNew(Exception):
    """The database was made by a later version of the code."""


def upgrade(database: Database) -> None:
    """Bring the database to the newest tables; nothing is done where it has them.

    Safe to call from several processes at once: one does the work, the others wait for it.

    Raises:
        SchemaTooNew: The database holds a step that this version does not know.
        StoreUnavailable: The database cannot be reached or written.
    """
    config = configuration()
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        scripts = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        if current == scripts.get_current_head():
            return
        known = {script.revision for script in scripts.walk_revisions()}
        if current is not None and current not in known:
            raise SchemaTooNew(
                f"the database is of a later version of rolematch (step {current}); "
                "run that version, or restore a backup made before the upgrade"
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(database: Database) -> bool:
    """Return whether the database has the tables of this version.

    Raises:
        StoreUnavailable: The database cannot be reached.
    """
    with database.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head()


def head() -> str:
    """Return the newest step this version knows."""
    return str(ScriptDirectory.from_config(configuration()).get_current_head())


def configuration() -> Config:
    """Return what Alembic needs to find the steps."""
    config = Config()
    config.set_main_option("script_location", str(files("service.store") / "migrations"))
    return config
