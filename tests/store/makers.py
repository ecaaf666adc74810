"""Rows for tests of the store: tenants, candidates that nobody read, roles, matches."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from service.store import candidates, matches, roles
from service.store.candidates import Mark, NewCandidate, StoredCandidate
from service.store.matches import Basis, NewMatch
from service.store.packing import pack
from service.store.schema import tenants

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
AS_OF = date(2026, 11, 1)
MODEL = "m" * 64


def tenant(connection: Connection, name: str = "acme") -> int:
    """Store a tenant; return its key."""
    found = insert(tenants).values(name=name, created_at=NOW).returning(tenants.c.id)
    return int(connection.execute(found).scalar_one())


def new(name: str, marks: tuple[Mark, ...] = (), **changes: Any) -> NewCandidate:
    """Return a candidate to store, whose file and text are its name."""
    fields = {
        "external_id": None,
        "label": name,
        "media_type": "text/plain",
        "digest": f"digest of {name}",
        "record": pack({"text": name}),
        "read_with": "k" * 64,
        "as_of": AS_OF,
        "model": MODEL,
        "passages": name.encode(),
        "titles": b"",
        "marks": marks,
    }
    return NewCandidate(**fields | changes)


def add(
    connection: Connection, key: int, name: str, marks: tuple[Mark, ...] = (), **changes: Any
) -> StoredCandidate:
    """Store a candidate that is new to the tenant of this key."""
    stored = candidates.add(connection, key, new(name, marks, **changes), by="tests", now=NOW)
    assert stored is not None
    return stored


def role(connection: Connection, key: int, title: str = "Head of Service Desk") -> roles.StoredRole:
    """Store a role that asks for nothing."""
    record = {"id": "", "title": title, "text": title, "sections": [], "requirements": []}
    return roles.add(connection, key, record, external_id=None, by="tests", now=NOW)


def basis(stored: roles.StoredRole, **changes: Any) -> Basis:
    """Return what matches with a role depend on."""
    fields = {
        "role": stored.record,
        "model": {"name": "none"},
        "weights": "name = 'none'",
        "weights_digest": "w" * 64,
        "knowledge": "k" * 64,
        "as_of": AS_OF,
    }
    return Basis(**fields | changes)


def match(candidate: StoredCandidate, score: float) -> NewMatch:
    """Return a match with a candidate, good for a score."""
    record = {"candidate_id": candidate.id, "score": score, "band": "good"}
    return NewMatch.of(candidate.key, record, {"outcomes": ""})


def ranked(connection: Connection, key: int, scores: dict[str, float]) -> tuple[int, int]:
    """Store a role, a basis and candidates with these scores; return the keys of role and basis."""
    stored = role(connection, key)
    on = matches.ensure_basis(connection, key, stored.key, basis(stored))
    matches.put(
        connection, on, [match(add(connection, key, name), score) for name, score in scores.items()]
    )
    return stored.key, on
