"""Candidates in the store: CVs as they were read, with their vectors.

Must not know how a CV is read or judged. Every function keeps to one tenant; what is another's is
not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from service.store import changes
from service.store.chunks import chunks
from service.store.ids import new_id
from service.store.packing import unpack
from service.store.schema import candidate_marks, candidates, vectors
from service.store.statements import in_pool, unless_there

# SQLite takes some thirty thousand values in one statement; pages of this size are as fast.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a list of candidates can be narrowed by: a fact's name, or a warning's code."""

    kind: str
    name: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class NewCandidate:
    """A CV that was read, as it goes into the store.

    Attributes:
        external_id: The caller's own id, or None.
        label: What the caller calls it.
        media_type: What the file was.
        digest: SHA-256 of the bytes as they arrived.
        record: The candidate, packed.
        read_with: Digest of the code and the tables that read it.
        as_of: The date it was read as of.
        model: Key of the model that made the vectors.
        passages: The passages' vectors as bytes: see `service.store.schema.vectors`.
        titles: The titles' vectors.
        marks: What it can be found by.
    """

    external_id: str | None
    label: str
    media_type: str
    digest: str
    record: bytes
    read_with: str
    as_of: date
    model: str
    passages: bytes
    titles: bytes
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """A candidate's row, without what is heavy."""

    key: int
    id: str
    external_id: str | None
    label: str
    media_type: str
    digest: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that judging needs of a stored candidate.

    Attributes:
        passages: None where no vectors of the asked model are there; titles likewise.
    """

    key: int
    id: str
    label: str
    record: bytes
    read_with: str
    as_of: date
    passages: bytes | None
    titles: bytes | None


# The columns of a `StoredCandidate`.
LIGHT = (
    candidates.c.id,
    candidates.c.public_id,
    candidates.c.external_id,
    candidates.c.label,
    candidates.c.media_type,
    candidates.c.digest,
    candidates.c.created_at,
    candidates.c.created_by,
    candidates.c.expires_at,
)


def add(
    connection: Connection,
    tenant: int,
    new: NewCandidate,
    *,
    by: str,
    now: datetime,
    expires_at: datetime | None = None,
) -> StoredCandidate | None:
    """Store a candidate.

    Returns:
        Its row; None where the tenant has a candidate of the same bytes or the same external id.
    """
    values = {
        "public_id": new_id("c"),
        "tenant_id": tenant,
        "external_id": new.external_id,
        "label": new.label,
        "media_type": new.media_type,
        "digest": new.digest,
        "record": new.record,
        "read_with": new.read_with,
        "as_of": new.as_of,
        "created_at": now,
        "created_by": by,
        "expires_at": expires_at,
    }
    row = connection.execute(
        unless_there(connection, candidates).values(values).returning(*LIGHT)
    ).first()
    if row is None:
        return None
    stored = candidate_of(row)
    put_vectors(connection, stored.key, new.model, new.passages, new.titles)
    put_marks(connection, stored.key, new.marks)
    changes.record(connection, tenant, [stored.key])
    return stored


def candidate_of(row: Any) -> StoredCandidate:
    """Return the candidate of a row of `LIGHT`."""
    return StoredCandidate(*row)


def put_vectors(
    connection: Connection, key: int, model: str, passages: bytes, titles: bytes
) -> None:
    """Keep a candidate's vectors, in place of any others: of older models none is needed."""
    connection.execute(vectors.delete().where(vectors.c.candidate_id == key))
    values = {"candidate_id": key, "model": model, "passages": passages, "titles": titles}
    connection.execute(insert(vectors).values(values))


def put_marks(connection: Connection, key: int, marks: Iterable[Mark]) -> None:
    """Keep what a candidate can be found by, in place of what was there."""
    connection.execute(candidate_marks.delete().where(candidate_marks.c.candidate_id == key))
    rows = [
        {"candidate_id": key, "kind": each.kind, "name": each.name, "status": each.status}
        for each in dict.fromkeys(marks)
    ]
    if rows:
        connection.execute(insert(candidate_marks), rows)


