"""Batches in the store: uploads from the first byte until nothing will happen to them any more.

Must not know how an upload is unpacked or a CV is read. What a caller names is looked for among
the tenant's own; the functions that take a key are for those who were handed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, select, update

from service.store.ids import new_id
from service.store.schema import batch_items, batches, pools

RECEIVING, QUEUED, RUNNING, DONE, CANCELLED = "receiving", "queued", "running", "done", "cancelled"
# A batch that never came in whole, until its items are swept away.
ABANDONED = "abandoned"
_HIDDEN = (RECEIVING, ABANDONED)
_OPEN_ITEM = ("queued", "leased")


class BatchGone(Exception):
    """The batch is not being received any more: it was swept away as abandoned."""


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """A batch's row; see `service.store.schema.batches`. ``pool`` is a key, ``pool_id`` public."""

    key: int
    id: str
    tenant: int
    name: str
    pool: int | None
    pool_id: str | None
    status: str
    total: int
    created_at: datetime
    created_by: str
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing will happen to it any more."""
        return self.status in {DONE, CANCELLED}


_COLUMNS = (
    batches.c.id,
    batches.c.public_id,
    batches.c.tenant_id,
    batches.c.name,
    batches.c.pool_id,
    select(pools.c.public_id).where(pools.c.id == batches.c.pool_id).scalar_subquery(),
    batches.c.status,
    batches.c.total,
    batches.c.created_at,
    batches.c.created_by,
    batches.c.finished_at,
)


def create(
    connection: Connection, tenant: int, *, name: str, pool: int | None, by: str, now: datetime
) -> StoredBatch:
    """Begin to receive a batch."""
    values = {
        "public_id": new_id("b"),
        "tenant_id": tenant,
        "name": name,
        "pool_id": pool,
        "status": RECEIVING,
        "total": 0,
        "created_at": now,
        "created_by": by,
        "seen_at": now,
    }
    made = connection.execute(insert(batches).values(values).returning(batches.c.id))
    here = batches.c.id == made.scalar_one()
    return _batch(connection.execute(select(*_COLUMNS).where(here)).one())


def _batch(row: Any) -> StoredBatch:
    return StoredBatch(*row)


def seen(connection: Connection, key: int, now: datetime) -> None:
    """Give a sign of life of a batch that is being received.

    Raises:
        BatchGone: It is not being received any more.
    """
    _received(connection, key, seen_at=now)


def seal(connection: Connection, key: int, now: datetime) -> None:
    """Queue a batch whose items are all there.

    Raises:
        BatchGone: It is not being received any more.
    """
    count = select(func.count()).where(batch_items.c.batch_id == key).scalar_subquery()
    _received(connection, key, seen_at=now, status=QUEUED, total=count)
    close_if_done(connection, key, now)


def _received(connection: Connection, key: int, **values: Any) -> None:
    here = batches.c.id == key, batches.c.status == RECEIVING
    if not connection.execute(update(batches).where(*here).values(**values)).rowcount:
        raise BatchGone


def abandon(connection: Connection, key: int) -> None:
    """Give up a batch that could not be received."""
    here = batches.c.id == key, batches.c.status == RECEIVING
    connection.execute(update(batches).where(*here).values(status=ABANDONED))


def some_unseen(connection: Connection, since: datetime) -> bool:
    """Whether there are batches whose senders were cut off before that moment."""
    return connection.execute(select(batches.c.id).where(_unseen(since))).first() is not None


def abandon_unseen(connection: Connection, since: datetime) -> int:
    """Give up batches whose senders were cut off before that moment; return how many."""
    change = update(batches).where(_unseen(since)).values(status=ABANDONED)
    return connection.execute(change).rowcount


def _unseen(since: datetime) -> ColumnElement[bool]:
    return and_(batches.c.status == RECEIVING, batches.c.seen_at < since)


def given_up(connection: Connection) -> list[StoredBatch]:
    """Return the batches that were given up and still have items to be dropped."""
    left = _some_open() | (batches.c.status == ABANDONED)
    found = select(*_COLUMNS).where(batches.c.status.in_((ABANDONED, CANCELLED)), left)
    return [_batch(row) for row in connection.execute(found.order_by(batches.c.id))]


def remove_abandoned(connection: Connection, key: int) -> None:
    """Delete the row of a batch that was given up, once its items are gone."""
    here = batches.c.id == key, batches.c.status == ABANDONED
    connection.execute(delete(batches).where(*here))


def close_if_done(connection: Connection, key: int, now: datetime) -> None:
    """Call a batch done once none of its items is open any more."""
    # On PostgreSQL the last two items may be finished at the same moment: whoever comes second
    # waits here, and then sees what the first has done. Both may hold the batch's key, as items
    # refer to it, so the key is left to them: otherwise each would wait for the other.
    row = select(batches.c.id).where(batches.c.id == key).with_for_update(key_share=True)
    connection.execute(row)
    connection.execute(
        update(batches)
        .where(batches.c.id == key, batches.c.status.in_((QUEUED, RUNNING)), ~_some_open())
        .values(status=DONE, finished_at=now)
    )


def _some_open() -> ColumnElement[bool]:
    return (
        select(batch_items.c.id)
        .where(batch_items.c.batch_id == batches.c.id, batch_items.c.status.in_(_OPEN_ITEM))
        .exists()
    )


def cancel(
    connection: Connection, tenant: int, public_id: str, now: datetime
) -> StoredBatch | None:
    """Stop a batch: no item is taken any more; `batch_items.drop_some` then drops the bytes.

    Returns:
        The batch as it now is, None where there is none; one that is over stays as it is.
    """
    connection.execute(
        update(batches)
        .where(
            batches.c.tenant_id == tenant,
            batches.c.public_id == public_id,
            batches.c.status.in_((QUEUED, RUNNING)),
        )
        .values(status=CANCELLED, finished_at=now)
    )
    return by_id(connection, tenant, public_id)


def by_id(connection: Connection, tenant: int, public_id: str) -> StoredBatch | None:
    """Return a batch that was received."""
    row = connection.execute(_of(tenant).where(batches.c.public_id == public_id)).first()
    return _batch(row) if row else None


def page(connection: Connection, tenant: int, before: int | None, limit: int) -> list[StoredBatch]:
    """Return up to ``limit`` batches, newest first, from before the row ``before``."""
    found = _of(tenant)
    if before is not None:
        found = found.where(batches.c.id < before)
    rows = connection.execute(found.order_by(batches.c.id.desc()).limit(limit))
    return [_batch(row) for row in rows]


def _of(tenant: int) -> Select[Any]:
    return select(*_COLUMNS).where(batches.c.tenant_id == tenant, batches.c.status.not_in(_HIDDEN))
