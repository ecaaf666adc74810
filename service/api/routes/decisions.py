"""Decisions questioned: people's words against verdicts, funnel, what-if, replay and record."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection

from matcher.decisions import EditError, OverrideError
from matcher.wire import addition_from, edit_from, role_json
from service.api.dependencies import RoomDep, StoreDep, SurroundingsDep
from service.api.models.decisions import OverrideIn, OverrideOut
from service.api.models.fields import CandidateId, RankingId
from service.api.models.funnels import FunnelOut
from service.api.models.rankings import Place
from service.api.models.replays import RecordOut, ReplayOut
from service.api.models.trials import WhatIfIn, WhatIfOut
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import NotFound, Unprocessable
from service.api.routes.candidates import there as candidate_there
from service.api.routes.rankings import finished, shown_places
from service.api.security import Caller, Judge, Reader, Writer
from service.engine.records import Decided
from service.engine.room import EngineRoom
from service.store import candidates, overrides
from service.store.database import Database
from service.store.overrides import StoredOverride
from service.store.rankings import StoredRanking
from service.work import places
from service.work.clock import now
from service.work.deciding import NoPlace, decide
from service.work.pieces import in_pieces
from service.work.recording import record_of
from service.work.replaying import Kept, compared, kept
from service.work.trying import NothingLeft, Trial, Tried, trial, tried
from service.work.whole import funnel, whole

router = APIRouter(prefix="/v1/rankings/{ranking_id}", tags=["rankings"])


@router.post("/candidates/{candidate_id}/overrides", status_code=201)
def create_override(
    ranking_id: RankingId,
    candidate_id: CandidateId,
    form: OverrideIn,
    store: StoreDep,
    caller: Writer,
    response: Response,
) -> Place:
    """Decide otherwise than the machine on one requirement; return the candidate's place now."""
    with store.writing() as connection:
        ranking = finished(connection, caller, ranking_id)
        candidate = candidate_there(connection, caller, candidate_id)
        word = StoredOverride(
            candidate.key,
            form.requirement_id,
            form.outcome,
            form.reason,
            form.by or caller.actor,
            now(),
        )
        try:
            decide(connection, ranking, word)
        except NoPlace as error:
            raise NotFound(str(error)) from None
        except OverrideError as error:
            raise Unprocessable(str(error)) from None
        note(
            connection,
            caller,
            "ranking.decided",
            ranking_id,
            candidate=candidate_id,
            requirement=form.requirement_id,
            outcome=form.outcome,
        )
    response.headers["Location"] = f"/v1/rankings/{ranking_id}/candidates/{candidate_id}/overrides"
    with store.reading() as connection:
        return _place(connection, ranking, candidate.key)


def _place(connection: Connection, ranking: StoredRanking, key: int) -> Place:
    everybody = places.page(connection, ranking, "decided", 0, None)
    theirs = [each for each in everybody if each.candidate == key]
    if not theirs:
        raise NotFound("The candidate was erased.")
    (place,) = shown_places(connection, ranking, theirs, evidence=True)
    return place


