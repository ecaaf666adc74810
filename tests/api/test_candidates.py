"""Candidates: read once, however often they are sent; listed, shown, hidden."""

from datetime import datetime

import pytest
from starlette.testclient import TestClient

from service.engine.records import RoomFailed, RoomTimeout
from tests.api.serving import add_cv, add_role, cv, places, rank, word
from tests.rooms import Here


def test_a_cv_is_read_from_its_text(served: TestClient) -> None:
    text = cv("Robin Example")
    form = {"text": text, "external_id": "A-1", "pool": "autumn"}
    answer = served.post("/v1/candidates", json=form)
    candidate = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/candidates/{candidate['id']}"
    assert (candidate["external_id"], candidate["label"]) == ("A-1", "A-1")
    assert candidate["cv"]["text"] == text
    for fact in candidate["cv"]["facts"]:
        assert fact["quote"] == text[fact["start"] : fact["end"]]
    assert {"money", "people", "certification"} <= {f["kind"] for f in candidate["cv"]["facts"]}
    assert served.get(f"/v1/candidates/{candidate['id']}").json() == candidate
    (pool,) = served.get("/v1/pools").json()["items"]
    assert (pool["name"], pool["size"]) == ("autumn", 1)


def test_the_same_cv_twice_is_one_candidate(served: TestClient) -> None:
    form = {"text": cv("Robin Example")}
    first = served.post("/v1/candidates", json=form)
    second = served.post("/v1/candidates", json=form)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    # Sent with an id of the caller's, it is known by that from then on.
    named = served.post("/v1/candidates", json={**form, "external_id": "A-1"})
    assert (named.status_code, named.json()["id"]) == (200, first.json()["id"])
    assert named.json()["external_id"] == "A-1"
    other = served.post("/v1/candidates", json={**form, "external_id": "A-2"})
    assert other.status_code == 409


def test_an_external_id_with_another_cv_is_a_conflict(served: TestClient) -> None:
    add_cv(served, cv("Robin Example"), external_id="A-1")
    answer = served.post("/v1/candidates", json={"text": cv("Sam"), "external_id": "A-1"})
    assert answer.status_code == 409
    assert "A-1" in answer.json()["detail"]


def test_of_many_files_a_bad_one_costs_only_itself(served: TestClient) -> None:
    files = [
        ("files", ("anna.docx", word(cv("Anna Example")))),
        ("files", ("ben.txt", cv("Ben Example").encode())),
        ("files", ("broken.pdf", b"%PDF-1.7 no more")),
        ("files", ("empty.txt", b"")),
        ("files", ("ben again.txt", cv("Ben Example").encode())),
    ]
    answer = served.post("/v1/candidates/files", files=files, data={"pool": "autumn"})
    assert answer.status_code == 200, answer.text
    result = answer.json()
    assert (result["created"], result["existing"], result["failed"]) == (2, 1, 2)
    states = {each["name"]: each["status"] for each in result["files"]}
    assert states["broken.pdf"] == states["empty.txt"] == "failed"
    assert all(each["name"] in each["error"] for each in result["files"] if each["error"])
    labels = [each["label"] for each in served.get("/v1/candidates").json()["items"]]
    assert sorted(labels) == ["anna", "ben"]


@pytest.mark.parametrize(
    ("failure", "status"), [(RoomFailed("It ended."), 503), (RoomTimeout("Too long."), 504)]
)
def test_a_file_that_ends_its_reader_costs_only_itself(
    served: TestClient, room: Here, failure: Exception, status: int
) -> None:
    files = [("files", (f"{name}.txt", cv(name).encode())) for name in ("Anna", "Ben")]
    room.failing.append(failure)
    result = served.post("/v1/candidates/files", files=files).json()
    assert (result["created"], result["failed"]) == (1, 1)
    assert result["files"][0]["error"] == f"Anna.txt: {failure}"
    # Where none was read it is no fault of theirs: they may be sent again.
    room.failing.append(failure)
    assert served.post("/v1/candidates/files", files=files[:1]).status_code == status


@pytest.mark.parametrize(
    "query",
    [
        *(f"candidates?{name}=%00" for name in ("pool", "external_id", "label", "warning")),
        "candidates?fact=tool:%00",
        "roles?external_id=%00",
        "rankings?role=%00",
        "audit?subject=%00",
    ],
)
def test_what_no_database_looks_for_is_refused(served: TestClient, query: str) -> None:
    assert served.get(f"/v1/{query}").status_code == 422


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00"])
def test_a_time_that_utc_does_not_have_is_refused(served: TestClient, time: str) -> None:
    assert served.get(f"/v1/candidates?created_after={time}").status_code == 422


def test_ids_that_no_database_looks_for_are_refused(served: TestClient) -> None:
    role = add_role(served)["id"]
    pool = served.post("/v1/pools", json={"name": "autumn"}).json()["id"]
    for path, form in (
        (f"roles/{role}/rankings", {"pool": "\x00"}),
        (f"pools/{pool}/candidates", {"candidates": ["\x00"]}),
    ):
        answer = served.post(f"/v1/{path}", json=form)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["where"].startswith("body.")


