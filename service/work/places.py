"""The places of a ranking in the order people or the machine gave them, and what stands in each.

Must not know HTTP, and computes no score: it sorts by those that were stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection

from matcher.weights import OUT
from service.blinding import masked
from service.store import candidates, matches, overrides, places
from service.store.packing import unpack
from service.store.places import PlaceRow
from service.store.rankings import StoredRanking

Order = Literal["decided", "machine"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in an order.

    Attributes:
        rank: In that order, from 1.
        candidate: None once the person was erased, with ``id`` and ``label``.
        score: As people decided; ``band`` likewise.
        machine_rank: As the machine gave it; score and band likewise.
        overridden: Whether people decided otherwise than the machine.
    """

    rank: int
    candidate: int | None
    id: str | None
    label: str | None
    score: float
    band: str
    machine_rank: int
    machine_score: float
    machine_band: str
    overridden: bool


@dataclass(frozen=True, slots=True)
class Reasons:
    """What stands behind a place.

    Attributes:
        match: As people decided it (`matcher.wire.match_record`).
        machine_verdicts: The machine's verdicts on what people decided otherwise.
    """

    match: dict[str, Any]
    machine_verdicts: list[dict[str, Any]]


def page(
    connection: Connection, ranking: StoredRanking, order: Order, after: int, limit: int | None
) -> list[Placed]:
    """Return up to ``limit`` places from behind the rank ``after``, best first."""
    if order == "machine" or not overrides.revised(connection, ranking.key):
        rows = places.rows(connection, ranking, after, limit)
        return [_placed(row.rank, row) for row in rows]
    ordered = in_decided_order(places.rows(connection, ranking))
    stop = None if limit is None else after + limit
    return [_placed(rank, row) for rank, row in enumerate(ordered[after:stop], after + 1)]


def in_decided_order(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """Return places by (out, -score, label, id), as people decided score and band.

    Whoever was erased has no label any more, and stays behind the equal place before theirs.
    """
    keyed: list[tuple[tuple[bool, float], tuple[str, str], PlaceRow]] = []
    for row in rows:
        score, band = _decided(row)
        height, called = (band == OUT, -score), (row.label or "", row.id or "")
        if row.id is None and keyed and keyed[-1][0] == height:
            called = keyed[-1][1]
        keyed.append((height, called, row))
    keyed.sort(key=lambda each: (each[0], each[1], each[2].rank))
    return [row for _, _, row in keyed]


def _decided(row: PlaceRow) -> tuple[float, str]:
    if row.revised_score is None or row.revised_band is None:
        return row.score, row.band
    return row.revised_score, row.revised_band


def _placed(rank: int, row: PlaceRow) -> Placed:
    score, band = _decided(row)
    return Placed(
        rank=rank,
        candidate=row.candidate,
        id=row.id,
        label=row.label,
        score=score,
        band=band,
        machine_rank=row.rank,
        machine_score=row.score,
        machine_band=row.band,
        overridden=row.revised_score is not None,
    )


def decided_records(
    connection: Connection, ranking: StoredRanking, keys: Sequence[int]
) -> dict[int, dict[str, Any]]:
    """Return the matches of these candidates as people decided them, by key."""
    found = matches.records(connection, ranking.basis, keys)
    return {**found, **overrides.records(connection, ranking.key, keys)}


def reasons(
    connection: Connection, ranking: StoredRanking, keys: Sequence[int]
) -> dict[int, Reasons]:
    """Return what stands behind the places of these candidates, by key.

    In a blind ranking no quote names anybody.
    """
    machine = matches.records(connection, ranking.basis, keys)
    decided = overrides.records(connection, ranking.key, keys)
    if ranking.options["blind"]:
        for each in candidates.held(connection, ranking.tenant, list(machine), model=""):
            text = unpack(each.record)["text"]
            machine[each.key] = masked(machine[each.key], text)
            if each.key in decided:
                decided[each.key] = masked(decided[each.key], text)
    return {
        key: Reasons(decided.get(key, match), _otherwise(match, decided.get(key, match)))
        for key, match in machine.items()
    }


def _otherwise(machine: dict[str, Any], decided: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the machine's verdicts whose outcome is not the one that was decided."""
    return [
        given
        for given, verdict in zip(machine["verdicts"], decided["verdicts"], strict=True)
        if given["status"] != verdict["status"]
    ]
