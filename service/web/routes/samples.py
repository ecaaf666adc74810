"""A first look: one click reads the shipped role and CVs and makes the shortlist of them."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from data import samples
from service.api.dependencies import (
    BatchWorkDep,
    RankingWorkDep,
    RateLimitDep,
    RoomDep,
    SettingsDep,
    StoreDep,
    SurroundingsDep,
)
from service.api.models.batches import batch_of
from service.api.models.fields import BatchId
from service.api.models.rankings import RankingIn
from service.api.models.roles import RoleIn
from service.api.routes import batches as batches_api
from service.api.routes import rankings as api
from service.api.routes import roles as roles_api
from service.api.security import JUDGING, Caller, Reader, Uploader, charge, require
from service.engine.room import EngineRoom
from service.store import batch_items, pools, rankings, roles
from service.store.batches import StoredBatch
from service.store.database import Database
from service.web.forms import checked
from service.web.pages import page, see_other
from service.work import receiving
from service.work.clock import now
from service.work.receiving import Upload

router = APIRouter(prefix="/samples")
ROLE = "head-of-service-desk"
POOL = "Sample candidates"
EXTERNAL_ID = f"sample: {ROLE}"
_ROLE_ID = "^r_[0-9a-z]{22}$"


@router.post("")
async def load_samples(
    request: Request,
    store: StoreDep,
    room: RoomDep,
    settings: SettingsDep,
    work: BatchWorkDep,
    caller: Uploader,
) -> Response:
    """Have the sample CVs read, and the sample role; the next page waits for them."""
    batch = await run_in_threadpool(_received, store, settings.data, caller)
    if work is not None:
        work.wake()
    role = await _role(store, room, caller)
    return see_other(request, f"/samples/{batch.id}?role={role}")


def _received(store: Database, folder: Path, caller: Caller) -> StoredBatch:
    wish = Upload(caller.tenant_id, "Samples", POOL, caller.actor, caller.request)
    with ExitStack() as stack:
        paths = sorted(samples.cvs().iterdir())
        files = [(_called(path), stack.enter_context(path.open("rb"))) for path in paths]
        return receiving.receive_files(store, wish, files, folder)


def _called(path: Path) -> str:
    """Return a file's name as people write theirs: "Helen Marchetti.pdf"."""
    return f"{path.stem.replace('-', ' ').title()}{path.suffix}"


async def _role(store: Database, room: EngineRoom, caller: Caller) -> str:
    """Return the id of the sample role, which is read where it is not here."""

    def known() -> str | None:
        with store.reading() as connection:
            found = roles.by_external_id(connection, caller.tenant_id, EXTERNAL_ID)
        return found.id if found else None

    here = await run_in_threadpool(known)
    if here is not None:
        return here
    path = next(each for each in samples.roles() if each.stem == ROLE)
    text = path.read_text(encoding="utf-8")
    form = checked(RoleIn, {"text": text, "external_id": EXTERNAL_ID})
    made = await roles_api.create_role(form, store, room, caller, Response())
    return made.id


@router.get("/{batch_id}")
async def wait_for_samples(
    batch_id: BatchId,
    request: Request,
    store: StoreDep,
    work: RankingWorkDep,
    surroundings: SurroundingsDep,
    caller: Reader,
    limit: RateLimitDep,
    response: Response,
    role: Annotated[str, Query(pattern=_ROLE_ID)],
) -> Response:
    """Show how far the samples are; once they are read, make their shortlist and go there."""
    batch, progress = await run_in_threadpool(_progress, store, caller, batch_id)
    if not batch.is_over:
        values = {"upload": batch_of(batch, progress, now()), "role": role}
        return page(request, "samples.html.j2", values, part="samples_progress.html.j2")
    made, pool = await run_in_threadpool(_made, store, caller, role)
    if made is None:
        require(caller, "write")
        await charge(caller, limit, JUDGING)
        wish = checked(RankingIn, {"pool": pool})
        ranking = await api.create_ranking(
            role, wish, store, work, surroundings, caller, response, prefer="wait=20"
        )
        made = ranking.id
    return see_other(request, f"/shortlists/{made}?tour=1")


def _progress(
    store: Database, caller: Caller, batch_id: str
) -> tuple[StoredBatch, batch_items.Progress]:
    with store.reading() as connection:
        batch = batches_api.there(connection, caller.tenant_id, batch_id)
        return batch, batch_items.progress(connection, batch, now())


def _made(store: Database, caller: Caller, role_id: str) -> tuple[str | None, str | None]:
    """Return the shortlist of the samples that is there already, and their pool."""
    with store.reading() as connection:
        role = roles_api.there(connection, caller, role_id)
        found = rankings.page(connection, caller.tenant_id, role.stored.key, None, 1)
        pool = pools.by_name(connection, caller.tenant_id, POOL)
    newest = found[0] if found and found[0].pool == POOL else None
    return (newest.id if newest else None), (pool.id if pool else None)
