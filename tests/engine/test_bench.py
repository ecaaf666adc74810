"""What an engine process does with stored candidates: judged as if they were read just now."""

from collections.abc import Iterator
from datetime import date

import pytest

from service.engine.bench import Bench
from service.engine.records import EngineSettings
from service.store import candidates, listing, matches, roles
from service.store.candidates import Mark
from service.store.database import Database
from service.store.listing import Filters
from service.store.schema import vectors
from service.work.clock import now
from service.work.ingest import Sender, store_cv
from service.work.roles import basis_of, worked
from tests.api.serving import ROLE, cv
from tests.fakes import FirstLetterEncoder
from tests.store.makers import tenant

READ_ON = date(2026, 3, 1)
AS_OF = date(2026, 11, 23)


@pytest.fixture
def bench(database_url: str) -> Iterator[Bench]:
    made = Bench(EngineSettings(database_url), FirstLetterEncoder())
    yield made
    made.close()


@pytest.fixture
def acme(database: Database) -> int:
    with database.writing() as connection:
        return tenant(connection)


def store(database: Database, bench: Bench, acme: int) -> int:
    read = bench.read_cv(cv("Robin Example").encode(), "robin.txt", READ_ON)
    with database.writing() as connection:
        stored, _ = store_cv(connection, acme, read, Sender("tests", None, "robin"))
    return stored.key


def judged(database: Database, bench: Bench, acme: int, key: int) -> dict[str, object]:
    record = bench.read_role(ROLE.encode(), "role", plain_text=True)
    with database.writing() as connection:
        role = roles.add(connection, acme, record, external_id=None, by="tests", now=now())
        basis = basis_of(connection, acme, worked(role, ()), bench.surroundings(), None, AS_OF)
    assert bench.judge(acme, basis, [key]) == 1
    with database.reading() as connection:
        return matches.records(connection, basis, [key])[key]


def test_a_stored_candidate_is_judged_as_one_that_is_not(
    database: Database, bench: Bench, acme: int
) -> None:
    stored = judged(database, bench, acme, store(database, bench, acme))
    _, fresh = bench.match(ROLE, cv("Robin Example"), AS_OF)
    assert {**stored, "candidate_id": "cv"} == fresh


def test_kept_vectors_are_used(database: Database, bench: Bench, acme: int) -> None:
    key = store(database, bench, acme)
    again = FirstLetterEncoder()
    bench._given = again
    bench.__dict__.pop("encoder")
    judged(database, bench, acme, key)
    asked = set(again.asked)
    read = bench.read_cv(cv("Robin Example").encode(), "robin.txt", READ_ON)
    passages = {each["text"] for each in read.candidate["passages"]}
    assert passages
    assert not passages & asked


def test_what_older_code_read_is_read_again(database: Database, bench: Bench, acme: int) -> None:
    key = store(database, bench, acme)
    before = judged(database, bench, acme, key)
    table = candidates.candidates
    with database.writing() as connection:
        connection.execute(table.update().values(read_with="older"))
        candidates.put_marks(connection, key, (Mark("tool", "Abacus", "held"),))
    assert judged(database, bench, acme, key) == before
    with database.reading() as connection:
        (held,) = candidates.held(connection, acme, [key], bench.encoder.identity.key)
        marked = listing.page(connection, acme, Filters(marks=(Mark("tool", "Abacus"),)), 0, 9)
    assert held.read_with == bench.surroundings().knowledge
    assert marked == []


def test_what_is_read_again_is_embedded_once(database: Database, bench: Bench, acme: int) -> None:
    key = store(database, bench, acme)
    with database.writing() as connection:
        connection.execute(candidates.candidates.update().values(read_with="older"))
    again = FirstLetterEncoder()
    bench._given = again
    bench.__dict__.pop("encoder")
    judged(database, bench, acme, key)
    with database.reading() as connection:
        passages = [
            each["text"] for each in candidates.record_of(connection, acme, key)["passages"]
        ]
    assert passages
    assert [again.asked.count(each) for each in passages] == [1] * len(passages)


def test_vectors_that_are_missing_or_broken_are_made_again(
    database: Database, bench: Bench, acme: int
) -> None:
    key = store(database, bench, acme)
    before = judged(database, bench, acme, key)
    for change in (vectors.delete(), vectors.update().values(passages=b"short")):
        with database.writing() as connection:
            connection.execute(change)
        assert judged(database, bench, acme, key) == before
        with database.reading() as connection:
            (held,) = candidates.held(connection, acme, [key], bench.encoder.identity.key)
        assert held.passages


def test_a_candidate_that_is_gone_is_left_out(database: Database, bench: Bench, acme: int) -> None:
    record = bench.read_role(ROLE.encode(), "role", plain_text=True)
    with database.writing() as connection:
        role = roles.add(connection, acme, record, external_id=None, by="tests", now=now())
        basis = basis_of(connection, acme, worked(role, ()), bench.surroundings(), None, AS_OF)
    assert bench.judge(acme, basis, [404]) == 0
