"""The description of the API is complete and stands on its own."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from service.api.problems import KINDS


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (path, operation)
        for path, methods in document["paths"].items()
        for operation in methods.values()
    ]


def test_every_operation_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(names) == len(set(names)) >= 5


def test_every_operation_has_a_tag_that_is_explained(document: dict[str, Any]) -> None:
    explained = {tag["name"] for tag in document["tags"]}
    for path, operation in operations(document):
        assert len(operation["tags"]) == 1, path
        assert set(operation["tags"]) <= explained, path


def test_every_guarded_operation_tells_its_key_and_its_failures(document: dict[str, Any]) -> None:
    guarded = [each for path, each in operations(document) if path.startswith("/v1/")]
    assert guarded
    for operation in guarded:
        assert operation["security"] == [{"key": []}]
        for status in (401, 403, 404, 409, 413, 422, 429, 503):
            content = operation["responses"][str(status)]["content"]
            assert content == {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            }


def test_every_kind_of_problem_is_listed(document: dict[str, Any]) -> None:
    listed = document["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]
    assert listed == [f"/problems/{name}" for name in KINDS]


def test_nothing_is_referred_to_that_is_not_there(document: dict[str, Any]) -> None:
    def references(node: object) -> set[str]:
        if isinstance(node, dict):
            own = {node["$ref"]} if "$ref" in node else set()
            return own.union(*(references(each) for each in node.values()))
        if isinstance(node, list):
            return set().union(*(references(each) for each in node))
        return set()

    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert references(document) <= schemas
    assert "servers" not in document
