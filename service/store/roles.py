"""Roles in the store: what the machine read, and beside it what people set, and who.

Must not know how a role is read or what a change does to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from service.store.ids import new_id
from service.store.schema import role_changes, roles


@dataclass(frozen=True, slots=True)
class StoredRole:
    """A role's row; ``record`` is `matcher.wire.role_json` of what the machine read."""

    key: int
    id: str
    external_id: str | None
    title: str
    record: dict[str, Any]
    created_at: datetime
    created_by: str


@dataclass(frozen=True, slots=True)
class RoleChange:
    """Something a person set: ``kind`` as `service.work.roles` has it, ``body`` its JSON form."""

    kind: str
    body: dict[str, Any]
    by: str
    at: datetime


_COLUMNS = (
    roles.c.id,
    roles.c.public_id,
    roles.c.external_id,
    roles.c.title,
    roles.c.record,
    roles.c.created_at,
    roles.c.created_by,
)


def add(
    connection: Connection,
    tenant: int,
    record: dict[str, Any],
    *,
    external_id: str | None,
    by: str,
    now: datetime,
) -> StoredRole:
    """Store a role; its record gets the new public id as its own.

    Raises:
        sqlalchemy.exc.IntegrityError: The tenant has a role of this external id.
    """
    public_id = new_id("r")
    values = {
        "public_id": public_id,
        "tenant_id": tenant,
        "external_id": external_id,
        "title": record["title"],
        "record": {**record, "id": public_id},
        "created_at": now,
        "created_by": by,
    }
    row = connection.execute(insert(roles).values(values).returning(*_COLUMNS)).one()
    return StoredRole(*row)


def by_id(connection: Connection, tenant: int, public_id: str) -> StoredRole | None:
    """Return a role."""
    found = select(*_COLUMNS).where(roles.c.tenant_id == tenant, roles.c.public_id == public_id)
    row = connection.execute(found).first()
    return StoredRole(*row) if row else None


def by_external_id(connection: Connection, tenant: int, external_id: str) -> StoredRole | None:
    """Return the role the caller knows by this id."""
    found = select(*_COLUMNS).where(roles.c.tenant_id == tenant, roles.c.external_id == external_id)
    row = connection.execute(found).first()
    return StoredRole(*row) if row else None


def page(connection: Connection, tenant: int, after: int, limit: int) -> list[StoredRole]:
    """Return up to ``limit`` roles, in the order they came, from behind the row ``after``."""
    found = (
        select(*_COLUMNS)
        .where(roles.c.tenant_id == tenant, roles.c.id > after)
        .order_by(roles.c.id)
        .limit(limit)
    )
    return [StoredRole(*row) for row in connection.execute(found)]


def newest(
    connection: Connection, tenant: int, limit: int, before: int | None = None
) -> list[StoredRole]:
    """Return up to ``limit`` roles, newest first, from before the row ``before``."""
    found = select(*_COLUMNS).where(roles.c.tenant_id == tenant)
    if before is not None:
        found = found.where(roles.c.id < before)
    rows = connection.execute(found.order_by(roles.c.id.desc()).limit(limit))
    return [StoredRole(*row) for row in rows]


def remove(connection: Connection, tenant: int, public_id: str) -> bool:
    """Delete a role with its rankings; return whether it was there."""
    found = delete(roles).where(roles.c.tenant_id == tenant, roles.c.public_id == public_id)
    return connection.execute(found).rowcount > 0


def add_change(connection: Connection, role: int, change: RoleChange) -> None:
    """Note what a person set, behind everything set before."""
    values = {
        "role_id": role,
        "kind": change.kind,
        "body": change.body,
        "by": change.by,
        "at": change.at,
    }
    connection.execute(insert(role_changes).values(values))


def changes_of(connection: Connection, role: int) -> list[RoleChange]:
    """Return what people set, oldest first."""
    rows = connection.execute(
        select(role_changes.c.kind, role_changes.c.body, role_changes.c.by, role_changes.c.at)
        .where(role_changes.c.role_id == role)
        .order_by(role_changes.c.id)
    )
    return [RoleChange(*row) for row in rows]
