"""How long a tenant keeps candidates, and whose time is up.

Must not know how anybody is erased.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select, update

from service.store.chunks import chunks
from service.store.schema import candidates, tenants

_AT_ONCE = 1000


def days(connection: Connection, tenant: int) -> int | None:
    """Return for how many days the tenant keeps a candidate; None for as long as they like."""
    found = select(tenants.c.retention_days).where(tenants.c.id == tenant)
    number: int | None = connection.execute(found).scalar_one()
    return number


def expiry(days: int | None, arrived: datetime) -> datetime | None:
    """Return when a candidate's time is up; None where they are kept as long as they are wanted."""
    return arrived + timedelta(days=days) if days else None


def set_days(connection: Connection, tenant: int, number: int | None) -> int:
    """Set for how many days the tenant keeps candidates, those that are here included.

    Returns:
        How many candidates this holds for now.
    """
    connection.execute(update(tenants).where(tenants.c.id == tenant).values(retention_days=number))
    arrived = connection.execute(
        select(candidates.c.id, candidates.c.created_at).where(candidates.c.tenant_id == tenant)
    ).all()
    # Dates are reckoned here: the two databases have no way to do so in common.
    rows = [{"key": key, "until": expiry(number, at)} for key, at in arrived]
    for some in chunks(rows, _AT_ONCE):
        connection.execute(
            update(candidates)
            .where(candidates.c.id == bindparam("key"))
            .values(expires_at=bindparam("until")),
            list(some),
        )
    return len(rows)


def due(connection: Connection, at: datetime, limit: int) -> list[tuple[int, str]]:
    """Return the tenant and the public id of candidates whose time is up, oldest first."""
    rows = connection.execute(
        select(candidates.c.tenant_id, candidates.c.public_id)
        .where(candidates.c.expires_at <= at)
        .order_by(candidates.c.expires_at, candidates.c.id)
        .limit(limit)
    )
    return [(tenant, public_id) for tenant, public_id in rows]
