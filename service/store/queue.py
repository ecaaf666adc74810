"""The queue of batch items: who reads which CV now, and under which lease.

Must not know how a CV is read. Whoever takes an item holds it by a random token for a while. The
outcome counts only with that token, in the transaction that stores it, so that an item whose
worker was thought dead can be taken by another without ever having two outcomes.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from service.store import batches
from service.store.batch_items import DONE, DUPLICATE, FAILED, LEASED, QUEUED
from service.store.schema import batch_items
from service.store.schema import batches as batch_rows

# A CV that could not be read gets a second try, and no third.
MOST_ATTEMPTS = 2
# A worker that is gone was most likely stopped; one CV that outlives so many is to blame itself.
MOST_LAPSES = 20
_LAPSED = "whoever read it was never heard of again, many times over; send it by itself to try"


class LeaseLost(Exception):
    """Somebody else has the item now, or its batch was cancelled."""


@dataclass(frozen=True, slots=True)
class Leased:
    """An item in hand.

    Attributes:
        key: Its row.
        token: What it is held by.
        batch: Its batch's row.
        tenant: Whose it is.
        pool: The pool it goes into, or None.
        by: Who sent it.
        name: What to call it in messages; its ending may help to tell the type.
        label: What to call the candidate.
        external_id: The sender's own id, or None.
        content: The bytes.
        plain_text: Whether they are UTF-8 text and no file.
    """

    key: int
    token: str
    batch: int
    tenant: int
    pool: int | None
    by: str
    name: str
    label: str
    external_id: str | None
    content: bytes
    plain_text: bool


def some_waiting(connection: Connection) -> bool:
    """Whether there is an item to be taken; asking keeps nobody from writing."""
    return connection.execute(_open_batches().limit(1)).first() is not None


def take(connection: Connection, now: datetime, seconds: float) -> Leased | None:
    """Take the next item: of whoever has the fewest in hand, in the order of the upload.

    Args:
        connection: Writes.
        now: The time.
        seconds: How long the item is ours unless the lease is renewed.

    Returns:
        The item; None where nothing waits.
    """
    batch = connection.execute(_next_batch()).first()
    if batch is None:
        return None
    token = secrets.token_hex(16)
    first = (
        select(batch_items.c.id)
        .where(batch_items.c.batch_id == batch.id, batch_items.c.status == QUEUED)
        .order_by(batch_items.c.number)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(
        update(batch_items)
        .where(batch_items.c.id == first.scalar_subquery())
        .values(status=LEASED, lease=token, lease_until=now + timedelta(seconds=seconds))
        .returning(*_TAKEN)
    ).first()
    if row is None:
        return None
    if batch.status == batches.QUEUED:
        waiting = batch_rows.c.id == batch.id, batch_rows.c.status == batches.QUEUED
        connection.execute(update(batch_rows).where(*waiting).values(status=batches.RUNNING))
    return Leased(
        row.id, token, batch.id, batch.tenant_id, batch.pool_id, batch.created_by, *row[1:]
    )


_TAKEN = (
    batch_items.c.id,
    batch_items.c.name,
    batch_items.c.label,
    batch_items.c.external_id,
    batch_items.c.content,
    batch_items.c.plain_text,
)


def _next_batch() -> Select[Any]:
    """Return the query for the batch whose turn it is.

    Turns are by what is in hand now, so nothing has to be remembered, and a tenant who sends a
    hundred thousand CVs leaves room for another's ten. Equal ones take turns by chance.
    """
    others, theirs = batch_rows.alias(), batch_items.alias()
    of_tenant = (
        select(func.count())
        .select_from(theirs.join(others, others.c.id == theirs.c.batch_id))
        .where(others.c.tenant_id == batch_rows.c.tenant_id, theirs.c.status == LEASED)
        .scalar_subquery()
    )
    of_batch = (
        select(func.count())
        .where(batch_items.c.batch_id == batch_rows.c.id, batch_items.c.status == LEASED)
        .scalar_subquery()
    )
    return _open_batches().order_by(of_tenant, of_batch, func.random()).limit(1)


def _open_batches() -> Select[Any]:
    """Return the query for batches with an item that waits."""
    waiting = (
        select(batch_items.c.id)
        .where(batch_items.c.batch_id == batch_rows.c.id, batch_items.c.status == QUEUED)
        .exists()
    )
    return select(
        batch_rows.c.id,
        batch_rows.c.tenant_id,
        batch_rows.c.pool_id,
        batch_rows.c.created_by,
        batch_rows.c.status,
    ).where(batch_rows.c.status.in_((batches.QUEUED, batches.RUNNING)), waiting)


def renew(
    connection: Connection, items: Sequence[Leased], now: datetime, seconds: float
) -> set[str]:
    """Hold items for longer; return the tokens of those that are still ours."""
    # Locked one after the other in an order, so that two who want the same rows cannot both wait.
    ours = select(batch_items.c.id).where(_held(items)).order_by(batch_items.c.id).with_for_update()
    rows = connection.execute(
        update(batch_items)
        .where(batch_items.c.id.in_(ours), _held(items))
        .values(lease_until=now + timedelta(seconds=seconds))
        .returning(batch_items.c.lease)
    )
    return set(rows.scalars())


def release(connection: Connection, items: Sequence[Leased]) -> None:
    """Give items back untouched, for others to take at once."""
    connection.execute(
        update(batch_items).where(_held(items)).values(status=QUEUED, lease=None, lease_until=None)
    )


def _held(items: Sequence[Leased]) -> Any:
    return batch_items.c.lease.in_([each.token for each in items])


def claim(connection: Connection, item: Leased) -> None:
    """Make sure that an item is ours, and stays ours until the end of the transaction.

    Raises:
        LeaseLost: It is not.
    """
    held = batch_items.c.id == item.key, batch_items.c.lease == item.token
    # Writing what is there keeps others off: on PostgreSQL they wait until we have committed.
    if not connection.execute(update(batch_items).where(*held).values(lease=item.token)).rowcount:
        raise LeaseLost


def settle(
    connection: Connection, item: Leased, candidate: int, *, created: bool, now: datetime
) -> None:
    """Note the candidate that came of an item that was claimed; its bytes are dropped."""
    _end(
        connection,
        item,
        now,
        status=DONE if created else DUPLICATE,
        candidate_id=candidate,
        error=None,
    )


def fail(
    connection: Connection, item: Leased, error: str, now: datetime, *, final: bool = False
) -> None:
    """Note that nothing came of an item that was claimed.

    Args:
        connection: Writes.
        item: The item.
        error: Why, for the sender.
        now: The time.
        final: Whether a second try, which it gets otherwise, would be in vain.
    """
    attempts = connection.execute(
        update(batch_items)
        .where(batch_items.c.id == item.key)
        .values(attempts=batch_items.c.attempts + 1, error=error)
        .returning(batch_items.c.attempts)
    ).scalar_one()
    if final or attempts >= MOST_ATTEMPTS:
        _end(connection, item, now, status=FAILED)
    else:
        release(connection, [item])


def _end(connection: Connection, item: Leased, now: datetime, **values: Any) -> None:
    connection.execute(
        update(batch_items)
        .where(batch_items.c.id == item.key)
        .values(content=None, lease=None, lease_until=None, finished_at=now, **values)
    )
    batches.close_if_done(connection, item.batch, now)


def take_back(connection: Connection, now: datetime) -> int:
    """Queue items again whose leases have run out; return how many."""
    # A row that somebody is writing belongs to a worker that is alive.
    lapsed = batch_items.c.id.in_(
        select(batch_items.c.id)
        .where(batch_items.c.lease_until < now)
        .with_for_update(skip_locked=True)
    )
    ended = {"content": None, "lease": None, "lease_until": None, "finished_at": now}
    rows = connection.execute(
        update(batch_items)
        .where(lapsed, batch_items.c.lapses >= MOST_LAPSES)
        .values(status=FAILED, error=_LAPSED, **ended)
        .returning(batch_items.c.batch_id)
    )
    for batch in sorted(set(rows.scalars())):
        batches.close_if_done(connection, batch, now)
    return connection.execute(
        update(batch_items)
        .where(lapsed)
        .values(status=QUEUED, lease=None, lease_until=None, lapses=batch_items.c.lapses + 1)
    ).rowcount
