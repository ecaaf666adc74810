"""Shortlists: who fits, narrowed, sorted, tried out, compared and taken away."""

from __future__ import annotations

from functools import partial
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from matcher.decisions import EditError
from matcher.wire import edit_from
from service.api.dependencies import RankingWorkDep, RoomDep, StoreDep, SurroundingsDep
from service.api.models.fields import NO_NUL, RankingId
from service.api.models.rankings import RankingIn
from service.api.models.roles import RequirementEdit
from service.api.noting import note
from service.api.pages import Cursor, cursor_of, place_of
from service.api.problems import Conflict, Unprocessable
from service.api.routes import rankings as api
from service.api.routes import roles as roles_api
from service.api.routes.decisions import rejudge
from service.api.security import Caller, Judge, Reader, Writer
from service.engine.room import EngineRoom
from service.store import listing, matches, pools, rankings
from service.store.database import Database
from service.store.listing import Filters
from service.store.rankings import DONE, StoredRanking
from service.web.dependencies import ShortlistsDep
from service.web.forms import checked
from service.web.pages import REPORT_POLICY, hides_names, is_blind, page, see_other
from service.web.tour import STEPS, step_of
from service.web.views.people import COMPARED_AT_MOST, comparison
from service.web.views.rankings import shown_rankings
from service.web.views.shortlists import shortlist_page
from service.web.views.wanted import Wanted, edits_of, effective, wanted_from
from service.work.exporting import report_on
from service.work.pieces import in_pieces
from service.work.shortlist import Shortlist, Shortlists, as_tried
from service.work.trying import NothingLeft, trial, tried

router = APIRouter(prefix="/shortlists")
_PAGE = 50


@router.get("")
def list_shortlists(
    request: Request, store: StoreDep, caller: Reader, cursor: Cursor = None
) -> Response:
    """Show the shortlists, newest first."""
    with store.reading() as connection:
        before = place_of(cursor)
        found = rankings.page(connection, caller.tenant_id, None, before, _PAGE + 1)
        shown = shown_rankings(connection, found[:_PAGE])
    more = cursor_of(found[_PAGE - 1].key) if len(found) > _PAGE else None
    return page(request, "shortlists.html.j2", {"shortlists": shown, "next": more})


@router.get("/{ranking_id}")
async def show_shortlist(
    ranking_id: RankingId,
    request: Request,
    store: StoreDep,
    room: RoomDep,
    kept: ShortlistsDep,
    caller: Reader,
) -> Response:
    """Show a shortlist, or how far it is; with switches set, as it would be."""
    ranking, before = await run_in_threadpool(_opened, store, kept, caller, ranking_id)
    if before is None:
        return await run_in_threadpool(_waiting, request, store, ranking)
    wanted = effective(wanted_from(request.query_params.multi_items()), before.asks)
    now = before
    if wanted.trying:
        now = kept.find(before.state, wanted.tried) or await _tried(
            store, room, caller, ranking, before, wanted
        )
        kept.keep(now, wanted.tried)
    return await run_in_threadpool(_page, request, store, caller, ranking, before, now, wanted)


def _opened(
    store: Database, kept: Shortlists, caller: Caller, ranking_id: str
) -> tuple[StoredRanking, Shortlist | None]:
    with store.reading() as connection:
        ranking = api.there(connection, caller, ranking_id)
        done = ranking.status == DONE
        return ranking, kept.of(connection, ranking) if done else None


def _ready(
    store: Database, kept: Shortlists, caller: Caller, ranking_id: str
) -> tuple[StoredRanking, Shortlist]:
    """Return a shortlist.

    Raises:
        Conflict: It is not made yet.
    """
    ranking, made = _opened(store, kept, caller, ranking_id)
    if made is None:
        raise Conflict("The shortlist is not ready yet.")
    return ranking, made


def _waiting(request: Request, store: Database, ranking: StoredRanking) -> Response:
    with store.reading() as connection:
        (told,) = shown_rankings(connection, [ranking])
        of = ranking.pool_key
        missing = matches.missing(connection, ranking.tenant, ranking.basis, of)
        pool = listing.count(connection, ranking.tenant, Filters(pool=of))
    values = {"ranking": told, "pool": pool, "judged": pool - len(missing)}
    return page(request, "shortlist_waiting.html.j2", values, part="shortlist_progress.html.j2")


async def _tried(
    store: Database,
    room: EngineRoom,
    caller: Caller,
    ranking: StoredRanking,
    before: Shortlist,
    wanted: Wanted,
) -> Shortlist:
    """Return the shortlist as it would be; nothing is stored.

    Raises:
        Unprocessable: A switch sets what cannot be.
    """
    try:
        edits = [edit_from(each) for each in edits_of(wanted, before.asks)]
        of = trial(before.on, edits, ())
    except (EditError, NothingLeft) as error:
        raise Unprocessable(str(error)) from None
    fresh = await in_pieces(partial(rejudge, room, ranking, of), of.keys, room.processes)

    def made() -> Shortlist:
        with store.writing() as connection:
            note(connection, caller, "ranking.tried", ranking.id, rejudged=len(of.again))
        verdicts = {key: each for piece in fresh for key, each in piece.items()}
        return as_tried(before, of, tried(of, verdicts))

    return await run_in_threadpool(made)


