"""What a database says when it fails, in our words.

Must not know any table. Whatever may pass (a server that restarts, a full disk, a directory that is
not mounted) becomes `StoreUnavailable`; what is a mistake of ours keeps its own exception.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft


class StoreUnavailable(Exception):
    """The database cannot be reached or written now; the same call may succeed later."""


class StoreFull(StoreUnavailable):
    """There is no room left where the database lies."""


_DIRECTORY = "check that the data directory is there and can be written to"
# SQLite's primary result codes: https://sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_FULL: "the disk of the data directory is full; make room on it",
    sqlite3.SQLITE_BUSY: "another program has kept the database file to itself; try again",
    sqlite3.SQLITE_READONLY: f"the database file is read-only; {_DIRECTORY}",
    sqlite3.SQLITE_CANTOPEN: f"the database file is gone; {_DIRECTORY}",
    sqlite3.SQLITE_IOERR: (
        f"the database file cannot be read or written; {_DIRECTORY}, and that its disk has room"
    ),
    sqlite3.SQLITE_CORRUPT: "the database file is damaged; restore it from a backup",
    sqlite3.SQLITE_NOTADB: "the file is no database of ours; restore it from a backup",
}
_GONE = "the database cannot be reached; check that its server is running"
# PostgreSQL's codes and classes of codes; the longest that fits counts:
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL = {
    "08": _GONE,  # connection exception
    "25006": "the database server is read-only; name the one that is written to",
    "28": "the database server does not let us in; check the user and the password",
    "3D000": "there is no such database on the server; create it",
    "40": "somebody else changed the same rows at the same time; try again",
    "53": "the database server has no memory or no connection left; try again",
    "53100": "the disk of the database server is full; make room on it",
    "55P03": "somebody else has kept the same rows for too long; try again",
    "57": _GONE,  # operator intervention: it shuts down, or is starting up
    "58": "the database server cannot read or write its files",
}
_FULL = {_SQLITE[sqlite3.SQLITE_FULL], _POSTGRESQL["53100"]}


@contextmanager
def failures_named() -> Iterator[None]:
    """Turn what a driver raises into `StoreUnavailable` where waiting or an operator may help.

    Raises:
        StoreFull: There is no room left.
        StoreUnavailable: The database cannot be reached or written.
    """
    try:
        yield
    except NoConnectionLeft as error:
        raise StoreUnavailable("too many want the database at once; try again") from error
    except (DBAPIError, sqlite3.Error) as error:
        message = _message(error)
        if message is None:
            raise
        raise (StoreFull if message in _FULL else StoreUnavailable)(message) from error


def _message(error: DBAPIError | sqlite3.Error) -> str | None:
    """Return our words for an error, or None where it is a mistake of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    code = getattr(cause, "sqlstate", None)
    if code is None:
        # A connection that was refused or cut off carries no code.
        return _GONE if isinstance(error, OperationalError) else None
    known = [each for each in _POSTGRESQL if code.startswith(each)]
    return _POSTGRESQL[max(known, key=len)] if known else None
