"""What the service lacks to work.

Must not know routes.
"""

from __future__ import annotations

from fastapi import FastAPI

from service.engine.room import EngineRoom
from service.store.database import StoreUnavailable
from service.store.migrating import is_current


def missing(app: FastAPI) -> list[str]:
    """Return what is not there, in words; nothing where the service can work."""
    absent = []
    try:
        if not is_current(app.state.store):
            absent.append("the database has other tables than this version needs")
    except StoreUnavailable:
        absent.append("the database does not answer")
    room: EngineRoom | None = app.state.room
    if room is not None and not app.state.room_started:
        absent.append("the engine room has not started")
    elif room is not None and not room.is_ready:
        absent.append("the engine is loading, which takes a few seconds")
    return absent
