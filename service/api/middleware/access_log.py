"""One line for each request: what kind it was, how it ended, how long it took, whose key.

Must not write a path, a query or a header: they may name a person. The route's template says what
was asked for, and the request's id leads to the rest.
"""

from __future__ import annotations

import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.middleware.template import method_of, template_of

# No answer was begun: the client went away, or the connection broke.
NO_ANSWER = 499


class AccessLog:
    """Write one line when a request has ended."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log = structlog.get_logger("access")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and tell how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = NO_ANSWER

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        finally:
            state = scope.get("state", {})
            caller = state.get("caller")
            self._log.info(
                "request",
                request=state.get("request_id"),
                method=method_of(scope),
                route=template_of(scope),
                status=status,
                ms=round((time.perf_counter() - started) * 1000, 1),
                tenant=caller.tenant_id if caller else None,
                key=caller.actor if caller else None,
            )
