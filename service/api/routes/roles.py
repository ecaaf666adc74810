"""Roles: create from text or a file, read, and set what the machine got wrong."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from matcher.decisions import EditError
from service.api.dependencies import RoomDep, StoreDep
from service.api.models.fields import NO_NUL, Name, RequirementId, RoleId
from service.api.models.roles import RequirementEdit, RequirementIn, RoleIn, RoleOut, RoleRow
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import Conflict, NotFound, Unprocessable
from service.api.security import Caller, Reader, Uploader, Writer
from service.store import roles
from service.store.database import Database
from service.store.roles import RoleChange
from service.work.clock import now
from service.work.roles import ACCEPTANCE, ADDITION, EDIT, WorkedRole, load, worked

router = APIRouter(prefix="/v1/roles", tags=["roles"])
NO_ROLE = "There is no role of this id."


@router.post("", status_code=201)
async def create_role(
    form: RoleIn, store: StoreDep, room: RoomDep, caller: Uploader, response: Response
) -> RoleOut:
    """Read a role from its text."""
    data = form.text.encode("utf-8")
    record = await asyncio.wrap_future(room.read_role(data, "text", plain_text=True))
    return await run_in_threadpool(_add, store, caller, record, form.external_id, response)


@router.post("/file", status_code=201)
async def create_role_from_file(
    store: StoreDep,
    room: RoomDep,
    caller: Uploader,
    response: Response,
    file: Annotated[UploadFile, File(description="PDF, DOCX, ODT, RTF, HTML or text.")],
    external_id: Annotated[Name | None, Form()] = None,
) -> RoleOut:
    """Read a role from a file."""
    data, name = await file.read(), file.filename or "role"
    record = await asyncio.wrap_future(room.read_role(data, name))
    return await run_in_threadpool(_add, store, caller, record, external_id, response)


def _add(
    store: Database,
    caller: Caller,
    record: dict[str, Any],
    external_id: str | None,
    response: Response,
) -> RoleOut:
    try:
        with store.writing() as connection:
            stored = roles.add(
                connection,
                caller.tenant_id,
                record,
                external_id=external_id,
                by=caller.actor,
                now=now(),
            )
            note(connection, caller, "role.created", stored.id)
    except IntegrityError:
        raise Conflict(
            "A role with this external id is here already: delete it first, or choose another id."
        ) from None
    response.headers["Location"] = f"/v1/roles/{stored.id}"
    return RoleOut.whole(worked(stored, ()))


@router.get("")
def list_roles(
    store: StoreDep,
    caller: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
    external_id: Annotated[str | None, Query(max_length=200, pattern=NO_NUL)] = None,
) -> Page[RoleRow]:
    """List roles in the order they came."""
    with store.reading() as connection:
        if external_id is not None:
            one = roles.by_external_id(connection, caller.tenant_id, external_id)
            return Page[RoleRow](items=[RoleRow.of(one)] if one else [], next=None)
        found = roles.page(connection, caller.tenant_id, place_of(cursor) or 0, limit + 1)
    shown = found[:limit]
    return Page[RoleRow](
        items=[RoleRow.of(each) for each in shown],
        next=cursor_of(shown[-1].key) if len(found) > limit else None,
    )


@router.get("/{role_id}")
def read_role(role_id: RoleId, store: StoreDep, caller: Reader) -> RoleOut:
    """Return a role: what was read, what people set, and what is judged."""
    with store.reading() as connection:
        return RoleOut.whole(there(connection, caller, role_id))


@router.delete("/{role_id}", status_code=204)
def delete_role(role_id: RoleId, store: StoreDep, caller: Writer) -> None:
    """Delete a role and its rankings."""
    with store.writing() as connection:
        if not roles.remove(connection, caller.tenant_id, role_id):
            raise NotFound(NO_ROLE)
        note(connection, caller, "role.deleted", role_id)


@router.patch("/{role_id}/requirements/{requirement_id}")
def edit_requirement(
    role_id: RoleId,
    requirement_id: RequirementId,
    form: RequirementEdit,
    store: StoreDep,
    caller: Writer,
) -> RoleOut:
    """Set a requirement's importance, weight, criterion or knock-out; accept or strike it."""
    body = {"requirement_id": requirement_id, **form.model_dump(exclude={"by", "accepted"})}
    kinds = []
    if any(value is not None for name, value in body.items() if name != "requirement_id"):
        kinds.append((EDIT, body))
    if form.accepted:
        kinds.append((ACCEPTANCE, {"requirement_id": requirement_id}))
    if not kinds:
        raise Unprocessable("Nothing is set: give at least one field.")
    return _change(store, caller, role_id, kinds, form.by, requirement_id)


@router.post("/{role_id}/requirements", status_code=201)
def add_requirement(
    role_id: RoleId, form: RequirementIn, store: StoreDep, caller: Writer
) -> RoleOut:
    """Add what the role does not state."""
    body = {"text": form.text, "importance": form.importance}
    return _change(store, caller, role_id, [(ADDITION, body)], form.by)


def _change(
    store: Database,
    caller: Caller,
    role_id: str,
    kinds: list[tuple[str, dict[str, Any]]],
    by: str | None,
    requirement_id: str | None = None,
) -> RoleOut:
    with store.writing() as connection:
        before = there(connection, caller, role_id)
        if requirement_id is not None and requirement_id not in {each.id for each in before.asked}:
            raise NotFound("The role has no requirement of this id.")
        new = [RoleChange(kind, body, by or caller.actor, now()) for kind, body in kinds]
        try:
            after = worked(before.stored, (*before.changes, *new))
        except EditError as error:
            raise Unprocessable(str(error)) from None
        for change in new:
            roles.add_change(connection, before.stored.key, change)
        note(connection, caller, "role.changed", role_id, requirement=requirement_id)
    return RoleOut.whole(after)


def there(connection: Connection, caller: Caller, role_id: str) -> WorkedRole:
    """Return a role of the caller's.

    Raises:
        NotFound: There is none of this id.
    """
    found = load(connection, caller.tenant_id, role_id)
    if found is None:
        raise NotFound(NO_ROLE)
    return found
