"""The progress of a batch as server-sent events, until it is over.

Must not know HTTP beyond the events. Each event says how far the batch is, whole, so that whoever
missed some has missed nothing: its id is that state, and a reader who comes back with the id of
the last event (Last-Event-ID) hears of the next change.
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import anyio
from anyio import to_thread
from sse_starlette import ServerSentEvent

from service.api.models.batches import Batch
from service.store.database import StoreUnavailable

LOOK_SECONDS = 1.0
OVER = frozenset({"done", "cancelled"})


async def events(
    look: Callable[[], Batch | None], last: str | None, stopping: anyio.Event
) -> AsyncIterator[ServerSentEvent]:
    """Yield an event at once and after each change; the last one when the batch is over.

    Args:
        look: Returns the batch as it is now; None once it is gone.
        last: The id of the last event the reader has heard of, or None.
        stopping: Set when the server stops.
    """
    while not stopping.is_set():
        try:
            batch = await to_thread.run_sync(look)
        except StoreUnavailable:
            # It may come back while the reader waits.
            await _pause(stopping)
            continue
        if batch is None:
            return
        state = _state(batch)
        if state != last or batch.status in OVER:
            kind = batch.status if batch.status in OVER else "progress"
            yield ServerSentEvent(batch.model_dump_json(), event=kind, id=state)
            last = state
        if batch.status in OVER:
            return
        await _pause(stopping)


async def _pause(stopping: anyio.Event) -> None:
    with anyio.move_on_after(LOOK_SECONDS):
        await stopping.wait()


def _state(batch: Batch) -> str:
    counts = batch.counts
    return ".".join(
        map(
            str,
            (
                batch.status,
                counts.queued,
                counts.reading,
                counts.done,
                counts.duplicate,
                counts.failed,
            ),
        )
    )