def reread(
    connection: Connection,
    tenant: int,
    key: int,
    new: NewCandidate,
) -> None:
    """Put what a newer version of the code read from a CV in the place of what was there.

    Of a candidate who was erased meanwhile nothing is stored.
    """
    changes.hold(connection, tenant)
    put = connection.execute(
        update(candidates)
        .where(candidates.c.tenant_id == tenant, candidates.c.id == key)
        .values(record=new.record, read_with=new.read_with, as_of=new.as_of)
    )
    if not put.rowcount:
        return
    put_vectors(connection, key, new.model, new.passages, new.titles)
    put_marks(connection, key, new.marks)
    changes.record(connection, tenant, [key])


def name(connection: Connection, tenant: int, key: int, external_id: str) -> None:
    """Give a candidate the caller's id, by which it then is called."""
    connection.execute(
        update(candidates)
        .where(candidates.c.tenant_id == tenant, candidates.c.id == key)
        .values(external_id=external_id, label=external_id)
    )


def by_id(connection: Connection, tenant: int, public_id: str) -> StoredCandidate | None:
    """Return a candidate's row."""
    return _one(connection, tenant, candidates.c.public_id == public_id)


def by_external_id(connection: Connection, tenant: int, external_id: str) -> StoredCandidate | None:
    """Return the row of the candidate the caller knows by this id."""
    return _one(connection, tenant, candidates.c.external_id == external_id)


def by_digest(connection: Connection, tenant: int, digest: str) -> StoredCandidate | None:
    """Return the row of the candidate whose file had this digest."""
    return _one(connection, tenant, candidates.c.digest == digest)


def _one(connection: Connection, tenant: int, condition: Any) -> StoredCandidate | None:
    found = select(*LIGHT).where(candidates.c.tenant_id == tenant, condition)
    row = connection.execute(found).first()
    return candidate_of(row) if row else None


def record_of(connection: Connection, tenant: int, key: int) -> dict[str, Any]:
    """Return a candidate as it was read (`matcher.wire.candidate_json`)."""
    found = select(candidates.c.record).where(
        candidates.c.tenant_id == tenant, candidates.c.id == key
    )
    record: dict[str, Any] = unpack(connection.execute(found).scalar_one())
    return record


def keys(connection: Connection, tenant: int, pool: int | None = None) -> list[int]:
    """Return the keys of a tenant's candidates, or of a pool's, in the order they came."""
    found = in_pool(select(candidates.c.id).where(candidates.c.tenant_id == tenant), pool)
    return list(connection.execute(found.order_by(candidates.c.id)).scalars())


def keys_of(connection: Connection, tenant: int, public_ids: Collection[str]) -> list[int]:
    """Return the keys of the candidates of these ids; one that does not exist is left out."""
    found: list[int] = []
    for some in chunks(sorted(set(public_ids)), AT_ONCE):
        rows = connection.execute(
            select(candidates.c.id).where(
                candidates.c.tenant_id == tenant, candidates.c.public_id.in_(some)
            )
        )
        found.extend(rows.scalars())
    return found


def held(connection: Connection, tenant: int, wanted: Sequence[int], model: str) -> Iterator[Held]:
    """Yield what judging needs of each of these candidates; one that is gone is left out."""
    for some in chunks(wanted, AT_ONCE):
        rows = connection.execute(
            select(
                candidates.c.id,
                candidates.c.public_id,
                candidates.c.label,
                candidates.c.record,
                candidates.c.read_with,
                candidates.c.as_of,
                vectors.c.passages,
                vectors.c.titles,
            )
            .outerjoin(
                vectors,
                and_(vectors.c.candidate_id == candidates.c.id, vectors.c.model == model),
            )
            .where(candidates.c.tenant_id == tenant, candidates.c.id.in_(some))
            .order_by(candidates.c.id)
        )
        for row in rows:
            yield Held(*row)


def names(
    connection: Connection, tenant: int, wanted: Collection[int]
) -> Mapping[int, StoredCandidate]:
    """Return the rows of these candidates, by key; one that is gone is left out."""
    found: dict[int, StoredCandidate] = {}
    for some in chunks(sorted(wanted), AT_ONCE):
        rows = connection.execute(
            select(*LIGHT).where(candidates.c.tenant_id == tenant, candidates.c.id.in_(some))
        )
        found.update((row[0], candidate_of(row)) for row in rows)
    return found
