"""Everything that is held about a person, in one piece that can be handed to them.

Must not know how it is handed over. Whatever table holds words of a CV, or words about one, has
its part here; `tests/store/test_holdings.py` fails for a table that is forgotten.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from service.store.about import about
from service.store.packing import unpack
from service.store.schema import (
    audit,
    bases,
    batch_items,
    batches,
    candidate_marks,
    candidates,
    entries,
    matches,
    overrides,
    pool_members,
    pools,
    rankings,
    revisions,
    roles,
    vectors,
)

Json = dict[str, Any]

PARTS = {
    "candidate": "What the CV is called and what kind of file it was, when it came, who sent it "
    "and when it will be erased. The file itself is not kept, only the SHA-256 of its bytes.",
    "text": "The words of the CV.",
    "posts": "The posts that were read from the words.",
    "facts": "What the words state: each fact with its quote and where in the text it stands.",
    "experience_months": "Months in any dated post.",
    "highest_education": "The highest level of education that was read.",
    "warnings": "What was noticed about the document.",
    "marks": "Names of facts and codes of warnings by which lists can be narrowed.",
    "passages": "How many pieces of the text were turned into numbers, by their meaning.",
    "vectors": "The size of those numbers in bytes, and the key of the model that made them.",
    "pools": "Named sets of candidates that the person is in.",
    "matches": "How the CV was judged against each role: score, band, and for every requirement "
    "the outcome, the reason and the words it rests on.",
    "overrides": "Where a person decided otherwise than the machine, who, and why.",
    "revisions": "Matches as they stand with those decisions.",
    "rankings": "Places in rankings.",
    "batch_items": "Files of an upload that are known to be about the person.",
    "audit": "Who did what to the candidate, by ids and numbers.",
}
"""A note on what each part is."""


def held_about(connection: Connection, tenant: int, public_id: str) -> Json | None:
    """Return everything that is held about a candidate, as JSON values.

    Returns:
        An object with the parts of `PARTS`, and under "about" the notes on them; None where the
        tenant has no such candidate.
    """
    found = select(candidates).where(
        candidates.c.tenant_id == tenant, candidates.c.public_id == public_id
    )
    row = connection.execute(found).first()
    if row is None:
        return None
    record = unpack(row.record)
    return {
        "about": PARTS,
        "candidate": _candidate(row),
        "text": record["text"],
        "posts": record["positions"],
        "facts": record["facts"],
        "experience_months": record["experience_months"],
        "highest_education": record["highest_education"],
        "warnings": record["warnings"],
        "marks": _plain(connection, _of(candidate_marks, row.id, "kind", "name", "status")),
        "passages": len(record["passages"]),
        "vectors": _vectors(connection, row.id),
        "pools": list(connection.execute(_pools(row.id)).scalars()),
        "matches": _judged(connection, _matches(row.id)),
        "overrides": _plain(connection, _overrides(row.id)),
        "revisions": _judged(connection, _revisions(row.id)),
        "rankings": _plain(connection, _places(row.id)),
        "batch_items": _items(connection, tenant, row),
        "audit": _plain(connection, _acts(tenant, public_id)),
    }


def _candidate(row: Any) -> Json:
    return {
        "id": row.public_id,
        "external_id": row.external_id,
        "label": row.label,
        "media_type": row.media_type,
        "digest": row.digest,
        "read_with": row.read_with,
        "as_of": row.as_of.isoformat(),
        "created_at": row.created_at.isoformat(),
        "created_by": row.created_by,
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
    }


def _plain(connection: Connection, found: Select[Any]) -> list[Json]:
    """Return rows as objects under the columns' names."""
    return [
        {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in row.items()
        }
        for row in connection.execute(found).mappings()
    ]


def _of(table: Any, key: int, *names: str) -> Select[Any]:
    columns = [table.c[name] for name in names]
    return select(*columns).where(table.c.candidate_id == key).order_by(*columns)


