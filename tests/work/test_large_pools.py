"""Of a pool too large to judge, the most promising are judged and ranked, nobody else."""

from collections.abc import Iterator
from typing import Any

import pytest

from matcher.wire import role_json
from service.engine.records import Prospect
from service.store import candidates, erasure, matches, places, pools, rankings, roles
from service.store.database import Database
from service.store.matches import Basis
from service.store.rankings import StoredRanking
from service.work.ingest import Sender, store_cv
from service.work.ranking import RankingWork
from tests import desk
from tests.rooms import Here
from tests.store import people

OTHERS = [
    f"{name}\nZither player, Yellow Quartet, 2019 - present\n- Zithered.\n" for name in "ABCDE"
]


@pytest.fixture
def room(database: Database, database_url: str) -> Iterator[Here]:
    opened = Here(database_url)
    yield opened
    opened.close()


@pytest.fixture
def tenant(database: Database, room: Here) -> int:
    """Four who answer the role, all but one in a pool, and five of another trade, who are too."""
    with database.writing() as connection:
        tenant = people.tenant(connection)
        pool = pools.ensure(connection, tenant, "most", people.NOW).key
        for number, text in enumerate([*desk.CVS.values(), *OTHERS]):
            read = room.bench.read_cv(text.encode(), "cv", people.DAY, plain_text=True)
            sender = Sender("k_1", None, text.split()[0], pool if number else None)
            store_cv(connection, tenant, read, sender)
    return tenant


def queue(database: Database, room: Here, tenant: int, pool: str | None = None) -> StoredRanking:
    here = room.bench.surroundings()
    with database.writing() as connection:
        found = roles.by_external_id(connection, tenant, "desk") or roles.add(
            connection, tenant, role_json(desk.ROLE), external_id="desk", by="k", now=people.NOW
        )
        basis = Basis(
            role_json(desk.ROLE), here.model, here.weights, here.weights_digest, here.knowledge,
            people.DAY,
        )  # fmt: skip
        return rankings.add(
            connection, tenant, role=found.key, pool=pool, by="k", now=people.NOW,
            options={"top": None, "blind": False},
            basis=matches.ensure_basis(connection, tenant, found.key, basis),
            pool_key=pools.ensure(connection, tenant, pool, people.NOW).key if pool else None,
        )  # fmt: skip


def ranked(
    database: Database,
    room: Here,
    ranking: StoredRanking,
    at_most: int,
    looked_at: int | None = None,
) -> tuple[StoredRanking, list[str]]:
    """Make a ranking; return its row and who is in it, best first."""
    work = RankingWork(database, room, 4, at_most, looked_at)  # type: ignore[arg-type]
    work.make(ranking.key).result(60)
    work.close()
    with database.reading() as connection:
        done = rankings.by_id(connection, ranking.tenant, ranking.id)
        assert done is not None
        entries = places.rows(connection, ranking)
        rows = candidates.names(
            connection, ranking.tenant, [each.candidate or 0 for each in entries]
        )
    return done, [rows[each.candidate or 0].label for each in entries]


def test_the_most_promising_are_judged_and_the_others_counted(
    database: Database, room: Here, tenant: int
) -> None:
    done, labels = ranked(database, room, queue(database, room, tenant), 3)
    assert (done.status, done.pool_size, done.judged) == ("done", 9, 3)
    assert sorted(labels) == ["Alder", "Birch", "Cedar"]
    assert room.calls == ["prospects", "judge"]


def test_of_very_many_the_closest_are_looked_at(
    database: Database, room: Here, tenant: int
) -> None:
    done, labels = ranked(database, room, queue(database, room, tenant), 2, 3)
    assert (done.status, done.pool_size, done.judged) == ("done", 9, 2)
    assert set(labels) < {"Alder", "Birch", "Cedar"}
    assert room.calls == ["recall", "prospects", "judge"]


def test_a_pool_that_is_small_enough_is_judged_whole(
    database: Database, room: Here, tenant: int
) -> None:
    done, labels = ranked(database, room, queue(database, room, tenant), 9)
    assert (done.pool_size, done.judged, len(labels)) == (9, 9, 9)
    assert room.calls == ["judge"]


def test_in_a_pool_its_members_alone_are_found(database: Database, room: Here, tenant: int) -> None:
    done, labels = ranked(database, room, queue(database, room, tenant, "most"), 3, 5)
    assert (done.pool_size, done.judged) == (8, 3)
    assert "Alder" not in labels
    assert {"Birch", "Cedar"} <= set(labels)


def test_whoever_was_judged_before_is_not_mixed_in(
    database: Database, room: Here, tenant: int
) -> None:
    everybody, order = ranked(database, room, queue(database, room, tenant), 9)
    few, labels = ranked(database, room, queue(database, room, tenant), 3)
    assert few.basis == everybody.basis
    assert (few.pool_size, few.judged) == (9, 3)
    # The same three in the same order: who else was judged moves nobody.
    assert labels == [each for each in order if each in {"Alder", "Birch", "Cedar"}]
    assert few.inputs_digest != everybody.inputs_digest
    assert room.calls == ["judge", "prospects"]


def test_whose_vectors_are_of_another_model_is_embedded_before(
    database: Database, room: Here, tenant: int
) -> None:
    with database.writing() as connection:
        for key in candidates.keys(connection, tenant)[:4]:
            candidates.put_vectors(connection, key, "an older model", b"", b"")
    _, labels = ranked(database, room, queue(database, room, tenant), 3, 4)
    assert sorted(labels) == ["Alder", "Birch", "Cedar"]
    assert room.calls == ["refresh", "recall", "prospects", "judge"]


def test_who_is_erased_after_they_were_chosen_is_left_out(
    database: Database, room: Here, tenant: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    prospects = room.bench.prospects

    def erased(*args: Any) -> list[Prospect]:
        found = prospects(*args)
        first = found[0].candidate
        with database.writing() as connection:
            row = candidates.names(connection, tenant, [first])[first]
            erasure.remove(connection, tenant, row.id)
        return found

    monkeypatch.setattr(room.bench, "prospects", erased)
    done, labels = ranked(database, room, queue(database, room, tenant), 3)
    assert (done.status, done.pool_size, done.judged, len(labels)) == ("done", 9, 2, 2)
