"""What a search through many candidates reads: their vectors, and their records.

Must not know how it searches. Every function keeps to one tenant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, and_, func, select

from service.store.chunks import chunks
from service.store.schema import candidates, vectors
from service.store.statements import in_pool

_AT_ONCE = 500


def told(
    connection: Connection, tenant: int, model: str, wanted: Sequence[int]
) -> Iterator[tuple[int, bytes]]:
    """Yield the key of each of these candidates that has vectors: of passages, then of titles."""
    for some in chunks(wanted, _AT_ONCE):
        found = (
            select(vectors.c.candidate_id, vectors.c.passages, vectors.c.titles)
            .join(candidates, candidates.c.id == vectors.c.candidate_id)
            .where(
                candidates.c.tenant_id == tenant,
                vectors.c.model == model,
                vectors.c.candidate_id.in_(some),
            )
            .order_by(vectors.c.candidate_id)
        )
        for key, passages, titles in connection.execute(found):
            yield key, passages + titles


def sizes(connection: Connection, tenant: int, model: str) -> dict[int, int]:
    """Return how many bytes `told` yields of each candidate, by key."""
    size = func.length(vectors.c.passages) + func.length(vectors.c.titles)
    found = (
        select(vectors.c.candidate_id, size)
        .join(candidates, candidates.c.id == vectors.c.candidate_id)
        .where(candidates.c.tenant_id == tenant, vectors.c.model == model)
    )
    return dict(connection.execute(found).all())


def records(
    connection: Connection, tenant: int, wanted: Sequence[int]
) -> Iterator[tuple[int, bytes]]:
    """Yield the key and the packed record of each of these candidates; who is gone is left out."""
    for some in chunks(wanted, _AT_ONCE):
        found = (
            select(candidates.c.id, candidates.c.record)
            .where(candidates.c.tenant_id == tenant, candidates.c.id.in_(some))
            .order_by(candidates.c.id)
        )
        yield from connection.execute(found)


def without(connection: Connection, tenant: int, model: str, pool: int | None) -> list[int]:
    """Return the keys of the candidates of a pool, or of all, without vectors of this model."""
    found = (
        select(candidates.c.id)
        .outerjoin(
            vectors, and_(vectors.c.candidate_id == candidates.c.id, vectors.c.model == model)
        )
        .where(candidates.c.tenant_id == tenant, vectors.c.candidate_id.is_(None))
    )
    found = in_pool(found, pool)
    return list(connection.execute(found.order_by(candidates.c.id)).scalars())
