"""One role against one CV: explained, and stored nowhere."""

from starlette.testclient import TestClient

from tests.api.serving import ROLE, cv


def test_a_match_is_explained_and_stored_nowhere(served: TestClient) -> None:
    text = cv("Robin Example")
    form = {"role": ROLE, "cv": text, "as_of": "2026-11-23"}
    answer = served.post("/v1/match", json=form)
    assert answer.status_code == 200, answer.text
    result = answer.json()
    match = result["match"]
    assert result["role"]["title"] == "Head of Service Desk"
    assert len(match["verdicts"]) == len(result["role"]["requirements"])
    assert match["score"] == round(sum(each["points"] for each in match["contributions"]), 2)
    for verdict in match["verdicts"]:
        for evidence in verdict["evidence"]:
            assert evidence["quote"] == text[evidence["start"] : evidence["end"]]
    assert served.post("/v1/match", json=form).json() == result
    assert served.get("/v1/roles").json()["items"] == []
    assert served.get("/v1/candidates").json()["items"] == []


def test_a_blind_match_names_nobody(served: TestClient) -> None:
    text = cv("Robin Example", more="- Robin Example won an award.")
    answer = served.post("/v1/match", json={"role": ROLE, "cv": text, "blind": True})
    assert "Robin" not in answer.text


def test_what_asks_nothing_is_no_role(served: TestClient) -> None:
    answer = served.post("/v1/match", json={"role": "Lunch is at noon.", "cv": cv("Robin")})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("the role: no requirement was found")
