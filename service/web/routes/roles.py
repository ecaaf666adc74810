"""Roles: add one, look at what was read from it, set what the machine got wrong."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool

from matcher.weights import parse_weights
from service.api.dependencies import RankingWorkDep, RoomDep, StoreDep, SurroundingsDep
from service.api.models.fields import NO_NUL, RequirementId, RoleId
from service.api.models.rankings import RankingIn
from service.api.models.roles import RequirementEdit, RequirementIn, RoleIn, RoleOut
from service.api.pages import Cursor, cursor_of, place_of
from service.api.problems import NotFound, Unprocessable
from service.api.routes import rankings as rankings_api
from service.api.routes import roles as api
from service.api.security import Caller, Judge, Reader, Uploader, Writer
from service.engine.records import Surroundings
from service.lengths import LONGEST
from service.store import listing, pools, rankings, roles
from service.store.database import Database
from service.web.asking import criterion_from
from service.web.forms import checked
from service.web.pages import is_partial, page, see_other
from service.web.views.roles import role_view
from service.work.roles import load

router = APIRouter(prefix="/roles")
_RECENT, _PAGE = 8, 50


@router.get("")
def list_roles(
    request: Request, store: StoreDep, caller: Reader, cursor: Cursor = None
) -> Response:
    """Show the roles, newest first."""
    with store.reading() as connection:
        found = roles.newest(connection, caller.tenant_id, _PAGE + 1, place_of(cursor))
    shown = found[:_PAGE]
    more = cursor_of(shown[-1].key) if len(found) > _PAGE else None
    return page(request, "roles.html.j2", {"roles": shown, "next": more})


@router.get("/new")
def new_role(request: Request, _: Reader) -> Response:
    """Show where a role is pasted or dropped."""
    return page(request, "role_new.html.j2", {"text": ""})


@router.post("")
async def create_role(
    request: Request,
    store: StoreDep,
    room: RoomDep,
    caller: Uploader,
    response: Response,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Read a role from what was pasted, or else from the file."""
    if text.strip():
        wanted = checked(RoleIn, {"text": text.replace("\r\n", "\n")})
        made = await api.create_role(wanted, store, room, caller, response)
    elif file is not None and file.filename:
        made = await api.create_role_from_file(store, room, caller, response, file)
    else:
        raise Unprocessable("Paste the text of a role, or choose a file.")
    return see_other(request, f"/roles/{made.id}")


@router.get("/{role_id}")
def show_role(
    role_id: RoleId,
    request: Request,
    store: StoreDep,
    caller: Reader,
    surroundings: SurroundingsDep,
) -> Response:
    """Show a role's text beside what was read from it."""
    return _shown(request, store, caller, role_id, surroundings)


def _shown(
    request: Request, store: Database, caller: Caller, role_id: str, surroundings: Surroundings
) -> Response:
    with store.reading() as connection:
        role = load(connection, caller.tenant_id, role_id)
        if role is None:
            raise NotFound(api.NO_ROLE)
        weights = parse_weights(surroundings.weights, "weights")
        values: dict[str, Any] = {"view": role_view(RoleOut.whole(role), role.role, weights)}
        if not is_partial(request):
            values["pools"] = pools.page(connection, caller.tenant_id, 0, 200)
            values["people"] = listing.count(connection, caller.tenant_id)
            made = rankings.page(connection, caller.tenant_id, role.stored.key, None, _RECENT)
            values["shortlists"] = made
    return page(request, "role.html.j2", values, part="role_part.html.j2")


@router.post("/{role_id}/requirements/{requirement_id}")
async def edit_requirement(
    role_id: RoleId,
    requirement_id: RequirementId,
    request: Request,
    store: StoreDep,
    caller: Writer,
    surroundings: SurroundingsDep,
) -> Response:
    """Set what a form says of a requirement."""
    async with request.form(max_files=0, max_fields=30) as sent:
        form = {name: str(value) for name, value in sent.items()}
    edit = checked(RequirementEdit, _edit(form))

    def edited() -> Response:
        api.edit_requirement(role_id, requirement_id, edit, store, caller)
        if is_partial(request):
            return _shown(request, store, caller, role_id, surroundings)
        return see_other(request, f"/roles/{role_id}#{requirement_id}")

    return await run_in_threadpool(edited)


def _edit(form: Mapping[str, str]) -> dict[str, Any]:
    """Return the edit that a form asks for; each button and each field set sends its own."""
    edit: dict[str, Any] = {}
    if "importance" in form:
        edit["importance"] = form["importance"]
    if "weight" in form:
        edit["weight"] = _weight(form["weight"])
    for name in ("knock_out", "struck"):
        if name in form:
            edit[name] = form[name] == "yes"
    if "kind" in form:
        try:
            edit["criterion"] = criterion_from(form["kind"], form)
        except (KeyError, ValueError) as error:
            raise Unprocessable(str(error)) from None
    return edit


def _weight(sent: str) -> float:
    try:
        weight = float(sent)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise Unprocessable("The weight is no number.")
    return weight


@router.post("/{role_id}/requirements")
async def add_requirement(
    role_id: RoleId,
    request: Request,
    store: StoreDep,
    caller: Writer,
    surroundings: SurroundingsDep,
    text: Annotated[str, Form(max_length=2000, pattern=NO_NUL)] = "",
    importance: Annotated[str, Form(max_length=20)] = "essential",
) -> Response:
    """Add what the role does not state."""
    if not text.strip():
        raise Unprocessable("Say what is asked, as an advert would: 'SC clearance'.")
    form = checked(RequirementIn, {"text": text, "importance": importance})

    def added() -> Response:
        api.add_requirement(role_id, form, store, caller)
        if is_partial(request):
            return _shown(request, store, caller, role_id, surroundings)
        return see_other(request, f"/roles/{role_id}")

    return await run_in_threadpool(added)


@router.post("/{role_id}/delete")
def delete_role(role_id: RoleId, request: Request, store: StoreDep, caller: Writer) -> Response:
    """Delete a role and its shortlists."""
    api.delete_role(role_id, store, caller)
    return see_other(request, "/roles")


@router.post("/{role_id}/shortlists")
async def create_shortlist(
    role_id: RoleId,
    request: Request,
    store: StoreDep,
    work: RankingWorkDep,
    surroundings: SurroundingsDep,
    caller: Judge,
    response: Response,
    pool: Annotated[str, Form(max_length=32)] = "",
) -> Response:
    """Ask for a shortlist; its page shows how far it is."""
    wish = checked(RankingIn, {"pool": pool or None})
    made = await rankings_api.create_ranking(
        role_id, wish, store, work, surroundings, caller, response, prefer="wait=1"
    )
    return see_other(request, f"/shortlists/{made.id}")
