"""Whether the process lives, whether it can work, and what it measured."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from service.api.dependencies import KeyRingDep, MetricsDep, RateLimitDep
from service.api.identity import identify
from service.api.metrics import CONTENT_TYPE
from service.api.middleware.open_door import is_loopback, was_forwarded
from service.api.openapi import problems
from service.api.problems import Unavailable
from service.api.readiness import missing
from service.api.security import CHEAP, charge, require

router = APIRouter(tags=["service"])


class Health(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


@router.get("/healthz")
async def is_alive() -> Health:
    """Say that the process lives."""
    return Health()


@router.get("/readyz", responses=problems(503))
def is_ready(request: Request) -> Health:
    """Say whether the service can work; if not, what is missing."""
    absent = missing(request.app)
    if absent:
        raise Unavailable(f"Not ready: {', '.join(absent)}.")
    return Health()


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}}, **problems(401, 403, 429, 503)},
)
async def show_metrics(
    request: Request, metrics: MetricsDep, keys: KeyRingDep, limit: RateLimitDep
) -> Response:
    """Return the figures for Prometheus: freely on the machine itself, else to an admin key."""
    if not _is_here(request):
        caller = await identify(request.headers, keys, request.state.request_id)
        request.state.caller = caller
        request.state.answer_headers = await charge(caller, limit, CHEAP)
        require(caller, "admin")
    return Response(metrics.text(), media_type=CONTENT_TYPE)


def _is_here(request: Request) -> bool:
    client = request.client.host if request.client else ""
    return is_loopback(client) and not was_forwarded(request.headers)
