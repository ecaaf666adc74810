"""Every answer tells a browser to do nothing with it."""

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from service.api.middleware.answer_headers import SECURITY, AnswerHeaders
from tests.api.asgi import Remember, with_state


def test_an_answer_carries_them() -> None:
    headers = TestClient(AnswerHeaders(Remember())).get("/").headers
    assert {name: headers[name] for name in SECURITY} == SECURITY
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


def test_what_an_answer_says_itself_is_kept() -> None:
    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        policy = {"Content-Security-Policy": "default-src 'self'"}
        await PlainTextResponse("page", headers=policy)(scope, receive, send)

    headers = TestClient(AnswerHeaders(page)).get("/").headers
    assert headers["Content-Security-Policy"] == "default-src 'self'"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_what_the_request_gathered_is_added() -> None:
    app = with_state(AnswerHeaders(Remember()), answer_headers={"RateLimit": '"key";r=1;t=2'})
    assert TestClient(app).get("/").headers["RateLimit"] == '"key";r=1;t=2'
