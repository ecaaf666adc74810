"""A person who was erased is nowhere any more."""

import json
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from service.engine import index_files
from service.store import audit, candidates, changes, matches, rankings
from service.store.database import Database, StoreUnavailable
from service.store.matches import NewMatch
from service.store.schema import batch_items, entries, metadata, overrides
from service.work.erasing import BUSY, OVERWRITTEN, VACUUM, Receipt, erase
from tests.store import people

WORD = "Quaggaflute"


def readings(value: object) -> list[bytes]:
    """Return a value as the bytes that a word could be found in."""
    if not isinstance(value, bytes):
        return [json.dumps(value, default=str).encode()]
    try:
        return [value, zlib.decompress(value)]
    except zlib.error:
        return [value]


def tables_with(database: Database, *words: bytes) -> set[str]:
    """Return the tables in which any of these stands, whatever the column."""
    with database.reading() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
            for reading in readings(value)
            if any(word in reading for word in words)
        }


@pytest.fixture
def data(database: Database, tmp_path: Path) -> Path:
    """The data directory: on SQLite the database's own folder."""
    return tmp_path / "data"


def planted(database: Database, data: Path, word: str = WORD) -> tuple[int, people.Person]:
    with database.writing() as connection:
        tenant = people.tenant(connection)
        person = people.someone(connection, tenant, word)
    folder = index_files.folder_of(data, tenant)
    folder.mkdir(parents=True)
    (folder / "model.npz").write_bytes(word.encode())
    (folder / ".model.npz.123").write_bytes(word.encode())
    return tenant, person


def erased(database: Database, data: Path, tenant: int, person: people.Person) -> Receipt:
    receipt = erase(database, data, tenant, person.id, "k_1", "request-1")
    assert receipt is not None
    return receipt


