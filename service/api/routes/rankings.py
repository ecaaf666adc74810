"""Rankings: ask for one, read it page by page with its evidence, take it away as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection

from data.patterns import regex
from matcher.weights import WeightsError
from service.api.dependencies import RankingWorkDep, StoreDep, SurroundingsDep
from service.api.models.fields import NO_NUL, RankingId, RoleId
from service.api.models.rankings import Place, RankingIn, RankingOut
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import Conflict, NotFound, Unprocessable
from service.api.routes.roles import NO_ROLE
from service.api.security import Caller, Judge, Reader, Writer
from service.engine.records import Surroundings
from service.reports import RENDERERS
from service.store import candidates, matches, rankings, roles
from service.store.database import Database
from service.store.rankings import DONE, StoredRanking
from service.work import places
from service.work.asking import NoSuchPool, NothingAsked, Wish, queue
from service.work.exporting import ranking_of
from service.work.places import Order, Placed
from service.work.roles import load

router = APIRouter(prefix="/v1", tags=["rankings"])
NO_RANKING = "There is no ranking of this id."
# How long a caller who says nothing else is kept waiting for a ranking, in seconds.
PATIENCE = 20.0
MOST_PATIENCE = 50.0
_WAIT = regex(r"\bwait=(\d{1,4})\b")
_MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
_FILE = {"type": "string", "format": "binary"}
_SCHEMAS = {"json": {"type": "object"}}
ReportFormat = Literal["json", "csv", "xlsx", "html"]


@router.post(
    "/roles/{role_id}/rankings",
    status_code=201,
    responses={202: {"model": RankingOut, "description": "It is being made: see Location."}},
)
async def create_ranking(
    role_id: RoleId,
    form: RankingIn,
    store: StoreDep,
    work: RankingWorkDep,
    surroundings: SurroundingsDep,
    caller: Judge,
    response: Response,
    prefer: Annotated[
        str | None,
        Header(max_length=200, description="`respond-async`, or `wait=` seconds (RFC 7240)."),
    ] = None,
) -> RankingOut:
    """Rank a pool, or everybody: 201 with the ranking where it is soon made, else 202."""
    ranking = await run_in_threadpool(_queue, store, caller, role_id, form, surroundings)
    made = asyncio.wrap_future(work.make(ranking.key))
    # The ranking is made whether or not anybody waits for it.
    await asyncio.wait({made}, timeout=_patience(prefer))
    after = await run_in_threadpool(_read, store, caller, ranking.id)
    response.status_code = 201 if after.status in {"done", "failed"} else 202
    response.headers["Location"] = f"/v1/rankings/{ranking.id}"
    return after


def _patience(prefer: str | None) -> float:
    if prefer and "respond-async" in prefer:
        return 0.0
    wait = _WAIT.search(prefer or "")
    return min(float(wait[1]), MOST_PATIENCE) if wait else PATIENCE


def _queue(
    store: Database, caller: Caller, role_id: str, form: RankingIn, surroundings: Surroundings
) -> StoredRanking:
    wish = Wish(
        pool=form.pool,
        top=form.top,
        blind=form.blind,
        as_of=form.as_of or datetime.now(UTC).date(),
        weights=form.weights,
    )
    with store.writing() as connection:
        role = load(connection, caller.tenant_id, role_id)
        if role is None:
            raise NotFound(NO_ROLE)
        try:
            ranking = queue(connection, caller.tenant_id, role, wish, surroundings, caller.actor)
        except NothingAsked as error:
            raise Conflict(str(error)) from None
        except (NoSuchPool, WeightsError) as error:
            raise Unprocessable(str(error)) from None
        note(connection, caller, "ranking.created", ranking.id, role=role_id)
    return ranking


def _read(store: Database, caller: Caller, ranking_id: str) -> RankingOut:
    with store.reading() as connection:
        return _out(connection, there(connection, caller, ranking_id))


def _out(connection: Connection, ranking: StoredRanking) -> RankingOut:
    return RankingOut.of(ranking, matches.basis_of(connection, ranking.tenant, ranking.basis))


def there(connection: Connection, caller: Caller, ranking_id: str) -> StoredRanking:
    """Return a ranking of the caller's.

    Raises:
        NotFound: There is none of this id.
    """
    found = rankings.by_id(connection, caller.tenant_id, ranking_id)
    if found is None:
        raise NotFound(NO_RANKING)
    return found


def finished(connection: Connection, caller: Caller, ranking_id: str) -> StoredRanking:
    """Return a ranking of the caller's that is made.

    Raises:
        NotFound: There is none of this id.
        Conflict: It is not made yet, or could not be.
    """
    found = there(connection, caller, ranking_id)
    if found.status != DONE:
        raise Conflict(f"The ranking is {found.status}; see /v1/rankings/{ranking_id}.")
    return found


@router.get("/rankings")
def list_rankings(
    store: StoreDep,
    caller: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
    role: Annotated[
        str | None, Query(max_length=32, pattern=NO_NUL, description="A role's id.")
    ] = None,
) -> Page[RankingOut]:
    """List rankings, newest first."""
    with store.reading() as connection:
        key = None
        if role is not None:
            stored = roles.by_id(connection, caller.tenant_id, role)
            if stored is None:
                raise NotFound(NO_ROLE)
            key = stored.key
        found = rankings.page(connection, caller.tenant_id, key, place_of(cursor), limit + 1)
        shown = found[:limit]
        return Page[RankingOut](
            items=[_out(connection, each) for each in shown],
            next=cursor_of(shown[-1].key) if len(found) > limit else None,
        )


@router.get("/rankings/{ranking_id}")
def read_ranking(ranking_id: RankingId, store: StoreDep, caller: Reader) -> RankingOut:
    """Return a ranking: how far it is, and what it was made with."""
    return _read(store, caller, ranking_id)


@router.delete("/rankings/{ranking_id}", status_code=204)
def delete_ranking(ranking_id: RankingId, store: StoreDep, caller: Writer) -> None:
    """Delete a ranking."""
    with store.writing() as connection:
        if not rankings.remove(connection, caller.tenant_id, ranking_id):
            raise NotFound(NO_RANKING)
        note(connection, caller, "ranking.deleted", ranking_id)


@router.get("/rankings/{ranking_id}/matches")
def list_matches(
    ranking_id: RankingId,
    store: StoreDep,
    caller: Reader,
    limit: Limit = 25,
    cursor: Cursor = None,
    evidence: Annotated[bool, Query(description="Whether to send each match in full.")] = True,
    order: Annotated[Order, Query(description="By scores as people decided, or not.")] = "decided",
) -> Page[Place]:
    """List the places of a ranking, best first, each with its reasons."""
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        found = places.page(connection, ranking, order, place_of(cursor) or 0, limit + 1)
        shown = shown_places(connection, ranking, found[:limit], evidence=evidence)
    with store.writing() as connection:
        note(connection, caller, "ranking.read", ranking_id)
    more = len(found) > limit
    return Page[Place](items=shown, next=cursor_of(shown[-1].rank) if more else None)


def shown_places(
    connection: Connection, ranking: StoredRanking, some: Sequence[Placed], *, evidence: bool
) -> list[Place]:
    """Return places with who stands in them and, where they are asked for, the reasons."""
    keys = [each.candidate for each in some if each.candidate is not None]
    rows = candidates.names(connection, ranking.tenant, keys)
    why = places.reasons(connection, ranking, keys) if evidence else {}
    blinded = ranking.options["blind"]
    return [
        Place.of(each, rows.get(each.candidate or 0), why.get(each.candidate or 0), blinded=blinded)
        for each in some
    ]


@router.get(
    "/rankings/{ranking_id}/export",
    response_class=Response,
    responses={
        200: {
            "description": "The file.",
            "content": {
                media.partition(";")[0]: {"schema": _SCHEMAS.get(form, _FILE)}
                for form, media in _MEDIA_TYPES.items()
            },
        }
    },
)
def export_ranking(
    ranking_id: RankingId,
    store: StoreDep,
    caller: Reader,
    form: Annotated[ReportFormat, Query(alias="format")] = "json",
    top: Annotated[int | None, Query(ge=1, le=5000)] = None,
    blind: Annotated[bool, Query(description="Whether to hide who people are.")] = False,
) -> Response:
    """Return a ranking as a file, as `rolematch rank --format` writes it."""
    # Not in one transaction: others who write would wait until a large ranking is put together.
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        report = ranking_of(connection, ranking, top)
    with store.writing() as connection:
        note(connection, caller, "ranking.exported", ranking_id, format=form)
    if blind or ranking.options["blind"]:
        report = report.blinded()
    return Response(
        RENDERERS[form](report),
        media_type=_MEDIA_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{ranking_id}.{form}"'},
    )
