"""A whole ranking as people decided it, in short: what is asked of all of it at once starts here.

Must not know what is asked. Nobody's words are read: of each match only what its points follow
from.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from matcher.columns import Columns
from matcher.funnel import Funnel, funnel_in
from matcher.gist import columns_from
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
        pool: Their matches, a row for each place, under names that sort as equal places do.
        erased: How many places are left out.
    """

    role: Role
    weights: Weights
    places: tuple[Placed, ...]
    pool: Columns
    erased: int


def whole(connection: Connection, ranking: StoredRanking) -> Whole:
    """Return a finished ranking in short."""
    basis = matches.basis_of(connection, ranking.tenant, ranking.basis)
    everybody = page(connection, ranking, "decided", 0, None)
    gists = places.gists(connection, ranking)
    there = tuple(each for each in everybody if each.candidate in gists)
    role = role_from(basis.role)
    rows = [(name_of(e), e.score, e.band, gists[e.candidate]) for e in there if e.candidate]
    return Whole(
        role=role,
        weights=parse_weights(basis.weights, "weights"),
        places=there,
        pool=columns_from(role, rows),
        erased=len(everybody) - len(there),
    )


def name_of(place: Placed) -> str:
    """Return a name by which equals sort as places do: by label, then by id."""
    return f"{place.label}\0{place.id}"


def funnel(of: Whole) -> Funnel:
    """Return what the role's must-haves do to those who are ranked, by their public ids."""
    return funnel_in(of.role, [str(each.id) for each in of.places], of.pool.outcomes)
