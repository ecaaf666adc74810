"""An id for each request: the caller's where it is a sane one, else one of ours.

Must not know what is asked. The answer carries the id in X-Request-ID, the log in ``request``, so
that a person who has one can find the other.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.patterns import regex

HEADER = "X-Request-ID"
# Letters, digits and a few signs: what can be put into a log or a URN as it is.
_SANE = regex(r"[A-Za-z0-9._-]{8,64}")


class RequestId:
    """Put the id into the request's state and on the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its id."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        offered = Headers(scope=scope).get(HEADER, "")
        request_id = offered if _SANE.fullmatch(offered) else secrets.token_hex(16)
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        await self._app(scope, receive, send_with_id)
