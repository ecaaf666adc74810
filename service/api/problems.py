"""Every failure as application/problem+json (RFC 9457).

Must not know any route. What pydantic refuses is never repeated: a rejected value may be the text
of somebody's CV. `KINDS` is the one table of what `type` can be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import Scope

from data.patterns import regex
from service.engine.records import RoomBusy, RoomFailed, RoomTimeout
from service.errors import CannotRead
from service.store.database import StoreFull, StoreUnavailable

MEDIA_TYPE = "application/problem+json"
# Where `type` points: relative, so that it is the same wherever the service runs.
TYPES_AT = "/problems/"
RETRY_AFTER_STORE = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: a status, and what it means here."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "bad-request": Kind(400, "The request cannot be read"),
    "key-needed": Kind(401, "A valid key is needed"),
    "not-allowed": Kind(403, "The key does not allow this"),
    "not-found": Kind(404, "There is no such thing"),
    "method-not-allowed": Kind(405, "This cannot be done here"),
    "conflict": Kind(409, "It contradicts what is stored"),
    "too-large": Kind(413, "The request is too large"),
    "media-type": Kind(415, "The content is of a type that is not taken"),
    "wrong-host": Kind(421, "The request was meant for another host"),
    "invalid": Kind(422, "The request says something that makes no sense"),
    "rate-limit": Kind(429, "Too many requests for this key"),
    "internal": Kind(500, "The service failed"),
    "busy": Kind(503, "The service is busy"),
    "unavailable": Kind(503, "The service is not available now"),
    "storage-full": Kind(503, "There is no room left to store anything"),
    "timeout": Kind(504, "The answer took too long"),
}
# For statuses that others raise by number alone; of several kinds, the first.
_BY_STATUS = {kind.status: name for name, kind in reversed(list(KINDS.items()))}


class Problem(HTTPException):
    """A failure with an answer of its own.

    It is an `HTTPException` so that what reads a body does not take it for a parsing error.

    Args:
        detail: One sentence for the caller: what is wrong and what to do; no word of a document.
        headers: Headers of the answer.
        errors: Where something is wrong and what, for a request with several faults.
    """

    kind = "internal"

    def __init__(
        self,
        detail: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(KINDS[self.kind].status, detail, dict(headers or {}))
        self.errors = errors


class BadRequest(Problem):
    """The request cannot be read at all."""

    kind = "bad-request"


class KeyNeeded(Problem):
    """No key, or none that is valid."""

    kind = "key-needed"

    def __init__(self, detail: str, error: str = "") -> None:
        told = f', error="{error}"' if error else ""
        challenge = f'Bearer realm="rolematch"{told}'
        super().__init__(detail, headers={"WWW-Authenticate": challenge})


class NotAllowed(Problem):
    """The key is valid but was not given the scope, or the page may not call."""

    kind = "not-allowed"


class NotFound(Problem):
    """It does not exist, or belongs to somebody else: the caller cannot tell which."""

    kind = "not-found"


class Conflict(Problem):
    """It contradicts what is stored."""

    kind = "conflict"


class TooLarge(Problem):
    """The body is larger than is taken."""

    kind = "too-large"


class WrongHost(Problem):
    """The Host header names somebody else."""

    kind = "wrong-host"


class Unprocessable(Problem):
    """The request can be read but makes no sense."""

    kind = "invalid"


class RateLimited(Problem):
    """The key has used up what it may."""

    kind = "rate-limit"

    def __init__(self, detail: str, retry_after: int, headers: Mapping[str, str]) -> None:
        super().__init__(detail, headers={**headers, "Retry-After": str(retry_after)})


class Busy(Problem):
    """Too much is going on; the same call will succeed later."""

    kind = "busy"

    def __init__(self, detail: str, retry_after: int = 1) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)})


class Unavailable(Problem):
    """Something the answer depends on is not there now."""

    kind = "unavailable"

    def __init__(self, detail: str, retry_after: int = RETRY_AFTER_STORE) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)})


class StorageFull(Unavailable):
    """There is no room left to store anything."""

    kind = "storage-full"


class TimedOut(Problem):
    """The answer did not begin in time."""

    kind = "timeout"


# Exceptions of ours whose sentence is meant for a caller; of a kind and its parent, the kind first.
_OURS: Mapping[type[Exception], Callable[[str], Problem]] = {
    StoreFull: StorageFull,
    StoreUnavailable: Unavailable,
    RoomBusy: Busy,
    RoomTimeout: TimedOut,
    RoomFailed: Unavailable,
    CannotRead: Unprocessable,
}


def answer(problem: Problem, scope: Scope) -> JSONResponse:
    """Return the response that says what is wrong."""
    return _response(problem.kind, problem.detail, scope, problem.headers, problem.errors)


def _response(
    kind: str,
    detail: str,
    scope: Scope,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, str]] = (),
) -> JSONResponse:
    known = KINDS[kind]
    body: dict[str, Any] = {
        "type": TYPES_AT + kind,
        "title": known.title,
        "status": known.status,
    }
    if detail:
        body["detail"] = _sound(detail)
    request_id = scope.get("state", {}).get("request_id")
    if request_id:
        body["instance"] = f"urn:rolematch:request:{request_id}"
    if errors:
        body["errors"] = [{name: _sound(each) for name, each in error.items()} for error in errors]
    return JSONResponse(body, known.status, dict(headers or {}), MEDIA_TYPE)


def _sound(words: str) -> str:
    """Return words without halves of characters: the name of a file may hold some."""
    return words.encode("utf-8", "replace").decode("utf-8")


def problem_of(error: Exception) -> Problem | None:
    """Return what an exception of ours is to a caller; None where that is not for us to say."""
    if isinstance(error, Problem):
        return error
    for kind, problem in _OURS.items():
        if isinstance(error, kind):
            return problem(str(error))
    return None


def install(app: FastAPI) -> None:
    """Have the application answer every failure it can name with a problem."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_validation)
    for kind in _OURS:
        app.add_exception_handler(kind, _on_ours)


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if isinstance(error, Problem):
        return answer(error, request.scope)
    kind = _BY_STATUS.get(error.status_code)
    if kind is None:
        kind = "bad-request" if error.status_code < 500 else "internal"
    # The framework's own sentences are not passed on: one of them may quote the request.
    return _response(kind, "", request.scope, error.headers)


