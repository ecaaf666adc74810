"""The application: routes, what every request passes through, and who opens and closes what.

Must not know what a route does. Nothing is made when this module is imported.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import version
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.types import Scope

from service.api import openapi, problems
from service.api.key_ring import KeyRing
from service.api.metrics import Metrics
from service.api.middleware.access_log import AccessLog
from service.api.middleware.answer_headers import AnswerHeaders
from service.api.middleware.body_limit import BodyLimit
from service.api.middleware.gate import Gate
from service.api.middleware.in_flight import InFlight
from service.api.middleware.last_resort import LastResort
from service.api.middleware.measuring import Measuring
from service.api.middleware.open_door import OpenDoor, is_loopback
from service.api.middleware.request_id import RequestId
from service.api.middleware.time_limit import TimeLimit
from service.api.rate_limit import RateLimit
from service.api.routes import (
    about,
    audit,
    batches,
    candidates,
    decisions,
    health,
    matching,
    pools,
    rankings,
    retention,
    roles,
)
from service.api.security import JUDGING
from service.engine.room import EngineRoom
from service.settings import ServeSettings
from service.store.database import Database
from service.web import app as web
from service.web.door import Door
from service.web.problem_pages import ProblemPages
from service.web.routes.people import UPLOADS
from service.work.batch_work import BatchWork
from service.work.clock import now, today
from service.work.ranking import RankingWork
from service.work.recurring import Recurring
from service.work.retention import sweep
from service.work.shortlist import Shortlists

logger = logging.getLogger(__name__)

# One line a noun; each module has a `router` whose prefix is the whole path.
ROUTERS = (
    roles.router,
    candidates.router,
    pools.router,
    rankings.router,
    decisions.router,
    batches.router,
    matching.router,
    retention.router,
    about.router,
    audit.router,
)
# How often rankings are looked for whose maker died.
TAKE_UP_SECONDS = 5.0
# How often candidates are erased whose time is up.
SWEEP_SECONDS = 3600.0
# How often a process notes how much waits for its engine room: whichever is asked for the figures
# has to know those of the others.
MEASURE_SECONDS = 5.0
# How often shortlists in memory are let go of that name somebody who was erased.
FORGET_SECONDS = 10.0
# Where a request may be larger and take longer.
LARGER = (batches.router.prefix, UPLOADS)
# Answered however busy the process is.
EXEMPT = frozenset({"/healthz", "/metrics"})


def create_app(
    settings: ServeSettings, *, store: Database, room: EngineRoom | None = None
) -> FastAPI:
    """Return the application; it opens and closes its collaborators with its lifespan.

    Args:
        settings: The server's settings.
        store: The database, with its tables.
        room: The engine room, not yet started.
    """
    app = FastAPI(
        title="rolematch",
        version=version("rolematch"),
        description=openapi.DESCRIPTION,
        openapi_tags=openapi.TAGS,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
        lifespan=_lifespan,
        middleware=[],
    )
    app.state.settings = settings
    app.state.store = store
    app.state.room = room
    app.state.room_started = False
    app.state.ranking_work = (
        None if room is None else RankingWork(store, room, judge_at_most=settings.judge_at_most)
    )
    app.state.batch_work = None if room is None else BatchWork(store, room, today)
    app.state.key_ring = KeyRing(store, may_be_open=is_loopback(settings.host))
    app.state.metrics = Metrics()
    app.state.shortlists = Shortlists()
    app.user_middleware = _middleware(app)
    problems.install(app)
    app.include_router(health.router)
    for router in ROUTERS:
        app.include_router(router, responses=openapi.SHARED)
    web.install(app)
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    room: EngineRoom | None = app.state.room
    work: RankingWork | None = app.state.ranking_work
    batch_work: BatchWork | None = app.state.batch_work
    settings: ServeSettings = app.state.settings
    recurring = _recurring(app)
    with _failure_told():
        app.state.rate_limit = RateLimit(settings.data, settings.rate, JUDGING)
    try:
        with _failure_told():
            if room is not None:
                await to_thread.run_sync(room.start)
                app.state.room_started = True
            for each in recurring:
                each.start()
            if batch_work is not None:
                batch_work.start()
        yield
    finally:
        app.state.room_started = False
        for each in recurring:
            await to_thread.run_sync(each.close)
        if batch_work is not None:
            # Before the room, or what is in hand would count as failed.
            await to_thread.run_sync(batch_work.close)
        if work is not None and room is not None:
            work.stop()
            # The room first: who waits for it is told, and lets go.
            await to_thread.run_sync(room.close)
            await to_thread.run_sync(work.close)
        app.state.rate_limit.close()
        app.state.store.close()


@contextmanager
def _failure_told() -> Iterator[None]:
    """Log by its type what keeps the service from starting: the server would log its traceback."""
    try:
        yield
    except Exception as error:
        logger.critical("the service cannot start", exc_info=error)
        raise


def _recurring(app: FastAPI) -> list[Recurring]:
    """Return what every serving process does from time to time."""
    store: Database = app.state.store
    data: Path = app.state.settings.data
    room: EngineRoom | None = app.state.room
    work: RankingWork | None = app.state.ranking_work
    shortlists: Shortlists = app.state.shortlists
    found = [
        Recurring("retention", SWEEP_SECONDS, lambda end: sweep(store, data, now(), end)),
        Recurring("shortlists", FORGET_SECONDS, lambda _: shortlists.forget_outdated(store)),
    ]
    if work is not None:
        found.append(Recurring("rankings", TAKE_UP_SECONDS, lambda _: work.take_up()))
    if room is not None:
        waiting = app.state.metrics.engine_waiting
        found.append(Recurring("measuring", MEASURE_SECONDS, lambda _: waiting.set(room.waiting)))
    return found


def _middleware(app: FastAPI) -> list[Middleware]:
    """Return what every request passes through, from the outside in."""
    settings: ServeSettings = app.state.settings
    return [
        Middleware(RequestId),
        Middleware(AnswerHeaders),
        Middleware(ProblemPages),
        Middleware(AccessLog),
        Middleware(Measuring, metrics=app.state.metrics),
        Middleware(LastResort),
        Middleware(OpenDoor, is_open=app.state.key_ring.is_open),
        Middleware(Gate, keys=app.state.key_ring),
        Middleware(Door, keys=app.state.key_ring, store=app.state.store),
        Middleware(BodyLimit, at_most=_larger(settings.upload_bytes, settings.batch_bytes)),
        Middleware(TimeLimit, seconds=_larger(settings.request_seconds, settings.batch_seconds)),
        Middleware(InFlight, at_most=settings.in_flight, exempt=EXEMPT),
    ]


def _larger(usual: int, batches: int) -> Callable[[Scope], int]:
    def chosen(scope: Scope) -> int:
        path: str = scope["path"]
        larger = any(path == each or path.startswith(f"{each}/") for each in LARGER)
        return batches if larger else usual

    return chosen
