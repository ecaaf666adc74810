"""Who did what to something, for whoever may see that."""

from __future__ import annotations

from sqlalchemy import Connection

from service.api.identity import Caller
from service.store import audit

SHOWN = 20


def trail_of(connection: Connection, caller: Caller, subject: str) -> list[audit.Entry] | None:
    """Return the last things done to something; None for whoever may not see it."""
    if "admin" not in caller.scopes:
        return None
    return audit.page(connection, caller.tenant_id, subject=subject, limit=SHOWN)
