"""Candidates whose time is up, erased by and by.

Must not know who sets how long a candidate is kept. Any number of processes may sweep at once:
each candidate is erased by one of them.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime
from pathlib import Path

from service.engine import index_files
from service.store import changes, retention
from service.store.database import Database
from service.work.erasing import clean_index, clean_space, take_out

ACTOR = "retention"
AT_ONCE = 50

logger = logging.getLogger(__name__)


def sweep(
    database: Database, data: Path, at: datetime, stopping: threading.Event | None = None
) -> int:
    """Erase every candidate whose time is up at that moment; return how many.

    Between two small batches it ends early where ``stopping`` is set.

    What an erasure could not do at once is made up for here, whether or not anybody's time is up:
    SQLite's log is emptied, and a saved index from before an erasure is deleted, as those of other
    machines are that share the database.

    Raises:
        StoreUnavailable: The database cannot be reached; what was erased stays erased.
    """
    erased = 0
    while stopping is None or not stopping.is_set():
        with database.reading() as connection:
            due = retention.due(connection, at, AT_ONCE)
        if not due:
            break
        for tenant, public_id in due:
            if take_out(database, tenant, public_id, ACTOR, "") is not None:
                erased += 1
        for tenant in {tenant for tenant, _ in due}:
            clean_index(data, tenant)
    drop_outdated(database, data)
    clean_space(database)
    if erased:
        logger.info("%d candidates were erased because their time was up", erased)
    return erased


def drop_outdated(database: Database, data: Path) -> None:
    """Delete the saved indexes in the data directory that somebody was erased after.

    Raises:
        StoreUnavailable: The database cannot be reached.
    """
    for tenant, number in index_files.numbers(data):
        with database.reading() as connection:
            outdated = number < 0 or changes.erased_since(connection, tenant, number)
        if outdated:
            clean_index(data, tenant)
