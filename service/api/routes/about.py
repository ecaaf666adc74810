"""What this service is, so that a result can be traced to what made it."""

from __future__ import annotations

from anyio import to_thread
from fastapi import APIRouter, Request
from pydantic import BaseModel

from service.api.dependencies import KeyRingDep, StoreDep
from service.api.security import Reader
from service.engine.records import Surroundings
from service.engine.room import EngineRoom
from service.shelf import fingerprint

router = APIRouter(prefix="/v1/about", tags=["service"])


class Weights(BaseModel):
    """What turns verdicts into points, unless a ranking names other weights."""

    name: str
    digest: str


class About(BaseModel):
    """The service and what it reads and judges with."""

    version: str
    knowledge: str
    model: dict[str, str | int] | None
    weights: Weights | None
    database: str
    open: bool
    tenant: str
    scopes: list[str]


@router.get("")
async def read_about(request: Request, store: StoreDep, keys: KeyRingDep, caller: Reader) -> About:
    """Say what this service is and what the caller may do."""
    room: EngineRoom | None = request.app.state.room
    made_with = None if room is None else await to_thread.run_sync(lambda: room.surroundings)
    return About(
        version=request.app.version,
        knowledge=fingerprint(),
        model=None if made_with is None else made_with.model,
        weights=None if made_with is None else _weights(made_with),
        database="sqlite" if store.is_sqlite else "postgresql",
        open=await keys.is_open(),
        tenant=caller.tenant,
        scopes=sorted(caller.scopes),
    )


def _weights(made_with: Surroundings) -> Weights:
    return Weights(name=made_with.weights_name, digest=made_with.weights_digest)
