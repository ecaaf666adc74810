"""The decision record of a ranking: enough to defend it, or to contest it, in one piece.

Must not know HTTP, and computes nothing: it puts together what is stored. Nobody's words are in it
but those of the people who decided.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from matcher.weights import parse_weights
from service.store import matches, overrides, roles
from service.store.matches import Basis
from service.store.overrides import StoredOverride
from service.store.rankings import StoredRanking
from service.store.roles import RoleChange, StoredRole
from service.work.places import Placed, page

Json = dict[str, Any]
HIDDEN = "hidden"


def record_of(connection: Connection, ranking: StoredRanking) -> Json:
    """Return everything that a finished ranking rests on, as JSON values.

    In a blind ranking nobody is named.
    """
    basis = matches.basis_of(connection, ranking.tenant, ranking.basis)
    everybody = page(connection, ranking, "decided", 0, None)
    ids = {each.candidate: each.id for each in everybody if each.candidate is not None}
    said = overrides.of_ranking(connection, ranking.key)
    return {
        "ranking": ranking.id,
        "asked_by": ranking.created_by,
        "asked_at": ranking.created_at.isoformat(),
        "finished_at": ranking.finished_at.isoformat() if ranking.finished_at else None,
        "role": _role(connection, ranking, basis),
        "model": basis.model,
        "weights": _weights(basis),
        "knowledge": basis.knowledge,
        "as_of": basis.as_of.isoformat(),
        "pool": {
            "name": ranking.pool,
            "size": ranking.pool_size,
            "judged": ranking.judged,
            "top": ranking.options["top"],
            "blind": ranking.options["blind"],
        },
        "inputs_digest": ranking.inputs_digest,
        "result_digest": ranking.result_digest,
        "overrides": [_override(each, ids.get(each.candidate)) for each in said],
        "places": [_place(each, blind=ranking.options["blind"]) for each in everybody],
    }


def _role(connection: Connection, ranking: StoredRanking, basis: Basis) -> Json:
    """Return the role as it was judged, as it was read, and what people had set by then."""
    stored: StoredRole | None = roles.by_id(connection, ranking.tenant, basis.role["id"])
    changes = roles.changes_of(connection, ranking.role)
    return {
        "id": basis.role["id"],
        "judged": basis.role,
        "read": stored.record if stored else None,
        "changes": [_change(each) for each in changes if each.at <= ranking.created_at],
    }


def _change(change: RoleChange) -> Json:
    told = {name: value for name, value in change.body.items() if value is not None}
    return {"kind": change.kind, "body": told, "by": change.by, "at": change.at.isoformat()}


def _weights(basis: Basis) -> Json:
    name = parse_weights(basis.weights, "weights").name
    return {"name": name, "digest": basis.weights_digest, "text": basis.weights}


def _override(said: StoredOverride, candidate: str | None) -> Json:
    return {
        "candidate": candidate,
        "requirement_id": said.requirement_id,
        "outcome": said.outcome,
        "reason": said.reason,
        "by": said.by,
        "at": said.at.isoformat(),
    }


def _place(place: Placed, *, blind: bool) -> Json:
    return {
        "rank": place.rank,
        "candidate": place.id,
        "label": HIDDEN if blind and place.label is not None else place.label,
        "score": place.score,
        "band": place.band,
        "machine_rank": place.machine_rank,
        "machine_score": place.machine_score,
        "machine_band": place.machine_band,
        "overridden": place.overridden,
    }
