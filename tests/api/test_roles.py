"""Roles: read from text or a file, listed, edited; what was read is kept beside what was set."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.serving import ROLE, add_role, word


def requirement(role: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (each for each in role["requirements"] if each["kind"] == kind)
    result: dict[str, Any] = found
    return result


def edit(client: TestClient, role: dict[str, Any], kind: str, **fields: Any) -> dict[str, Any]:
    url = f"/v1/roles/{role['id']}/requirements/{requirement(role, kind)['id']}"
    answer = client.patch(url, json=fields)
    assert answer.status_code == 200, answer.text
    changed: dict[str, Any] = answer.json()
    return changed


def test_a_role_is_read_from_its_text(served: TestClient) -> None:
    answer = served.post("/v1/roles", json={"text": ROLE, "external_id": "J-1"})
    role = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/roles/{role['id']}"
    assert (role["title"], role["external_id"], role["text"]) == (
        "Head of Service Desk",
        "J-1",
        ROLE,
    )
    money = requirement(role, "money_scope")
    assert money["criterion"]["min_amount"] == 2_000_000
    assert money["text"] == ROLE[money["start"] : money["end"]]
    assert money["read"]["criterion"] == money["criterion"]
    assert (money["struck"], money["accepted_by"]) == (False, None)
    assert served.get(f"/v1/roles/{role['id']}").json() == role
    assert [each["id"] for each in served.get("/v1/roles").json()["items"]] == [role["id"]]
    found = served.get("/v1/roles", params={"external_id": "J-1"}).json()["items"]
    assert [each["id"] for each in found] == [role["id"]]


def test_a_role_is_read_from_a_file(served: TestClient) -> None:
    content = word(ROLE)
    answer = served.post("/v1/roles/file", files={"file": ("role.docx", content)})
    assert answer.status_code == 201, answer.text
    assert answer.json()["title"] == "Head of Service Desk"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("role.pdf", b"%PDF-1.7 broken", "damaged"),
        ("role.txt", b"", "empty"),
        ("role.txt", b"Lunch is at noon.", "no requirement was found"),
        ("role.exe", b"MZ\x90\x00\x03", "not read"),
    ],
)
def test_a_file_that_is_no_role_is_refused_by_name(
    served: TestClient, name: str, content: bytes, words: str
) -> None:
    answer = served.post("/v1/roles/file", files={"file": (name, content)})
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert answer.json()["detail"].startswith(name)


def test_the_same_external_id_twice_is_a_conflict(served: TestClient) -> None:
    form = {"text": ROLE, "external_id": "J-1"}
    assert served.post("/v1/roles", json=form).status_code == 201
    assert served.post("/v1/roles", json=form).status_code == 409


def test_what_a_person_sets_stands_beside_what_was_read(served: TestClient) -> None:
    role = add_role(served)
    edit(served, role, "money_scope", importance="desirable", by="Priya")
    changed = edit(served, role, "money_scope", criterion={"min_amount": 1_500_000}, weight=2)
    money = requirement(changed, "money_scope")
    assert (money["importance"], money["weight"]) == ("desirable", 2)
    assert money["criterion"]["min_amount"] == 1_500_000
    assert money["read"]["importance"] == "essential"
    assert money["read"]["criterion"]["min_amount"] == 2_000_000
    first, second = changed["changes"]
    assert (first["by"], second["by"]) == ("Priya", "local")
    assert first["body"] == {"requirement_id": money["id"], "importance": "desirable"}
    assert served.get(f"/v1/roles/{role['id']}").json() == changed


def test_a_requirement_is_struck_put_back_accepted_and_added(served: TestClient) -> None:
    role = add_role(served)
    struck = edit(served, role, "clearance", struck=True)
    assert requirement(struck, "clearance")["struck"] is True
    back = edit(served, role, "clearance", struck=False, accepted=True, by="Priya")
    assert requirement(back, "clearance")["struck"] is False
    assert requirement(back, "clearance")["accepted_by"] == "Priya"
    answer = served.post(
        f"/v1/roles/{role['id']}/requirements",
        json={"text": "PRINCE2 Practitioner", "importance": "desirable"},
    )
    assert answer.status_code == 201, answer.text
    added = answer.json()["requirements"][-1]
    assert (added["id"], added["kind"], added["read"]) == ("A1", "certification", None)


def test_a_knock_out_is_marked(served: TestClient) -> None:
    role = add_role(served)
    assert requirement(edit(served, role, "certification", knock_out=True), "certification")[
        "knock_out"
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("money_scope", {}, "Nothing is set"),
        ("money_scope", {"criterion": {"colour": "red"}}, "colour"),
        ("money_scope", {"criterion": {"min_amount": -1}}, "min_amount"),
        ("clearance", {"knock_out": True}, "desirable"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_and_changes_nothing(
    served: TestClient, kind: str, fields: dict[str, Any], words: str
) -> None:
    role = add_role(served)
    url = f"/v1/roles/{role['id']}/requirements/{requirement(role, kind)['id']}"
    answer = served.patch(url, json=fields)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert served.get(f"/v1/roles/{role['id']}").json() == role


def test_an_unknown_field_or_weight_is_named(served: TestClient) -> None:
    role = add_role(served)
    url = f"/v1/roles/{role['id']}/requirements/R1"
    answer = served.patch(url, json={"weight": 11, "wieght": 1})
    assert answer.status_code == 422
    assert [each["where"] for each in answer.json()["errors"]] == ["body.weight", "body.?"]


def test_what_is_not_there_is_not_found(served: TestClient) -> None:
    role = add_role(served)
    nobody = "r_" + "0" * 22
    assert served.get(f"/v1/roles/{nobody}").status_code == 404
    assert (
        served.patch(f"/v1/roles/{nobody}/requirements/R1", json={"weight": 1}).status_code == 404
    )
    url = f"/v1/roles/{role['id']}/requirements/R999"
    assert served.patch(url, json={"weight": 1}).status_code == 404
    assert served.delete(f"/v1/roles/{role['id']}").status_code == 204
    assert served.delete(f"/v1/roles/{role['id']}").status_code == 404
