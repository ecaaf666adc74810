"""What the service answers is what its description says, whatever it is sent (property-based)."""

import dataclasses
from collections.abc import Callable

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from schemathesis import Case
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection
from starlette.testclient import TestClient

from service.settings import ServeSettings

GOOD, BAD = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
# The frame's own operations; those of a noun are tested with what they need.
OURS = [
    ("/healthz", GOOD),
    ("/readyz", GOOD),
    ("/v1/about", GOOD),
    ("/v1/about", BAD),
    ("/v1/audit", GOOD),
    ("/v1/audit", BAD),
]


@pytest.mark.parametrize(("path", "mode"), OURS)
def test_every_answer_is_described(
    start: Callable[..., TestClient],
    settings: ServeSettings,
    make_key: Callable[..., dict[str, str]],
    path: str,
    mode: GenerationMode,
) -> None:
    key = make_key("read", "admin")
    client = start(dataclasses.replace(settings, rate=1_000_000))
    schema = schemathesis.openapi.from_asgi("/openapi.json", client.app)

    @bounds(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path]["GET"].as_strategy(generation_mode=mode))
    def check(case: Case) -> None:
        # A parameter that is sent twice counts once: the framework takes the last one.
        case.call_and_validate(headers=key, excluded_checks=[negative_data_rejection])

    check()
