"""A ranking is made again and compared, and its record says all that it rests on."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from service.engine.records import RoomBusy
from service.store.database import Database
from service.store.packing import pack, unpack
from service.store.schema import bases, candidates, matches
from tests.api.serving import add_cv, add_role, places, rank
from tests.api.test_decisions import ROLE, TEXTS, Json, decide, of_kind
from tests.rooms import Here


@pytest.fixture
def pool(served: TestClient) -> dict[str, Json]:
    return {name: add_cv(served, text, external_id=name) for name, text in TEXTS.items()}


@pytest.fixture
def role(served: TestClient) -> Json:
    return add_role(served, ROLE)


@pytest.fixture
def ranking(served: TestClient, role: Json, pool: dict[str, Json]) -> Json:
    assert pool
    return rank(served, role)


def replay(client: TestClient, ranking: Json) -> Json:
    answer = client.post(f"/v1/rankings/{ranking['id']}/replay")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def rows(store: Database) -> list[Any]:
    with store.reading() as connection:
        return [
            list(connection.execute(select(table).order_by(*table.primary_key)))
            for table in (candidates, matches, bases)
        ]


def test_a_ranking_made_again_is_the_same_and_stores_nothing(
    served: TestClient, ranking: Json, store: Database
) -> None:
    before = rows(store)
    found = replay(served, ranking)
    assert (found["agrees"], found["whole"], found["compared"]) == (True, True, 4)
    assert found["result_digest_now"] == found["result_digest_then"] == ranking["result_digest"]
    differences = found["differences"]
    assert not any(differences[each]["changed"] for each in ("model", "weights", "knowledge"))
    assert differences["model"]["now"] == ranking["model"]
    assert (differences["matches_differing"], differences["matches"]) == (0, [])
    assert rows(store) == before


def test_what_people_decided_is_no_difference(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    decide(served, ranking, pool["ben"], of_kind(role, "money_scope"), "met")
    assert replay(served, ranking)["agrees"] is True


def test_erased_people_are_told_apart_and_the_rest_still_agrees(
    served: TestClient, pool: dict[str, Json], ranking: Json
) -> None:
    assert served.delete(f"/v1/candidates/{pool['ben']['id']}").status_code == 200
    found = replay(served, ranking)
    assert (found["agrees"], found["whole"], found["compared"]) == (True, False, 3)
    assert found["differences"]["erased"] == 1
    assert found["result_digest_now"] == found["result_digest_then"] != ranking["result_digest"]


def test_who_got_no_place_is_not_made_again(
    served: TestClient, pool: dict[str, Json], role: Json
) -> None:
    assert pool
    found = replay(served, rank(served, role, top=3))
    assert (found["agrees"], found["whole"], found["compared"]) == (True, False, 3)
    assert found["differences"]["not_kept"] == 1


@pytest.mark.usefixtures("pool")
def test_the_first_places_alone_can_be_made_again(served: TestClient, ranking: Json) -> None:
    answer = served.post(f"/v1/rankings/{ranking['id']}/replay", params={"first": 1}).json()
    assert (answer["agrees"], answer["whole"], answer["compared"]) == (True, False, 1)
    assert answer["differences"]["left_out"] == 3


def test_a_match_that_is_not_what_it_was_is_told(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json, store: Database
) -> None:
    money = of_kind(role, "money_scope")
    place = [each["id"] for each in role["requirements"]].index(money)
    key = select(candidates.c.id).where(candidates.c.public_id == pool["ben"]["id"])
    with store.writing() as connection:
        ben = connection.execute(key).scalar_one()
        found = select(matches.c.gist).where(matches.c.candidate_id == ben)
        gist = connection.execute(found).scalar_one()
        letters = gist["outcomes"]
        other = {**gist, "outcomes": f"{letters[:place]}m{letters[place + 1 :]}"}
        connection.execute(
            update(matches)
            .where(matches.c.candidate_id == ben)
            .values(score=99.0, band="strong", digest="0" * 64, gist=other)
        )
    found = replay(served, ranking)
    assert found["agrees"] is False
    (differing,) = found["differences"]["matches"]
    assert found["differences"]["matches_differing"] == 1
    assert (differing["candidate"], differing["score_then"]) == (pool["ben"]["id"], 99.0)
    machine = {e["candidate"]["id"]: e["machine_score"] for e in places(served, ranking)}
    assert differing["score_now"] == machine[pool["ben"]["id"]]
    assert differing["outcomes"] == [{"requirement_id": money, "then": "met", "now": "not_met"}]


def test_other_code_and_another_model_are_named(
    served: TestClient, ranking: Json, store: Database
) -> None:
    with store.writing() as connection:
        changed = {"knowledge": "0" * 64, "model": {"name": "other"}, "weights_digest": "1" * 64}
        connection.execute(update(bases).values(**changed))
    found = replay(served, ranking)
    assert found["agrees"] is True
    for name, then in changed.items():
        told = found["differences"][name.removesuffix("_digest")]
        assert (told["changed"], told["then"]) == (True, then)


def test_what_older_code_read_is_read_again_and_not_stored(
    served: TestClient, ranking: Json, store: Database
) -> None:
    with store.writing() as connection:
        for key, packed in list(connection.execute(select(candidates.c.id, candidates.c.record))):
            spoilt = pack({**unpack(packed), "facts": [], "passages": []})
            connection.execute(
                update(candidates)
                .where(candidates.c.id == key)
                .values(record=spoilt, read_with="0" * 64)
            )
    before = rows(store)
    assert replay(served, ranking)["agrees"] is True
    assert rows(store) == before


def test_a_full_engine_room_is_told(served: TestClient, ranking: Json, room: Here) -> None:
    error = RoomBusy("Busy.")
    error.at_once = True  # type: ignore[attr-defined]
    room.failing.append(error)
    answer = served.post(f"/v1/rankings/{ranking['id']}/replay")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")


def record(client: TestClient, ranking: Json) -> Json:
    answer = client.get(f"/v1/rankings/{ranking['id']}/record")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def test_a_record_holds_what_the_ranking_rests_on(
    served: TestClient, pool: dict[str, Json], role: Json
) -> None:
    team, money = of_kind(role, "team_size"), of_kind(role, "money_scope")
    url = f"/v1/roles/{role['id']}/requirements"
    served.patch(f"{url}/{team}", json={"importance": "desirable", "by": "Priya"})
    ranking = rank(served, role)
    served.patch(f"{url}/{team}", json={"weight": 3, "by": "Tom"})
    decide(served, ranking, pool["ben"], money, "met", by="Priya")
    found = record(served, ranking)
    for name in ("model", "as_of", "knowledge", "inputs_digest", "result_digest", "finished_at"):
        assert found[name] == ranking[name]
    assert (found["asked_by"], found["asked_at"]) == ("local", ranking["created_at"])
    assert found["weights"]["digest"] == ranking["weights"]["digest"]
    assert "[importance]" in found["weights"]["text"]
    judged = {each["id"]: each for each in found["role"]["judged"]["requirements"]}
    read = {each["id"]: each for each in found["role"]["read"]["requirements"]}
    assert (read[team]["importance"], judged[team]["importance"]) == ("essential", "desirable")
    (change,) = found["role"]["changes"]
    assert (change["by"], change["body"]["importance"]) == ("Priya", "desirable")
    (said,) = found["overrides"]
    assert (said["candidate"], said["outcome"], said["by"]) == (pool["ben"]["id"], "met", "Priya")
    shown = places(served, ranking)
    for name in ("rank", "score", "band", "machine_rank", "machine_score", "overridden"):
        assert [each[name] for each in found["places"]] == [each[name] for each in shown]
    assert [each["candidate"] for each in found["places"]] == [e["candidate"]["id"] for e in shown]
    assert found["places"][0]["label"] == shown[0]["candidate"]["label"]


def test_a_record_names_nobody_who_was_erased_nor_in_a_blind_ranking(
    served: TestClient, pool: dict[str, Json], role: Json
) -> None:
    blind = rank(served, role, blind=True)
    reason = "Anna and nobody else."
    decide(served, blind, pool["anna"], of_kind(role, "money_scope"), "not_met", reason=reason)
    told = json.dumps(record(served, blind))
    assert not any(name in told for name in ("anna", "Anna", "cleo"))
    ranking = rank(served, role)
    assert served.delete(f"/v1/candidates/{pool['anna']['id']}").status_code == 200
    found = record(served, ranking)
    assert pool["anna"]["id"] not in json.dumps(found)
    assert [each["candidate"] is None for each in found["places"]].count(True) == 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "funnel"),
        ("GET", "record"),
        ("POST", "replay"),
        ("POST", "what-if"),
    ],
)
def test_what_is_another_tenants_is_not_found_and_each_question_is_noted(
    served: TestClient, make_key: Callable[..., dict[str, str]], method: str, path: str
) -> None:
    ours = make_key("read", "write", "admin")
    theirs = make_key("read", "write", tenant="other")
    role = add_role(served, ROLE, headers=ours)
    add_cv(served, TEXTS["anna"], headers=ours)
    ranking = rank(served, role, headers=ours)
    url = f"/v1/rankings/{ranking['id']}/{path}"
    change = {"requirement_id": of_kind(role, "money_scope"), "weight": 2}
    form = {"changes": [change]} if path == "what-if" else None
    noted = served.get("/v1/audit", params={"subject": ranking["id"]}, headers=ours).json()["items"]
    assert served.request(method, url, json=form, headers=theirs).status_code == 404
    assert served.request(method, url, json=form, headers=ours).status_code == 200
    after = served.get("/v1/audit", params={"subject": ranking["id"]}, headers=ours).json()["items"]
    assert len(after) == len(noted) + 1
