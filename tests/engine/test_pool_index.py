"""An index follows the database, and no saved one brings back who was erased."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from embeddings.recall import passage_id
from matcher.meaning import whole
from service.engine import index_files
from service.engine.pool_index import PoolIndex, unit
from service.store import candidates, erasure
from service.store.database import Database
from service.store.schema import changes, tenants
from service.work.erasing import erase
from service.work.retention import sweep
from tests.engine import vectors
from tests.engine.vectors import MODEL, X, Y, Z
from tests.fakes import identity
from tests.store import people


@pytest.fixture
def tenant(database: Database) -> int:
    with database.writing() as connection:
        return people.tenant(connection)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    """Why indexes were built anew."""
    with caplog.at_level(logging.INFO, "service.engine.pool_index"):
        yield lambda: [each.getMessage().rpartition(": ")[2] for each in caplog.records]


def put(database: Database, tenant: int, *rows: tuple[float, ...]) -> tuple[int, str]:
    with database.writing() as connection:
        return vectors.put(connection, tenant, *rows)


def caught_up(database: Database, index: PoolIndex) -> PoolIndex:
    with database.reading() as connection:
        index.catch_up(connection)
    return index


def opened(database: Database, tenant: int, data: Path | None = None) -> PoolIndex:
    return caught_up(database, PoolIndex(tenant, MODEL, data))


def content(index: PoolIndex) -> dict[str, tuple[float, ...]]:
    """Return every vector in an index, by its id."""
    table = index.vectors._table
    return {
        name: tuple(table.vectors[slot].tolist())
        for slot, names in enumerate(table.ids)
        for name in names
    }


def saved(database: Database, tenant: int, data: Path) -> PoolIndex:
    index = opened(database, tenant, data)
    assert index.save(database)
    return index


def path_of(data: Path, tenant: int) -> Path:
    return index_files.folder_of(data, tenant) / f"{MODEL.key}.npz"


def test_it_holds_every_passage_of_the_tenant(database: Database, tenant: int) -> None:
    first, _ = put(database, tenant, X, Y)
    second, _ = put(database, tenant, Z)
    with database.writing() as connection:
        vectors.put(connection, people.tenant(connection, "other"), X)
    index = opened(database, tenant)
    assert content(index) == {
        passage_id(str(first), 0): X,
        passage_id(str(first), 1): Y,
        passage_id(str(second), 0): Z,
    }
    assert index.passages_of([second, 999]) == [passage_id(str(second), 0)]


def test_who_comes_changes_or_goes_is_followed_in_place(
    database: Database, tenant: int, log: Callable[[], list[str]]
) -> None:
    stays, _ = put(database, tenant, X)
    differs, _ = put(database, tenant, Y, Y)
    goes, goes_id = put(database, tenant, Z)
    index = opened(database, tenant)
    before = index.vectors
    comes, _ = put(database, tenant, Z)
    with database.writing() as connection:
        candidates.reread(connection, tenant, differs, vectors.cv(Z))
        erasure.remove(connection, tenant, goes_id)
    with database.reading() as connection:
        assert index.catch_up(connection) == {differs, goes, comes}
        assert index.catch_up(connection) == set()
    assert content(index) == {
        passage_id(str(stays), 0): X,
        passage_id(str(differs), 0): Z,
        passage_id(str(comes), 0): Z,
    }
    assert index.vectors is before
    assert log() == ["none is saved here"]


def test_vectors_of_another_model_or_shape_are_left_out(database: Database, tenant: int) -> None:
    key, _ = put(database, tenant, X)
    other, _ = put(database, tenant, X)
    with database.writing() as connection:
        candidates.put_vectors(connection, key, "another", vectors.packed(X), b"")
        candidates.put_vectors(connection, other, MODEL.key, b"12345", b"")
    assert content(opened(database, tenant)) == {}


def test_a_candidate_without_passages_is_nowhere(database: Database, tenant: int) -> None:
    put(database, tenant)
    assert content(opened(database, tenant)) == {}


def test_a_saved_index_is_taken_up_and_caught_up(
    database: Database, tenant: int, tmp_path: Path, log: Callable[[], list[str]]
) -> None:
    put(database, tenant, X)
    saved(database, tenant, tmp_path)
    later, _ = put(database, tenant, Y)
    index = opened(database, tenant, tmp_path)
    assert log() == ["missing"]
    assert passage_id(str(later), 0) in content(index)
    assert content(index) == content(opened(database, tenant))


def test_the_files_are_their_owners_alone(database: Database, tenant: int, tmp_path: Path) -> None:
    put(database, tenant, X)
    saved(database, tenant, tmp_path)
    files = [tmp_path / "index", *(tmp_path / "index").rglob("*")]
    assert len(files) == 5
    assert all(each.stat().st_mode & 0o077 == 0 for each in files)


def flip(path: Path) -> None:
    """Change one byte in the middle of a file."""
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def number(path: Path, value: object) -> None:
    """Change the number in the record beside an index, and nothing else."""
    record = path.with_suffix(".json")
    record.write_text(json.dumps({**json.loads(record.read_text()), "number": value}))


SPOILT: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.unlink(), "missing"),
    (lambda path: path.rename(path.with_name("0" * 64 + ".npz")), "of another model"),
    (flip, "altered"),
    (lambda path: flip(path.with_suffix(".json")), "altered"),
    (lambda path: number(path, 1), "altered"),
    (lambda path: path.write_bytes(b""), "altered"),
    (lambda path: path.with_suffix(".json").unlink(), "unreadable"),
    (lambda path: path.with_suffix(".json").write_text("[]"), "unreadable"),
    (lambda path: path.with_suffix(".json").write_text("{"), "unreadable"),
]


@pytest.mark.parametrize(("spoil", "reason"), SPOILT)
def test_a_file_in_doubt_is_built_anew_and_says_why(
    database: Database,
    tenant: int,
    tmp_path: Path,
    spoil: Callable[[Path], object],
    reason: str,
    log: Callable[[], list[str]],
) -> None:
    put(database, tenant, X)
    put(database, tenant, Y)
    saved(database, tenant, tmp_path)
    spoil(path_of(tmp_path, tenant))
    index = opened(database, tenant, tmp_path)
    assert log() in (["missing", reason], ["missing", "unreadable"])
    assert content(index) == content(opened(database, tenant))
    assert index.save(database)
    assert [each.name for each in index_files.folder_of(tmp_path, tenant).glob("*.npz")] == [
        f"{MODEL.key}.npz"
    ]


def test_another_model_begins_anew_and_leaves_no_old_file(
    database: Database, tenant: int, tmp_path: Path, log: Callable[[], list[str]]
) -> None:
    key, _ = put(database, tenant, X)
    saved(database, tenant, tmp_path)
    other = identity(3, revision="2")
    with database.writing() as connection:
        candidates.put_vectors(connection, key, other.key, vectors.packed(Y), b"")
    index = caught_up(database, PoolIndex(tenant, other, tmp_path))
    assert log() == ["missing", "of another model"]
    assert index.save(database)
    assert not path_of(tmp_path, tenant).exists()


def test_a_file_of_another_tenant_is_not_taken(
    database: Database, tenant: int, tmp_path: Path, log: Callable[[], list[str]]
) -> None:
    put(database, tenant, X)
    saved(database, tenant, tmp_path)
    with database.writing() as connection:
        other = people.tenant(connection, "other")
    shutil.copytree(index_files.folder_of(tmp_path, tenant), index_files.folder_of(tmp_path, other))
    assert content(opened(database, other, tmp_path)) == {}
    assert log() == ["missing", "altered"]


def test_a_file_from_before_an_erasure_never_comes_back(
    database: Database, tenant: int, tmp_path: Path
) -> None:
    put(database, tenant, X)
    key, public_id = put(database, tenant, Y)
    slow = opened(database, tenant, tmp_path)  # has seen them, and saves late
    saved(database, tenant, tmp_path)
    shutil.copytree(tmp_path, tmp_path / "copy")
    assert erase(database, tmp_path, tenant, public_id, "k_1", "") is not None
    assert not path_of(tmp_path, tenant).exists()
    assert not slow.save(database)
    assert not path_of(tmp_path, tenant).exists()
    # Even a copy that somebody puts back is used without them.
    shutil.copytree(tmp_path / "copy" / "index", tmp_path / "index", dirs_exist_ok=True)
    index = opened(database, tenant, tmp_path)
    assert passage_id(str(key), 0) not in content(index)
    assert index.save(database)
    assert passage_id(str(key), 0) not in index_files.load(tmp_path, tenant, MODEL).index.ids


def test_vectors_of_who_was_erased_are_in_no_file_and_found_by_no_search(
    database: Database, tenant: int, tmp_path: Path
) -> None:
    rare = (0.36, 0.48, 0.8)
    put(database, tenant, X)
    _, public_id = put(database, tenant, rare)
    index = saved(database, tenant, tmp_path)
    searched = unit(whole(np.array([rare], np.float32)))
    one = searched[0].tobytes()
    assert one in path_of(tmp_path, tenant).read_bytes()
    erase(database, tmp_path, tenant, public_id, "k_1", "")
    caught_up(database, index)
    assert index.save(database)
    assert one not in path_of(tmp_path, tenant).read_bytes()
    assert index.vectors.search(searched, 1)[0].scores[0] < 0.5


def test_an_erasure_while_an_index_is_saved_leaves_no_file(
    database: Database, tenant: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database, tenant, X)
    _, public_id = put(database, tenant, Y)
    index = opened(database, tenant, tmp_path)
    write = type(index.vectors).save

    def erased_meanwhile(*args: object) -> None:
        with database.writing() as connection:
            erasure.remove(connection, tenant, public_id)
        write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(type(index.vectors), "save", erased_meanwhile)
    assert index.save(database)
    monkeypatch.undo()
    # What whoever erases does once the rows are gone.
    index_files.remove(tmp_path, tenant)
    assert not path_of(tmp_path, tenant).exists()
    assert not index.save(database)


def test_a_file_on_another_machine_goes_with_the_next_sweep(
    database: Database, tenant: int, tmp_path: Path
) -> None:
    put(database, tenant, X)
    _, public_id = put(database, tenant, Y)
    for machine in ("one", "other"):
        saved(database, tenant, tmp_path / machine)
    erase(database, tmp_path / "one", tenant, public_id, "k_1", "")
    assert path_of(tmp_path / "other", tenant).exists()
    sweep(database, tmp_path / "other", people.NOW)
    assert not path_of(tmp_path / "other", tenant).exists()


def test_a_sweep_leaves_a_file_that_nobody_was_erased_after(
    database: Database, tenant: int, tmp_path: Path
) -> None:
    _, public_id = put(database, tenant, X)
    put(database, tenant, Y)
    erase(database, tmp_path, tenant, public_id, "k_1", "")
    saved(database, tenant, tmp_path)
    sweep(database, tmp_path, people.NOW)
    assert path_of(tmp_path, tenant).exists()


def test_an_older_database_put_back_is_noticed(
    database: Database, tenant: int, tmp_path: Path, log: Callable[[], list[str]]
) -> None:
    put(database, tenant, X)
    index = saved(database, tenant, tmp_path)
    with database.writing() as connection:
        connection.execute(update(tenants).values(change_number=0))
    assert caught_up(database, index).number == 0
    assert opened(database, tenant, tmp_path).number == 0
    assert log() == ["missing", "ahead of the database", "ahead of the database"]


def test_another_history_with_the_same_number_is_noticed(
    database: Database, tenant: int, log: Callable[[], list[str]]
) -> None:
    _, public_id = put(database, tenant, X)
    index = opened(database, tenant)
    # A backup was put back, and others came since.
    with database.writing() as connection:
        erasure.remove(connection, tenant, public_id)
    other, _ = put(database, tenant, Y)
    with database.writing() as connection:
        connection.execute(changes.delete().where(changes.c.number > index.number))
        connection.execute(update(tenants).values(change_number=index.number))
    caught_up(database, index)
    assert log() == ["none is saved here", "at odds with the database"]
    assert content(index) == {passage_id(str(other), 0): Y}


def test_it_is_saved_again_when_it_is_far_behind(
    database: Database, tenant: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.engine.pool_index.SAVE_AFTER", 3)
    put(database, tenant, X)
    index = saved(database, tenant, tmp_path)
    put(database, tenant, X)
    put(database, tenant, X)
    assert not caught_up(database, index).save(database)
    put(database, tenant, X)
    assert caught_up(database, index).save(database)


def test_a_folder_that_cannot_be_written_costs_only_the_saving(
    database: Database, tenant: int, tmp_path: Path
) -> None:
    put(database, tenant, X)
    (tmp_path / "index").write_text("no folder")
    index = opened(database, tenant, tmp_path)
    assert not index.save(database)
    assert content(index) == content(opened(database, tenant))


@given(st.lists(st.tuples(*[st.integers(-4000, 4000)] * 3), max_size=20))
def test_rows_become_vectors_of_length_one(rows: list[tuple[int, int, int]]) -> None:
    made = unit(np.array(rows, np.int16).reshape(-1, 3))
    for row, vector in zip(rows, made, strict=True):
        length = np.linalg.norm(vector)
        assert length == pytest.approx(1 if any(row) else 0, abs=1e-6)
        assert np.allclose(vector * np.linalg.norm(row), row, atol=1e-2)
    assert len(np.unique(made, axis=0)) <= len(set(rows))
