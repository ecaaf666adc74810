"""An answer that does not begin in time is given up; one that has begun is not cut off."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route, Router
from starlette.testclient import TestClient

from service.api.middleware.in_flight import InFlight
from service.api.middleware.last_resort import LastResort
from service.api.middleware.time_limit import TimeLimit

release = threading.Event()


async def sleepy(request: Request) -> PlainTextResponse:
    await asyncio.sleep(float(request.query_params["s"]))
    return PlainTextResponse("done")


def blocked(request: Request) -> PlainTextResponse:
    release.wait(10)
    return PlainTextResponse("done")


async def stream(request: Request) -> StreamingResponse:
    async def parts() -> AsyncIterator[str]:
        for part in ("a", "b", "c"):
            yield part
            await asyncio.sleep(0.08)

    return StreamingResponse(parts())


async def failing(request: Request) -> PlainTextResponse:
    raise ValueError("words of a CV")


def client(seconds: float) -> TestClient:
    routes = [
        Route("/sleepy", sleepy),
        Route("/blocked", blocked),
        Route("/stream", stream),
        Route("/failing", failing),
    ]
    app = InFlight(Router(routes), 1, frozenset())
    return TestClient(LastResort(TimeLimit(app, lambda _: seconds)))


def test_an_answer_in_time_is_passed_on() -> None:
    assert client(2).get("/sleepy?s=0").text == "done"


def test_a_late_answer_is_given_up() -> None:
    started = time.monotonic()
    answer = client(0.1).get("/sleepy?s=5")
    assert answer.status_code == 504
    assert answer.json()["type"] == "/problems/timeout"
    assert time.monotonic() - started < 2


def test_an_answer_that_has_begun_is_not_cut_off() -> None:
    assert client(0.15).get("/stream").text == "abc"


def test_a_failure_is_passed_on_at_once() -> None:
    assert client(5).get("/failing").status_code == 500


def test_work_in_a_thread_is_given_up_but_keeps_its_place() -> None:
    release.clear()
    with client(0.2) as one:
        assert one.get("/blocked").status_code == 504
        assert one.get("/sleepy?s=0").status_code == 503
        release.set()
        until = time.monotonic() + 5
        while one.get("/sleepy?s=0").status_code != 200:
            assert time.monotonic() < until
            time.sleep(0.02)
