"""Many CVs at once: sent in one upload, read in the background, followed while that goes on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import anyio
from anyio import to_thread
from fastapi import APIRouter, Header, Query, Request, Response
from sqlalchemy import Connection
from sse_starlette import EventSourceResponse
from starlette.responses import StreamingResponse

from service.api.batch_events import events
from service.api.dependencies import BatchWorkDep, SettingsDep, StoreDep
from service.api.models.batches import Batch, BatchDetail, BatchItem, batch_of, item_of
from service.api.models.fields import BatchId, Name
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import NotFound, TooLarge, Unprocessable
from service.api.security import Reader, Uploader, Writer
from service.api.uploads import FIELD, body_on_disk
from service.reports.csv import safe
from service.store import batch_items, batches
from service.store.batches import StoredBatch
from service.store.database import Database
from service.work import receiving
from service.work.clock import now
from service.work.receiving import Upload
from service.work.unpacking import BatchTooLarge, NotABatch

router = APIRouter(prefix="/v1/batches", tags=["batches"])

# How many failures are shown with a batch; the others are found among its items.
_FAILURES = 20
_PIECE = 500
_ABSENT = "There is no such batch."
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": (
            "A zip of CVs, or a CSV or JSONL table with the columns `id` and `text`. What it is "
            "is told by its content."
        ),
        "content": {
            "application/zip": _BINARY,
            "text/csv": _BINARY,
            "application/jsonl": _BINARY,
            "application/octet-stream": _BINARY,
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {FIELD: {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}
_RESULTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A line for each CV, in the order of the upload.",
        "content": {"application/jsonl": _BINARY, "text/csv": _BINARY},
    }
}
# What one event of the stream is.
_EVENT = {
    "type": "object",
    "required": ["event", "data"],
    "properties": {
        "event": {"type": "string", "enum": ["progress", "done", "cancelled"]},
        "id": {"type": "string"},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
}
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Events `progress`, and at the end `done` or `cancelled`: the batch.",
        "content": {"text/event-stream": {"schema": _EVENT}},
    }
}
ItemStatus = Literal["queued", "leased", "done", "duplicate", "failed", "cancelled"]


@router.post("", status_code=202, openapi_extra=_BODY)
async def create_batch(
    request: Request,
    response: Response,
    store: StoreDep,
    settings: SettingsDep,
    work: BatchWorkDep,
    caller: Uploader,
    name: Annotated[Name | None, Query(description="What to call the batch.")] = None,
    pool: Annotated[
        Name | None, Query(description="The pool its candidates go into, by name.")
    ] = None,
) -> Batch:
    """Take an upload; once this is answered, every CV of it is stored and will be read."""
    upload = Upload(caller.tenant_id, name or "", pool, caller.actor, caller.request)
    async with body_on_disk(request, settings.data) as file:
        try:
            batch = await to_thread.run_sync(receiving.receive, store, upload, file)
        except NotABatch as error:
            raise Unprocessable(f"The upload is no batch: {error}.") from None
        except BatchTooLarge as error:
            raise TooLarge(f"The upload holds {error}.") from None
    if work is not None:
        work.wake()
    response.headers["Location"] = f"{router.prefix}/{batch.id}"
    return await to_thread.run_sync(_shown, store, batch)


def _shown(store: Database, batch: StoredBatch) -> Batch:
    with store.reading() as connection:
        return batch_of(batch, batch_items.progress(connection, batch, now()), now())


@router.get("")
def list_batches(
    store: StoreDep, caller: Reader, limit: Limit = 50, cursor: Cursor = None
) -> Page[Batch]:
    """List batches, newest first."""
    before = place_of(cursor)
    at = now()
    with store.reading() as connection:
        found = batches.page(connection, caller.tenant_id, before, limit + 1)
        shown = [(each, batch_items.progress(connection, each, at)) for each in found[:limit]]
    return Page[Batch](
        items=[batch_of(batch, progress, at) for batch, progress in shown],
        next=cursor_of(shown[-1][0].key) if len(found) > limit else None,
    )


@router.get("/{batch_id}")
def get_batch(store: StoreDep, caller: Reader, batch_id: BatchId) -> BatchDetail:
    """Show how far a batch is, and the first of its failures."""
    at = now()
    with store.reading() as connection:
        batch = there(connection, caller.tenant_id, batch_id)
        shown = batch_of(batch, batch_items.progress(connection, batch, at), at)
        failed = batch_items.page(connection, batch.key, 0, _FAILURES, batch_items.FAILED)
    return BatchDetail(**shown.model_dump(), failures=[item_of(each) for each in failed])


def there(connection: Connection, tenant: int, batch_id: str) -> StoredBatch:
    """Return a batch of the tenant's.

    Raises:
        NotFound: There is none of this id.
    """
    batch = batches.by_id(connection, tenant, batch_id)
    if batch is None:
        raise NotFound(_ABSENT)
    return batch


@router.get("/{batch_id}/items")
def list_batch_items(
    store: StoreDep,
    caller: Reader,
    batch_id: BatchId,
    limit: Limit = 50,
    cursor: Cursor = None,
    status: Annotated[ItemStatus | None, Query(description="Only those of this status.")] = None,
) -> Page[BatchItem]:
    """List the CVs of a batch, in the order of the upload."""
    after = place_of(cursor) or 0
    with store.reading() as connection:
        batch = there(connection, caller.tenant_id, batch_id)
        found = batch_items.page(connection, batch.key, after, limit + 1, status)
    shown = found[:limit]
    return Page[BatchItem](
        items=[item_of(each) for each in shown],
        next=cursor_of(shown[-1].number) if len(found) > limit else None,
    )


@router.get("/{batch_id}/events", response_class=EventSourceResponse, responses=_EVENTS)
async def follow_batch(
    store: StoreDep,
    caller: Reader,
    batch_id: BatchId,
    last_event_id: Annotated[str | None, Header(max_length=200)] = None,
) -> EventSourceResponse:
    """Follow a batch until it is over, as server-sent events."""

    def look() -> Batch | None:
        with store.reading() as connection:
            batch = batches.by_id(connection, caller.tenant_id, batch_id)
        return None if batch is None else _shown(store, batch)

    if await to_thread.run_sync(look) is None:
        raise NotFound(_ABSENT)
    stopping = anyio.Event()
    return EventSourceResponse(
        events(look, last_event_id, stopping), shutdown_event=stopping, shutdown_grace_period=1
    )


@router.get("/{batch_id}/results", response_class=StreamingResponse, responses=_RESULTS)
def get_batch_results(
    store: StoreDep,
    caller: Reader,
    batch_id: BatchId,
    format: Annotated[Literal["jsonl", "csv"], Query()] = "jsonl",  # noqa: A002
) -> StreamingResponse:
    """Stream what became of each CV, in the order of the upload."""
    with store.reading() as connection:
        batch = there(connection, caller.tenant_id, batch_id)
    items = _pieces(store, batch)
    if format == "csv":
        return StreamingResponse(_as_csv(items), media_type="text/csv")
    return StreamingResponse(_as_jsonl(items), media_type="application/jsonl")


def _pieces(store: Database, batch: StoredBatch) -> Iterator[list[BatchItem]]:
    """Yield the items piece by piece: no transaction lasts as long as a slow reader takes."""
    after = 0
    while True:
        with store.reading() as connection:
            found = batch_items.page(connection, batch.key, after, _PIECE)
        if not found:
            return
        after = found[-1].number
        yield [item_of(each) for each in found]


def _as_jsonl(pieces: Iterator[list[BatchItem]]) -> Iterator[str]:
    for piece in pieces:
        yield "".join(f"{item.model_dump_json()}\n" for item in piece)


def _as_csv(pieces: Iterator[list[BatchItem]]) -> Iterator[str]:
    yield ",".join(BatchItem.model_fields) + "\r\n"
    for piece in pieces:
        held = io.StringIO(newline="")
        csv.writer(held).writerows(
            [safe("" if cell is None else cell) for cell in item.model_dump().values()]
            for item in piece
        )
        yield held.getvalue()


@router.delete("/{batch_id}", status_code=204)
def cancel_batch(store: StoreDep, caller: Writer, batch_id: BatchId) -> None:
    """Stop a batch: what was not read is dropped; candidates that came of it stay."""
    request = receiving.Request(caller.actor, caller.request)
    if receiving.cancel(store, caller.tenant_id, batch_id, request) is None:
        raise NotFound(_ABSENT)
