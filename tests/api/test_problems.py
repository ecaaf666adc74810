"""Every failure is a problem document that repeats nothing of the request."""

from collections.abc import Callable
from typing import Annotated, Literal

import pytest
from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from service.api import problems
from service.engine.records import RoomBusy, RoomFailed, RoomTimeout
from service.errors import CannotRead
from service.store.database import StoreFull, StoreUnavailable

SECRET = "Robin Example, 07700 900123"
RAISED: dict[str, Exception] = {
    "found": problems.NotFound("There is no role of this id."),
    "busy": problems.Busy("Come back.", retry_after=7),
    "framework": HTTPException(415, detail=SECRET),
    "teapot": HTTPException(418, detail=SECRET),
    "store": StoreUnavailable("the database cannot be reached"),
    "full": StoreFull("the disk is full"),
    "queue": RoomBusy("more work is waiting"),
    "slow": RoomTimeout("it took too long"),
    "died": RoomFailed("it could not be done"),
    "document": CannotRead("cv.pdf: is a picture; run OCR first"),
    "bug": RuntimeError(SECRET),
    "group": ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)]),
}
router = APIRouter()


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")

    count: int = 0
    animal: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    checked: str = ""

    @field_validator("checked")
    @classmethod
    def refuse(cls, value: str) -> str:
        if value:
            raise ValueError("must be empty")
        return value


@router.get("/raise/{name}")
def fail(name: str) -> None:
    raise RAISED[name]


@router.post("/sent")
def take(sent: Annotated[Sent, Body()]) -> None:
    return None


@pytest.fixture
def client(start: Callable[..., TestClient]) -> TestClient:
    return start(routers=[router])


@pytest.mark.parametrize(
    ("name", "status", "kind"),
    [
        ("found", 404, "not-found"),
        ("busy", 503, "busy"),
        ("framework", 415, "media-type"),
        ("teapot", 400, "bad-request"),
        ("store", 503, "unavailable"),
        ("full", 503, "storage-full"),
        ("queue", 503, "busy"),
        ("slow", 504, "timeout"),
        ("died", 503, "unavailable"),
        ("document", 422, "invalid"),
        ("bug", 500, "internal"),
        ("group", 500, "internal"),
    ],
)
def test_each_failure_has_its_kind(client: TestClient, name: str, status: int, kind: str) -> None:
    answer = client.get(f"/raise/{name}", headers={"X-Request-ID": "request-1"})
    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == problems.MEDIA_TYPE
    assert answer.json()["type"] == f"/problems/{kind}"
    assert answer.json()["title"] == problems.KINDS[kind].title
    assert answer.json()["instance"] == "urn:rolematch:request:request-1"
    assert SECRET not in answer.text


def test_who_may_come_back_is_told_when(client: TestClient) -> None:
    assert client.get("/raise/busy").headers["Retry-After"] == "7"
    assert client.get("/raise/store").headers["Retry-After"] == "5"
    assert client.get("/raise/store").json()["detail"] == "the database cannot be reached"


def test_a_failure_is_logged_by_its_type_alone(
    log: list[dict[str, object]], client: TestClient
) -> None:
    client.get("/raise/bug", headers={"X-Request-ID": "request-1"})
    client.get("/raise/group")
    lines = [line for line in log if line["event"] == "failure"]
    assert lines[0]["kind"] == "RuntimeError"
    assert lines[0]["request"] == "request-1"
    assert str(lines[0]["at"]).startswith("tests.api.test_problems:")
    assert lines[1]["kind"] == "KeyError+ValueError"
    assert SECRET not in str(log)


def test_no_route_and_no_method(client: TestClient) -> None:
    assert client.get(f"/{SECRET}").json()["type"] == "/problems/not-found"
    answer = client.post("/raise/bug")
    assert answer.json()["type"] == "/problems/method-not-allowed"
    assert answer.headers["Allow"] == "GET"


@pytest.mark.parametrize(
    ("sent", "where", "what"),
    [
        ({"count": SECRET}, "body.count", "Input should be a valid integer"),
        ({"animal": {"kind": SECRET}}, "body.animal", "is not one of the kinds there are"),
        ({"checked": SECRET}, "body.checked", "must be empty"),
        ({SECRET: 1}, "body.?", "Extra inputs are not permitted"),
        ({"surname": 1}, "body.?", "Extra inputs are not permitted"),
        ([SECRET], "body", "Input should be a valid dictionary"),
    ],
)
def test_a_wrong_field_is_named_and_not_repeated(
    client: TestClient, sent: object, where: str, what: str
) -> None:
    answer = client.post("/sent", json=sent)
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["where"] == where
    assert fault["what"].startswith(what)
    assert SECRET not in answer.text
    assert "surname" not in answer.text


def test_what_is_not_json_is_refused(client: TestClient) -> None:
    answer = client.post("/sent", content=SECRET, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"where": "body.0", "what": "is not JSON"}]


def test_every_kind_can_be_raised() -> None:
    raised = {each.kind for each in _all(problems.Problem)}
    assert raised | {"method-not-allowed", "media-type"} == set(problems.KINDS)


def _all(kind: type[problems.Problem]) -> list[type[problems.Problem]]:
    return [kind] + [each for below in kind.__subclasses__() for each in _all(below)]
