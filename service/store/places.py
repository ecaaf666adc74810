"""The places of a ranking in the store, with what people made of them, as light rows.

Must not know in which order they are shown, nor what a match holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from service.store.rankings import StoredRanking
from service.store.schema import candidates, entries, matches, revisions


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, as the machine gave it.

    Attributes:
        rank: The machine's.
        candidate: None once the person was erased, with ``id`` and ``label``.
        score: The machine's; ``band`` likewise.
        revised_score: As people decided, None where they did not; ``revised_band`` likewise.
    """

    rank: int
    candidate: int | None
    id: str | None
    label: str | None
    score: float
    band: str
    revised_score: float | None
    revised_band: str | None


def rows(
    connection: Connection, ranking: StoredRanking, after: int = 0, limit: int | None = None
) -> list[PlaceRow]:
    """Return places in the machine's order, from behind the rank ``after``."""
    found = _places(
        ranking,
        entries.c.rank,
        entries.c.candidate_id,
        candidates.c.public_id,
        candidates.c.label,
        entries.c.score,
        entries.c.band,
        revisions.c.score,
        revisions.c.band,
    )
    found = found.where(entries.c.rank > after).limit(limit)
    return [PlaceRow(*row) for row in connection.execute(found)]


def _places(ranking: StoredRanking, *columns: Any) -> Select[Any]:
    revision = and_(
        revisions.c.ranking_id == ranking.key, revisions.c.candidate_id == entries.c.candidate_id
    )
    return (
        select(*columns)
        .select_from(entries)
        .outerjoin(candidates, candidates.c.id == entries.c.candidate_id)
        .outerjoin(revisions, revision)
        .where(entries.c.ranking_id == ranking.key)
        .order_by(entries.c.rank)
    )


@dataclass(frozen=True, slots=True)
class MachineRow:
    """A place with the machine's match in short.

    Attributes:
        rank: The machine's.
        candidate: The candidate's key.
        id: Their public id.
        file_digest: Digest of their file.
        score: As the match has it; ``band`` likewise.
        match_digest: Digest of the match.
        gist: The match in short.
    """

    rank: int
    candidate: int
    id: str
    file_digest: str
    score: float
    band: str
    match_digest: str
    gist: dict[str, Any]


def machine(connection: Connection, ranking: StoredRanking) -> list[MachineRow]:
    """Return the places of those who were not erased, in the machine's order."""
    found = (
        select(
            entries.c.rank,
            candidates.c.id,
            candidates.c.public_id,
            candidates.c.digest,
            matches.c.score,
            matches.c.band,
            matches.c.digest,
            matches.c.gist,
        )
        .join(candidates, candidates.c.id == entries.c.candidate_id)
        .join(
            matches,
            and_(
                matches.c.basis_id == ranking.basis,
                matches.c.candidate_id == entries.c.candidate_id,
            ),
        )
        .where(entries.c.ranking_id == ranking.key)
        .order_by(entries.c.rank)
    )
    return [MachineRow(*row) for row in connection.execute(found)]


def gists(connection: Connection, ranking: StoredRanking) -> dict[int, dict[str, Any]]:
    """Return the matches in short, as people decided them, by the candidate's key."""
    match = and_(
        matches.c.basis_id == ranking.basis, matches.c.candidate_id == entries.c.candidate_id
    )
    gist = func.coalesce(revisions.c.gist, matches.c.gist)
    found = _places(ranking, entries.c.candidate_id, gist).join(matches, match)
    return {row[0]: row[1] for row in connection.execute(found)}
