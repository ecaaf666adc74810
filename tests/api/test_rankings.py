"""Rankings: made once, read page by page with evidence, taken away as files."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from matcher.wire import match_record
from tests.api.serving import ROLE, add_cv, add_role, cv, places, rank
from tests.fakes import FirstLetterEncoder
from tests.rooms import Here

TEXTS = {
    "anna": cv("Anna Example"),
    "ben": cv("Ben Example", budget="£900,000"),
    "cleo": cv("Cleo Example", team=12, more="- I hold SC clearance."),
    "dan": "Dan Example\n\nI bake bread.",
}
AS_OF = date(2026, 11, 23)


@pytest.fixture
def pool(served: TestClient) -> dict[str, dict[str, Any]]:
    return {name: add_cv(served, text, external_id=name) for name, text in TEXTS.items()}


@pytest.mark.usefixtures("pool")
def test_a_ranking_is_what_the_matcher_says(served: TestClient) -> None:
    role = add_role(served)
    ranking = rank(served, role)
    assert (ranking["status"], ranking["pool_size"], ranking["judged"]) == ("done", 4, 4)
    shown = places(served, ranking)
    matcher = Matcher(FirstLetterEncoder(), windows, default_weights(), AS_OF)
    candidates = [matcher.read_candidate(name, text) for name, text in TEXTS.items()]
    expected = matcher.rank(matcher.read_role("role", ROLE), candidates)
    assert [each["candidate"]["external_id"] for each in shown] == [
        each.candidate_id for each in expected
    ]
    for place, match in zip(shown, expected, strict=True):
        assert {**place["match"], "candidate_id": match.candidate_id} == match_record(match)
        assert place["score"] == round(sum(c["points"] for c in place["match"]["contributions"]), 2)
        text = TEXTS[match.candidate_id]
        for verdict in place["match"]["verdicts"]:
            for evidence in verdict["evidence"]:
                assert evidence["quote"] == text[evidence["start"] : evidence["end"]]


@pytest.mark.usefixtures("pool")
def test_who_was_judged_is_not_judged_again(served: TestClient, room: Here) -> None:
    role = add_role(served)
    first = rank(served, role)
    asked = room.calls.count("judge")
    second = rank(served, role)
    assert room.calls.count("judge") == asked
    assert first["result_digest"] == second["result_digest"]
    assert first["inputs_digest"] == second["inputs_digest"]
    add_cv(served, cv("Eve Example"))
    third = rank(served, role)
    assert room.calls.count("judge") == asked + 1
    assert third["result_digest"] != first["result_digest"]


@pytest.mark.usefixtures("pool")
def test_a_score_does_not_depend_on_the_pool(served: TestClient) -> None:
    role = add_role(served)
    before = {each["candidate"]["id"]: each["match"] for each in places(served, rank(served, role))}
    for number in range(3):
        add_cv(served, cv(f"Other {number}", team=30 + number))
    after = {each["candidate"]["id"]: each["match"] for each in places(served, rank(served, role))}
    assert all(after[name] == match for name, match in before.items())


@pytest.mark.usefixtures("pool")
def test_an_edit_changes_the_next_ranking_and_not_the_last(served: TestClient) -> None:
    role = add_role(served)
    before = rank(served, role)
    money = next(each for each in role["requirements"] if each["kind"] == "money_scope")
    served.patch(f"/v1/roles/{role['id']}/requirements/{money['id']}", json={"struck": True})
    after = rank(served, role)
    assert before["result_digest"] != after["result_digest"]
    names = {each["requirement_id"] for each in places(served, after)[0]["match"]["verdicts"]}
    assert money["id"] not in names
    assert served.get(f"/v1/rankings/{before['id']}").json() == before


@pytest.mark.usefixtures("pool")
def test_a_contradicted_knock_out_comes_last(served: TestClient) -> None:
    role = add_role(served)
    money = next(each for each in role["requirements"] if each["kind"] == "money_scope")
    url = f"/v1/roles/{role['id']}/requirements/{money['id']}"
    served.patch(url, json={"knock_out": True})
    last = places(served, rank(served, role))[-1]
    assert (last["candidate"]["external_id"], last["band"]) == ("ben", "out")


def test_a_role_with_nothing_left_to_ask_cannot_be_ranked(served: TestClient) -> None:
    role = add_role(served)
    for each in role["requirements"]:
        url = f"/v1/roles/{role['id']}/requirements/{each['id']}"
        assert served.patch(url, json={"struck": True}).status_code == 200
    answer = served.post(f"/v1/roles/{role['id']}/rankings", json={})
    assert answer.status_code == 409


def test_a_pool_and_a_top_are_kept_to(served: TestClient, pool: dict[str, dict[str, Any]]) -> None:
    role = add_role(served)
    named = served.post("/v1/pools", json={"name": "two"}).json()
    members = {"candidates": [pool["ben"]["id"], pool["dan"]["id"]]}
    served.post(f"/v1/pools/{named['id']}/candidates", json=members)
    ranking = rank(served, role, pool=named["id"], top=1)
    assert (ranking["pool"], ranking["pool_size"], ranking["top"]) == ("two", 2, 1)
    assert [each["candidate"]["external_id"] for each in places(served, ranking)] == ["ben"]


@pytest.mark.usefixtures("pool")
def test_pages_follow_each_other(served: TestClient) -> None:
    ranking = rank(served, add_role(served))
    first = served.get(f"/v1/rankings/{ranking['id']}/matches?limit=3&evidence=false").json()
    second = served.get(
        f"/v1/rankings/{ranking['id']}/matches", params={"cursor": first["next"]}
    ).json()
    assert [each["rank"] for each in first["items"] + second["items"]] == [1, 2, 3, 4]
    assert {each["match"] for each in first["items"]} == {None}
    assert second["next"] is None


@pytest.mark.usefixtures("pool")
def test_a_blind_ranking_names_nobody(served: TestClient) -> None:
    ranking = rank(served, add_role(served), blind=True)
    url = f"/v1/rankings/{ranking['id']}"
    answers = [served.get(f"{url}/matches").text] + [
        served.get(f"{url}/export?format={form}").text for form in ("json", "csv", "html")
    ]
    for answer in answers:
        assert not any(name in answer for name in ("Anna", "anna", "Cleo", "cleo"))


@pytest.mark.usefixtures("pool")
def test_a_ranking_is_taken_away_as_a_file(served: TestClient) -> None:
    ranking = rank(served, add_role(served))
    url = f"/v1/rankings/{ranking['id']}/export"
    exported = json.loads(served.get(url).content)
    shown = places(served, ranking)
    assert [each["score"] for each in exported["matches"]] == [each["score"] for each in shown]
    assert exported["matches"][0]["candidate_id"] == shown[0]["candidate"]["external_id"]
    for form, start in (("csv", b"rank,"), ("html", b"<!doctype html>"), ("xlsx", b"PK")):
        answer = served.get(url, params={"format": form, "top": 2})
        assert answer.content.lower().startswith(start.lower())
        assert answer.headers["Content-Disposition"].endswith(f'{ranking["id"]}.{form}"')
    assert served.get(url, params={"format": "pdf"}).status_code == 422


@pytest.mark.usefixtures("pool")
def test_weights_of_the_callers_own_are_used_or_refused(served: TestClient) -> None:
    from importlib.resources import files

    role = add_role(served)
    text = (files("data.knowledge") / "weights" / "default.toml").read_text(encoding="utf-8")
    before = rank(served, role)
    after = rank(served, role, weights=text.replace('name = "default"', 'name = "ours"', 1))
    assert after["weights"]["name"] != before["weights"]["name"]
    assert after["weights"]["digest"] != before["weights"]["digest"]
    answer = served.post(f"/v1/roles/{role['id']}/rankings", json={"weights": "name = 1"})
    assert answer.status_code == 422


def test_who_does_not_wait_is_told_where_to_look(served: TestClient) -> None:
    role = add_role(served)
    url = f"/v1/roles/{role['id']}/rankings"
    answer = served.post(url, json={}, headers={"Prefer": "respond-async"})
    assert answer.status_code in {201, 202}
    assert answer.headers["Location"] == f"/v1/rankings/{answer.json()['id']}"


@pytest.mark.usefixtures("pool")
def test_a_ranking_that_failed_says_so(served: TestClient, room: Here) -> None:
    from service.engine.records import RoomFailed

    role = add_role(served)
    room.failing.append(RoomFailed("It could not be done."))
    ranking = served.post(f"/v1/roles/{role['id']}/rankings", json={}).json()
    assert (ranking["status"], ranking["result_digest"]) == ("failed", None)
    assert served.get(f"/v1/rankings/{ranking['id']}/matches").status_code == 409


def test_what_is_another_tenants_is_not_found(
    served: TestClient, make_key: Callable[..., dict[str, str]]
) -> None:
    ours, theirs = make_key("read", "write"), make_key("read", "write", tenant="other")
    role = add_role(served, headers=ours)
    candidate = add_cv(served, cv("Robin Example"), headers=ours)
    ranking = rank(served, role, headers=ours)
    for path in (
        f"/v1/roles/{role['id']}",
        f"/v1/candidates/{candidate['id']}",
        f"/v1/rankings/{ranking['id']}",
        f"/v1/rankings/{ranking['id']}/matches",
        f"/v1/rankings/{ranking['id']}/export",
    ):
        assert served.get(path, headers=ours).status_code == 200
        assert served.get(path, headers=theirs).status_code == 404
    assert (
        served.post(f"/v1/roles/{role['id']}/rankings", json={}, headers=theirs).status_code == 404
    )
    assert served.get("/v1/rankings", headers=theirs).json()["items"] == []
