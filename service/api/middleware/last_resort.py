"""Whatever else goes wrong: an answer without details, and a line that names the type alone.

Must not pass an exception on with its message, nor log one: it may quote a CV. The framework's own
last handler lets the exception through to the server, which would print it.
"""

from __future__ import annotations

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import Problem, answer, problem_of
from service.logs import named


class AnswerBroken(Exception):
    """An answer had begun when it failed: the connection is closed, or it would pass for whole."""


class LastResort:
    """Answer 500 where nobody answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log = structlog.get_logger("failures")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and answer for its failure.

        Raises:
            AnswerBroken: The answer had begun.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:
            problem = problem_of(error)
            if problem is None:
                self._note(error, scope)
            if begun:
                raise AnswerBroken from None
            await answer(problem or Problem(), scope)(scope, receive, send)

    def _note(self, error: Exception, scope: Scope) -> None:
        self._log.error(
            "failure",
            request=scope.get("state", {}).get("request_id"),
            **named(error),
        )
