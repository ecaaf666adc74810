"""People: drop CVs in, see what becomes of each, find somebody, erase somebody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.encoders import jsonable_encoder
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse

from service.api.dependencies import BatchWorkDep, SettingsDep, StoreDep
from service.api.models.batches import batch_of, item_of
from service.api.models.candidates import CandidateOut
from service.api.models.fields import NO_NUL, BatchId, CandidateId
from service.api.pages import Cursor, cursor_of, place_of
from service.api.problems import TooLarge, Unprocessable
from service.api.routes import batches as batches_api
from service.api.routes import candidates as api
from service.api.security import Reader, Uploader, Writer
from service.store import batch_items, batches, listing, pools, rankings
from service.store.batches import StoredBatch
from service.store.candidates import Mark
from service.store.database import Database
from service.store.listing import WARNING, Filters
from service.web.dependencies import ShortlistsDep
from service.web.pages import is_blind, page, see_other
from service.web.views.people import pieces_of
from service.web.views.rankings import shown_rankings
from service.web.views.trail import trail_of
from service.work import receiving
from service.work.clock import now
from service.work.receiving import Upload
from service.work.unpacking import BatchTooLarge, NotABatch

router = APIRouter(prefix="/people")
UPLOADS = "/people/uploads"
FILES_AT_MOST = 1000
_PAGE, _RECENT, _ITEMS = 50, 5, 200
# Taken as they are: what is in them is several CVs.
_MANY = (".zip", ".csv", ".jsonl")


@router.get("")
def list_people(
    request: Request,
    store: StoreDep,
    caller: Reader,
    cursor: Cursor = None,
    q: Annotated[str, Query(max_length=200, pattern=NO_NUL)] = "",
    pool: Annotated[str, Query(max_length=32, pattern=NO_NUL)] = "",
    warning: Annotated[str, Query(max_length=60, pattern=NO_NUL)] = "",
) -> Response:
    """Show everybody, narrowed by name, pool or warning, and where CVs are dropped."""
    tenant = caller.tenant_id
    with store.reading() as connection:
        chosen = pools.by_id(connection, tenant, pool) if pool else None
        filters = Filters(
            pool=chosen.key if chosen else None,
            label=q.strip() or None if not is_blind(request) else None,
            marks=(Mark(WARNING, warning),) if warning else (),
        )
        found = listing.page(connection, tenant, filters, place_of(cursor) or 0, _PAGE + 1)
        shown = found[:_PAGE]
        values = {
            "people": shown,
            "next": cursor_of(shown[-1].key) if len(found) > _PAGE else None,
            "all": listing.count(connection, tenant),
            "found": listing.count(connection, tenant, filters),
            "warned": listing.warnings(connection, tenant, [each.id for each in shown]),
            "pools": pools.page(connection, tenant, 0, 200),
            "uploads": batches.page(connection, tenant, None, _RECENT),
            "q": q,
            "pool": pool,
            "warning": warning,
            "first": cursor is None,
        }
    return page(request, "people.html.j2", values, part="people_list.html.j2")


@router.post("/uploads")
async def upload(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    work: BatchWorkDep,
    caller: Uploader,
) -> Response:
    """Take files; once this is answered all are stored, and read one after the other."""
    async with request.form(max_files=FILES_AT_MOST, max_fields=5) as form:
        files = [e for e in form.getlist("files") if isinstance(e, UploadFile) and e.filename]
        pool = str(form.get("pool") or "").strip()[:200]
        if not files:
            raise Unprocessable("Choose at least one file.")
        name = files[0].filename if len(files) == 1 else f"{len(files)} files"
        wish = Upload(caller.tenant_id, name or "", pool or None, caller.actor, caller.request)
        batch = await run_in_threadpool(_received, store, settings.data, wish, files)
    if work is not None:
        work.wake()
    return see_other(request, f"{UPLOADS}/{batch.id}")


def _received(
    store: Database, folder: Path, wish: Upload, files: Sequence[UploadFile]
) -> StoredBatch:
    try:
        if len(files) == 1 and (files[0].filename or "").lower().endswith(_MANY):
            return receiving.receive(store, wish, files[0].file)
        named = ((each.filename or "file", each.file) for each in files)
        return receiving.receive_files(store, wish, named, folder)
    except NotABatch as error:
        raise Unprocessable(f"It cannot be taken: {error}.") from None
    except BatchTooLarge as error:
        raise TooLarge(f"It holds {error}.") from None


@router.get("/uploads/{batch_id}")
def show_upload(
    batch_id: BatchId,
    request: Request,
    store: StoreDep,
    caller: Reader,
    status: Annotated[str, Query(pattern="^(failed|duplicate|)$")] = "",
    cursor: Cursor = None,
) -> Response:
    """Show what becomes of each file of an upload."""
    with store.reading() as connection:
        batch = batches_api.there(connection, caller.tenant_id, batch_id)
        progress = batch_items.progress(connection, batch, now())
        found = batch_items.page(
            connection, batch.key, place_of(cursor) or 0, _ITEMS + 1, status or None
        )
        shown = found[:_ITEMS]
        known = [each.candidate for each in shown if each.candidate is not None]
        warned = listing.warnings(connection, caller.tenant_id, known)
    values = {
        "upload": batch_of(batch, progress, now()),
        "items": [item_of(each) for each in shown],
        "warned": warned,
        "next": cursor_of(shown[-1].number) if len(found) > _ITEMS else None,
        "status": status,
    }
    return page(request, "upload.html.j2", values, part="upload_progress.html.j2")


@router.post("/uploads/{batch_id}/cancel")
def cancel_upload(batch_id: BatchId, request: Request, store: StoreDep, caller: Writer) -> Response:
    """Stop an upload; who was read by then stays."""
    batches_api.cancel_batch(store, caller, batch_id)
    return see_other(request, f"{UPLOADS}/{batch_id}")


@router.get("/{candidate_id}")
def show_candidate(
    candidate_id: CandidateId,
    request: Request,
    store: StoreDep,
    caller: Reader,
    opened: Annotated[bool, Query(alias="open")] = False,
) -> Response:
    """Show a CV as it was read."""
    hidden = is_blind(request) and not opened
    told: CandidateOut = api.read_candidate(candidate_id, store, caller, hidden)
    with store.reading() as connection:
        trail = trail_of(connection, caller, candidate_id)
        stored = api.there(connection, caller, candidate_id)
        shortlists = rankings.of_candidate(connection, caller.tenant_id, stored.key, _RECENT)
        ranked = shown_rankings(connection, shortlists)
    values = {
        "shortlists": ranked,
        "person": told,
        "trail": trail,
        "hidden": hidden,
        "pieces": pieces_of(told.cv["text"], told.cv["facts"]),
    }
    return page(request, "candidate.html.j2", values)


@router.get("/{candidate_id}/export")
def export_candidate(candidate_id: CandidateId, store: StoreDep, caller: Reader) -> Response:
    """Return everything that is held about somebody, as a file."""
    held = api.export_candidate(candidate_id, store, caller)
    name = f'attachment; filename="{candidate_id}.json"'
    return JSONResponse(jsonable_encoder(held), headers={"Content-Disposition": name})


@router.post("/{candidate_id}/erase")
def erase_candidate(
    candidate_id: CandidateId,
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    caller: Writer,
    kept: ShortlistsDep,
    sure: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Erase somebody everywhere, and show the receipt."""
    if sure != "yes":
        raise Unprocessable("Tick the box to say that you are sure; nothing was erased.")
    receipt = api.erase_candidate(candidate_id, store, settings, caller)
    kept.forget_outdated(store)
    return page(request, "erased.html.j2", {"receipt": receipt})
