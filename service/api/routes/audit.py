"""Who did what, for whoever may administer."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from service.api.dependencies import StoreDep
from service.api.models.fields import NO_NUL
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.security import Admin
from service.store import audit

router = APIRouter(prefix="/v1/audit", tags=["audit"])


class AuditEntry(BaseModel):
    """One thing that was done."""

    at: datetime
    actor: str
    action: str
    subject: str
    request: str
    detail: dict[str, Any]


@router.get("")
def list_audit(
    store: StoreDep,
    caller: Admin,
    limit: Limit = 50,
    cursor: Cursor = None,
    subject: Annotated[
        str | None, Query(max_length=32, pattern=NO_NUL, description="A public id.")
    ] = None,
) -> Page[AuditEntry]:
    """List what was done, newest first."""
    before = place_of(cursor)
    with store.reading() as connection:
        found = audit.page(
            connection, caller.tenant_id, before=before, subject=subject, limit=limit + 1
        )
    shown = found[:limit]
    return Page[AuditEntry](
        items=[AuditEntry.model_validate(each, from_attributes=True) for each in shown],
        next=cursor_of(shown[-1].number) if len(found) > limit else None,
    )