def _vectors(connection: Connection, key: int) -> list[Json]:
    rows = connection.execute(select(vectors).where(vectors.c.candidate_id == key))
    return [{"model": row.model, "bytes": len(row.passages) + len(row.titles)} for row in rows]


def _pools(key: int) -> Select[Any]:
    return (
        select(pools.c.name)
        .join(pool_members, pool_members.c.pool_id == pools.c.id)
        .where(pool_members.c.candidate_id == key)
        .order_by(pools.c.name)
    )


def _matches(key: int) -> Select[Any]:
    return (
        select(roles.c.public_id, roles.c.title, bases.c.role, bases.c.as_of, matches.c.record)
        .select_from(matches)
        .join(bases, bases.c.id == matches.c.basis_id)
        .join(roles, roles.c.id == bases.c.role_id)
        .where(matches.c.candidate_id == key)
        .order_by(matches.c.basis_id)
    )


def _revisions(key: int) -> Select[Any]:
    return (
        select(roles.c.public_id, roles.c.title, bases.c.role, bases.c.as_of, revisions.c.record)
        .select_from(revisions)
        .join(rankings, rankings.c.id == revisions.c.ranking_id)
        .join(bases, bases.c.id == rankings.c.basis_id)
        .join(roles, roles.c.id == bases.c.role_id)
        .where(revisions.c.candidate_id == key)
        .order_by(revisions.c.ranking_id)
    )


def _judged(connection: Connection, found: Select[Any]) -> list[Json]:
    """Return matches with the words of what was asked beside each verdict."""
    judged = []
    for role_id, title, role, as_of, packed in connection.execute(found):
        record = unpack(packed)
        asked = {each["id"]: each["text"] for each in role["requirements"]}
        judged.append(
            {
                "role": role_id,
                "role_title": title,
                "as_of": as_of.isoformat(),
                **{name: value for name, value in record.items() if name != "candidate_id"},
                "verdicts": [
                    {"requirement": asked.get(each["requirement_id"]), **each}
                    for each in record["verdicts"]
                ],
            }
        )
    return judged


def _overrides(key: int) -> Select[Any]:
    return (
        select(
            rankings.c.public_id.label("ranking"),
            overrides.c.requirement_id,
            overrides.c.outcome,
            overrides.c.reason,
            overrides.c.by,
            overrides.c.at,
        )
        .join(rankings, rankings.c.id == overrides.c.ranking_id)
        .where(overrides.c.candidate_id == key)
        .order_by(overrides.c.id)
    )


def _places(key: int) -> Select[Any]:
    return (
        select(
            rankings.c.public_id.label("ranking"),
            roles.c.title.label("role_title"),
            rankings.c.finished_at,
            entries.c.rank,
            entries.c.score,
            entries.c.band,
        )
        .select_from(entries)
        .join(rankings, rankings.c.id == entries.c.ranking_id)
        .join(roles, roles.c.id == rankings.c.role_id)
        .where(entries.c.candidate_id == key)
        .order_by(rankings.c.id)
    )


def _items(connection: Connection, tenant: int, row: Any) -> list[Json]:
    """Return the items that `service.store.erasure` would empty."""
    found = (
        select(
            batches.c.public_id.label("batch"),
            batch_items.c.number,
            batch_items.c.name,
            batch_items.c.label,
            batch_items.c.external_id,
            batch_items.c.status,
            batch_items.c.error,
        )
        .join(batches, batches.c.id == batch_items.c.batch_id)
        .where(about(tenant, row.id, row.public_id, row.external_id))
        .order_by(batch_items.c.id)
    )
    return _plain(connection, found)


def _acts(tenant: int, public_id: str) -> Select[Any]:
    return (
        select(audit.c.at, audit.c.actor, audit.c.action, audit.c.request, audit.c.detail)
        .where(audit.c.tenant_id == tenant, audit.c.subject == public_id)
        .order_by(audit.c.id)
    )
