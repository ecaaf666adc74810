"""What is asked of a stored ranking, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from matcher.decisions import Edit, OverrideError
from matcher.types import Importance
from matcher.wire import role_json
from service.store import candidates, places, rankings, roles
from service.store.database import Database
from service.store.overrides import StoredOverride
from service.store.rankings import StoredRanking
from service.work.asking import Wish, queue
from service.work.clock import now
from service.work.deciding import NoPlace, decide
from service.work.ingest import Sender, store_cv
from service.work.places import page
from service.work.ranking import RankingWork
from service.work.recording import record_of
from service.work.replaying import compared, kept
from service.work.roles import worked
from service.work.trying import trial, tried
from service.work.whole import funnel, whole
from tests.api.serving import ROLE, cv
from tests.rooms import Here
from tests.store.makers import AS_OF, tenant


@dataclass
class Desk:
    """A finished ranking of three, two of them equal, and where it lies."""

    database: Database
    room: Here
    ranking: StoredRanking
    money: str

    def say(self, key: int, outcome: str, *, requirement: str = "") -> None:
        word = StoredOverride(key, requirement or self.money, outcome, "We asked.", "Priya", now())
        with self.database.writing() as connection:
            decide(connection, self.ranking, word)

    def keys(self) -> dict[str | None, int]:
        with self.database.reading() as connection:
            rows = places.rows(connection, self.ranking)
        return {each.label: each.candidate for each in rows if each.candidate is not None}


@pytest.fixture
def desk(database: Database, database_url: str) -> Iterator[Desk]:
    room = Here(database_url)
    texts = {
        "anna": cv("Anna Example"),
        "ben": cv("Ben Example", budget="£900,000"),
        "cleo": cv("Cleo Example"),
    }
    read = {name: room.read_cv(text.encode(), name, AS_OF).result() for name, text in texts.items()}
    record = room.read_role(ROLE.encode(), "role", plain_text=True).result()
    with database.writing() as connection:
        acme = tenant(connection)
        for name, each in read.items():
            store_cv(connection, acme, each, Sender("tests", name, name))
        role = roles.add(connection, acme, record, external_id=None, by="tests", now=now())
        wish = Wish(pool=None, top=None, blind=False, as_of=AS_OF, weights=None)
        queued = queue(connection, acme, worked(role, ()), wish, room.surroundings, "tests")
    work = RankingWork(database, room)  # type: ignore[arg-type]
    work.make(queued.key).result(timeout=60)
    work.close()
    with database.reading() as connection:
        made = rankings.by_id(connection, acme, queued.id)
    assert made is not None
    (money,) = (e["id"] for e in record["requirements"] if e["kind"] == "money_scope")
    yield Desk(database, room, made, money)
    room.close()


def test_a_word_is_kept_and_everything_asked_follows_it(desk: Desk) -> None:
    keys = desk.keys()
    with desk.database.reading() as connection:
        before = page(connection, desk.ranking, "decided", 0, None)
    assert [each.label for each in before] == ["anna", "cleo", "ben"]
    for outcome in ("partly", "not_met"):
        desk.say(keys["anna"], outcome)
    desk.say(keys["ben"], "met")
    with desk.database.reading() as connection:
        after = page(connection, desk.ranking, "decided", 0, None)
        on = whole(connection, desk.ranking)
        record = record_of(connection, desk.ranking)
        machine = page(connection, desk.ranking, "machine", 0, None)
        second = page(connection, desk.ranking, "decided", 1, 1)
    assert [(each.label, each.machine_rank) for each in after] == [
        ("ben", 3),
        ("cleo", 2),
        ("anna", 1),
    ]
    assert [each.score for each in after] == [each.score for each in before]
    assert [each.label for each in machine] == ["anna", "cleo", "ben"]
    assert second == after[1:2]
    (gate,) = (each for each in funnel(on).gates if each.id == desk.money)
    assert (gate.met, gate.not_met) == (2, 1)
    assert gate.contradicts_alone == (after[2].id,)
    assert [each["outcome"] for each in record["overrides"]] == ["partly", "not_met", "met"]
    assert [each["label"] for each in record["places"]] == ["ben", "cleo", "anna"]


def test_nobody_decides_on_what_is_not_there(desk: Desk) -> None:
    keys = desk.keys()
    with pytest.raises(OverrideError, match="R77"):
        desk.say(keys["anna"], "met", requirement="R77")
    with pytest.raises(NoPlace):
        desk.say(max(keys.values()) + 1, "met")
    with desk.database.reading() as connection:
        assert record_of(connection, desk.ranking)["overrides"] == []


def test_an_edit_is_tried_and_nothing_is_judged_that_need_not_be(desk: Desk) -> None:
    with desk.database.reading() as connection:
        on = whole(connection, desk.ranking)
    light = trial(on, [Edit(desk.money, importance=Importance.DESIRABLE)], [])
    assert (light.again, light.keys) == ((), [])
    assert {each.score_before for each in tried(light, {}).outcome.moves} == {
        each.score for each in on.places
    }
    heavy = trial(on, [Edit(desk.money, criterion={"min_amount": 500000})], [])
    assert (heavy.again, heavy.keys) == ((desk.money,), [each.candidate for each in on.places])


def test_who_is_erased_while_judged_again_is_left_out(desk: Desk) -> None:
    with desk.database.reading() as connection:
        on = whole(connection, desk.ranking)
    of = trial(on, [Edit(desk.money, criterion={"min_amount": 500000})], [])
    fresh = desk.room.bench.rejudge(
        desk.ranking.tenant, desk.ranking.basis, role_json(of.role), of.again, of.keys[:1]
    )
    came = tried(of, fresh)
    assert (len(came.outcome.moves), came.gone) == (1, 2)


def test_a_replay_agrees_until_a_match_is_another(desk: Desk) -> None:
    with desk.database.reading() as connection:
        before = kept(connection, desk.ranking)
    keys = [each.candidate for each in before.rows]
    made = desk.room.bench.replay(desk.ranking.tenant, desk.ranking.basis, keys)
    same = compared(before, made)
    assert (same.agrees, same.digest_now) == (True, desk.ranking.result_digest)
    fewer = compared(before, made[:1])
    assert (fewer.agrees, fewer.gone, fewer.compared) == (True, 2, 1)


def test_equals_whose_labels_changed_since_are_no_difference(desk: Desk) -> None:
    keys = desk.keys()
    with desk.database.writing() as connection:
        candidates.name(connection, desk.ranking.tenant, keys["anna"], "zoe")
        before = kept(connection, desk.ranking)
    made = desk.room.bench.replay(desk.ranking.tenant, desk.ranking.basis, list(keys.values()))
    assert compared(before, made).agrees is True
