"""A copy of a SQLite database, made while others read and write it.

Must not know any table, nor where copies are kept. SQLite's backup interface reads one state of the
database, the write-ahead log included, and keeps no writer waiting: https://sqlite.org/backup.html
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from service.store.database import BUSY_SECONDS
from service.store.failures import StoreUnavailable, failures_named

_DAMAGED = "the copy is damaged, so the database may be; nothing was kept of it"


def copy_to(database: Path, target: Path) -> int:
    """Copy a database into a file that is there once it is whole and was checked.

    Args:
        database: The database's file.
        target: A file that its owner alone may read; one that is there is replaced.

    Returns:
        The size of the copy in bytes.

    Raises:
        StoreUnavailable: The database cannot be read, or is damaged.
        OSError: The copy cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with failures_named():
            _copy(database, part)
        os.fsync(handle)
        size = part.stat().st_size
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    finally:
        os.close(handle)
    return size


def _copy(database: Path, part: Path) -> None:
    # mode=rw: a database that is not there is not made.
    source = sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)
    with closing(source), closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        # One file without a log beside it, wherever it is taken.
        copy.execute("PRAGMA journal_mode = DELETE")
        (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise StoreUnavailable(_DAMAGED)
