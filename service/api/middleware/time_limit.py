"""No request waits for ever: an answer that has not begun in time is given up.

Must not cut off an answer that has begun: a stream of events or a long download is no failure.
Work that runs in a thread cannot be stopped; it ends by itself, unheard, and keeps its place among
the requests in flight until then (`InFlight` stands further in).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import TimedOut


class TimeLimit:
    """Answer 504 where nobody answered in time.

    Args:
        app: Whom to pass the request on to.
        seconds: How long this request may take before its answer begins.
    """

    def __init__(self, app: ASGIApp, seconds: Callable[[Scope], float]) -> None:
        self._app = app
        self._seconds = seconds
        self._abandoned: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and wait for its answer to begin.

        Raises:
            TimedOut: It did not begin in time.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = asyncio.Event()
        given_up = False

        async def send_unless_given_up(message: Message) -> None:
            if given_up:
                return
            begun.set()
            await send(message)

        async def receive_unless_given_up() -> Message:
            return {"type": "http.disconnect"} if given_up else await receive()

        # Cancelled by its scope and not as a task: what runs in a thread is then waited for, so
        # that it keeps its place among the requests in flight.
        stop = anyio.CancelScope()
        work = asyncio.create_task(
            self._run(stop, scope, receive_unless_given_up, send_unless_given_up)
        )
        try:
            if await _began(work, begun, self._seconds(scope)):
                await work
                return
        except asyncio.CancelledError:
            work.cancel()
            raise
        given_up = True
        stop.cancel()
        self._abandoned.add(work)
        work.add_done_callback(self._forget)
        raise TimedOut("It took too long; ask for less at once, or try again later.")

    async def _run(
        self, stop: anyio.CancelScope, scope: Scope, receive: Receive, send: Send
    ) -> None:
        with stop:
            await self._app(scope, receive, send)

    def _forget(self, work: asyncio.Task[None]) -> None:
        self._abandoned.discard(work)
        if not work.cancelled():
            # Asked for, or the event loop would print it with its message.
            work.exception()


async def _began(work: asyncio.Task[None], begun: asyncio.Event, seconds: float) -> bool:
    """Return whether the work ended or its answer began within so many seconds."""
    waiting = asyncio.create_task(begun.wait())
    try:
        done, _ = await asyncio.wait(
            {work, waiting}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        waiting.cancel()
    return bool(done) or begun.is_set()
