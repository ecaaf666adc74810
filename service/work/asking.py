"""A ranking asked for: checked, given a basis, and queued.

Must not know HTTP, nor how it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from matcher.weights import parse_weights
from service.engine.records import Surroundings
from service.store import pools, rankings
from service.store.rankings import StoredRanking
from service.work.clock import now
from service.work.roles import WorkedRole, basis_of


class NothingAsked(Exception):
    """Every requirement of the role is struck: there is nothing to rank by."""


class NoSuchPool(Exception):
    """The tenant has no pool of this id."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A ranking as somebody wants it.

    Attributes:
        pool: A pool's public id, or None for everybody.
        top: How many places are kept; None for all.
        blind: Whether its reader is not to know who people are.
        as_of: The date that 'present' means.
        weights: Text of a weights file, or None for the default.
    """

    pool: str | None
    top: int | None
    blind: bool
    as_of: date
    weights: str | None


def queue(
    connection: Connection,
    tenant: int,
    role: WorkedRole,
    wish: Wish,
    surroundings: Surroundings,
    by: str,
) -> StoredRanking:
    """Queue a ranking of a role as it is now.

    Raises:
        NothingAsked: Every requirement of the role is struck.
        NoSuchPool: The tenant has no such pool.
        WeightsError: The weights cannot be used; the message says why.
    """
    if not role.role.requirements:
        raise NothingAsked("Every requirement of the role is struck: there is nothing to rank by.")
    pool = pools.by_id(connection, tenant, wish.pool) if wish.pool is not None else None
    if wish.pool is not None and pool is None:
        raise NoSuchPool("There is no pool of this id.")
    weights = None
    if wish.weights is not None:
        weights = (wish.weights, parse_weights(wish.weights, "weights").digest)
    basis = basis_of(connection, tenant, role, surroundings, weights, wish.as_of)
    return rankings.add(
        connection,
        tenant,
        role=role.stored.key,
        basis=basis,
        pool=pool.name if pool else None,
        pool_key=pool.key if pool else None,
        options={"top": wish.top, "blind": wish.blind},
        by=by,
        now=now(),
    )
