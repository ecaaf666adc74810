"""What the service answers is what its description says, whatever it is sent (property-based)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from tests.api.serving import add_cv, add_role, cv, rank

MODES = {"sense": GenerationMode.POSITIVE, "nonsense": GenerationMode.NEGATIVE}
# That what is described as wrong is refused is not asked: of a parameter that is sent twice the
# framework takes the last one.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 8
# Operations of this many, so that none drops out unseen.
AT_LEAST = 30


def described(client: TestClient) -> Iterator[tuple[str, str]]:
    """The path and the method of every operation."""
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method in methods:
            yield path, method.upper()


def real_ids(client: TestClient, key: dict[str, str]) -> dict[str, str]:
    """Ids of things that are there, by the names of parameters."""
    role = add_role(client, headers=key)
    person = add_cv(client, cv("Robin Example"), pool="autumn", headers=key)
    batch = client.post(
        "/v1/batches",
        content=b'{"id": "1", "text": "Robin"}',
        headers=key | {"Content-Type": "application/x-ndjson"},
    )
    assert batch.status_code == 202, batch.text
    return {
        "role_id": role["id"],
        "requirement_id": "R1",
        "candidate_id": person["id"],
        "pool_id": client.get("/v1/pools", headers=key).json()["items"][0]["id"],
        "ranking_id": rank(client, role, headers=key)["id"],
        "batch_id": batch.json()["id"],
    }


@pytest.mark.parametrize("mode", MODES)
def test_every_answer_is_described(
    served: TestClient, make_key: Callable[..., dict[str, str]], mode: str
) -> None:
    key = make_key("read", "write", "admin")
    ids = real_ids(served, key)
    assert isinstance(served.app, FastAPI)
    schema = schemathesis.openapi.from_asgi("/openapi.json", served.app)
    operations = list(described(served))
    assert len(operations) >= AT_LEAST
    wrong = {}
    # What deletes comes last: until then the ids are those of something.
    for path, method in sorted(operations, key=lambda each: each[1] == "DELETE"):
        try:
            answers_as_described(schema[path][method], MODES[mode], ids, key)
        except Unsatisfiable:
            # It takes nothing that could be wrong.
            assert mode == "nonsense"
        except FailureGroup as failures:
            wrong[f"{method} {path}"] = [str(each) for each in failures.exceptions]
    assert wrong == {}


def answers_as_described(
    operation: Any, mode: GenerationMode, ids: dict[str, str], key: dict[str, str]
) -> None:
    @bounds(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans())
    def check(case: Case, real: bool) -> None:
        if real:
            known = {name: ids[name] for name in case.path_parameters or {} if name in ids}
            case.path_parameters = {**(case.path_parameters or {}), **known}
        case.call_and_validate(headers=key, checks=CHECKS)

    check()
