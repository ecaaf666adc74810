"""Tenants, batches and candidates for tests of the queue."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert, select

from service.store import batch_items, batches
from service.store.batch_items import NewItem
from service.store.batches import StoredBatch
from service.store.database import Database
from service.store.ids import new_id
from service.store.schema import candidates, tenants

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def tenant(database: Database, name: str = "default") -> int:
    with database.writing() as connection:
        key = connection.scalar(select(tenants.c.id).where(tenants.c.name == name))
        if key is None:
            values = {"name": name, "created_at": NOW}
            key = connection.scalar(insert(tenants).values(values).returning(tenants.c.id))
    assert key is not None
    return key


def item(number: int, content: bytes = b"words", fault: str = "") -> NewItem:
    return NewItem(
        number=number,
        name=f"cvs/{number}.txt",
        label=f"cv-{number}",
        external_id=f"x-{number}",
        content=content,
        plain_text=False,
        fault=fault,
    )


def queued(
    database: Database, owner: int, items: Sequence[NewItem], name: str = "a batch"
) -> StoredBatch:
    with database.writing() as connection:
        batch = batches.create(connection, owner, name=name, pool=None, by="k_1", now=NOW)
        batch_items.add(connection, batch.key, items, NOW)
        batches.seal(connection, batch.key, NOW)
        found = batches.by_id(connection, owner, batch.id)
    assert found is not None
    return found


def candidate(connection: Connection, owner: int, name: str) -> int:
    """A candidate's row with as little in it as may be."""
    values = {
        "public_id": new_id("c"),
        "tenant_id": owner,
        "external_id": name,
        "label": name,
        "media_type": "text/plain",
        "digest": name.rjust(64, "0"),
        "record": b"",
        "read_with": "",
        "as_of": date(2026, 11, 23),
        "created_at": NOW,
        "created_by": "k_1",
    }
    key = connection.scalar(insert(candidates).values(values).returning(candidates.c.id))
    assert key is not None
    return key