def test_each_file_gets_the_id_sent_with_it(served: TestClient) -> None:
    files = [("files", (f"{name}.txt", cv(name).encode())) for name in ("Anna", "Ben")]
    ids = {"external_id": ["A-1", "A-2"]}
    answer = served.post("/v1/candidates/files", files=files, data=ids)
    rows = [each["candidate"] for each in answer.json()["files"]]
    assert [each["external_id"] for each in rows] == ["A-1", "A-2"]
    answer = served.post("/v1/candidates/files", files=files, data={"external_id": ["A-1"]})
    assert answer.status_code == 422


@pytest.mark.parametrize("text", ["", "  \n ", "a\x00b", "\ud800"])
def test_what_is_no_text_is_refused(served: TestClient, text: str) -> None:
    import json

    answer = served.post(
        "/v1/candidates",
        content=json.dumps({"text": text}),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "body.text"


def test_a_list_is_narrowed_and_paged(served: TestClient) -> None:
    for number in range(4):
        clearance = "- I hold SC clearance." if number == 2 else ""
        add_cv(served, cv(f"Robin {number}", more=clearance), external_id=f"A-{number}")
    page = served.get("/v1/candidates?limit=3").json()
    rest = served.get("/v1/candidates", params={"limit": 3, "cursor": page["next"]}).json()
    ids = [each["external_id"] for each in page["items"] + rest["items"]]
    assert (ids, rest["next"]) == (["A-0", "A-1", "A-2", "A-3"], None)
    (cleared,) = served.get("/v1/candidates?fact=clearance:SC:held").json()["items"]
    assert cleared["external_id"] == "A-2"
    assert served.get("/v1/candidates?fact=clearance").status_code == 422
    assert served.get("/v1/candidates", params={"pool": "p_none"}).status_code == 404


def test_a_blind_reader_learns_no_name(served: TestClient) -> None:
    candidate = add_cv(served, cv("Robin Example"), external_id="robin-example")
    shown = served.get(f"/v1/candidates/{candidate['id']}?blind=true")
    assert "robin" not in shown.text.lower()
    assert len(shown.json()["cv"]["text"]) == len(candidate["cv"]["text"])
    assert "robin" not in served.get("/v1/candidates?blind=true").text.lower()


def test_a_busy_room_says_when_to_come_back(served: TestClient, room: Here) -> None:
    from service.engine.records import RoomBusy, RoomTimeout

    for error, status in ((RoomBusy("Full."), 503), (RoomTimeout("Slow."), 504)):
        room.failing.append(error)
        answer = served.post("/v1/candidates", json={"text": cv("Robin")})
        assert answer.status_code == status
    assert served.get("/v1/candidates").json()["items"] == []


def test_reading_is_on_record(served: TestClient) -> None:
    candidate = add_cv(served, cv("Robin Example"))
    served.get(f"/v1/candidates/{candidate['id']}")
    records = served.get("/v1/audit", params={"subject": candidate["id"]}).json()["items"]
    assert [each["action"] for each in records] == ["candidate.read", "candidate.received"]


def test_everything_that_is_held_about_a_person_is_told(served: TestClient) -> None:
    role = add_role(served)
    candidate = add_cv(served, cv("Robin Example"), external_id="A-1", pool="autumn")
    rank(served, role)
    held = served.get(f"/v1/candidates/{candidate['id']}/export")
    assert held.status_code == 200, held.text
    for words in ("Robin Example", "A-1", "autumn", "Head of Service Desk"):
        assert words in held.text
    assert served.get(f"/v1/candidates/c_{'0' * 22}/export").status_code == 404


def test_who_is_erased_is_nowhere_and_the_place_stays(served: TestClient) -> None:
    role = add_role(served)
    anna, ben = (add_cv(served, cv(name, team=30)) for name in ("Anna", "Ben"))
    ranking = rank(served, role)
    before = places(served, ranking)
    answer = served.delete(f"/v1/candidates/{anna['id']}")
    receipt = answer.json()
    assert answer.status_code == 200, answer.text
    assert (receipt["removed"]["candidates"], receipt["removed"]["entries"]) == (1, 1)
    assert served.delete(f"/v1/candidates/{anna['id']}").status_code == 404
    assert served.get(f"/v1/candidates/{anna['id']}").status_code == 404
    after = places(served, ranking)
    assert [each["score"] for each in after] == [each["score"] for each in before]
    there = [each["candidate"] and each["candidate"]["id"] for each in after]
    assert sorted(there, key=str) == sorted([None, ben["id"]], key=str)
    assert places(served, rank(served, role))[0]["candidate"]["id"] == ben["id"]


def test_a_retention_period_holds_for_who_is_here_and_who_comes(served: TestClient) -> None:
    anna = add_cv(served, cv("Anna"))
    assert anna["expires_at"] is None
    assert served.put("/v1/retention", json={"days": 30}).json() == {"days": 30}
    assert served.get("/v1/retention").json() == {"days": 30}
    ben = add_cv(served, cv("Ben"))
    for each in (anna, ben):
        row = served.get(f"/v1/candidates/{each['id']}").json()
        stays = datetime.fromisoformat(row["expires_at"]) - datetime.fromisoformat(
            row["created_at"]
        )
        assert stays.days == 30
    assert served.put("/v1/retention", json={"days": 0}).status_code == 422
    assert served.put("/v1/retention", json={"days": None}).json() == {"days": None}
    assert served.get(f"/v1/candidates/{ben['id']}").json()["expires_at"] is None
