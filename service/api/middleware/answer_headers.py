"""Headers on every answer: what a browser may do with it, and what the request gathered.

Must not know what is answered. HSTS is left to the proxy, which alone knows whether there is TLS.
A page that the service shows sets a policy of its own, and that one is kept.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class AnswerHeaders:
    """Add the headers that an answer lacks, and those in ``request.state.answer_headers``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
                gathered: dict[str, str] = scope.get("state", {}).get("answer_headers", {})
                for name, value in gathered.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_complete)
