"""Statements that several tables need alike, on SQLite and PostgreSQL.

Must not know whose rows they are about.
"""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table
from sqlalchemy.dialects import postgresql, sqlite

from service.store.schema import candidates, pool_members

_Found = TypeVar("_Found", bound=Select[Any])


def unless_there(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insertion that leaves a row alone which is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def in_pool(found: _Found, pool: int | None) -> _Found:
    """Return a selection of candidates, narrowed to a pool where one is given."""
    if pool is None:
        return found
    return found.join(pool_members, pool_members.c.candidate_id == candidates.c.id).where(
        pool_members.c.pool_id == pool
    )
