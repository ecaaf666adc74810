"""The store of a server or of a command beside it, with the tables this version knows.

Must not know what is done with it.
"""

from __future__ import annotations

from service.data_directory import held, prepare
from service.errors import InputError, UsageError
from service.settings import ServeSettings
from service.store.database import Database, sqlite_url
from service.store.failures import StoreUnavailable
from service.store.migrating import SchemaTooNew, is_current, upgrade


def database_url(settings: ServeSettings) -> str:
    """Return the URL of the database: a SQLite file in the data directory unless one is named."""
    return settings.database or sqlite_url(settings.data)


def open_beside(settings: ServeSettings) -> Database:
    """Open the store for a command, while a server may run on it.

    Tables of an older version are brought to this one, but not under a server that runs.

    Raises:
        InputError: The store cannot be reached, or is of a later version.
        UsageError: The URL is of no use, or a server of another version runs on it.
    """
    prepare(settings.data)
    database = _opened(settings)
    try:
        if not is_current(database):
            with held(settings.data):
                upgrade(database)
    except (StoreUnavailable, SchemaTooNew) as error:
        raise InputError(str(error)) from None
    return database


def open_upgraded(settings: ServeSettings) -> Database:
    """Open the store for a server, which holds the data directory.

    Raises:
        InputError: The store cannot be reached, or is of a later version.
        UsageError: The URL is of no use.
    """
    database = _opened(settings)
    try:
        upgrade(database)
    except (StoreUnavailable, SchemaTooNew) as error:
        raise InputError(str(error)) from None
    return database


def _opened(settings: ServeSettings) -> Database:
    try:
        return Database(database_url(settings))
    except ValueError as error:
        raise UsageError(str(error)) from None
    except StoreUnavailable as error:
        raise InputError(str(error)) from None
