"""How long a tenant keeps candidates, and whose time is up.

Must not know how anybody is erased.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from service.store.schema import candidates, tenants


def days(connection: Connection, tenant: int) -> int | None:
    """Return for how many days the tenant keeps a candidate; None for as long as they like."""
    found = select(tenants.c.retention_days).where(tenants.c.id == tenant)
    number: int | None = connection.execute(found).scalar_one()
    return number


def set_days(connection: Connection, tenant: int, number: int | None) -> None:
    """Set for how many days the tenant keeps candidates that come from now on."""
    connection.execute(update(tenants).where(tenants.c.id == tenant).values(retention_days=number))


def due(connection: Connection, at: datetime, limit: int) -> list[tuple[int, str]]:
    """Return the tenant and the public id of candidates whose time is up, oldest first."""
    rows = connection.execute(
        select(candidates.c.tenant_id, candidates.c.public_id)
        .where(candidates.c.expires_at <= at)
        .order_by(candidates.c.expires_at, candidates.c.id)
        .limit(limit)
    )
    return [(tenant, public_id) for tenant, public_id in rows]
