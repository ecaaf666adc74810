"""A person's word against a verdict: stored, and the match made anew with all that were said.

Must not know HTTP, nor what a word does to a match: that is `matcher.overrides`. The machine's own
match stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from matcher.gist import gist_json
from matcher.overrides import decided_otherwise, overridden
from matcher.types import Match, Role
from matcher.weights import parse_weights
from matcher.wire import match_from, match_record, override_from, role_from
from service.blinding import unnamed
from service.store import candidates, matches, overrides
from service.store.overrides import Revision, StoredOverride
from service.store.rankings import StoredRanking


class NoPlace(Exception):
    """The candidate has no place in the ranking."""


def decide(connection: Connection, ranking: StoredRanking, word: StoredOverride) -> None:
    """Store a person's word, and what becomes of the match.

    In a blind ranking what names the candidate is taken out of the reason.

    Args:
        connection: In a transaction that may write.
        ranking: A finished ranking.
        word: What the person says.

    Raises:
        NoPlace: The candidate has no place in the ranking, or was erased.
        OverrideError: The word makes no sense, or the role asks no such thing.
    """
    if not overrides.hold(connection, ranking.key, word.candidate):
        raise NoPlace("This candidate has no place in the ranking.")
    if ranking.options["blind"]:
        record = candidates.record_of(connection, ranking.tenant, word.candidate)
        word = replace(word, reason=unnamed(word.reason, record["text"]))
    said = [*overrides.on(connection, ranking.key, word.candidate), word]
    basis = matches.basis_of(connection, ranking.tenant, ranking.basis)
    role = role_from(basis.role)
    found = matches.records(connection, ranking.basis, [word.candidate])
    machine = match_from(found[word.candidate])
    weights = parse_weights(basis.weights, "weights")
    decided = overridden(role, machine, [override_from(_json(each)) for each in said], weights)
    overrides.add(connection, ranking.key, word)
    revision = _revision(role, decided) if decided_otherwise(machine, decided) else None
    overrides.revise(connection, ranking.key, word.candidate, revision)


def _json(word: StoredOverride) -> dict[str, str]:
    return {
        "requirement_id": word.requirement_id,
        "outcome": word.outcome,
        "reason": word.reason,
        "by": word.by,
        "at": word.at.isoformat(),
    }


def _revision(role: Role, decided: Match) -> Revision:
    return Revision(decided.score, decided.band, match_record(decided), gist_json(role, decided))
