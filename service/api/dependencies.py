"""What a route may ask for besides its caller: the collaborators the application was made with.

Must not make any of them: `service.api.app` puts them into the application's state.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from service.api.key_ring import KeyRing
from service.api.metrics import Metrics
from service.api.rate_limit import RateLimit
from service.engine.room import EngineRoom
from service.settings import ServeSettings
from service.store.database import Database


def _settings(request: Request) -> ServeSettings:
    settings: ServeSettings = request.app.state.settings
    return settings


def _store(request: Request) -> Database:
    store: Database = request.app.state.store
    return store


def _room(request: Request) -> EngineRoom:
    room: EngineRoom = request.app.state.room
    return room


def _key_ring(request: Request) -> KeyRing:
    keys: KeyRing = request.app.state.key_ring
    return keys


def _rate_limit(request: Request) -> RateLimit:
    limit: RateLimit = request.app.state.rate_limit
    return limit


def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


SettingsDep = Annotated[ServeSettings, Depends(_settings)]
StoreDep = Annotated[Database, Depends(_store)]
RoomDep = Annotated[EngineRoom, Depends(_room)]
KeyRingDep = Annotated[KeyRing, Depends(_key_ring)]
RateLimitDep = Annotated[RateLimit, Depends(_rate_limit)]
MetricsDep = Annotated[Metrics, Depends(_metrics)]
