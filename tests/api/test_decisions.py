"""A ranking is decided on by people: their word counts, and the machine's is kept beside it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.engine.records import RoomBusy, RoomFailed, RoomTimeout
from tests.api.serving import ROLE, TEXTS, add_cv, add_role, cv, places, rank
from tests.rooms import Here

Json = dict[str, Any]


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


def of_kind(role: Json, kind: str) -> str:
    """Return the id of a role's requirement of a kind."""
    (found,) = (each["id"] for each in role["requirements"] if each["kind"] == kind)
    return str(found)


def decide(
    client: TestClient, ranking: Json, candidate: Json, requirement: str, outcome: str, **more: Any
) -> Json:
    """Decide on a candidate; return their place."""
    url = f"/v1/rankings/{ranking['id']}/candidates/{candidate['id']}/overrides"
    body = {"requirement_id": requirement, "outcome": outcome, "reason": "We asked.", **more}
    answer = client.post(url, json=body)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == url
    place: Json = answer.json()
    return place


def names(shown: list[Json]) -> list[str]:
    return [each["candidate"]["external_id"] for each in shown]


def verdict(place: Json, requirement: str) -> Json:
    (found,) = (e for e in place["match"]["verdicts"] if e["requirement_id"] == requirement)
    return dict(found)


def test_a_persons_word_counts_and_the_machines_stays(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    money = of_kind(role, "money_scope")
    before = {each["candidate"]["external_id"]: each for each in places(served, ranking)}
    assert verdict(before["ben"], money)["status"] == "not_met"
    place = decide(served, ranking, pool["ben"], money, "met", by="Priya")
    assert place["overridden"] is True
    assert place["machine_score"] == before["ben"]["score"] < place["score"]
    assert place["score"] == round(sum(c["points"] for c in place["match"]["contributions"]), 2)
    assert verdict(place, money)["status"] == "met"
    assert verdict(place, money)["reason"] == "A person decided this: We asked."
    assert place["machine_verdicts"] == [verdict(before["ben"], money)]
    assert "decided_by_person" in {each["code"] for each in place["match"]["warnings"]}
    after = places(served, ranking)
    assert place in after
    for each in after:
        if each["candidate"]["external_id"] != "ben":
            name = each["candidate"]["external_id"]
            assert {**each, "rank": 0} == {**before[name], "rank": 0}


def test_places_are_ordered_as_people_decided_or_as_the_machine_did(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    machine = places(served, ranking)
    assert names(machine)[0] == "anna"
    for kind in ("money_scope", "team_size", "certification"):
        decide(served, ranking, pool["anna"], of_kind(role, kind), "not_met")
    decided = places(served, ranking)
    assert names(decided)[0] != "anna"
    assert [each["rank"] for each in decided] == [1, 2, 3, 4]
    assert [each["score"] for each in decided] == sorted(
        (e["score"] for e in decided), reverse=True
    )
    assert {n: e["machine_rank"] for n, e in zip(names(decided), decided, strict=True)} == {
        n: e["rank"] for n, e in zip(names(machine), machine, strict=True)
    }
    again = places(served, ranking, params={"order": "machine"})
    assert names(again) == names(machine)
    assert [each["rank"] for each in again] == [each["machine_rank"] for each in again]
    url = f"/v1/rankings/{ranking['id']}/matches"
    shown: list[Json] = []
    cursor = None
    while len(shown) < 4:
        page = served.get(url, params={"limit": 1, **({"cursor": cursor} if cursor else {})}).json()
        shown += page["items"]
        cursor = page["next"]
    assert shown == decided
    assert cursor is None


def test_a_later_word_takes_the_place_of_an_earlier_one_and_the_machines_own_puts_it_back(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    money = of_kind(role, "money_scope")
    before = places(served, ranking)
    decide(served, ranking, pool["ben"], money, "met", by="Priya")
    decide(served, ranking, pool["ben"], money, "partly", by="Tom")
    back = decide(served, ranking, pool["ben"], money, "not_met")
    assert (back["overridden"], back["machine_verdicts"]) == (False, [])
    assert places(served, ranking) == before
    url = f"/v1/rankings/{ranking['id']}/candidates/{pool['ben']['id']}/overrides"
    said = served.get(url).json()["items"]
    assert [(e["number"], e["outcome"], e["by"], e["in_force"]) for e in said] == [
        (1, "met", "Priya", False),
        (2, "partly", "Tom", False),
        (3, "not_met", "local", True),
    ]
    first = served.get(url, params={"limit": 2}).json()
    rest = served.get(url, params={"cursor": first["next"]}).json()
    assert first["items"] + rest["items"] == said
    assert rest["next"] is None


def test_who_is_knocked_out_by_a_person_comes_last(
    served: TestClient, pool: dict[str, Json], role: Json
) -> None:
    money = of_kind(role, "money_scope")
    url = f"/v1/roles/{role['id']}/requirements/{money}"
    assert served.patch(url, json={"knock_out": True}).status_code == 200
    ranking = rank(served, role)
    place = decide(served, ranking, pool["anna"], money, "not_met")
    assert (place["band"], place["machine_rank"]) == ("out", 1)
    assert set(names(places(served, ranking))[2:]) == {"anna", "ben"}


def test_a_file_holds_what_people_decided_and_says_so(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    for kind in ("money_scope", "team_size", "certification"):
        decide(served, ranking, pool["anna"], of_kind(role, kind), "not_met")
    url = f"/v1/rankings/{ranking['id']}/export"
    exported = json.loads(served.get(url).content)["matches"]
    shown = places(served, ranking)
    assert [each["candidate_id"] for each in exported] == names(shown)
    assert [each["score"] for each in exported] == [each["score"] for each in shown]
    for form in ("json", "csv", "html"):
        assert "A person decided otherwise" in served.get(url, params={"format": form}).text


def test_a_blind_ranking_stays_blind(served: TestClient, pool: dict[str, Json], role: Json) -> None:
    ranking = rank(served, role, blind=True)
    place = decide(
        served, ranking, pool["cleo"], of_kind(role, "team_size"), "met",
        reason="Cleo told me that a team of 20 is hers.",
    )  # fmt: skip
    said = f"/v1/rankings/{ranking['id']}/candidates/{pool['cleo']['id']}/overrides"
    answers = [
        json.dumps(place, ensure_ascii=False),
        served.get(said).text,
        served.get(f"/v1/rankings/{ranking['id']}/matches").text,
        served.get(f"/v1/rankings/{ranking['id']}/export?format=html").text,
    ]
    assert place["overridden"] is True
    for answer in answers:
        assert "told me that a team of 20 is hers" in answer or "of 20" in answer
        assert not any(name in answer for name in ("Cleo", "cleo", "Anna", "anna"))


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"outcome": "maybe"}, 422),
        ({"reason": "  "}, 422),
        ({"requirement_id": "R99"}, 422),
        ({"requirement_id": "x"}, 422),
        ({"unknown": 1}, 422),
    ],
)
def test_a_word_that_makes_no_sense_is_refused(
    served: TestClient,
    pool: dict[str, Json],
    role: Json,
    ranking: Json,
    changes: Json,
    status: int,
) -> None:
    url = f"/v1/rankings/{ranking['id']}/candidates/{pool['ben']['id']}/overrides"
    body = {"requirement_id": of_kind(role, "money_scope"), "outcome": "met", "reason": "Seen."}
    answer = served.post(url, json={**body, **changes})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert served.get(url).json()["items"] == []


