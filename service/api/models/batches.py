"""Batches and their items as the API tells of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import BaseModel, Field

from service.store import batch_items
from service.store.batch_items import Progress, StoredItem
from service.store.batches import StoredBatch


class BatchCounts(BaseModel):
    """How many CVs of a batch are where."""

    queued: int = Field(description="Waiting.")
    reading: int = Field(description="Being read.")
    done: int = Field(description="Candidates that are new.")
    duplicate: int = Field(description="CVs that were stored already.")
    failed: int = Field(description="CVs that could not be read.")
    cancelled: int = Field(description="CVs that were not read before the batch was cancelled.")


class Batch(BaseModel):
    """A batch, and how far it is."""

    id: str
    name: str
    status: str = Field(description="queued, running, done or cancelled")
    pool_id: str | None
    total: int
    counts: BatchCounts
    rate: float = Field(description="CVs finished a second, in the last minute.")
    expected_end: datetime | None = Field(description="When it will be done at this rate.")
    created_at: datetime
    created_by: str
    finished_at: datetime | None


class BatchItem(BaseModel):
    """A CV of a batch."""

    number: int = Field(description="Its place in the upload, from 1.")
    name: str = Field(description="Its path in the archive, or its line in the table.")
    label: str
    external_id: str | None
    status: str = Field(description="queued, leased, done, duplicate, failed or cancelled")
    error: str | None
    candidate_id: str | None


class BatchDetail(Batch):
    """A batch with the first of its failures."""

    failures: list[BatchItem] = Field(description="The first CVs that could not be read.")


def batch_of(batch: StoredBatch, progress: Progress, at: datetime) -> Batch:
    """Return a batch as the API shows it."""
    counts = progress.counts
    expected = None
    if not batch.is_over and progress.left and progress.rate:
        expected = at + timedelta(seconds=round(progress.left / progress.rate))
    return Batch(
        id=batch.id,
        name=batch.name,
        status=batch.status,
        pool_id=batch.pool_id,
        total=batch.total,
        counts=BatchCounts(
            queued=counts[batch_items.QUEUED],
            reading=counts[batch_items.LEASED],
            done=counts[batch_items.DONE],
            duplicate=counts[batch_items.DUPLICATE],
            failed=counts[batch_items.FAILED],
            cancelled=counts[batch_items.CANCELLED],
        ),
        rate=round(progress.rate, 3),
        expected_end=expected,
        created_at=batch.created_at,
        created_by=batch.created_by,
        finished_at=batch.finished_at,
    )


def item_of(item: StoredItem) -> BatchItem:
    """Return an item as the API shows it."""
    return BatchItem(
        number=item.number,
        name=item.name,
        label=item.label,
        external_id=item.external_id,
        status=item.status,
        error=item.error,
        candidate_id=item.candidate,
    )
