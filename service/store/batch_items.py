"""Items of batches in the store: added while a batch comes in, counted, listed, dropped.

Must not know how a CV is read; who takes the next item is decided in `service.store.queue`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from service.store import batches
from service.store.batches import StoredBatch
from service.store.schema import batch_items, candidates

# LEASED while somebody reads it; DUPLICATE where the CV was there already.
QUEUED, LEASED, DONE, DUPLICATE = "queued", "leased", "done", "duplicate"
FAILED, CANCELLED = "failed", "cancelled"
OPEN = (QUEUED, LEASED)
# The rate of a batch is what was finished within this long.
_LATELY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class NewItem:
    """A CV as it goes into the queue; with a fault it goes straight to the failures.

    Attributes:
        number: Its place in the upload, from 1.
        name: Where in the upload it was.
        label: What to call the CV.
        external_id: The caller's own id, or None.
        content: The bytes.
        plain_text: Whether they are UTF-8 text and no file.
        fault: Why the item is of no use, or "".
    """

    number: int
    name: str
    label: str
    external_id: str | None
    content: bytes
    plain_text: bool
    fault: str


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item without its bytes, with the candidate's public id where there is a candidate."""

    number: int
    name: str
    label: str
    external_id: str | None
    status: str
    attempts: int
    error: str | None
    candidate: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is.

    Attributes:
        counts: How many items there are of each status, 0 included.
        rate: Items finished a second, of late; 0.0 where none was.
    """

    counts: dict[str, int]
    rate: float

    @property
    def left(self) -> int:
        """How many items are not finished."""
        return self.counts[QUEUED] + self.counts[LEASED]


def add(connection: Connection, key: int, items: Sequence[NewItem], now: datetime) -> None:
    """Put items into a batch that is being received, and give a sign of life.

    Raises:
        BatchGone: It is not being received any more.
    """
    batches.seen(connection, key, now)
    rows = [
        {
            "batch_id": key,
            "number": each.number,
            "name": each.name,
            "label": each.label,
            "external_id": each.external_id,
            "plain_text": each.plain_text,
            "content": None if each.fault else each.content,
            "status": FAILED if each.fault else QUEUED,
            "error": each.fault or None,
        }
        for each in items
    ]
    if rows:
        connection.execute(insert(batch_items), rows)


def progress(connection: Connection, batch: StoredBatch, now: datetime) -> Progress:
    """Return how far a batch is."""
    rows = connection.execute(
        select(batch_items.c.status, func.count())
        .where(batch_items.c.batch_id == batch.key)
        .group_by(batch_items.c.status)
    )
    found = dict.fromkeys((QUEUED, LEASED, DONE, DUPLICATE, FAILED, CANCELLED), 0)
    found.update((status, count) for status, count in rows)
    since = max(now - _LATELY, batch.created_at)
    lately = connection.execute(
        select(func.count()).where(
            batch_items.c.batch_id == batch.key, batch_items.c.finished_at > since
        )
    ).scalar_one()
    return Progress(found, lately / max(1.0, (now - since).total_seconds()))


def page(
    connection: Connection, key: int, after: int, limit: int, status: str | None = None
) -> list[StoredItem]:
    """Return up to ``limit`` items behind the number ``after``, in the order of the upload."""
    found = (
        select(
            batch_items.c.number,
            batch_items.c.name,
            batch_items.c.label,
            batch_items.c.external_id,
            batch_items.c.status,
            batch_items.c.attempts,
            batch_items.c.error,
            candidates.c.public_id,
        )
        .outerjoin(candidates, candidates.c.id == batch_items.c.candidate_id)
        .where(batch_items.c.batch_id == key, batch_items.c.number > after)
    )
    if status is not None:
        found = found.where(batch_items.c.status == status)
    rows = connection.execute(found.order_by(batch_items.c.number).limit(limit))
    return [StoredItem(*row) for row in rows]


def drop_some(connection: Connection, batch: StoredBatch, limit: int) -> bool:
    """Drop up to ``limit`` items of a batch that was given up, bytes first of all.

    Of a cancelled batch the unfinished items are kept by name; of one that never came in whole
    nothing is.

    Returns:
        Whether there may be more.
    """
    some = select(batch_items.c.id).where(batch_items.c.batch_id == batch.key).limit(limit)
    if batch.status == batches.CANCELLED:
        # Locked in an order, as in `service.store.queue`.
        open_ones = (
            some.where(batch_items.c.status.in_(OPEN)).order_by(batch_items.c.id).with_for_update()
        )
        change = (
            update(batch_items)
            .where(batch_items.c.id.in_(open_ones))
            .values(status=CANCELLED, content=None, lease=None, lease_until=None)
        )
        return connection.execute(change).rowcount == limit
    return (
        connection.execute(delete(batch_items).where(batch_items.c.id.in_(some))).rowcount == limit
    )