def test_nobody_decides_on_who_is_not_in_the_ranking(
    served: TestClient, role: Json, ranking: Json
) -> None:
    late = add_cv(served, cv("Eve Example"))
    url = f"/v1/rankings/{ranking['id']}/candidates/{late['id']}/overrides"
    body = {"requirement_id": of_kind(role, "money_scope"), "outcome": "met", "reason": "Seen."}
    assert served.post(url, json=body).status_code == 404


@pytest.mark.usefixtures("pool")
def test_a_decision_is_noted_with_ids_alone(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    money = of_kind(role, "money_scope")
    decide(served, ranking, pool["ben"], money, "met", reason="Quaggaflute", by="Priya")
    noted = served.get("/v1/audit", params={"subject": ranking["id"]}).json()["items"]
    (decided,) = (each for each in noted if each["action"] == "ranking.decided")
    assert decided["detail"] == {
        "candidate": pool["ben"]["id"],
        "requirement": money,
        "outcome": "met",
    }
    assert "Quaggaflute" not in json.dumps(noted)


def test_what_was_decided_of_an_erased_person_is_gone(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    decide(served, ranking, pool["ben"], of_kind(role, "money_scope"), "met", reason="Quaggaflute")
    assert served.delete(f"/v1/candidates/{pool['ben']['id']}").status_code in {200, 204}
    shown = places(served, ranking)
    assert [each["candidate"] is None for each in shown].count(True) == 1
    assert [each["rank"] for each in shown] == [1, 2, 3, 4]
    url = f"/v1/rankings/{ranking['id']}"
    answers = [served.get(f"{url}/{each}").text for each in ("matches", "export")]
    assert "Quaggaflute" not in "".join(answers)


def test_what_is_another_tenants_cannot_be_decided_on(
    served: TestClient, make_key: Callable[..., dict[str, str]]
) -> None:
    ours, theirs = make_key("read", "write"), make_key("read", "write", tenant="other")
    role = add_role(served, ROLE, headers=ours)
    candidate = add_cv(served, TEXTS["ben"], headers=ours)
    ranking = rank(served, role, headers=ours)
    url = f"/v1/rankings/{ranking['id']}/candidates/{candidate['id']}/overrides"
    body = {"requirement_id": of_kind(role, "money_scope"), "outcome": "met", "reason": "Seen."}
    for headers, found in ((theirs, 404), (ours, 200)):
        assert served.get(url, headers=headers).status_code == found
    assert served.post(url, json=body, headers=theirs).status_code == 404
    assert served.post(url, json=body, headers=ours).status_code == 201
    reader = make_key("read")
    assert served.post(url, json=body, headers=reader).status_code == 403


def funnel(client: TestClient, ranking: Json, **params: Any) -> Json:
    answer = client.get(f"/v1/rankings/{ranking['id']}/funnel", params=params)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def test_a_funnel_counts_outcomes_as_people_decided(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    money, team = of_kind(role, "money_scope"), of_kind(role, "team_size")
    before = funnel(served, ranking)
    gates = {each["id"]: each for each in before["gates"]}
    assert before["pool"] == 4
    assert set(gates) == {of_kind(role, "certification"), money, team}
    for name, gate in gates.items():
        outcomes = [verdict(each, name)["status"] for each in places(served, ranking)]
        for outcome in ("met", "partly", "not_met", "not_stated"):
            assert gate[outcome] == outcomes.count(outcome)
    assert gates[money]["contradicts_alone"] == {"count": 1, "first": [pool["ben"]["id"]]}
    assert before["all_met"] == {"count": 1, "first": [pool["anna"]["id"]]}
    decide(served, ranking, pool["ben"], money, "met")
    after = funnel(served, ranking)
    assert after["all_met"] == {"count": 2, "first": [pool["anna"]["id"], pool["ben"]["id"]]}
    assert funnel(served, ranking, limit=1)["all_met"]["first"] == [pool["anna"]["id"]]
    assert served.delete(f"/v1/candidates/{pool['ben']['id']}").status_code == 200
    assert funnel(served, ranking)["pool"] == 3


def what_if(client: TestClient, ranking: Json, **form: Any) -> Json:
    answer = client.post(f"/v1/rankings/{ranking['id']}/what-if", json=form)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


@pytest.mark.parametrize(
    ("change", "rejudged"),
    [
        ({"importance": "desirable"}, False),
        ({"weight": 5}, False),
        ({"knock_out": True}, False),
        ({"struck": True}, False),
        ({"criterion": {"min_amount": 500000}}, True),
    ],
)
def test_a_what_if_is_the_very_ranking_that_the_edited_role_gets(
    served: TestClient, role: Json, ranking: Json, room: Here, change: Json, rejudged: bool
) -> None:
    money = of_kind(role, "money_scope")
    before = places(served, ranking)
    found = what_if(served, ranking, changes=[{"requirement_id": money, **change}])
    assert found["rejudged"] == ([money] if rejudged else [])
    assert ("rejudge" in room.calls) == rejudged
    assert places(served, ranking) == before
    url = f"/v1/roles/{role['id']}/requirements/{money}"
    assert served.patch(url, json=change).status_code == 200
    real = rank(served, role)
    assert [
        (each["candidate"]["id"], each["rank_after"], each["score_after"], each["band_after"])
        for each in found["moves"]
    ] == [(e["candidate"]["id"], e["rank"], e["score"], e["band"]) for e in places(served, real)]
    assert {
        e["candidate"]["id"]: (e["rank_before"], e["score_before"]) for e in found["moves"]
    } == {each["candidate"]["id"]: (each["rank"], each["score"]) for each in before}
    assert found["after"] == funnel(served, real)
    assert found["before"] == funnel(served, ranking)


def test_an_addition_is_tried_out_and_judged(served: TestClient, role: Json, ranking: Json) -> None:
    found = what_if(served, ranking, additions=[{"text": "PRINCE2 Practitioner"}])
    assert found["rejudged"] == ["A1"]
    assert found["rescored"] == 4
    added = {"text": "PRINCE2 Practitioner", "importance": "essential"}
    assert served.post(f"/v1/roles/{role['id']}/requirements", json=added).status_code == 201
    real = places(served, rank(served, role))
    assert [each["score_after"] for each in found["moves"]] == [each["score"] for each in real]


def test_a_what_if_names_who_enters_and_leaves_the_first_places(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    changes = [
        {"requirement_id": of_kind(role, "clearance"), "weight": 10},
        {"requirement_id": of_kind(role, "team_size"), "struck": True},
    ]
    found = what_if(served, ranking, changes=changes, first=1)
    assert [each["candidate"]["external_id"] for each in found["moves"]] == ["cleo"]
    assert found["entering"] == [pool["cleo"]["id"]]
    (gone,) = found["leaving"]
    assert (gone["candidate"]["external_id"], gone["rank_before"]) == ("anna", 1)
    assert gone["rank_after"] > 1
    assert found["moved"] >= 2


def test_people_keep_the_last_word_in_a_what_if(
    served: TestClient, pool: dict[str, Json], role: Json, ranking: Json
) -> None:
    money, team = of_kind(role, "money_scope"), of_kind(role, "team_size")
    decided = decide(served, ranking, pool["ben"], money, "met")
    found = what_if(served, ranking, changes=[{"requirement_id": team, "weight": 3}])
    moves = {each["candidate"]["external_id"]: each for each in found["moves"]}
    assert moves["ben"]["score_before"] == decided["score"]
    assert moves["ben"]["score_after"] == moves["anna"]["score_after"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"changes": [{"requirement_id": "R99", "weight": 2}]},
        {"changes": [{"requirement_id": "R1", "weight": 11}]},
        {"changes": [{"requirement_id": "R1", "criterion": {"colour": "red"}}]},
        {"additions": [{"text": " "}]},
    ],
)
def test_what_cannot_be_tried_is_refused(served: TestClient, ranking: Json, form: Json) -> None:
    answer = served.post(f"/v1/rankings/{ranking['id']}/what-if", json=form)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_role_without_anything_left_is_not_tried(
    served: TestClient, role: Json, ranking: Json
) -> None:
    changes = [{"requirement_id": each["id"], "struck": True} for each in role["requirements"]]
    url = f"/v1/rankings/{ranking['id']}/what-if"
    assert served.post(url, json={"changes": changes}).status_code == 422


@pytest.mark.parametrize(
    ("error", "status"),
    [(RoomBusy("Busy."), 503), (RoomTimeout("Slow."), 504), (RoomFailed("Broken."), 503)],
)
def test_an_engine_room_that_fails_is_told_as_it_is(
    served: TestClient, role: Json, ranking: Json, room: Here, error: Exception, status: int
) -> None:
    error.at_once = isinstance(error, RoomBusy)  # type: ignore[attr-defined]
    room.failing.append(error)
    change = {"requirement_id": of_kind(role, "money_scope"), "criterion": {"min_amount": 5}}
    answer = served.post(f"/v1/rankings/{ranking['id']}/what-if", json={"changes": [change]})
    assert answer.status_code == status
