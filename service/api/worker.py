"""One process that answers requests: the application with what it needs, made from the settings.

Must not know routes. It ends with the process that started it, however that one ends.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import wait
from pathlib import Path

from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE

from embeddings.errors import EmbeddingsError
from service import logs
from service.api.app import create_app
from service.api.metrics import DIRECTORY, forget_dead
from service.engine.records import EngineSettings
from service.engine.room import EngineRoom
from service.settings import ServeSettings
from service.store.database import Database
from service.store.opening import database_url
from service.web import pages

logger = logging.getLogger(__name__)


def make_worker(settings: ServeSettings) -> FastAPI:
    """Return the application of this process.

    A process that cannot be set up says so and ends in a way that is not tried again: the next one
    would fail as it did.
    """
    logs.set_up()
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    if folder := os.environ.get(DIRECTORY):
        forget_dead(Path(folder))
    try:
        url = database_url(settings)
        room = EngineRoom(
            EngineSettings(
                url, settings.model, settings.backend, settings.precision, settings.data
            ),
            processes=settings.engines,
        )
        # Known before anything is asked: which model there is, or that there is none.
        logger.info("matches are made with %s", room.surroundings.model["name"])
        pages.load()
        return _settled(create_app(settings, store=Database(url), room=room))
    except EmbeddingsError as error:
        # Its sentence is about a model, and meant for whoever named it.
        logger.critical("%s", error)
        sys.exit(STARTUP_FAILURE)
    except Exception as error:
        logger.critical("a process cannot be set up", exc_info=error)
        sys.exit(STARTUP_FAILURE)


def _settled(app: FastAPI) -> FastAPI:
    """Have the collector leave alone what is here now: all of it stays for as long as the process.

    A full collection stops every request for the 90 ms that it takes to look at it again.
    """
    gc.collect()
    gc.freeze()
    return app


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
