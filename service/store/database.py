"""A database by its URL: connections and transactions.

Must not know any table. SQLite is run so that a committed transaction survives a power cut and
deleted rows are overwritten; PostgreSQL does the first by itself.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    PoolProxiedConnection,
    QueuePool,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from service.store.failures import StoreFull, StoreUnavailable, failures_named

__all__ = ["Database", "StoreFull", "StoreUnavailable", "parse_url", "sqlite_url"]

# How long a writer waits for another on SQLite, where one writes at a time.
BUSY_SECONDS = 30
# How long the emptying of SQLite's log waits for readers to finish.
LOG_SECONDS = 5
# How long to wait for a PostgreSQL server that does not answer.
CONNECT_SECONDS = 5
# How many connections a process may hold, and how long a caller waits for one of them.
MOST_CONNECTIONS = 20
POOL_SECONDS = 10


class Database:
    """One database, used by any number of threads.

    A SQLite file that is not there is made, with its folder, readable by its owner alone.

    Args:
        url: An SQLAlchemy URL, ``sqlite:///path`` or ``postgresql://user@host/name``.

    Raises:
        ValueError: The URL is none, or of a database that is not supported.
        StoreUnavailable: The file is not there and cannot be made.
    """

    def __init__(self, url: str) -> None:
        parsed = parse_url(url)
        is_file = parsed.get_backend_name() == "sqlite"
        self.engine = _sqlite(parsed) if is_file else _postgresql(parsed)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database, however long it is used.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        with failures_named(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose changes are committed together at the end, or not at all.

        Raises:
            StoreUnavailable: The database cannot be reached or written.
        """
        with failures_named(), self.engine.connect() as connection:
            if self.is_sqlite:
                # Ask for the right to write at once: two readers that both want it later deadlock.
                connection.connection.driver_connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
            with connection.begin():
                yield connection

    def empty_log(self) -> bool:
        """Move what SQLite's write-ahead log holds into the file, and cut the log to nothing.

        Returns:
            Whether the log is empty now: others who read or write may be in the way. True on
            PostgreSQL, whose log is the server's own affair.

        Raises:
            StoreUnavailable: The database cannot be reached or written.
        """
        if not self.is_sqlite:
            return True
        with failures_named(), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            raw.execute(f"PRAGMA busy_timeout = {1000 * LOG_SECONDS}")  # type: ignore[union-attr]
            try:
                answer = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
                (in_the_way, *_) = answer.fetchone()
            finally:
                raw.execute(f"PRAGMA busy_timeout = {1000 * BUSY_SECONDS}")  # type: ignore[union-attr]
        return not in_the_way

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
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed
    if kind == "sqlite":
        raise ValueError("a database in memory is lost when the service ends; name a file")
    raise ValueError(f"{kind} databases are not supported; use sqlite or postgresql")


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database file in a data directory."""
    return URL.create("sqlite", database=str(folder / "rolematch.sqlite")).render_as_string()


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_size=MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=POOL_SECONDS,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            # A server that is gone without a word is noticed within half a minute.
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 4,
            "tcp_user_timeout": 30_000,
        },
    )


def _sqlite(url: URL) -> Engine:
    path = Path(str(url.database)).absolute()
    _make(path)

    def connect() -> sqlite3.Connection:
        # mode=rw: a file that has gone is not made again behind the back of a running service.
        return sqlite3.connect(
            f"{path.as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=POOL_SECONDS,
    )

    def prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        _prepare(connection)
        record.info["file"] = _identity(path)

    def same_file(
        _: sqlite3.Connection, record: ConnectionPoolEntry, __: PoolProxiedConnection
    ) -> None:
        # SQLite would go on writing into a file that was deleted, and every word of it be lost.
        if record.info["file"] != _identity(path):
            raise DisconnectionError("the file is gone, or another one lies in its place")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "checkout", same_file)
    event.listen(engine, "begin", _begin)
    return engine


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreUnavailable(
            f"the database file cannot be made or opened ({error.strerror}); check that the data "
            "directory is there and can be written to"
        ) from error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare(connection: sqlite3.Connection) -> None:
    _write_ahead(connection)
    for pragma in (
        # A commit is on the disk when it returns: NORMAL could lose the last ones in a power cut.
        "synchronous = FULL",
        "foreign_keys = ON",
        # What is deleted is overwritten.
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a log of writes ahead; of a new file another process may be doing the same.

    SQLite waits for nobody here, whatever its timeout (sqlite.org/wal.html, section 8, "Sometimes
    Queries Return SQLITE_BUSY In WAL Mode").
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _begin(connection: Connection) -> None:
    # The driver's own BEGIN is off (isolation_level None); `writing` has begun already.
    raw = connection.connection.driver_connection
    if raw is not None and not raw.in_transaction:
        raw.execute("BEGIN")
