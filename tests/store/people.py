"""Candidates planted in every table, so that what is left of them can be looked for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from service.store import candidates, matches, pools, rankings, roles
from service.store.candidates import Mark, NewCandidate
from service.store.matches import Basis, NewMatch
from service.store.packing import pack
from service.store.rankings import Finished
from service.store.schema import batch_items, batches, overrides, revisions, tenants

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)
MODEL = "m" * 64


@dataclass(frozen=True)
class Person:
    """A candidate in the store, and bytes that stand nowhere but in their rows."""

    key: int
    id: str
    word: str
    bytes: tuple[bytes, ...]


def tenant(connection: Connection, name: str = "default") -> int:
    """Return a new tenant."""
    values = {"name": name, "created_at": NOW}
    return int(
        connection.execute(insert(tenants).values(values).returning(tenants.c.id)).scalar_one()
    )


def record(word: str) -> dict[str, Any]:
    """Return a candidate's record that holds a word."""
    return {
        "text": f"{word} ran a desk.",
        "positions": [{"title": f"Head of {word}"}],
        "facts": [{"kind": "tool", "quote": word}],
        "passages": [{"text": word}],
        "experience_months": 12,
        "highest_education": "none",
        "warnings": [{"code": "hidden_text", "message": "some"}],
    }


def new(word: str) -> NewCandidate:
    """Return a CV that holds a word in every field that can hold one."""
    return NewCandidate(
        external_id=f"{word}-1",
        label=f"{word}-1",
        media_type="text/plain",
        digest=os.urandom(32).hex(),
        record=pack(record(word)),
        read_with="0" * 64,
        as_of=DAY,
        model=MODEL,
        passages=os.urandom(7680),
        titles=os.urandom(768),
        marks=(Mark("tool", word, "held"),),
    )


def add(
    connection: Connection, tenant: int, word: str, *, expires_at: datetime | None = None
) -> Person:
    """Store a candidate, and a word in every place that takes one."""
    cv = new(word)
    stored = candidates.add(connection, tenant, cv, by="k_1", now=NOW, expires_at=expires_at)
    assert stored is not None
    pool = pools.ensure(connection, tenant, "desk", NOW)
    pools.put(connection, tenant, pool.key, [stored.key])
    blobs = (cv.record[16:48], cv.passages[100:132], cv.passages[-32:], cv.titles[:32])
    return Person(stored.key, stored.id, word, blobs)


def rank(connection: Connection, tenant: int, people: list[Person]) -> str:
    """Store a ranking of these people, with a decision about each; return its public id."""
    role_record = {"title": "Clerk", "requirements": [{"id": "R1", "text": "ran a desk"}]}
    role = roles.add(connection, tenant, role_record, external_id=None, by="k_1", now=NOW)
    basis_record = Basis(role.record, {"name": "fake"}, "", "w", "0" * 64, DAY)
    basis = matches.ensure_basis(connection, tenant, role.key, basis_record)
    verdict = {"requirement_id": "R1", "status": "met", "reason": "It says so.", "evidence": []}
    made = [
        NewMatch.of(
            each.key,
            {
                "candidate_id": each.id,
                "score": 50.0,
                "band": "good",
                "verdicts": [{**verdict, "evidence": [{"quote": each.word}]}],
            },
            {"outcomes": "m"},
        )
        for each in people
    ]
    matches.put(connection, basis, made)
    ranking = rankings.add(
        connection, tenant, role=role.key, basis=basis, pool=None, pool_key=None,
        options={"top": None, "blind": False}, by="k_1", now=NOW,
    )  # fmt: skip
    token = rankings.lease(connection, ranking.key, NOW, 30)
    assert token is not None
    scored = matches.scored(connection, tenant, basis, None)
    finished = Finished(len(scored), len(scored), "i", "r")
    assert rankings.finish(connection, ranking.key, token, scored, finished, NOW)
    for each, match in zip(people, made, strict=True):
        owned = {"ranking_id": ranking.key, "candidate_id": each.key}
        said = {"requirement_id": "R1", "outcome": "met", "reason": f"I know {each.word}"}
        connection.execute(insert(overrides).values(**owned, **said, by="k_1", at=NOW))
        revised = {"score": 60.0, "band": "good", "record": match.record, "gist": match.gist}
        connection.execute(insert(revisions).values(**owned, **revised))
    return ranking.id


def send(connection: Connection, tenant: int, person: Person, name: str = "b_1") -> None:
    """Store a batch with every kind of item that can be about a person."""
    values = {"public_id": name, "tenant_id": tenant, "name": "", "status": "running", "total": 4}
    moments = {"created_at": NOW, "seen_at": NOW}
    row = insert(batches).values(**values, **moments, created_by="k_1").returning(batches.c.id)
    batch = connection.execute(row).scalar_one()
    own: dict[str, object] = {
        "batch_id": batch,
        "content": None,
        "error": None,
        "candidate_id": None,
        "lease": None,
    }
    external_id = f"{person.word}-1"
    own["plain_text"] = False
    file = {"name": f"{person.word}.pdf", "label": person.word, "external_id": None}
    items = [
        {**own, **file, "status": "done", "candidate_id": person.key},
        {**own, **file, "status": "leased", "content": person.word.encode(), "lease": "t"}
        | {"external_id": external_id},
        {**own, **file, "status": "failed"}
        | {"error": f"stored already, as {person.id}; its external id is {external_id!r}"},
        {**own, "name": "other.pdf", "label": "other", "external_id": None, "status": "queued"}
        | {"content": b"other"},
    ]
    numbered = [{**each, "number": number} for number, each in enumerate(items, 1)]
    connection.execute(insert(batch_items), numbered)


def someone(connection: Connection, tenant: int, word: str) -> Person:
    """Store a person in every table, with a neighbour before and behind them in each."""
    before = add(connection, tenant, f"{word[::-1]}x")
    person = add(connection, tenant, word)
    behind = add(connection, tenant, f"{word[::-1]}y")
    rank(connection, tenant, [before, person, behind])
    send(connection, tenant, person)
    return person


LATER = NOW + timedelta(days=365)
