"""Beyond a number of requests at once, the next ones are told to come back."""

import asyncio

from httpx2 import ASGITransport, AsyncClient
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from service.api.middleware.in_flight import InFlight
from service.api.middleware.last_resort import LastResort


async def statuses(at_most: int, paths: list[str]) -> list[int]:
    """Send all requests at once; none is answered before the last one has arrived or failed."""
    arrived = 0
    everybody = asyncio.Event()

    async def waiting(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal arrived
        arrived += 1
        if arrived >= at_most:
            everybody.set()
        await asyncio.wait_for(everybody.wait(), 5)
        await asyncio.sleep(0.05)
        await PlainTextResponse("fine")(scope, receive, send)

    app = LastResort(InFlight(waiting, at_most, frozenset({"/healthz"})))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://x") as client:
        answers = await asyncio.gather(*(client.get(path) for path in paths))
        assert all(
            each.headers["Retry-After"] == "1" for each in answers if each.status_code == 503
        )
        again = await client.get("/")
        assert again.status_code == 200
        return [each.status_code for each in answers]


def test_the_next_request_is_refused() -> None:
    assert sorted(asyncio.run(statuses(2, ["/"] * 4))) == [200, 200, 503, 503]


def test_health_is_always_answered() -> None:
    assert asyncio.run(statuses(1, ["/", "/healthz", "/healthz"])) == [200, 200, 200]
