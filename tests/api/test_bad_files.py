"""Files of no use, through every door that takes a file: 4xx, and the answer names the problem."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.api.serving import cv
from tests.bad_files import BAD_FILES

CASES = pytest.mark.parametrize(
    ("name", "make", "message"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES]
)


@CASES
def test_a_bad_cv_is_refused_by_name(
    served: TestClient, name: str, make: Callable[[], bytes], message: str
) -> None:
    answer = served.post("/v1/candidates/files", files=[("files", (name, make()))])
    if name == "huge.pdf":
        assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
    else:
        assert answer.status_code == 422
        assert [each["where"] for each in answer.json()["errors"]] == ["body.files.0"]
        assert message in answer.json()["errors"][0]["what"]
    assert served.get("/v1/candidates").json()["items"] == []


@CASES
def test_a_bad_role_is_refused_by_name(
    served: TestClient, name: str, make: Callable[[], bytes], message: str
) -> None:
    answer = served.post("/v1/roles/file", files={"file": (name, make())})
    if name == "huge.pdf":
        assert answer.status_code == 413
    else:
        assert answer.status_code == 422
        assert message in answer.json()["detail"]
    assert served.get("/v1/roles").json()["items"] == []


def test_a_bad_cv_costs_only_itself(served: TestClient) -> None:
    files = [("files", ("good.txt", cv("Robin").encode())), ("files", ("empty.txt", b""))]
    answer = served.post("/v1/candidates/files", files=files)
    assert answer.status_code == 200
    assert (answer.json()["created"], answer.json()["failed"]) == (1, 1)
