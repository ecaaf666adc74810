"""Somebody in a shortlist: why they stand where they do, and what a person makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection

from matcher.types import BEST_FIRST, Outcome
from service.api.dependencies import StoreDep
from service.api.models.decisions import OverrideIn
from service.api.models.fields import CandidateId, RankingId, RequirementId
from service.api.noting import note
from service.api.problems import NotFound
from service.api.routes import decisions as api
from service.api.routes.candidates import NO_CANDIDATE
from service.api.routes.rankings import finished
from service.api.security import Reader, Writer
from service.store import overrides
from service.store.rankings import StoredRanking
from service.web.dependencies import ShortlistsDep
from service.web.forms import checked
from service.web.pages import hides_names, is_partial, page, see_other
from service.web.views.people import person_page
from service.web.views.rankings import shown_rankings
from service.web.views.trail import trail_of
from service.work import places
from service.work.exporting import report_on
from service.work.shortlist import Line, Shortlist, Shortlists

router = APIRouter(prefix="/shortlists/{ranking_id}/people")


@dataclass(frozen=True, slots=True)
class Opening:
    """Whom somebody opens, in which shortlist, and with what.

    Attributes:
        opened: Whether on purpose, where names are hidden.
    """

    ranking_id: RankingId
    candidate_id: CandidateId
    request: Request
    store: StoreDep
    kept: ShortlistsDep
    caller: Reader
    opened: Annotated[bool, Query(alias="open")] = False


OpeningDep = Annotated[Opening, Depends()]


@router.get("/{candidate_id}")
def show_person(who: OpeningDep) -> Response:
    """Show somebody; while names are hidden, only who was opened on purpose is named."""
    return _shown(who)


@router.get("/{candidate_id}/decisions/{requirement_id}")
def ask_for_decision(who: OpeningDep, requirement_id: RequirementId) -> Response:
    """Show the form for a verdict of one's own, in its place on the page."""
    if not is_partial(who.request):
        return _shown(who, requirement_id)
    with who.store.reading() as connection:
        ranking = finished(connection, who.caller, who.ranking_id)
        of, line = placed(connection, who.kept, ranking, who.candidate_id)
    values = {"ranking": ranking, "line": line, "opened": who.opened}
    values |= _decided(of, line, requirement_id)
    return page(who.request, "person_disagree.html.j2", values)


def _decided(of: Shortlist, line: Line, requirement_id: str) -> dict[str, Any]:
    """Return what the form for a verdict begins with.

    Raises:
        NotFound: The role has no such requirement.
    """
    column = of.on.pool.outcomes.get(requirement_id)
    if column is None:
        raise NotFound("The role has no requirement of this id.")
    outcome = BEST_FIRST[column[of.lines.index(line)]]
    return {"requirement_id": requirement_id, "outcome": outcome}


def _shown(who: Opening, requirement_id: str | None = None) -> Response:
    """Show somebody, with the form for a verdict where a requirement is given."""
    with who.store.reading() as connection:
        ranking = finished(connection, who.caller, who.ranking_id)
        of, line = placed(connection, who.kept, ranking, who.candidate_id)
        values: dict[str, Any] = {"requirement_id": None}
        if requirement_id is not None:
            values = _decided(of, line, requirement_id)
        blind = hides_names(who.request, ranking)
        hidden = blind and not who.opened
        values |= _told(connection, of, line, ranking, hidden=hidden)
        values["trail"] = trail_of(connection, who.caller, who.candidate_id)
    with who.store.writing() as connection:
        note(
            connection,
            who.caller,
            "candidate.read",
            who.candidate_id,
            blind=hidden,
            ranking=who.ranking_id,
        )
    values |= {"hidden": hidden, "opened": blind and who.opened}
    return page(who.request, "person.html.j2", values)


def placed(
    connection: Connection, kept: Shortlists, ranking: StoredRanking, candidate_id: str
) -> tuple[Shortlist, Line]:
    """Return a shortlist and somebody's line in it.

    Raises:
        NotFound: They have no place in it, or were erased.
    """
    of = kept.of(connection, ranking)
    line = next((each for each in of.lines if each.id == candidate_id), None)
    if line is None:
        raise NotFound(NO_CANDIDATE)
    return of, line


def _told(
    connection: Connection, of: Shortlist, line: Line, ranking: StoredRanking, *, hidden: bool
) -> dict[str, Any]:
    report = report_on(connection, ranking, [line.key])
    if not report.matches:
        raise NotFound(NO_CANDIDATE)
    machine = _machine(connection, ranking, line.key) if line.overridden else {}
    said = overrides.on(connection, ranking.key, line.key)
    (told,) = shown_rankings(connection, [ranking])
    return {"ranking": told, **person_page(of, line, report, machine, said, hidden=hidden)}


def _machine(connection: Connection, ranking: StoredRanking, key: int) -> dict[str, Outcome]:
    """Return the machine's outcomes where people decided otherwise, by requirement."""
    why = places.reasons(connection, ranking, [key])[key]
    return {each["requirement_id"]: Outcome(each["status"]) for each in why.machine_verdicts}


@router.post("/{candidate_id}/decisions")
async def decide(
    ranking_id: RankingId,
    candidate_id: CandidateId,
    request: Request,
    store: StoreDep,
    caller: Writer,
    response: Response,
    requirement_id: Annotated[str, Form(max_length=10)],
    outcome: Annotated[str, Form(max_length=20)],
    reason: Annotated[str, Form(max_length=2000)] = "",
    by: Annotated[str, Form(max_length=100)] = "",
    opened: Annotated[bool, Form(alias="open")] = False,
) -> Response:
    """Put a person's verdict in the machine's place."""
    form = checked(
        OverrideIn,
        {
            "requirement_id": requirement_id,
            "outcome": outcome,
            "reason": reason,
            "by": by.strip() or None,
        },
    )
    await run_in_threadpool(
        api.create_override, ranking_id, candidate_id, form, store, caller, response
    )
    there = "?open=1" if opened else ""
    return see_other(
        request, f"/shortlists/{ranking_id}/people/{candidate_id}{there}#ask-{requirement_id}"
    )
