"""Pools in the store: named sets of a tenant's candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from service.store.chunks import chunks
from service.store.ids import new_id
from service.store.schema import candidates, pool_members, pools
from service.store.statements import unless_there

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredPool:
    """A pool's row, and how many are in it."""

    key: int
    id: str
    name: str
    created_at: datetime
    size: int


_SIZE = (
    select(func.count())
    .select_from(pool_members)
    .where(pool_members.c.pool_id == pools.c.id)
    .scalar_subquery()
)
_COLUMNS = (pools.c.id, pools.c.public_id, pools.c.name, pools.c.created_at, _SIZE)


def ensure(connection: Connection, tenant: int, name: str, now: datetime) -> StoredPool:
    """Return the tenant's pool of this name, made where there is none."""
    pool, _ = create(connection, tenant, name, now)
    return pool


def create(
    connection: Connection, tenant: int, name: str, now: datetime
) -> tuple[StoredPool, bool]:
    """Return the tenant's pool of this name, made where there is none, and whether it was made."""
    values = {"public_id": new_id("p"), "tenant_id": tenant, "name": name, "created_at": now}
    new = unless_there(connection, pools).values(values).returning(pools.c.id)
    made = connection.execute(new).first() is not None
    found = select(*_COLUMNS).where(pools.c.tenant_id == tenant, pools.c.name == name)
    return StoredPool(*connection.execute(found).one()), made


def by_id(connection: Connection, tenant: int, public_id: str) -> StoredPool | None:
    """Return a pool."""
    found = select(*_COLUMNS).where(pools.c.tenant_id == tenant, pools.c.public_id == public_id)
    row = connection.execute(found).first()
    return StoredPool(*row) if row else None


def by_name(connection: Connection, tenant: int, name: str) -> StoredPool | None:
    """Return a pool by its name."""
    found = select(*_COLUMNS).where(pools.c.tenant_id == tenant, pools.c.name == name)
    row = connection.execute(found).first()
    return StoredPool(*row) if row else None


def by_key(connection: Connection, tenant: int, key: int) -> StoredPool | None:
    """Return a pool by its number."""
    found = select(*_COLUMNS).where(pools.c.tenant_id == tenant, pools.c.id == key)
    row = connection.execute(found).first()
    return StoredPool(*row) if row else None


def page(connection: Connection, tenant: int, after: int, limit: int) -> list[StoredPool]:
    """Return up to ``limit`` pools, in the order they came, from behind the row ``after``."""
    found = (
        select(*_COLUMNS)
        .where(pools.c.tenant_id == tenant, pools.c.id > after)
        .order_by(pools.c.id)
        .limit(limit)
    )
    return [StoredPool(*row) for row in connection.execute(found)]


def remove(connection: Connection, tenant: int, public_id: str) -> bool:
    """Delete a pool, not its candidates; return whether it was there."""
    found = delete(pools).where(pools.c.tenant_id == tenant, pools.c.public_id == public_id)
    return connection.execute(found).rowcount > 0


def put(connection: Connection, tenant: int, pool: int, members: Sequence[int]) -> None:
    """Put candidates of the tenant into a pool; who is in it already stays."""
    for some in chunks(members, _AT_ONCE):
        chosen = (
            select(pools.c.id, candidates.c.id)
            .join(candidates, candidates.c.tenant_id == pools.c.tenant_id)
            .where(pools.c.id == pool, pools.c.tenant_id == tenant, candidates.c.id.in_(some))
        )
        connection.execute(
            unless_there(connection, pool_members).from_select(["pool_id", "candidate_id"], chosen)
        )


def take_out(connection: Connection, pool: int, member: int) -> bool:
    """Take a candidate out of a pool; return whether they were in it."""
    found = delete(pool_members).where(
        pool_members.c.pool_id == pool, pool_members.c.candidate_id == member
    )
    return connection.execute(found).rowcount > 0
