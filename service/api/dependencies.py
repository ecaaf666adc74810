"""What a route may ask for besides its caller: the collaborators the application was made with.

Must not make any of them: `service.api.app` puts them into the application's state.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from service.api.key_ring import KeyRing
from service.api.metrics import Metrics
from service.api.rate_limit import RateLimit
from service.engine.records import Surroundings
from service.engine.room import EngineRoom
from service.settings import ServeSettings
from service.store.database import Database
from service.work.batch_work import BatchWork
from service.work.ranking import RankingWork


def _settings(request: Request) -> ServeSettings:
    settings: ServeSettings = request.app.state.settings
    return settings


def _store(request: Request) -> Database:
    store: Database = request.app.state.store
    return store


def _room(request: Request) -> EngineRoom:
    room: EngineRoom = request.app.state.room
    return room


RoomDep = Annotated[EngineRoom, Depends(_room)]


def _surroundings(room: RoomDep) -> Surroundings:
    return room.surroundings


def _ranking_work(request: Request) -> RankingWork:
    work: RankingWork = request.app.state.ranking_work
    return work


def _key_ring(request: Request) -> KeyRing:
    keys: KeyRing = request.app.state.key_ring
    return keys


def _rate_limit(request: Request) -> RateLimit:
    limit: RateLimit = request.app.state.rate_limit
    return limit


def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


def _batch_work(request: Request) -> BatchWork | None:
    work: BatchWork | None = request.app.state.batch_work
    return work


SettingsDep = Annotated[ServeSettings, Depends(_settings)]
StoreDep = Annotated[Database, Depends(_store)]
SurroundingsDep = Annotated[Surroundings, Depends(_surroundings)]
RankingWorkDep = Annotated[RankingWork, Depends(_ranking_work)]
# None where there is no engine room, and somebody else reads what is queued.
BatchWorkDep = Annotated[BatchWork | None, Depends(_batch_work)]
KeyRingDep = Annotated[KeyRing, Depends(_key_ring)]
RateLimitDep = Annotated[RateLimit, Depends(_rate_limit)]
MetricsDep = Annotated[Metrics, Depends(_metrics)]