async def _on_validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problem = Unprocessable("Some fields are wrong: see errors.", errors=faults(error.errors()))
    return answer(problem, request.scope)


async def _on_ours(request: Request, error: Exception) -> JSONResponse:
    problem = problem_of(error)
    assert problem is not None
    return answer(problem, request.scope)


# Pydantic's sentences for these speak of the value that was sent.
_QUOTING = {
    "union_tag_invalid": "is not one of the kinds there are",
    "json_invalid": "is not JSON",
    "url_parsing": "is not a URL",
    "url_syntax_violation": "is not a URL",
    "uuid_parsing": "is not a UUID",
    "get_attribute_error": "cannot be read",
    "iteration_error": "cannot be read",
}
# A name of ours in a path to a field; a key that somebody sent may be anything.
_NAME = regex(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")


def faults(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return where something is wrong and what, without what was sent."""
    return [{"where": _where(error), "what": _what(error)} for error in errors]


def _where(error: Mapping[str, Any]) -> str:
    place = error.get("loc", ())
    if error["type"] == "extra_forbidden":
        place = (*place[:-1], "?")
    return ".".join(
        str(part) if isinstance(part, int) or _NAME.fullmatch(str(part)) else "?" for part in place
    )


def _what(error: Mapping[str, Any]) -> str:
    fixed = _QUOTING.get(error["type"])
    return fixed or str(error["msg"]).removeprefix("Value error, ")
