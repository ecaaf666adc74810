"""Small applications to stand behind one piece of middleware."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Remember:
    """Answer 200, and keep the scope of the last request."""

    def __init__(self) -> None:
        self.scope: Scope = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope = scope
        await PlainTextResponse("fine")(scope, receive, send)


async def reading_all(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with how much was sent."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


def with_state(app: ASGIApp, **state: object) -> ASGIApp:
    """Put something into each request's state."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope["state"] = {**scope.get("state", {}), **state}
        await app(scope, receive, send)

    return wrapped
