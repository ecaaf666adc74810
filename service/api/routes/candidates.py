"""Candidates: create from text or files, list, read, export, erase."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection

from service.api.dependencies import RoomDep, SettingsDep, StoreDep
from service.api.models.candidates import (
    CandidateIn,
    CandidateOut,
    CandidateRow,
    Erased,
    Received,
    ReceivedAll,
)
from service.api.models.fields import NO_NUL, CandidateId, Name
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import Conflict, NotFound, Unprocessable
from service.api.security import Caller, Reader, Uploader, Writer
from service.engine.records import ReadCv, RoomFailed, RoomTimeout
from service.engine.room import EngineRoom
from service.errors import CannotRead
from service.store import candidates, listing, pools
from service.store.candidates import Mark, StoredCandidate
from service.store.database import Database
from service.store.holdings import held_about
from service.store.listing import Filters
from service.work.clock import now
from service.work.erasing import erase
from service.work.ingest import ExternalIdTaken, Sender, label_of, store_cv

router = APIRouter(prefix="/v1/candidates", tags=["candidates"])
NO_CANDIDATE = "There is no candidate of this id."
NO_POOL = "There is no pool of this id."
FILES_AT_MOST = 50


@router.post(
    "",
    status_code=201,
    responses={200: {"model": CandidateOut, "description": "The same CV was here already."}},
)
async def create_candidate(
    form: CandidateIn, store: StoreDep, room: RoomDep, caller: Uploader, response: Response
) -> CandidateOut:
    """Read a CV from its text; the same text twice is one candidate."""
    read = await _read(room, form.text.encode("utf-8"), "text", plain_text=True)
    sent = _Sent("text", form.external_id, form.label, form.pool)
    stored, created = await run_in_threadpool(_add, store, caller, read, sent)
    response.status_code = 201 if created else 200
    response.headers["Location"] = f"/v1/candidates/{stored.id}"
    return CandidateOut.whole(stored, read.candidate)


@router.post("/files")
async def create_candidates_from_files(
    store: StoreDep,
    room: RoomDep,
    caller: Uploader,
    files: Annotated[
        list[UploadFile],
        File(description="PDF, DOCX, ODT, RTF, HTML or text.", max_length=FILES_AT_MOST),
    ],
    external_id: Annotated[list[Name] | None, Form(description="One for each file.")] = None,
    pool: Annotated[Name | None, Form(description="The pool's name.")] = None,
) -> ReceivedAll:
    """Read CVs from files; one that cannot be read costs only itself."""
    if external_id is not None and len(external_id) != len(files):
        raise Unprocessable("Send one external_id for each file, in their order, or none at all.")
    theirs: list[str | None] = list(external_id) if external_id else [None] * len(files)
    read = await asyncio.gather(*(_read_or_told(room, each) for each in files))
    # Stored one after the other: of equal files, the first is the candidate.
    received = [
        await _receive(store, caller, each, _sent(file, name, pool))
        for each, file, name in zip(read, files, theirs, strict=True)
    ]
    result = ReceivedAll.of(received)
    if result.failed == len(files):
        for each in read:
            if isinstance(each, (RoomFailed, RoomTimeout)):
                # Sent again they may be read.
                raise each
        faults = [
            {"where": f"body.files.{n}", "what": each.error or ""}
            for n, each in enumerate(received)
        ]
        raise Unprocessable("No file was taken: see errors.", errors=faults)
    return result


class _Sent:
    """What a file is called, and where it goes."""

    def __init__(
        self, name: str, external_id: str | None, label: str | None, pool: str | None
    ) -> None:
        self.name, self.external_id, self.pool = name, external_id, pool
        self.label = label or label_of(name)


def _sent(file: UploadFile, external_id: str | None, pool: str | None) -> _Sent:
    return _Sent(file.filename or "file", external_id, None, pool)


# What costs one file alone: it is of no use, or whoever read it did not get over it.
_Fault = CannotRead | RoomFailed | RoomTimeout


async def _read_or_told(room: EngineRoom, file: UploadFile) -> ReadCv | _Fault:
    try:
        return await _read(room, await file.read(), file.filename or "file")
    except (CannotRead, RoomFailed, RoomTimeout) as error:
        return error


async def _receive(store: Database, caller: Caller, read: ReadCv | _Fault, sent: _Sent) -> Received:
    if isinstance(read, CannotRead):
        return Received(name=sent.name, status="failed", error=str(read))
    if isinstance(read, (RoomFailed, RoomTimeout)):
        return Received(name=sent.name, status="failed", error=f"{sent.name}: {read}")
    try:
        stored, created = await run_in_threadpool(_add, store, caller, read, sent)
    except Conflict as problem:
        return Received(name=sent.name, status="failed", error=problem.detail)
    return Received(
        name=sent.name,
        status="created" if created else "existing",
        candidate=CandidateRow.of(stored),
    )


async def _read(room: EngineRoom, data: bytes, name: str, *, plain_text: bool = False) -> ReadCv:
    today = datetime.now(UTC).date()
    return await asyncio.wrap_future(room.read_cv(data, name, today, plain_text=plain_text))


def _add(
    store: Database, caller: Caller, read: ReadCv, sent: _Sent
) -> tuple[StoredCandidate, bool]:
    with store.writing() as connection:
        pool = (
            pools.ensure(connection, caller.tenant_id, sent.pool, now()).key
            if sent.pool is not None
            else None
        )
        sender = Sender(caller.actor, sent.external_id, sent.label, pool)
        try:
            stored, created = store_cv(connection, caller.tenant_id, read, sender)
        except ExternalIdTaken as error:
            raise Conflict(f"{sent.name}: {error}") from None
        note(connection, caller, "candidate.received", stored.id, created=created)
    return stored, created


@router.get("")
def list_candidates(
    store: StoreDep,
    caller: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
    pool: Annotated[
        str | None, Query(max_length=32, pattern=NO_NUL, description="A pool's id.")
    ] = None,
    external_id: Annotated[str | None, Query(max_length=200, pattern=NO_NUL)] = None,
    label: Annotated[
        str | None, Query(max_length=200, pattern=NO_NUL, description="Part of the label.")
    ] = None,
    created_after: datetime | None = None,
    warning: Annotated[
        str | None, Query(max_length=60, pattern=NO_NUL, description="A warning's code.")
    ] = None,
    fact: Annotated[
        list[Annotated[str, Query(max_length=260, pattern=NO_NUL)]] | None,
        Query(
            max_length=10,
            description="kind:name or kind:name:status, such as `clearance:SC:held`.",
            examples=["certification:ITIL Expert:held"],
        ),
    ] = None,
    blind: bool = False,
) -> Page[CandidateRow]:
    """List candidates in the order they came, narrowed by what all of them must have."""
    marks = tuple(_mark(each) for each in fact or ())
    if warning is not None:
        marks += (Mark("warning", warning),)
    with store.reading() as connection:
        found = listing.page(
            connection,
            caller.tenant_id,
            Filters(
                pool=_pool(connection, caller, pool),
                external_id=external_id,
                label=label,
                created_after=_zoned(created_after),
                marks=marks,
            ),
            place_of(cursor) or 0,
            limit + 1,
        )
    shown = found[:limit]
    return Page[CandidateRow](
        items=[CandidateRow.of(each, blinded=blind) for each in shown],
        next=cursor_of(shown[-1].key) if len(found) > limit else None,
    )


def _mark(fact: str) -> Mark:
    kind, _, rest = fact.partition(":")
    name, _, status = rest.rpartition(":") if rest.count(":") else (rest, "", "")
    if not kind or not name:
        raise Unprocessable("A fact is given as kind:name or kind:name:status.")
    return Mark(kind, name, status)


def _pool(connection: Connection, caller: Caller, public_id: str | None) -> int | None:
    if public_id is None:
        return None
    found = pools.by_id(connection, caller.tenant_id, public_id)
    if found is None:
        raise NotFound(NO_POOL)
    return found.key


def _zoned(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken as UTC, as all times here are."""
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        raise Unprocessable("created_after is no time in UTC, whose years are 1 to 9999.") from None


