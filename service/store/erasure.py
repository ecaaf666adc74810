"""A person taken out of every table.

Must not know who asked, nor what is kept outside the database. What stays behind says nothing of
anybody: places in rankings with their scores, the number of the change, and who did what by ids.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Table, case, delete, select, update

from service.store import batches, changes
from service.store.about import about
from service.store.schema import (
    batch_items,
    candidate_marks,
    candidates,
    entries,
    matches,
    overrides,
    pool_members,
    revisions,
    vectors,
)

# What hangs from a candidate and goes with them, each table by its column `candidate_id`.
_HANGING: tuple[Table, ...] = (
    vectors,
    candidate_marks,
    pool_members,
    matches,
    overrides,
    revisions,
)


def remove(connection: Connection, tenant: int, public_id: str) -> dict[str, int] | None:
    """Remove a candidate, and every word that was read from their CV or said about them.

    Returns:
        How many rows were removed, by table; of ``entries`` and ``batch_items`` how many were
        emptied, because a ranking keeps its places and a batch its count. None where the tenant
        has no such candidate (any more).
    """
    changes.hold(connection, tenant)
    found = (
        select(candidates.c.id, candidates.c.external_id)
        .where(candidates.c.tenant_id == tenant, candidates.c.public_id == public_id)
        .with_for_update()
    )
    row = connection.execute(found).first()
    if row is None:
        return None
    key, external_id = row
    removed = {
        "entries": _empty_entries(connection, key),
        "batch_items": _empty_items(connection, about(tenant, key, public_id, external_id)),
    }
    for table in _HANGING:
        gone = connection.execute(delete(table).where(table.c.candidate_id == key))
        removed[table.name] = gone.rowcount
    gone = connection.execute(delete(candidates).where(candidates.c.id == key))
    removed["candidates"] = gone.rowcount
    changes.record(connection, tenant, [key], erased=True)
    return dict(sorted(removed.items()))


def _empty_entries(connection: Connection, key: int) -> int:
    emptied = update(entries).where(entries.c.candidate_id == key).values(candidate_id=None)
    return connection.execute(emptied).rowcount


def _empty_items(connection: Connection, condition: ColumnElement[bool]) -> int:
    # Whoever is reading one of them has lost the lease, and stores nothing.
    is_open = batch_items.c.status.in_(("queued", "leased"))
    emptied = (
        update(batch_items)
        .where(condition)
        .values(
            candidate_id=None,
            name="",
            label="",
            external_id=None,
            content=None,
            lease=None,
            lease_until=None,
            status=case((is_open, "failed"), else_=batch_items.c.status),
            error=case((is_open, "the person was erased"), else_=None),
        )
        .returning(batch_items.c.batch_id)
    )
    found = list(connection.execute(emptied).scalars())
    for batch in sorted(set(found)):
        batches.close_if_done(connection, batch, datetime.now(UTC))
    return len(found)
