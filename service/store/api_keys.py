"""API keys: who may call, for which tenant, and what they may do.

Must not know HTTP. The key itself is never stored: it has 256 random bits, so its SHA-256 is
enough to recognise it and no slow hash is needed (nobody can try them all). When a key was last
used is not kept: it would be a write for each request and a record of somebody's day.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from service.store.ids import new_id
from service.store.schema import api_keys, tenants

# What a key may be allowed, in the order they are written down.
SCOPES = ("read", "write", "admin")
PREFIX = "rm_"
NAME_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What is known of a key.

    Attributes:
        public_id: What it is called in logs and lists.
        tenant_id: The number of its tenant's row.
        tenant: The tenant's name.
        name: What it is for, in the words of whoever made it.
        scopes: Which of ``SCOPES`` it was given.
        created_at: When it was made.
        revoked_at: When it was revoked, or None.
    """

    public_id: str
    tenant_id: int
    tenant: str
    name: str
    scopes: frozenset[str]
    created_at: datetime
    revoked_at: datetime | None


def create(
    connection: Connection, tenant_id: int, name: str, scopes: frozenset[str]
) -> tuple[ApiKey, str]:
    """Make a key; return what is known of it, and the key, which is not kept.

    Raises:
        ValueError: A scope is none, there is none, or the name is empty or too long.
    """
    if not scopes or scopes - set(SCOPES):
        raise ValueError(f"scopes are some of {', '.join(SCOPES)}")
    if not 1 <= len(name) <= NAME_AT_MOST:
        raise ValueError(f"a key's name has 1 to {NAME_AT_MOST} characters")
    secret = PREFIX + secrets.token_urlsafe(32)
    public_id = new_id("k")
    connection.execute(
        insert(api_keys).values(
            public_id=public_id,
            tenant_id=tenant_id,
            name=name,
            digest=digest_of(secret),
            scopes=" ".join(scope for scope in SCOPES if scope in scopes),
            created_at=datetime.now(UTC),
        )
    )
    made = connection.execute(_keys().where(api_keys.c.public_id == public_id)).one()
    return _key(made), secret


def find(connection: Connection, digest: str) -> ApiKey | None:
    """Return the key of this digest unless it was revoked."""
    wanted = _keys().where(api_keys.c.digest == digest, api_keys.c.revoked_at.is_(None))
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _key(row)


def everything(connection: Connection) -> list[ApiKey]:
    """Return every key, revoked ones too, oldest first."""
    return [_key(row) for row in connection.execute(_keys().order_by(api_keys.c.id))]


def revoke(connection: Connection, public_id: str) -> ApiKey | None:
    """Revoke a key and return it; None where there is none that is active."""
    done = connection.execute(
        update(api_keys)
        .where(api_keys.c.public_id == public_id, api_keys.c.revoked_at.is_(None))
        .values(revoked_at=datetime.now(UTC))
    )
    if done.rowcount == 0:
        return None
    return _key(connection.execute(_keys().where(api_keys.c.public_id == public_id)).one())


def any_ever(connection: Connection) -> bool:
    """Return whether a key was ever made, revoked or not."""
    return bool(connection.execute(select(func.count()).select_from(api_keys)).scalar_one())


def any_active(connection: Connection) -> bool:
    """Return whether there is a key that is not revoked."""
    active = select(func.count()).select_from(api_keys).where(api_keys.c.revoked_at.is_(None))
    return bool(connection.execute(active).scalar_one())


def digest_of(secret: str) -> str:
    """Return the SHA-256 of a key in hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _keys() -> Select[tuple[object, ...]]:
    columns = (*api_keys.c, tenants.c.name.label("tenant"))
    return select(*columns).join(tenants, tenants.c.id == api_keys.c.tenant_id)


def _key(row: Row[tuple[object, ...]]) -> ApiKey:
    return ApiKey(
        public_id=row.public_id,
        tenant_id=row.tenant_id,
        tenant=row.tenant,
        name=row.name,
        scopes=frozenset(row.scopes.split()),
        created_at=row.created_at,
        revoked_at=row.revoked_at,
    )
