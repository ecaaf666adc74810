"""Tenants: whose data a row is. Everything else in the store is found through one.

Must not know keys or requests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import IntegrityError

from service.store.schema import tenants

# Whose data it is while no key has ever been made.
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One tenant.

    Attributes:
        id: The row's number; never shown to anybody.
        name: What the tenant is called.
        retention_days: How long its candidates are kept; None for as long as nobody erases them.
    """

    id: int
    name: str
    retention_days: int | None


def find(connection: Connection, name: str) -> Tenant | None:
    """Return the tenant of that name, or None."""
    row = connection.execute(select(tenants).where(tenants.c.name == name)).one_or_none()
    return None if row is None else _tenant(row)


def ensure(connection: Connection, name: str, retention_days: int | None = None) -> Tenant:
    """Return the tenant of that name, made where there is none; needs a writing connection."""
    found = find(connection, name)
    if found is not None:
        return found
    values = {"name": name, "retention_days": retention_days, "created_at": datetime.now(UTC)}
    try:
        with connection.begin_nested():
            row = connection.execute(insert(tenants).values(values).returning(tenants)).one()
    except IntegrityError:
        # On PostgreSQL another writer may have made it since we looked.
        row = connection.execute(select(tenants).where(tenants.c.name == name)).one()
    return _tenant(row)


def _tenant(row: Row[tuple[object, ...]]) -> Tenant:
    return Tenant(row.id, row.name, row.retention_days)
