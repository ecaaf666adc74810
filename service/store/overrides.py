"""People's words against verdicts in the store, and the matches as they stand with them.

Must not know what an override does to a match. Nothing is taken back: a later word on the same
requirement takes the place of an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select

from service.store.chunks import chunks
from service.store.packing import pack, unpack
from service.store.schema import candidates, entries, overrides, rankings, revisions

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredOverride:
    """A person's word against a verdict; ``outcome`` is that of a `matcher.types.Outcome`."""

    candidate: int
    requirement_id: str
    outcome: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """A match as it stands with people's words.

    Attributes:
        record: `matcher.wire.match_record`.
        gist: `matcher.gist.gist_json`.
    """

    score: float
    band: str
    record: dict[str, Any]
    gist: dict[str, Any]


_COLUMNS = (
    overrides.c.candidate_id,
    overrides.c.requirement_id,
    overrides.c.outcome,
    overrides.c.reason,
    overrides.c.by,
    overrides.c.at,
)


def hold(connection: Connection, ranking: int, candidate: int) -> bool:
    """Let nobody else decide on this ranking until the transaction ends.

    Returns:
        Whether the candidate has a place in it; none is erased meanwhile.
    """
    connection.execute(select(rankings.c.id).where(rankings.c.id == ranking).with_for_update())
    there = select(candidates.c.id).where(
        candidates.c.id == candidate,
        exists().where(entries.c.ranking_id == ranking, entries.c.candidate_id == candidate),
    )
    found = connection.execute(there.with_for_update(read=True, key_share=True))
    return found.first() is not None


def add(connection: Connection, ranking: int, new: StoredOverride) -> None:
    """Note a person's word, behind everything said before."""
    values = {
        "ranking_id": ranking,
        "candidate_id": new.candidate,
        "requirement_id": new.requirement_id,
        "outcome": new.outcome,
        "reason": new.reason,
        "by": new.by,
        "at": new.at,
    }
    connection.execute(insert(overrides).values(values))


def on(connection: Connection, ranking: int, candidate: int) -> list[StoredOverride]:
    """Return what people said of one candidate's match, oldest first."""
    found = select(*_COLUMNS).where(
        overrides.c.ranking_id == ranking, overrides.c.candidate_id == candidate
    )
    return [StoredOverride(*row) for row in connection.execute(found.order_by(overrides.c.id))]


def of_ranking(connection: Connection, ranking: int) -> list[StoredOverride]:
    """Return what people said of all matches of a ranking, oldest first."""
    found = select(*_COLUMNS).where(overrides.c.ranking_id == ranking)
    return [StoredOverride(*row) for row in connection.execute(found.order_by(overrides.c.id))]


def last(connection: Connection, ranking: int) -> int:
    """Return the number of the last word on any match of a ranking; 0 where there is none."""
    found = select(func.max(overrides.c.id)).where(overrides.c.ranking_id == ranking)
    return int(connection.execute(found).scalar_one() or 0)


def revise(connection: Connection, ranking: int, candidate: int, revision: Revision | None) -> None:
    """Keep a match as it stands now; None where it stands as the machine made it."""
    connection.execute(
        delete(revisions).where(
            revisions.c.ranking_id == ranking, revisions.c.candidate_id == candidate
        )
    )
    if revision is not None:
        values = {
            "ranking_id": ranking,
            "candidate_id": candidate,
            "score": revision.score,
            "band": revision.band,
            "record": pack(revision.record),
            "gist": revision.gist,
        }
        connection.execute(insert(revisions).values(values))


def revised(connection: Connection, ranking: int) -> bool:
    """Return whether any match of a ranking stands otherwise than the machine made it."""
    return bool(
        connection.execute(select(exists().where(revisions.c.ranking_id == ranking))).scalar()
    )


def records(
    connection: Connection, ranking: int, wanted: Sequence[int]
) -> dict[int, dict[str, Any]]:
    """Return the revised matches of these candidates, by key; who has none is left out."""
    found: dict[int, dict[str, Any]] = {}
    for some in chunks(wanted, _AT_ONCE):
        rows = connection.execute(
            select(revisions.c.candidate_id, revisions.c.record).where(
                revisions.c.ranking_id == ranking, revisions.c.candidate_id.in_(some)
            )
        )
        found.update((key, unpack(record)) for key, record in rows)
    return found
