"""A database by its URL: connections, transactions, and failures in our words.

Must not know any table. SQLite is run so that a committed transaction survives a power cut and
deleted rows are overwritten; PostgreSQL does the first by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

# How long a writer waits for another on SQLite, where one writes at a time.
BUSY_SECONDS = 30
# How long to wait for a PostgreSQL server that does not answer.
CONNECT_SECONDS = 5
# SQLite's result codes for a full disk and for a file that cannot be read or written.
_FULL = {sqlite3.SQLITE_FULL}
# PostgreSQL's class 53: insufficient resources (disk_full, out_of_memory, too_many_connections).
_SHORT_OF = "53"


class StoreUnavailable(Exception):
    """The database cannot be reached or written now; the same call may succeed later."""


class StoreFull(StoreUnavailable):
    """There is no room left where the database lies."""


class Database:
    """One database, used by any number of threads.

    Args:
        url: An SQLAlchemy URL, ``sqlite:///path`` or ``postgresql://user@host/name``.

    Raises:
        ValueError: The URL is none, or of a database that is not supported.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(parse_url(url))

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        with _failures_named(), self.engine.connect() as connection:
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose changes are committed together at the end, or not at all.

        Raises:
            StoreUnavailable: The database cannot be reached or written.
        """
        with _failures_named(), self.engine.connect() as connection:
            if self.is_sqlite:
                # Ask for the right to write at once: two readers that both want it later deadlock.
                connection.connection.driver_connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
            with connection.begin():
                yield connection

    def check(self) -> None:
        """Ask the database for an answer.

        Raises:
            StoreUnavailable: There is none.
        """
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close every idle connection."""
        self.engine.dispose()


def parse_url(url: str) -> URL:
    """Return the URL with the driver we use.

    Raises:
        ValueError: It is no URL, or of a database that is not supported.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError(
            "the database is named by a URL, such as postgresql://user@host/rolematch"
        ) from None
    kind = parsed.get_backend_name()
    if kind in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return parsed
    raise ValueError(f"{kind} databases are not supported; use sqlite or postgresql")


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database file in a data directory."""
    return URL.create("sqlite", database=str(folder / "rolematch.sqlite")).render_as_string()


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in (
        "journal_mode = WAL",
        # A commit is on the disk when it returns: NORMAL could lose the last ones in a power cut.
        "synchronous = FULL",
        "foreign_keys = ON",
        # What is deleted is overwritten.
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # The driver's own BEGIN is off (isolation_level None); `writing` has begun already.
    raw = connection.connection.driver_connection
    if raw is not None and not raw.in_transaction:
        raw.execute("BEGIN")


@contextmanager
def _failures_named() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise _named(error) from error
    except sqlite3.OperationalError as error:
        raise _named_sqlite(error) from error
    except DBAPIError as error:
        if error.connection_invalidated or _is_short(error):
            raise _named(error) from error
        raise


def _named(error: DBAPIError) -> StoreUnavailable:
    if isinstance(error.orig, sqlite3.OperationalError):
        return _named_sqlite(error.orig)
    if _is_short(error):
        return StoreFull("the database server has no room left; make room on its disk")
    return StoreUnavailable("the database cannot be reached; check that its server is running")


def _named_sqlite(error: sqlite3.OperationalError) -> StoreUnavailable:
    if getattr(error, "sqlite_errorcode", None) in _FULL:
        return StoreFull("the disk of the data directory is full; make room on it")
    return StoreUnavailable(
        f"the database file cannot be used ({getattr(error, 'sqlite_errorname', 'no reason')}); "
        "check that the data directory is there and can be written to"
    )


def _is_short(error: DBAPIError) -> bool:
    return str(getattr(error.orig, "sqlstate", "") or "").startswith(_SHORT_OF)
