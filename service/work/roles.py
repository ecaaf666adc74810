"""Roles as people want them: what the machine read, with what they set applied in order.

Must not know HTTP, nor what an edit does: that is `matcher.roles.edits`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from matcher.roles.edits import edited
from matcher.types import Requirement, Role
from matcher.wire import addition_from, edit_from, role_from, role_json
from service.engine.records import Surroundings
from service.store import matches, roles
from service.store.matches import Basis
from service.store.roles import RoleChange, StoredRole

EDIT, ADDITION, ACCEPTANCE = "edit", "addition", "acceptance"


@dataclass(frozen=True, slots=True)
class WorkedRole:
    """A stored role, what people set, and what comes of both.

    Attributes:
        stored: The row.
        read: As the machine read it.
        asked: Everything that was read or added, edits applied, struck requirements included.
        role: The role that candidates are judged by: struck requirements left out.
        changes: What people set, oldest first.
    """

    stored: StoredRole
    read: Role
    asked: tuple[Requirement, ...]
    role: Role
    changes: tuple[RoleChange, ...]


def worked(stored: StoredRole, changes: Sequence[RoleChange]) -> WorkedRole:
    """Apply what people set to what the machine read.

    Raises:
        EditError: A change names what is not there, or sets what cannot be.
    """
    read = role_from(stored.record)
    edits = [edit_from(each.body) for each in changes if each.kind == EDIT]
    additions = [addition_from(each.body) for each in changes if each.kind == ADDITION]
    unstruck = [edit_from({**e.body, "struck": None}) for e in changes if e.kind == EDIT]
    return WorkedRole(
        stored=stored,
        read=read,
        asked=edited(read, unstruck, additions).requirements,
        role=edited(read, edits, additions),
        changes=tuple(changes),
    )


def load(connection: Connection, tenant: int, public_id: str) -> WorkedRole | None:
    """Return a role as people want it; None where the tenant has no such role."""
    stored = roles.by_id(connection, tenant, public_id)
    return worked(stored, roles.changes_of(connection, stored.key)) if stored else None


def basis_of(
    connection: Connection,
    tenant: int,
    role: WorkedRole,
    surroundings: Surroundings,
    weights: tuple[str, str] | None,
    as_of: date,
) -> int:
    """Return the key of what matches with this role, as it is now, depend on.

    Args:
        connection: In a transaction that may write.
        tenant: Whose role it is.
        role: The role.
        surroundings: Model, default weights, code and tables.
        weights: Text and digest of other weights, or None.
        as_of: The date that 'present' means.
    """
    text, digest = weights or (surroundings.weights, surroundings.weights_digest)
    basis = Basis(
        role=role_json(role.role),
        model=surroundings.model,
        weights=text,
        weights_digest=digest,
        knowledge=surroundings.knowledge,
        as_of=as_of,
    )
    return matches.ensure_basis(connection, tenant, role.stored.key, basis)
