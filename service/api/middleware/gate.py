"""Nobody's request reaches a route of /v1, nor is its body read, before it is known who calls.

Must not know what the caller may do: a route says what it asks for.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.api.identity import identify
from service.api.key_ring import KeyRing

GUARDED = "/v1/"


class Gate:
    """Put the caller into the request's state.

    Args:
        app: Whom to pass the request on to.
        keys: The keys there are.
    """

    def __init__(self, app: ASGIApp, keys: KeyRing) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on once it is known who calls.

        Raises:
            KeyNeeded: No key was sent, or one that is not valid.
        """
        if scope["type"] == "http" and scope["path"].startswith(GUARDED):
            state = scope.setdefault("state", {})
            state["caller"] = await identify(
                Headers(scope=scope), self._keys, state.get("request_id", "")
            )
        await self._app(scope, receive, send)
