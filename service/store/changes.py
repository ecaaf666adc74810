"""The numbered changes of a tenant's candidates, for whoever holds something derived from them.

Must not know what is derived. Numbers have no gaps and appear in order: a change is numbered in
the transaction that makes it, and the tenant's row is locked from then until the commit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from service.store.schema import changes, tenants


@dataclass(frozen=True, slots=True)
class Change:
    """A candidate that came or changed, or was erased."""

    number: int
    candidate: int
    erased: bool


def hold(connection: Connection, tenant: int) -> None:
    """Let no candidate of the tenant come, change or go until this transaction ends.

    Whoever alters rows of candidates that are there takes this first, so that two who alter the
    same ones wait for each other in one order.
    """
    # A writer on SQLite is alone anyway. The weaker lock lets rows that point to a tenant be added.
    held = select(tenants.c.id).where(tenants.c.id == tenant).with_for_update(key_share=True)
    connection.execute(held)


def record(
    connection: Connection, tenant: int, candidates: Sequence[int], *, erased: bool = False
) -> None:
    """Number a change of each of these candidates."""
    if not candidates:
        return
    last = connection.execute(
        update(tenants)
        .where(tenants.c.id == tenant)
        .values(change_number=tenants.c.change_number + len(candidates))
        .returning(tenants.c.change_number)
    ).scalar_one()
    first = last - len(candidates) + 1
    connection.execute(
        insert(changes),
        [
            {"tenant_id": tenant, "number": number, "candidate_id": each, "erased": erased}
            for number, each in enumerate(candidates, first)
        ],
    )


def latest(connection: Connection, tenant: int) -> int:
    """Return the number of the tenant's last change, 0 before the first."""
    found = select(tenants.c.change_number).where(tenants.c.id == tenant)
    return int(connection.execute(found).scalar_one())


def erased_since(connection: Connection, tenant: int, number: int) -> bool:
    """Return whether anybody was erased by a change after ``number``."""
    found = select(changes.c.number).where(
        changes.c.tenant_id == tenant, changes.c.number > number, changes.c.erased
    )
    return connection.execute(found.limit(1)).first() is not None


def since(connection: Connection, tenant: int, number: int) -> list[Change]:
    """Return the tenant's changes after ``number``, in order."""
    rows = connection.execute(
        select(changes.c.number, changes.c.candidate_id, changes.c.erased)
        .where(changes.c.tenant_id == tenant, changes.c.number > number)
        .order_by(changes.c.number)
    )
    return [Change(*row) for row in rows]
