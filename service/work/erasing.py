"""A person erased everywhere: from the database, its log, and what was derived from it.

Must not know HTTP. What the receipt says was done is on the disk when it is given; what could not
be done at once is said there, and made up for by `service.work.retention`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from matcher.wire import plain
from service.engine import index_files
from service.store import audit, erasure
from service.store.database import Database, StoreUnavailable
from service.work.clock import now

# What became of the space that deleted rows took.
OVERWRITTEN, BUSY, VACUUM = "overwritten", "busy", "vacuum"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an erasure did; it names nobody.

    Attributes:
        id: The public id of who was erased.
        erased_at: When.
        removed: How many rows were removed, by table; of entries and batch items, emptied.
        index_removed: Whether no saved index of the tenant is left in the data directory.
        space: "overwritten" where no byte is left in the database's files; "busy" where others
            held its write-ahead log, which is emptied within the hour; "vacuum" on PostgreSQL,
            whose server reclaims the space by VACUUM.
    """

    id: str
    erased_at: datetime
    removed: dict[str, int]
    index_removed: bool
    space: str

    def as_json(self) -> dict[str, Any]:
        """Return the receipt as JSON values."""
        return {**plain(self), "erased_at": self.erased_at.isoformat()}


def erase(
    database: Database, data: Path, tenant: int, public_id: str, actor: str, request: str
) -> Receipt | None:
    """Erase a candidate.

    Args:
        database: The store.
        data: The data directory.
        tenant: Whose candidate it is.
        public_id: Whom to erase.
        actor: Who wants it.
        request: The id of their request.

    Returns:
        The receipt; None where there is no such candidate (any more).

    Raises:
        StoreUnavailable: The database cannot be written; nothing was erased.
    """
    removed = take_out(database, tenant, public_id, actor, request)
    if removed is None:
        return None
    index_removed = clean_index(data, tenant)
    return Receipt(public_id, now(), removed, index_removed, clean_space(database))


def take_out(
    database: Database, tenant: int, public_id: str, actor: str, request: str
) -> dict[str, int] | None:
    """Remove a candidate from the tables alone; return how many rows, as `erasure.remove` does.

    Raises:
        StoreUnavailable: The database cannot be written; nothing was removed.
    """
    with database.writing() as connection:
        removed = erasure.remove(connection, tenant, public_id)
        if removed is not None:
            audit.append(
                connection,
                tenant,
                actor=actor,
                action="candidate.erased",
                subject=public_id,
                request=request,
                detail=removed,
            )
    return removed


def clean_index(data: Path, tenant: int) -> bool:
    """Delete the tenant's saved indexes; return whether none is left."""
    try:
        index_files.remove(data, tenant)
    except OSError as error:
        # Whoever opens it sees the erasure in the changes and does not use it.
        logger.warning("a saved index cannot be deleted (%s)", type(error).__name__)
        return False
    return True


def clean_space(database: Database) -> str:
    """Leave nothing of deleted rows in the database's files; return what became of it."""
    if not database.is_sqlite:
        return VACUUM
    try:
        return OVERWRITTEN if database.empty_log() else BUSY
    except StoreUnavailable:
        # What was to be erased is gone from the tables: the answer must not say otherwise.
        return BUSY