@router.get("/{candidate_id}")
def read_candidate(
    candidate_id: CandidateId, store: StoreDep, caller: Reader, blind: bool = False
) -> CandidateOut:
    """Return a candidate: text, posts, facts with their quotes, warnings."""
    with store.writing() as connection:
        stored = there(connection, caller, candidate_id)
        record = candidates.record_of(connection, caller.tenant_id, stored.key)
        note(connection, caller, "candidate.read", candidate_id, blind=blind)
    return CandidateOut.whole(stored, record, blinded=blind)


@router.get("/{candidate_id}/export")
def export_candidate(candidate_id: CandidateId, store: StoreDep, caller: Reader) -> dict[str, Any]:
    """Return everything that is held about a person, and what each part of it is."""
    with store.writing() as connection:
        stored = there(connection, caller, candidate_id)
        note(connection, caller, "candidate.exported", stored.id)
        held = held_about(connection, caller.tenant_id, candidate_id)
    if held is None:
        raise NotFound(NO_CANDIDATE)
    return held


@router.delete("/{candidate_id}")
def erase_candidate(
    candidate_id: CandidateId, store: StoreDep, settings: SettingsDep, caller: Writer
) -> Erased:
    """Erase a person everywhere, and answer with a receipt of what was removed."""
    receipt = erase(
        store, settings.data, caller.tenant_id, candidate_id, caller.actor, caller.request
    )
    if receipt is None:
        raise NotFound(NO_CANDIDATE)
    return Erased.model_validate(receipt)


def there(connection: Connection, caller: Caller, candidate_id: str) -> StoredCandidate:
    """Return a candidate of the caller's.

    Raises:
        NotFound: There is none of this id.
    """
    found = candidates.by_id(connection, caller.tenant_id, candidate_id)
    if found is None:
        raise NotFound(NO_CANDIDATE)
    return found
