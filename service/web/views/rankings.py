"""Rankings as lists and headings show them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from service.api.models.rankings import RankingOut
from service.store import matches
from service.store.rankings import StoredRanking


def shown_rankings(connection: Connection, found: Sequence[StoredRanking]) -> list[RankingOut]:
    """Return rankings with what they were made with."""
    return [
        RankingOut.of(each, matches.basis_of(connection, each.tenant, each.basis)) for each in found
    ]
