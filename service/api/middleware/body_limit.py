"""No request body larger than is taken: by its announced length, and as it arrives.

Must not read a body itself: it counts what passes.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import BadRequest, TooLarge


class BodyLimit:
    """Refuse a body that is too large.

    Args:
        app: Whom to pass the request on to.
        at_most: How many bytes this request may send.
    """

    def __init__(self, app: ASGIApp, at_most: Callable[[Scope], int]) -> None:
        self._app = app
        self._at_most = at_most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a count on its body.

        Raises:
            TooLarge: The announced length is too large, or what arrived is.
            BadRequest: The announced length is no number.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._at_most(scope)
        refusal = f"At most {limit} bytes are taken here."
        announced = Headers(scope=scope).get("content-length")
        if announced is not None:
            if not (announced.isascii() and announced.isdecimal()):
                raise BadRequest("Content-Length must be a number.")
            if int(announced) > limit:
                raise TooLarge(refusal)
        arrived = 0

        async def receive_counted() -> Message:
            nonlocal arrived
            message = await receive()
            if message["type"] == "http.request":
                arrived += len(message.get("body", b""))
                if arrived > limit:
                    raise TooLarge(refusal)
            return message

        await self._app(scope, receive_counted, send)