@router.get("/candidates/{candidate_id}/overrides")
def list_overrides(
    ranking_id: RankingId,
    candidate_id: CandidateId,
    store: StoreDep,
    caller: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[OverrideOut]:
    """List what people said of a candidate's match, oldest first."""
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        candidate = candidate_there(connection, caller, candidate_id)
        said = OverrideOut.all_of(overrides.on(connection, ranking.key, candidate.key))
    with store.writing() as connection:
        note(connection, caller, "ranking.read", ranking_id, candidate=candidate_id)
    after = place_of(cursor) or 0
    shown = said[after : after + limit]
    more = len(said) > after + limit
    return Page[OverrideOut](items=shown, next=cursor_of(shown[-1].number) if more else None)


@router.get("/funnel")
def read_funnel(
    ranking_id: RankingId, store: StoreDep, caller: Reader, limit: Limit = 50
) -> FunnelOut:
    """Count whom each must-have takes away, and who is one short, as people decided."""
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        found = funnel(whole(connection, ranking))
    with store.writing() as connection:
        note(connection, caller, "ranking.read", ranking_id, part="funnel")
    return FunnelOut.of(found, limit)


@router.post("/what-if")
async def what_if(
    ranking_id: RankingId, form: WhatIfIn, store: StoreDep, room: RoomDep, caller: Judge
) -> WhatIfOut:
    """Tell the ranking as it would be if the role were edited; nothing is stored."""
    if not form.changes and not form.additions:
        raise Unprocessable("Nothing would change: give changes or additions.")
    ranking, of = await run_in_threadpool(_trial, store, caller, ranking_id, form)
    fresh = await in_pieces(partial(rejudge, room, ranking, of), of.keys, room.processes)
    came = await run_in_threadpool(
        tried, of, {key: each for piece in fresh for key, each in piece.items()}
    )
    return await run_in_threadpool(_told, store, ranking, of, came, form.first)


def _trial(
    store: Database, caller: Caller, ranking_id: str, form: WhatIfIn
) -> tuple[StoredRanking, Trial]:
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        on = whole(connection, ranking)
    try:
        edits = [edit_from(each.model_dump()) for each in form.changes]
        of = trial(on, edits, [addition_from(each.model_dump()) for each in form.additions])
    except (EditError, NothingLeft) as error:
        raise Unprocessable(str(error)) from None
    with store.writing() as connection:
        note(connection, caller, "ranking.tried", ranking_id, rejudged=len(of.again))
    return ranking, of


def rejudge(
    room: EngineRoom, ranking: StoredRanking, of: Trial, keys: Sequence[int]
) -> Future[dict[int, dict[str, Decided]]]:
    """Have some candidates judged by what a trial asks otherwise; nothing is stored."""
    return room.rejudge(ranking.tenant, ranking.basis, role_json(of.role), of.again, keys)


def _told(store: Database, ranking: StoredRanking, of: Trial, came: Tried, first: int) -> WhatIfOut:
    shown = [*came.outcome.moves[:first], *came.leaving(first)]
    keys = [came.places[each.candidate_id].candidate or 0 for each in shown]
    with store.reading() as connection:
        rows = candidates.names(connection, ranking.tenant, keys)
    return WhatIfOut.of(of, came, first, rows, blinded=ranking.options["blind"])


@router.post("/replay")
async def replay_ranking(
    ranking_id: RankingId,
    store: StoreDep,
    room: RoomDep,
    surroundings: SurroundingsDep,
    caller: Judge,
    first: Annotated[
        int | None, Query(ge=1, description="How many places: fewer, where all take too long.")
    ] = None,
) -> ReplayOut:
    """Make a ranking again from what is stored, store nothing, and compare it digest by digest."""
    ranking, before = await run_in_threadpool(_kept, store, caller, ranking_id, first)
    ask = partial(room.replay, ranking.tenant, ranking.basis)
    made = await in_pieces(ask, [each.candidate for each in before.rows], room.processes)
    came = await run_in_threadpool(compared, before, [each for piece in made for each in piece])
    return ReplayOut.of(came, surroundings)


def _kept(
    store: Database, caller: Caller, ranking_id: str, first: int | None
) -> tuple[StoredRanking, Kept]:
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        before = kept(connection, ranking, first)
    with store.writing() as connection:
        note(connection, caller, "ranking.replayed", ranking_id, first=first)
    return ranking, before


@router.get("/record")
def read_record(ranking_id: RankingId, store: StoreDep, caller: Reader) -> RecordOut:
    """Return the decision record: who asked what of whom, with what, and what came of it."""
    with store.reading() as connection:
        ranking = finished(connection, caller, ranking_id)
        record = record_of(connection, ranking)
    with store.writing() as connection:
        note(connection, caller, "ranking.read", ranking_id, part="record")
    return RecordOut.model_validate(record)
