"""Who did what: appended to, never altered.

Must not know what an action does. A record holds ids and numbers, never words of a CV: it outlives
the people it is about, and an erasure leaves it standing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from service.store.schema import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """One record.

    Attributes:
        number: Its place among all records; later ones have higher numbers.
        at: When it happened.
        actor: The public id of the key, or "local" where none was asked for.
        action: What was done: a noun, a dot and a verb in the past, such as "role.created".
        subject: The public id of what it was done to.
        request: The id of the request, "" where it was done at the command line.
        detail: Ids and numbers that say more.
    """

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    request: str
    detail: dict[str, Any]


def append(
    connection: Connection,
    tenant_id: int,
    *,
    actor: str,
    action: str,
    subject: str,
    request: str = "",
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add a record; it stands or falls with the transaction it tells of."""
    connection.execute(
        insert(audit).values(
            tenant_id=tenant_id,
            at=datetime.now(UTC),
            actor=actor,
            action=action,
            subject=subject,
            request=request,
            detail=dict(detail or {}),
        )
    )


def page(
    connection: Connection,
    tenant_id: int,
    *,
    before: int | None = None,
    subject: str | None = None,
    limit: int = 50,
) -> list[Entry]:
    """Return up to ``limit`` records of a tenant, newest first.

    Args:
        connection: Where to read.
        tenant_id: Whose records.
        before: Only records with a lower number: the last one of the page before.
        subject: Only records about this public id.
        limit: How many at most.
    """
    wanted = select(audit).where(audit.c.tenant_id == tenant_id)
    if before is not None:
        wanted = wanted.where(audit.c.id < before)
    if subject is not None:
        wanted = wanted.where(audit.c.subject == subject)
    rows = connection.execute(wanted.order_by(audit.c.id.desc()).limit(limit))
    return [_entry(row) for row in rows]


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(row.id, row.at, row.actor, row.action, row.subject, row.request, row.detail)
