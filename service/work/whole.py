"""A whole ranking as people decided it, in short: what is asked of all of it at once starts here.

Must not know what is asked. Nobody's words are read: of each match only what its points follow
from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from matcher.funnel import Funnel, funnel_of
from matcher.gist import outcomes_from
from matcher.types import Role
from matcher.weights import Weights, parse_weights
from matcher.wire import role_from
from service.store import matches, places
from service.store.rankings import StoredRanking
from service.work.places import Placed, page


@dataclass(frozen=True, slots=True)
class Whole:
    """A ranking as people decided it, in short.

    Attributes:
        role: As it was judged.
        weights: What counted how much.
        places: In order; those of people since erased are left out.
        gists: The matches in short, by candidate.
        erased: How many places are left out.
    """

    role: Role
    weights: Weights
    places: tuple[Placed, ...]
    gists: Mapping[int, dict[str, Any]]
    erased: int


def whole(connection: Connection, ranking: StoredRanking) -> Whole:
    """Return a finished ranking in short."""
    basis = matches.basis_of(connection, ranking.tenant, ranking.basis)
    everybody = page(connection, ranking, "decided", 0, None)
    gists = places.gists(connection, ranking)
    there = tuple(each for each in everybody if each.candidate in gists)
    return Whole(
        role=role_from(basis.role),
        weights=parse_weights(basis.weights, "weights"),
        places=there,
        gists=gists,
        erased=len(everybody) - len(there),
    )


def funnel(of: Whole) -> Funnel:
    """Return what the role's must-haves do to those who are ranked, by their public ids."""
    outcomes = {
        str(each.id): outcomes_from(of.role, of.gists[each.candidate])
        for each in of.places
        if each.candidate is not None
    }
    return funnel_of(of.role, outcomes)
