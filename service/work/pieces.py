"""Work for the engine room in pieces, for somebody who waits for all of it.

Must not know what the work is. Between two pieces somebody else's work gets its turn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from service.engine.records import RoomBusy
from service.store.chunks import chunks

# A few seconds' work.
AT_ONCE = 200
# How long to wait before a full engine room is asked again.
BUSY_SECONDS = 0.2

_Result = TypeVar("_Result")


async def in_pieces(
    ask: Callable[[Sequence[int]], Future[_Result]], keys: Sequence[int], processes: int
) -> list[_Result]:
    """Return what comes of all pieces, in no order.

    Whoever is cancelled asks for no further piece; how long to wait is up to the caller.

    Args:
        ask: Gives a piece to the engine room.
        keys: What the work is about.
        processes: How many pieces are in hand at a time.

    Raises:
        RoomBusy: The first piece was not taken on; later ones are offered again and again.
    """
    waiting = deque(chunks(keys, AT_ONCE))
    hands: set[asyncio.Future[_Result]] = set()
    found: list[_Result] = []
    try:
        while waiting or hands:
            while waiting and len(hands) < processes:
                try:
                    hands.add(asyncio.wrap_future(ask(waiting[0])))
                except RoomBusy:
                    if not hands and not found:
                        raise
                    break
                waiting.popleft()
            if not hands:
                await asyncio.sleep(BUSY_SECONDS)
                continue
            done, hands = await asyncio.wait(hands, return_when=asyncio.FIRST_COMPLETED)
            found += [each.result() for each in done]
    finally:
        for each in hands:
            each.cancel()
    return found
