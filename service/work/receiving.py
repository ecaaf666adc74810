"""Uploads received as batches: whole or not at all, in transactions of a few megabytes.

Must not know HTTP, nor how items are read. What the sender was told is queued is in the database
by then; what was cut off on the way is swept away.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from data.documents.limits import MEGABYTE
from service.store import audit, batch_items, batches, pools
from service.store.batch_items import NewItem
from service.store.batches import BatchGone, StoredBatch
from service.store.database import Database, StoreUnavailable
from service.work.clock import now
from service.work.unpacking import DEFAULT_BOUNDS, Bounds, Item, NotABatch, unpack
from service.work.zipping import zip_into

# What goes into one transaction: others who write wait for it.
_CHUNK = 4 * MEGABYTE
_CHUNK_ITEMS = 500
# Each chunk is a sign of life; a sender without one for so long has been cut off.
_UNSEEN = timedelta(minutes=10)
_DROPPED_AT_ONCE = 50

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """What a sender says of an upload.

    Attributes:
        tenant: Whose it is.
        name: What to call the batch.
        pool: Name of the pool that its candidates go into, or None; it is made if need be.
        by: Who sends it.
        request: The id of the request it came with.
    """

    tenant: int
    name: str
    pool: str | None
    by: str
    request: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks for something, and the id of the request."""

    by: str
    request: str = ""


def receive(
    database: Database, upload: Upload, file: BinaryIO, bounds: Bounds = DEFAULT_BOUNDS
) -> StoredBatch:
    """Queue what is in an upload.

    Args:
        database: The store.
        upload: What is known of it.
        file: The bytes, seekable.
        bounds: How much one batch may hold.

    Returns:
        The batch; every item of it is stored.

    Raises:
        NotABatch: The upload cannot be used; nothing of it is kept.
        BatchTooLarge: There is too much in it; nothing of it is kept.
        StoreUnavailable: It could not be stored; nothing of it is queued.
    """
    chunks = _chunks(unpack(file, bounds))
    first = next(chunks, None)
    if first is None:
        raise NotABatch("there is no CV in it")
    batch = _begun(database, upload, first)
    try:
        for chunk in chunks:
            with database.writing() as connection:
                batch_items.add(connection, batch.key, chunk, now())
        return _sealed(database, upload, batch)
    except BatchGone:
        tidy(database)
        raise StoreUnavailable("storing the batch took too long; send it again") from None
    except BaseException:
        with suppress(StoreUnavailable):
            _give_up(database, batch)
        raise


def receive_files(
    database: Database, upload: Upload, files: Iterable[tuple[str, BinaryIO]], folder: Path
) -> StoredBatch:
    """Queue files as one upload.

    Args:
        database: The store.
        upload: What is known of it.
        files: A name and the bytes, seekable; of equal names the later ones are numbered.
        folder: Where they may lie together until they are stored.

    Raises:
        NotABatch: The upload cannot be used; nothing of it is kept.
        BatchTooLarge: There is too much in it; nothing of it is kept.
        StoreUnavailable: It could not be stored; nothing of it is queued.
    """
    with tempfile.TemporaryFile(dir=folder) as together:
        zip_into(together, files)
        return receive(database, upload, together)


def _give_up(database: Database, batch: StoredBatch) -> None:
    with database.writing() as connection:
        batches.abandon(connection, batch.key)
    tidy(database)


def _begun(database: Database, upload: Upload, items: list[NewItem]) -> StoredBatch:
    with database.writing() as connection:
        pool = None
        if upload.pool is not None:
            pool = pools.ensure(connection, upload.tenant, upload.pool, now()).key
        batch = batches.create(
            connection, upload.tenant, name=upload.name, pool=pool, by=upload.by, now=now()
        )
        batch_items.add(connection, batch.key, items, now())
        return batch


def _sealed(database: Database, upload: Upload, batch: StoredBatch) -> StoredBatch:
    with database.writing() as connection:
        batches.seal(connection, batch.key, now())
        sealed = batches.by_id(connection, batch.tenant, batch.id)
        if sealed is None:
            raise BatchGone
        audit.append(
            connection,
            upload.tenant,
            actor=upload.by,
            action="batch.created",
            subject=batch.id,
            request=upload.request,
            detail={"items": sealed.total},
        )
    return sealed


def _chunks(items: Iterable[Item]) -> Iterator[list[NewItem]]:
    chunk: list[NewItem] = []
    size = 0
    for item in items:
        chunk.append(_new(item))
        size += len(item.content)
        if size >= _CHUNK or len(chunk) >= _CHUNK_ITEMS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _new(item: Item) -> NewItem:
    return NewItem(
        number=item.number,
        name=item.name,
        label=item.label,
        external_id=item.external_id,
        content=item.content,
        plain_text=item.plain_text,
        fault=item.fault,
    )


def cancel(database: Database, tenant: int, public_id: str, request: Request) -> StoredBatch | None:
    """Stop a batch, and drop every byte of what was not read.

    Returns:
        The batch as it now is, None where the tenant has none of this id; one that is over stays
        as it is.

    Raises:
        StoreUnavailable: The database cannot be written.
    """
    with database.writing() as connection:
        before = batches.by_id(connection, tenant, public_id)
        batch = batches.cancel(connection, tenant, public_id, now())
        if before is not None and not before.is_over:
            audit.append(
                connection,
                tenant,
                actor=request.by,
                action="batch.cancelled",
                subject=public_id,
                request=request.request,
            )
    if batch is not None and batch.status == batches.CANCELLED:
        _drop(database, batch)
    return batch


def tidy(database: Database) -> None:
    """Sweep up after senders who were cut off, and after whoever died while cancelling.

    Raises:
        StoreUnavailable: The database cannot be written.
    """
    with database.reading() as connection:
        left = batches.given_up(connection)
        cut_off = batches.some_unseen(connection, now() - _UNSEEN)
    if cut_off:
        with database.writing() as connection:
            number = batches.abandon_unseen(connection, now() - _UNSEEN)
            left = batches.given_up(connection)
        logger.info("swept up %d uploads that were cut off", number)
    for batch in left:
        _drop(database, batch)


def _drop(database: Database, batch: StoredBatch) -> None:
    more = True
    while more:
        with database.writing() as connection:
            more = batch_items.drop_some(connection, batch, _DROPPED_AT_ONCE)
    if batch.status == batches.ABANDONED:
        with database.writing() as connection:
            batches.remove_abandoned(connection, batch.key)