def _page(
    request: Request,
    store: Database,
    caller: Caller,
    ranking: StoredRanking,
    before: Shortlist,
    now: Shortlist,
    wanted: Wanted,
) -> Response:
    hidden = hides_names(request, ranking)
    values = shortlist_page(before, now, wanted.without_names if hidden else wanted)
    with store.reading() as connection:
        names = [line.id for line in values["shown"]]
        values["warned"] = listing.warnings(connection, ranking.tenant, names)
        (values["ranking"],) = shown_rankings(connection, [ranking])
    with store.writing() as connection:
        note(connection, caller, "ranking.read", ranking.id)
    values |= {"hidden": hidden, "tour": step_of(wanted.tour), "tour_steps": len(STEPS)}
    return page(request, "shortlist.html.j2", values, part="shortlist_results.html.j2")


@router.post("/{ranking_id}/keep")
async def keep(
    ranking_id: RankingId,
    request: Request,
    store: StoreDep,
    kept: ShortlistsDep,
    work: RankingWorkDep,
    surroundings: SurroundingsDep,
    caller: Judge,
    response: Response,
    query: Annotated[str, Form(max_length=5000, pattern=NO_NUL)] = "",
) -> Response:
    """Set on the role what was tried out, and ask for the shortlist that follows."""
    ranking, before = await run_in_threadpool(_ready, store, kept, caller, ranking_id)
    wanted = effective(wanted_from(parse_qsl(query)), before.asks)
    edits = edits_of(wanted, before.asks)
    role = before.role.id

    def set_all() -> None:
        for each in edits:
            form = checked(
                RequirementEdit, {n: v for n, v in each.items() if n != "requirement_id"}
            )
            roles_api.edit_requirement(role, each["requirement_id"], form, store, caller)

    await run_in_threadpool(set_all)
    wish = checked(RankingIn, {"pool": await run_in_threadpool(_pool, store, ranking)})
    made = await api.create_ranking(
        role, wish, store, work, surroundings, caller, response, prefer="wait=1"
    )
    return see_other(request, f"/shortlists/{made.id}")


def _pool(store: Database, ranking: StoredRanking) -> str | None:
    """Return the public id of the pool a ranking was made of.

    Raises:
        Conflict: It was deleted since.
    """
    if ranking.pool_key is None:
        return None
    with store.reading() as connection:
        found = pools.by_key(connection, ranking.tenant, ranking.pool_key)
    if found is None:
        raise Conflict("The pool of this shortlist was deleted; make one of another pool.")
    return found.id


@router.get("/{ranking_id}/export")
def export(
    ranking_id: RankingId,
    request: Request,
    store: StoreDep,
    caller: Reader,
    form: Annotated[api.ReportFormat, Query(alias="format")] = "xlsx",
    top: Annotated[int | None, Query(ge=1, le=5000)] = None,
) -> Response:
    """Return a shortlist as a file; without names where those are hidden."""
    made = api.export_ranking(ranking_id, store, caller, form, top, is_blind(request))
    if form == "html":
        # To be looked at and printed: it has a policy of its own in its head.
        made.headers["Content-Security-Policy"] = REPORT_POLICY
        made.headers["Content-Disposition"] = "inline"
    return made


@router.post("/{ranking_id}/delete")
def delete(ranking_id: RankingId, request: Request, store: StoreDep, caller: Writer) -> Response:
    """Delete a shortlist; the role and the people stay."""
    api.delete_ranking(ranking_id, store, caller)
    return see_other(request, "/shortlists")


@router.get("/{ranking_id}/compare")
def compare(
    ranking_id: RankingId,
    request: Request,
    store: StoreDep,
    kept: ShortlistsDep,
    caller: Reader,
    c: Annotated[list[str] | None, Query(max_length=40)] = None,
) -> Response:
    """Show two to four people side by side."""
    ranking, before = _ready(store, kept, caller, ranking_id)
    wanted = list(dict.fromkeys(c or ()))
    lines = {line.id: line for line in before.lines}
    chosen = [lines[each] for each in wanted if each in lines]
    if not 2 <= len(chosen) <= COMPARED_AT_MOST:
        raise Unprocessable(f"Choose two to {COMPARED_AT_MOST} people to compare.")
    hidden = hides_names(request, ranking)
    with store.reading() as connection:
        report = report_on(connection, ranking, [line.key for line in chosen])
        (told,) = shown_rankings(connection, [ranking])
    with store.writing() as connection:
        for line in chosen:
            note(connection, caller, "ranking.read", ranking_id, candidate=line.id)
    values = {
        "ranking": told,
        "hidden": hidden,
        **comparison(before, chosen, report, hidden=hidden),
    }
    return page(request, "compare.html.j2", values)
