"""Work given to the engine room by a route, and what it answers when that goes wrong.

Must not know any route.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from service.api.problems import Busy, TimedOut, Unavailable, Unprocessable
from service.engine.records import RoomBusy, RoomFailed, RoomTimeout
from service.errors import CannotRead

Result = TypeVar("Result")


async def done(begin: Callable[[], Future[Result]]) -> Result:
    """Return what a piece of work comes to, without holding up the event loop.

    Args:
        begin: Gives the work to the engine room.

    Raises:
        Unprocessable: The document cannot be read.
        Busy: The room takes nothing on now.
        TimedOut: The work took too long and was stopped.
        Unavailable: The process that did it has died.
    """
    try:
        return await asyncio.wrap_future(begin())
    except CannotRead as error:
        raise Unprocessable(str(error)) from None
    except RoomBusy as error:
        raise Busy(str(error)) from None
    except RoomTimeout as error:
        raise TimedOut(f"The document was not done with in time: {error}.") from None
    except RoomFailed as error:
        raise Unavailable(f"The document was not read: {error}. Try again.") from None