def test_no_row_of_any_table_holds_a_word_of_them(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    pointing = {table.name for table in metadata.sorted_tables if "candidate_id" in table.c}
    # Else the search below would find nothing because nothing was there.
    assert tables_with(database, WORD.encode(), *person.bytes) == (pointing | {"candidates"}) - {
        "pool_members",
        "entries",
        "changes",
    }
    erased(database, data, tenant, person)
    assert tables_with(database, WORD.encode(), *person.bytes) == set()
    assert tables_with(database, person.id.encode()) == {"audit"}
    with database.reading() as connection:
        for name in pointing - {"changes"}:
            table = metadata.tables[name]
            found = select(func.count()).where(table.c.candidate_id == person.key)
            assert connection.scalar(found) == 0, name


def test_no_byte_of_any_file_holds_a_word_of_them(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    words = (WORD.encode(), *person.bytes)

    def files_with() -> set[str]:
        return {
            each.name
            for each in data.rglob("*")
            if each.is_file() and any(word in each.read_bytes() for word in words)
        }

    before = {"model.npz", ".model.npz.123"}
    if database.is_sqlite:
        database.empty_log()
        with database.writing() as connection:
            people.rank(connection, tenant, [person])
        before |= {"rolematch.sqlite", "rolematch.sqlite-wal"}
    assert files_with() == before
    receipt = erased(database, data, tenant, person)
    assert files_with() == set()
    assert receipt.index_removed
    assert receipt.space == (OVERWRITTEN if database.is_sqlite else VACUUM)
    if database.is_sqlite:
        assert (data / "rolematch.sqlite-wal").stat().st_size == 0


def test_the_receipt_counts_and_names_nobody(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    receipt = erased(database, data, tenant, person)
    assert receipt.removed == {
        "batch_items": 3,
        "candidate_marks": 1,
        "candidates": 1,
        "entries": 1,
        "matches": 1,
        "overrides": 1,
        "pool_members": 1,
        "revisions": 1,
        "vectors": 1,
    }
    said = json.dumps(receipt.as_json())
    assert person.id in said
    assert WORD not in said


def test_who_erased_is_known_and_a_second_time_is_no_act(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    receipt = erased(database, data, tenant, person)
    erase(database, data, tenant, person.id, "k_2", "request-2")
    with database.reading() as connection:
        (entry,) = audit.page(connection, tenant, subject=person.id)
    assert (entry.actor, entry.action, entry.request) == ("k_1", "candidate.erased", "request-1")
    assert entry.detail == receipt.removed


def test_a_second_time_there_is_nobody(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    erased(database, data, tenant, person)
    assert erase(database, data, tenant, person.id, "k_1", "request-2") is None


def test_another_tenant_erases_nobody(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    with database.writing() as connection:
        other = people.tenant(connection, "other")
    assert erase(database, data, other, person.id, "k_1", "request-1") is None
    with database.reading() as connection:
        assert candidates.by_id(connection, tenant, person.id) is not None


def test_the_others_keep_everything(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    kept = WORD[::-1].encode()
    before = tables_with(database, kept)
    erased(database, data, tenant, person)
    assert tables_with(database, kept) == before
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(overrides)) == 2
        items = connection.execute(
            select(batch_items.c.status, batch_items.c.content, batch_items.c.error).order_by(
                batch_items.c.number
            )
        ).all()
    assert items == [
        ("done", None, None),
        ("failed", None, "the person was erased"),
        ("failed", None, None),
        ("queued", b"other", None),
    ]


def test_a_ranking_keeps_their_place_without_them(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    with database.reading() as connection:
        before = connection.execute(select(entries).order_by(entries.c.rank)).all()
    erased(database, data, tenant, person)
    with database.reading() as connection:
        after = connection.execute(select(entries).order_by(entries.c.rank)).all()
    assert [(each.rank, each.score, each.band) for each in after] == [
        (each.rank, each.score, each.band) for each in before
    ]
    assert [each.candidate_id for each in after] == [
        None if each.candidate_id == person.key else each.candidate_id for each in before
    ]


def test_who_holds_something_derived_is_told(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    with database.reading() as connection:
        number = changes.latest(connection, tenant)
    erased(database, data, tenant, person)
    with database.reading() as connection:
        assert changes.since(connection, tenant, number) == [
            changes.Change(number + 1, person.key, True)
        ]


def test_of_many_who_erase_at_once_one_does(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    together = threading.Barrier(4)

    def one(_: int) -> Receipt | None:
        together.wait(10)
        return erase(database, data, tenant, person.id, "k_1", "request-1")

    with ThreadPoolExecutor(4) as threads:
        receipts = list(threads.map(one, range(4)))
    assert sum(each is not None for each in receipts) == 1


def test_their_number_is_never_given_to_another(database: Database, data: Path) -> None:
    tenant, _ = planted(database, data)
    with database.writing() as connection:
        last = people.add(connection, tenant, "Last")
    erased(database, data, tenant, last)
    with database.writing() as connection:
        assert people.add(connection, tenant, "Next").key > last.key


def test_work_in_hand_does_not_bring_them_back(database: Database, data: Path) -> None:
    tenant, person = planted(database, data)
    with database.reading() as connection:
        basis = rankings.page(connection, tenant, None, None, 1)[0].basis
    erased(database, data, tenant, person)
    match = NewMatch.of(person.key, {"score": 1.0, "band": "good", "quote": WORD}, {})
    with database.writing() as connection:
        matches.put(connection, basis, [match])
        candidates.reread(connection, tenant, person.key, people.new(WORD))
    assert tables_with(database, WORD.encode()) == set()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_reader_in_the_way_is_told_in_the_receipt(
    database: Database, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.database.LOG_SECONDS", 0)
    tenant, person = planted(database, data)
    with database.reading() as reader:
        reader.execute(select(entries)).all()
        assert erased(database, data, tenant, person).space == BUSY
    assert database.empty_log()
    assert WORD.encode() not in (data / "rolematch.sqlite-wal").read_bytes()
    assert WORD.encode() not in (data / "rolematch.sqlite").read_bytes()


def test_an_erasure_that_fails_erases_nothing(
    database: Database, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenant, person = planted(database, data)
    before = tables_with(database, WORD.encode())

    def fail(*_: object, **__: object) -> None:
        raise StoreUnavailable("gone")

    monkeypatch.setattr("service.store.changes.record", fail)
    with pytest.raises(StoreUnavailable):
        erase(database, data, tenant, person.id, "k_1", "request-1")
    assert tables_with(database, WORD.encode()) == before
    assert index_files.folder_of(data, tenant).joinpath("model.npz").exists()
