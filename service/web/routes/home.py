"""The start page, signing in and out, and what a browser remembers of how to show things."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.concurrency import run_in_threadpool

from service.api.dependencies import KeyRingDep, StoreDep
from service.api.security import Reader
from service.store import batches, listing, rankings, roles, sessions
from service.store.api_keys import ApiKey
from service.store.database import Database
from service.web.door import COOKIE, SIGN_IN, SIGNED_IN_FOR
from service.web.pages import BLIND, YEAR, page
from service.web.views.rankings import shown_rankings
from service.work.clock import now

router = APIRouter()
_SHOWN = 5
_WRONG = "That key is not valid. Check that all of it was copied; it may also have been revoked."


@router.get("/")
def start(request: Request, store: StoreDep, caller: Reader) -> Response:
    """Show what there is, and how to begin where there is nothing."""
    tenant = caller.tenant_id
    with store.reading() as connection:
        found = rankings.page(connection, tenant, None, None, _SHOWN)
        values = {
            "roles": roles.newest(connection, tenant, _SHOWN),
            "people": listing.count(connection, tenant),
            "uploads": batches.page(connection, tenant, None, _SHOWN),
            "shortlists": shown_rankings(connection, found),
        }
    return page(request, "home.html.j2", values)


@router.get(SIGN_IN)
def show_sign_in(request: Request, next: str = "/") -> Response:  # noqa: A002
    """Show where a key is given."""
    return page(request, "sign_in.html.j2", {"next": _inside(next), "wrong": ""})


@router.post(SIGN_IN)
async def sign_in(
    request: Request,
    store: StoreDep,
    keys: KeyRingDep,
    key: Annotated[str, Form(max_length=200)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002
) -> Response:
    """Begin a session with a key."""
    found = await keys.find(key.strip())
    if found is None:
        values = {"next": _inside(next), "wrong": _WRONG}
        return page(request, "sign_in.html.j2", values, status=401)
    token = await run_in_threadpool(_begun, store, found)
    seconds = int(SIGNED_IN_FOR.total_seconds())
    return _remembered(request, _inside(next), COOKIE, token, seconds)


def _remembered(request: Request, path: str, name: str, value: str, seconds: int) -> Response:
    """Return what leads to a page, and has the browser keep something no script can read."""
    answer = Response(status_code=303, headers={"Location": path})
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        secure=request.url.scheme == "https",
        samesite="strict",
    )
    return answer


def _inside(path: str) -> str:
    """Return a path of this service: nobody is sent elsewhere by a link they were given."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"


def _begun(store: Database, key: ApiKey) -> str:
    at = now()
    with store.writing() as connection:
        sessions.sweep(connection, at)
        return sessions.begin(connection, key, at + SIGNED_IN_FOR)


@router.post("/sign-out")
def sign_out(request: Request, store: StoreDep) -> Response:
    """End the session."""
    token = request.cookies.get(COOKIE)
    if token:
        with store.writing() as connection:
            sessions.end(connection, token)
    answer = Response(status_code=303, headers={"Location": SIGN_IN})
    answer.delete_cookie(COOKIE)
    return answer


@router.post("/settings/blind")
def set_blind(
    request: Request, _: Reader, blind: Annotated[str, Form(pattern="^[01]$")]
) -> Response:
    """Hide who people are, or show it, from now on in this browser."""
    back = request.headers.get("referer", "")
    origin = f"{request.url.scheme}://{request.headers.get('host', '')}"
    there = _inside(back.removeprefix(origin)) if back.startswith(origin) else "/"
    return _remembered(request, there, BLIND, blind, YEAR)
