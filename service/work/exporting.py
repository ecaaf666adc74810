"""A stored ranking as the record that every report is made from.

Must not know a report's format, and computes nothing: matches are those that were stored, as the
machine made them or as people decided them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from matcher.types import Candidate
from matcher.weights import parse_weights
from matcher.wire import candidate_from, match_from, role_from
from service.result import Ranking
from service.store import candidates, matches
from service.store.candidates import StoredCandidate
from service.store.packing import unpack
from service.store.rankings import StoredRanking
from service.work import places


def ranking_of(connection: Connection, ranking: StoredRanking, top: int | None) -> Ranking:
    """Return the first places of a finished ranking as people decided it.

    A match on which they decided otherwise than the machine says so among its warnings. Places of
    people since erased are left out.

    Candidates are called by what the caller calls them; where two are called alike, by that and
    their id.
    """
    shown = places.page(connection, ranking, "decided", 0, top)
    return report_on(connection, ranking, [e.candidate for e in shown if e.candidate is not None])


def report_on(connection: Connection, ranking: StoredRanking, keys: list[int]) -> Ranking:
    """Return some of those who have a place in a finished ranking, in the order given."""
    basis = matches.basis_of(connection, ranking.tenant, ranking.basis)
    rows = candidates.names(connection, ranking.tenant, keys)
    records = places.decided_records(connection, ranking, keys)
    called = _called(rows)
    read = _read(connection, ranking, keys, called)
    return Ranking(
        role=role_from(basis.role),
        matches=tuple(
            replace(match_from(records[key]), candidate_id=called[key])
            for key in keys
            if key in records and key in called
        ),
        candidates=read,
        failed=(),
        pool=ranking.pool_size or 0,
        judged=ranking.judged or 0,
        model=basis.model,
        weights=parse_weights(basis.weights, "weights"),
        as_of=basis.as_of,
    )


def _called(rows: Mapping[int, StoredCandidate]) -> dict[int, str]:
    often = Counter(each.label for each in rows.values())
    return {
        key: each.label if often[each.label] == 1 else f"{each.label} ({each.id})"
        for key, each in rows.items()
    }


def _read(
    connection: Connection, ranking: StoredRanking, keys: list[int], called: dict[int, str]
) -> dict[str, Candidate]:
    held = candidates.held(connection, ranking.tenant, keys, model="")
    return {
        called[each.key]: candidate_from({**unpack(each.record), "id": called[each.key]})
        for each in held
    }
