"""Which items of batches are known to be about a candidate. Must not know what becomes of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, or_, select

from service.store.schema import batch_items, batches


def about(tenant: int, key: int, public_id: str, external_id: str | None) -> ColumnElement[bool]:
    """Return the condition that an item is about a candidate of the tenant.

    It is the one they came in, or goes under the same external id, or was refused with words about
    the candidate.
    """
    signs: list[Any] = [
        batch_items.c.candidate_id == key,
        batch_items.c.error.contains(public_id, autoescape=True),
    ]
    if external_id is not None:
        signs.append(batch_items.c.external_id == external_id)
    theirs = select(batches.c.id).where(batches.c.tenant_id == tenant)
    return batch_items.c.batch_id.in_(theirs) & or_(*signs)
