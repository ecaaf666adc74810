"""Decisions about a ranking: a person's word against a verdict, and what the ranking says then."""

from __future__ import annotations

from fastapi import APIRouter, Response
from sqlalchemy import Connection

from matcher.decisions import OverrideError
from service.api.dependencies import StoreDep
from service.api.models.decisions import OverrideIn, OverrideOut
from service.api.models.fields import CandidateId, RankingId
from service.api.models.rankings import Place
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import NotFound, Unprocessable
from service.api.routes.candidates import there as candidate_there
from service.api.routes.rankings import finished, shown_places
from service.api.security import Reader, Writer
from service.store import overrides
from service.store.overrides import StoredOverride
from service.store.rankings import StoredRanking
from service.work import places
from service.work.clock import now
from service.work.deciding import NoPlace, decide

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
