"""Recall over stored candidates is that over their texts, without anybody who is gone."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.recall import HybridRecall
from matcher.meaning import phrases_of
from service.engine import recalling
from service.engine.recalling import StoredRecall
from service.engine.vectors import packed
from service.store import candidates, erasure, pools
from service.store.candidates import NewCandidate
from service.store.database import Database
from service.store.packing import pack
from tests import desk
from tests.fakes import FirstLetterEncoder
from tests.store import people

ENCODER = FirstLetterEncoder()
WORDS = [
    "apple",
    "bread",
    "cherry",
    "desk",
    "egg",
    "figures",
    "grape",
    "honey",
    "itil",
    "jam",
    "kiwi",
    "lead",
    "manage",
    "people",
]


def cv(passages: Sequence[str], titles: Sequence[str] = ()) -> NewCandidate:
    """Return a CV of these passages and titles of posts, as it is stored."""
    record = {
        **people.record("x"),
        "passages": [{"text": each} for each in passages],
        "positions": [{"title": each} for each in (*titles, None)],
    }
    told, held = packed(ENCODER, passages, titles)
    bare = people.new(random.randbytes(6).hex())
    key = ENCODER.identity.key
    return replace(bare, record=pack(record), model=key, passages=told, titles=held)


class Tenant:
    """A tenant's candidates in the store, and what they are found by beside it."""

    def __init__(self, database: Database, name: str = "default") -> None:
        self.database = database
        self.texts: dict[str, list[str]] = {}
        with database.writing() as connection:
            self.key = people.tenant(connection, name)

    def add(self, *passages: str, titles: Sequence[str] = (), pool: str | None = None) -> int:
        with self.database.writing() as connection:
            new = cv(passages, titles)
            stored = candidates.add(connection, self.key, new, by="k", now=people.NOW)
            assert stored is not None
            if pool:
                into = pools.ensure(connection, self.key, pool, people.NOW)
                pools.put(connection, self.key, into.key, [stored.key])
        self.texts[str(stored.key)] = [*passages, *titles]
        return stored.key

    def pool(self, name: str) -> int:
        with self.database.writing() as connection:
            return pools.ensure(connection, self.key, name, people.NOW).key

    def erase(self, key: int) -> None:
        with self.database.writing() as connection:
            row = candidates.names(connection, self.key, [key])[key]
            erasure.remove(connection, self.key, row.id)
        del self.texts[str(key)]


@pytest.fixture
def tenant(database: Database) -> Tenant:
    return Tenant(database)


@pytest.fixture
def recall(database: Database, tmp_path: Path) -> StoredRecall:
    return StoredRecall(database, ENCODER, tmp_path)


def fill(tenant: Tenant, count: int, seed: int = 1) -> None:
    drawn = random.Random(seed)
    for number in range(count):
        texts = [" ".join(drawn.choices(WORDS, k=4)) for _ in range(drawn.randint(0, 4))]
        titles = [" ".join(drawn.choices(WORDS, k=2)) for _ in range(drawn.randint(0, 2))]
        tenant.add(*texts, titles=titles, pool="half" if number % 2 else None)


def by_texts(texts: dict[str, list[str]], k: int) -> list[int]:
    return [int(each) for each in HybridRecall(ENCODER)(texts, phrases_of(desk.ROLE), k)]


@pytest.mark.parametrize("k", [1, 5, 20])
def test_it_finds_whom_recall_over_texts_finds(
    tenant: Tenant, recall: StoredRecall, k: int
) -> None:
    fill(tenant, 24)
    expected = by_texts(tenant.texts, k)
    assert len(expected) == k
    assert recall(tenant.key, None, desk.ROLE, k) == expected
    assert recall(tenant.key, None, desk.ROLE, k) == expected


def test_in_a_pool_the_others_do_not_count(tenant: Tenant, recall: StoredRecall) -> None:
    fill(tenant, 24)
    members = {key: own for key, own in tenant.texts.items() if int(key) % 2 == 0}
    assert len(members) == 12
    assert recall(tenant.key, tenant.pool("half"), desk.ROLE, 5) == by_texts(members, 5)
    # The one who was looked at before is not taken for the one who is looked at now.
    assert recall(tenant.key, None, desk.ROLE, 5) == by_texts(tenant.texts, 5)


def test_who_comes_changes_or_goes_is_seen_by_the_next_search(
    tenant: Tenant, recall: StoredRecall, database: Database
) -> None:
    fill(tenant, 12)
    best, second, *_ = recall(tenant.key, None, desk.ROLE, 5)
    tenant.erase(best)
    tenant.add("head of service desk", "itil expert")
    tenant.texts[str(second)] = ["zebra"]
    with database.writing() as connection:
        candidates.reread(connection, tenant.key, second, cv(["zebra"]))
    found = recall(tenant.key, None, desk.ROLE, 5)
    assert found == by_texts(tenant.texts, 5)
    assert best not in found


def test_no_more_than_are_wanted_are_all_returned(tenant: Tenant, recall: StoredRecall) -> None:
    fill(tenant, 3)
    assert recall(tenant.key, None, desk.ROLE, 3) == sorted(map(int, tenant.texts))


def test_a_tenant_that_had_to_make_room_is_found_as_before(
    database: Database, recall: StoredRecall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalling, "MOST_TENANTS", 1)
    first, second = Tenant(database, "first"), Tenant(database, "second")
    fill(first, 12, 1)
    fill(second, 12, 2)
    for each in (first, second, first):
        assert recall(each.key, None, desk.ROLE, 4) == by_texts(each.texts, 4)
        assert len(recall._held) == 1


def test_another_process_takes_up_the_saved_index(
    tenant: Tenant, recall: StoredRecall, database: Database, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    fill(tenant, 12)
    recall(tenant.key, None, desk.ROLE, 4)
    assert list((tmp_path / "index" / str(tenant.key)).glob("*.npz"))
    tenant.erase(recall(tenant.key, None, desk.ROLE, 4)[0])
    caplog.set_level("INFO")
    other = StoredRecall(database, ENCODER, tmp_path)
    assert other(tenant.key, None, desk.ROLE, 4) == by_texts(tenant.texts, 4)
    assert "built anew" not in caplog.text
