"""Lists of candidates in the store, narrowed by what all of them must have.

Must not know who asks. Every function keeps to one tenant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, select

from service.store.candidates import AT_ONCE, LIGHT, Mark, StoredCandidate, candidate_of
from service.store.chunks import chunks
from service.store.schema import candidate_marks, candidates
from service.store.statements import in_pool

# The kind of a mark that is the code of a warning.
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed by; all that are given must hold."""

    pool: int | None = None
    external_id: str | None = None
    label: str | None = None
    created_after: datetime | None = None
    marks: tuple[Mark, ...] = ()


def page(
    connection: Connection, tenant: int, filters: Filters, after: int, limit: int
) -> list[StoredCandidate]:
    """Return up to ``limit`` rows, in the order they came, from behind the row ``after``."""
    found = _narrowed(
        select(*LIGHT).where(candidates.c.tenant_id == tenant, candidates.c.id > after), filters
    )
    rows = connection.execute(found.order_by(candidates.c.id).limit(limit))
    return [candidate_of(row) for row in rows]


def count(connection: Connection, tenant: int, filters: Filters | None = None) -> int:
    """Return how many candidates there are."""
    found = select(func.count()).select_from(candidates).where(candidates.c.tenant_id == tenant)
    return int(connection.execute(_narrowed(found, filters or Filters())).scalar_one())


def _narrowed(found: Select[Any], filters: Filters) -> Select[Any]:
    found = in_pool(found, filters.pool)
    if filters.external_id is not None:
        found = found.where(candidates.c.external_id == filters.external_id)
    if filters.label is not None:
        found = found.where(candidates.c.label.icontains(filters.label, autoescape=True))
    if filters.created_after is not None:
        found = found.where(candidates.c.created_at > filters.created_after)
    for mark in filters.marks:
        held = and_(
            candidate_marks.c.candidate_id == candidates.c.id,
            candidate_marks.c.kind == mark.kind,
            candidate_marks.c.name == mark.name,
        )
        if mark.status:
            held = and_(held, candidate_marks.c.status == mark.status)
        found = found.where(exists().where(held))
    return found


def marked(connection: Connection, tenant: int, kind: str, status: str = "") -> set[int]:
    """Return the keys of the candidates with any mark of a kind, and a status where it is given."""
    found = (
        select(candidate_marks.c.candidate_id)
        .join(candidates, candidates.c.id == candidate_marks.c.candidate_id)
        .where(candidates.c.tenant_id == tenant, candidate_marks.c.kind == kind)
    )
    if status:
        found = found.where(candidate_marks.c.status == status)
    return set(connection.execute(found).scalars())


def warnings(
    connection: Connection, tenant: int, wanted: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the codes of these candidates' warnings, by public id; who has none is left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for some in chunks(wanted, AT_ONCE):
        rows = connection.execute(
            select(candidates.c.public_id, candidate_marks.c.name)
            .join(candidates, candidates.c.id == candidate_marks.c.candidate_id)
            .where(
                candidates.c.tenant_id == tenant,
                candidate_marks.c.kind == WARNING,
                candidates.c.public_id.in_(some),
            )
            .order_by(candidate_marks.c.name)
        )
        for name, code in rows:
            found[name].append(code)
    return {name: tuple(codes) for name, codes in found.items()}
