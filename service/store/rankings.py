"""Rankings in the store: decision records, queued until somebody has made them.

Must not know how a match is made. A ranking is taken under a lease, so that one whose maker died
is taken up by another; it is finished only by whoever holds the lease.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from service.store.chunks import chunks
from service.store.ids import new_id
from service.store.matches import Scored
from service.store.schema import entries, rankings

QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class StoredRanking:
    """A ranking's row; see `service.store.schema.rankings`."""

    key: int
    id: str
    tenant: int
    role: int
    basis: int
    pool: str | None
    pool_key: int | None
    options: dict[str, Any]
    status: str
    error: str | None
    pool_size: int | None
    judged: int | None
    inputs_digest: str | None
    result_digest: str | None
    created_at: datetime
    created_by: str
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Finished:
    """What a ranking came to.

    Attributes:
        pool_size: How many candidates there were.
        judged: How many of them were judged.
        inputs_digest: Digest of their contents, independent of their order.
        result_digest: Digest of the matches in order.
    """

    pool_size: int
    judged: int
    inputs_digest: str
    result_digest: str


_COLUMNS = (
    rankings.c.id,
    rankings.c.public_id,
    rankings.c.tenant_id,
    rankings.c.role_id,
    rankings.c.basis_id,
    rankings.c.pool,
    rankings.c.pool_id,
    rankings.c.options,
    rankings.c.status,
    rankings.c.error,
    rankings.c.pool_size,
    rankings.c.judged,
    rankings.c.inputs_digest,
    rankings.c.result_digest,
    rankings.c.created_at,
    rankings.c.created_by,
    rankings.c.finished_at,
)


def add(
    connection: Connection,
    tenant: int,
    *,
    role: int,
    basis: int,
    pool: str | None,
    pool_key: int | None,
    options: dict[str, Any],
    by: str,
    now: datetime,
) -> StoredRanking:
    """Queue a ranking."""
    values = {
        "public_id": new_id("n"),
        "tenant_id": tenant,
        "role_id": role,
        "basis_id": basis,
        "pool": pool,
        "pool_id": pool_key,
        "options": options,
        "status": QUEUED,
        "created_at": now,
        "created_by": by,
    }
    row = connection.execute(insert(rankings).values(values).returning(*_COLUMNS)).one()
    return _ranking(row)


def _ranking(row: Any) -> StoredRanking:
    return StoredRanking(*row)


def by_id(connection: Connection, tenant: int, public_id: str) -> StoredRanking | None:
    """Return a ranking."""
    found = select(*_COLUMNS).where(
        rankings.c.tenant_id == tenant, rankings.c.public_id == public_id
    )
    row = connection.execute(found).first()
    return _ranking(row) if row else None


def page(
    connection: Connection, tenant: int, role: int | None, before: int | None, limit: int
) -> list[StoredRanking]:
    """Return up to ``limit`` rankings, newest first, from before the row ``before``."""
    found = select(*_COLUMNS).where(rankings.c.tenant_id == tenant)
    if role is not None:
        found = found.where(rankings.c.role_id == role)
    if before is not None:
        found = found.where(rankings.c.id < before)
    rows = connection.execute(found.order_by(rankings.c.id.desc()).limit(limit))
    return [_ranking(row) for row in rows]


def of_candidate(
    connection: Connection, tenant: int, candidate: int, limit: int
) -> list[StoredRanking]:
    """Return up to ``limit`` rankings in which a candidate has a place, newest first."""
    found = (
        select(*_COLUMNS)
        .join(entries, entries.c.ranking_id == rankings.c.id)
        .where(rankings.c.tenant_id == tenant, entries.c.candidate_id == candidate)
        .order_by(rankings.c.id.desc())
        .limit(limit)
    )
    return [_ranking(row) for row in connection.execute(found)]


def remove(connection: Connection, tenant: int, public_id: str) -> bool:
    """Delete a ranking; return whether it was there."""
    found = delete(rankings).where(
        rankings.c.tenant_id == tenant, rankings.c.public_id == public_id
    )
    return connection.execute(found).rowcount > 0


def waiting(connection: Connection, now: datetime, limit: int) -> list[int]:
    """Return the keys of rankings that nobody is making, oldest first."""
    found = select(rankings.c.id).where(_free(now)).order_by(rankings.c.id).limit(limit)
    return list(connection.execute(found).scalars())


def _free(now: datetime) -> Any:
    abandoned = and_(rankings.c.status == RUNNING, rankings.c.lease_until < now)
    return or_(rankings.c.status == QUEUED, abandoned)


def lease(connection: Connection, key: int, now: datetime, seconds: float) -> str | None:
    """Take a ranking that nobody is making; return the lease, None where somebody is."""
    token = secrets.token_hex(16)
    taken = connection.execute(
        update(rankings)
        .where(rankings.c.id == key, _free(now))
        .values(status=RUNNING, lease=token, lease_until=now + timedelta(seconds=seconds))
    )
    return token if taken.rowcount else None


def renew(connection: Connection, key: int, token: str, now: datetime, seconds: float) -> bool:
    """Hold a lease for longer; return whether it is still ours."""
    renewed = connection.execute(
        update(rankings)
        .where(rankings.c.id == key, rankings.c.lease == token, rankings.c.status == RUNNING)
        .values(lease_until=now + timedelta(seconds=seconds))
    )
    return renewed.rowcount > 0


def leased(connection: Connection, key: int) -> StoredRanking:
    """Return a ranking that is being made, whoever's it is."""
    return _ranking(connection.execute(select(*_COLUMNS).where(rankings.c.id == key)).one())


def finish(
    connection: Connection,
    key: int,
    token: str,
    ordered: Sequence[Scored],
    finished: Finished,
    now: datetime,
) -> bool:
    """Store what a ranking came to; return False, with nothing stored, if the lease was lost."""
    ours = connection.execute(
        update(rankings)
        .where(rankings.c.id == key, rankings.c.lease == token, rankings.c.status == RUNNING)
        .values(
            status=DONE,
            lease=None,
            lease_until=None,
            pool_size=finished.pool_size,
            judged=finished.judged,
            inputs_digest=finished.inputs_digest,
            result_digest=finished.result_digest,
            finished_at=now,
        )
    )
    if not ours.rowcount:
        return False
    places = list(enumerate(ordered, 1))
    for some in chunks(places, _AT_ONCE):
        connection.execute(
            insert(entries),
            [
                {
                    "ranking_id": key,
                    "rank": rank,
                    "candidate_id": each.candidate,
                    "score": each.score,
                    "band": each.band,
                }
                for rank, each in some
            ],
        )
    return True


def fail(connection: Connection, key: int, token: str, error: str, now: datetime) -> None:
    """Note that a ranking cannot be made, and why."""
    connection.execute(
        update(rankings)
        .where(rankings.c.id == key, rankings.c.lease == token)
        .values(status=FAILED, error=error, lease=None, lease_until=None, finished_at=now)
    )
