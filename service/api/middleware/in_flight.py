"""No more requests at once than a process can work on: the next ones are told to come back.

Must not queue anything: a queue of requests that nobody waits for any more is work for nothing.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from service.api.problems import Busy


class InFlight:
    """Refuse a request while too many are being worked on.

    Args:
        app: Whom to pass the request on to.
        at_most: How many at once.
        exempt: Paths that are always answered: whether the process lives must be seen when it is
            busy most of all.
    """

    def __init__(self, app: ASGIApp, at_most: int, exempt: frozenset[str]) -> None:
        self._app = app
        self._at_most = at_most
        self._exempt = exempt
        self._now = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where there is room.

        Raises:
            Busy: There is none.
        """
        if scope["type"] != "http" or scope["path"] in self._exempt:
            await self._app(scope, receive, send)
            return
        if self._now >= self._at_most:
            raise Busy("Too many requests are being worked on; try again in a second.")
        self._now += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._now -= 1
