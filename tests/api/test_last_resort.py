"""A failure in the middle of an answer closes the connection, and says nothing of what it was."""

import asyncio
import traceback

import pytest
from starlette.types import Message, Receive, Scope, Send

from service.api.middleware.last_resort import AnswerBroken, LastResort
from service.api.middleware.time_limit import TimeLimit

SECRET = "Robin Example"


async def breaking_off(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"half", "more_body": True})
    raise ValueError(SECRET)


def test_the_answer_is_broken_off(log: list[dict[str, object]]) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    app = LastResort(TimeLimit(breaking_off, lambda _: 5))
    with pytest.raises(AnswerBroken) as broken:
        asyncio.run(app({"type": "http", "state": {}}, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert SECRET not in "".join(traceback.format_exception(broken.value))
    assert [(line["event"], line["kind"]) for line in log] == [("failure", "ValueError")]
