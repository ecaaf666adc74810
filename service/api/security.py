"""What a route asks of its caller, in its signature: ``caller: Writer``.

Must not know any route, nor how a caller is recognised: `service.api.middleware.gate` did that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer

from service.api.dependencies import RateLimitDep
from service.api.identity import Caller
from service.api.problems import NotAllowed, RateLimited
from service.api.rate_limit import Allowance, RateLimit

__all__ = ["Admin", "Caller", "Judge", "Reader", "Uploader", "Writer", "allow"]

# What requests cost, in units of the rate: reading some rows, storing some, reading a document,
# judging a pool.
CHEAP, STORING, READING_A_DOCUMENT, JUDGING = 1, 2, 10, 20

# Only what the description of the API says of it is used.
_BEARER = HTTPBearer(
    scheme_name="key",
    description="A key made with `rolematch keys create`. While there is none, none is needed.",
    auto_error=False,
)


def allow(scope: str, cost: int) -> Callable[..., Awaitable[Caller]]:
    """Return a dependency: the caller, if they may do this and have the units left.

    Args:
        scope: One of `service.store.api_keys.SCOPES`.
        cost: Units of the key's rate.
    """

    async def allowed(
        request: Request, limit: RateLimitDep, _: Annotated[object, Security(_BEARER)]
    ) -> Caller:
        caller: Caller = request.state.caller
        request.state.answer_headers = await charge(caller, limit, cost)
        require(caller, scope)
        return caller

    return allowed


async def charge(caller: Caller, limit: RateLimit, cost: int) -> dict[str, str]:
    """Take units from the caller's key; return the headers that say what is left.

    Raises:
        RateLimited: There are not so many left.
    """
    allowance = await to_thread.run_sync(limit.take, caller.actor, cost)
    headers = _headers(allowance)
    if not allowance.granted:
        raise RateLimited(
            "This key has used up what it may for now; see Retry-After.",
            allowance.retry_after,
            headers,
        )
    return headers


def require(caller: Caller, scope: str) -> None:
    """Let a caller pass who was given a scope.

    Raises:
        NotAllowed: They were not.
    """
    if scope not in caller.scopes:
        raise NotAllowed(f"The key needs the scope '{scope}'.")


def _headers(allowance: Allowance) -> dict[str, str]:
    """Return the fields of draft-ietf-httpapi-ratelimit-headers-10."""
    return {
        "RateLimit-Policy": f'"key";q={allowance.quota};w={allowance.window}',
        "RateLimit": f'"key";r={allowance.remaining};t={allowance.reset}',
    }


# What a route asks for, from the cheapest to the dearest.
Reader = Annotated[Caller, Depends(allow("read", CHEAP))]
Writer = Annotated[Caller, Depends(allow("write", STORING))]
Uploader = Annotated[Caller, Depends(allow("write", READING_A_DOCUMENT))]
Judge = Annotated[Caller, Depends(allow("write", JUDGING))]
Admin = Annotated[Caller, Depends(allow("admin", CHEAP))]
