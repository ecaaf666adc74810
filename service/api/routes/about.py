"""What this service is, so that a result can be traced to what made it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from service.api.dependencies import KeyRingDep, StoreDep
from service.api.security import Reader
from service.shelf import fingerprint

router = APIRouter(prefix="/v1/about", tags=["service"])


class About(BaseModel):
    """The service and what it reads and judges with."""

    version: str
    knowledge: str
    database: str
    open: bool
    tenant: str
    scopes: list[str]


@router.get("")
async def read_about(request: Request, store: StoreDep, keys: KeyRingDep, caller: Reader) -> About:
    """Say what this service is and what the caller may do."""
    return About(
        version=request.app.version,
        knowledge=fingerprint(),
        database="sqlite" if store.is_sqlite else "postgresql",
        open=await keys.is_open(),
        tenant=caller.tenant,
        scopes=sorted(caller.scopes),
    )
