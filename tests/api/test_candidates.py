"""Candidates: read once, however often they are sent; listed, shown, hidden."""

import pytest
from starlette.testclient import TestClient

from tests.api.serving import add_cv, cv, word
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
