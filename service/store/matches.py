"""Matches in the store, each made once: a pure function of a basis and a candidate.

Must not know how a match is made. A basis is everything a match depends on besides the candidate:
role with edits, model, weights, code and tables, date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, exists, select

from service.store.chunks import chunks
from service.store.packing import canonical, compress, unpack
from service.store.schema import bases, candidates, matches
from service.store.statements import in_pool, unless_there

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Basis:
    """What a match depends on besides the candidate.

    Attributes:
        role: `matcher.wire.role_json` of the role with people's edits.
        model: The encoder's identity, as JSON values.
        weights: The text of the weights file.
        weights_digest: SHA-256 of that text.
        knowledge: Digest of the code and the tables.
        as_of: The date that 'present' means.
    """

    role: dict[str, Any]
    model: dict[str, Any]
    weights: str
    weights_digest: str
    knowledge: str
    as_of: date

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, over all of it."""
        parts = [
            self.role,
            self.model,
            self.weights_digest,
            self.knowledge,
            self.as_of.isoformat(),
        ]
        return hashlib.sha256(canonical(parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class Scored:
    """A match without its details; ``digest`` is of the candidate's file."""

    candidate: int
    id: str
    label: str
    digest: str
    score: float
    band: str
    match_digest: str


@dataclass(frozen=True, slots=True)
class NewMatch:
    """A match as it goes into the store.

    Attributes:
        candidate: The candidate's key.
        score: Their score.
        band: Their band.
        digest: SHA-256 over the match without the candidate's id, in hexadecimal.
        record: What the digest is of, compressed.
        gist: The match in short (`matcher.gist.gist_json`).
    """

    candidate: int
    score: float
    band: str
    digest: str
    record: bytes
    gist: dict[str, Any]

    @classmethod
    def of(cls, candidate: int, record: dict[str, Any], gist: dict[str, Any]) -> NewMatch:
        """Return a match (`matcher.wire.match_record`) made ready before a transaction begins."""
        rest = {key: value for key, value in record.items() if key != "candidate_id"}
        content = canonical(rest)
        digest = hashlib.sha256(content).hexdigest()
        return cls(candidate, record["score"], record["band"], digest, compress(content), gist)


def ensure_basis(connection: Connection, tenant: int, role: int, basis: Basis) -> int:
    """Return the key of this basis of a role, stored where it is new."""
    values = {
        "tenant_id": tenant,
        "role_id": role,
        "digest": basis.digest,
        "role": basis.role,
        "model": basis.model,
        "weights": basis.weights,
        "weights_digest": basis.weights_digest,
        "knowledge": basis.knowledge,
        "as_of": basis.as_of,
    }
    connection.execute(unless_there(connection, bases).values(values))
    found = select(bases.c.id).where(bases.c.role_id == role, bases.c.digest == basis.digest)
    return int(connection.execute(found).scalar_one())


def basis_of(connection: Connection, tenant: int, key: int) -> Basis:
    """Return a basis."""
    row = connection.execute(
        select(
            bases.c.role,
            bases.c.model,
            bases.c.weights,
            bases.c.weights_digest,
            bases.c.knowledge,
            bases.c.as_of,
        ).where(bases.c.tenant_id == tenant, bases.c.id == key)
    ).one()
    return Basis(*row)


def missing(connection: Connection, tenant: int, basis: int, pool: int | None) -> list[int]:
    """Return the keys of the candidates of a pool, or of all, that have no match yet."""
    found = select(candidates.c.id).where(
        candidates.c.tenant_id == tenant,
        ~exists().where(matches.c.basis_id == basis, matches.c.candidate_id == candidates.c.id),
    )
    found = in_pool(found, pool)
    return list(connection.execute(found.order_by(candidates.c.id)).scalars())


def put(connection: Connection, basis: int, new: Sequence[NewMatch]) -> None:
    """Store matches; one that somebody else has stored meanwhile is the same and stays.

    A candidate who was erased meanwhile is left out.
    """
    for some in chunks(new, _AT_ONCE):
        there = set(
            connection.execute(
                select(candidates.c.id)
                .where(candidates.c.id.in_([each.candidate for each in some]))
                # Nobody is erased between this and the insert.
                .with_for_update(read=True, key_share=True)
            ).scalars()
        )
        rows = [{"basis_id": basis, **_row(each)} for each in some if each.candidate in there]
        if rows:
            connection.execute(unless_there(connection, matches), rows)


def _row(new: NewMatch) -> dict[str, Any]:
    return {
        "candidate_id": new.candidate,
        "score": new.score,
        "band": new.band,
        "digest": new.digest,
        "record": new.record,
        "gist": new.gist,
    }


def scored(connection: Connection, tenant: int, basis: int, pool: int | None) -> list[Scored]:
    """Return every match of a basis with the candidates of a pool, or with all; in no order."""
    found = (
        select(
            candidates.c.id,
            candidates.c.public_id,
            candidates.c.label,
            candidates.c.digest,
            matches.c.score,
            matches.c.band,
            matches.c.digest,
        )
        .join(matches, matches.c.candidate_id == candidates.c.id)
        .where(candidates.c.tenant_id == tenant, matches.c.basis_id == basis)
    )
    found = in_pool(found, pool)
    return [Scored(*row) for row in connection.execute(found)]


def records(connection: Connection, basis: int, wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return the matches of a basis with these candidates, by the candidate's key."""
    found: dict[int, dict[str, Any]] = {}
    for some in chunks(wanted, _AT_ONCE):
        rows = connection.execute(
            select(candidates.c.id, candidates.c.public_id, matches.c.record)
            .join(matches, matches.c.candidate_id == candidates.c.id)
            .where(matches.c.basis_id == basis, candidates.c.id.in_(some))
        )
        found.update((key, {"candidate_id": name, **unpack(record)}) for key, name, record in rows)
    return found
