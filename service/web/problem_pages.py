"""A failure as a page, for whoever asked for a page.

Must not know why anything failed: the sentences are those of `service.api.problems`, which repeat
no word of a document. A part of a page that was asked for is answered with a notice that goes to
the page's own place for notices.
"""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import MEDIA_TYPE
from service.web.pages import POLICY, fragment, standalone

_KEPT = ("retry-after", "www-authenticate")


class ProblemPages:
    """Turn a problem into a page where a browser asked."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back, unless that is a problem."""
        if scope["type"] != "http" or not _wants_page(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        held: Message | None = None
        body = bytearray()

        async def send_or_hold(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start" and _is_problem(message):
                held = message
            elif held is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))

        await self._app(scope, receive, send_or_hold)
        if held is not None:
            await _page(held, json.loads(bytes(body)), scope)(scope, receive, send)


def _wants_page(headers: Headers) -> bool:
    return "text/html" in headers.get("accept", "") or "hx-request" in headers


def _is_problem(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith(MEDIA_TYPE)


def _page(held: Message, problem: dict[str, Any], scope: Scope) -> HTMLResponse:
    before = MutableHeaders(scope=held)
    headers = {name: before[name] for name in _KEPT if name in before}
    headers["Content-Security-Policy"] = POLICY
    if "hx-request" in Headers(scope=scope):
        headers |= {"HX-Retarget": "#notices", "HX-Reswap": "innerHTML"}
        return HTMLResponse(
            fragment("problem_notice.html.j2", problem=problem), held["status"], headers
        )
    return HTMLResponse(standalone("problem.html.j2", problem=problem), held["status"], headers)
