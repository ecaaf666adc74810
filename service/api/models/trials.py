"""A ranking as it would be, over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, Field

from matcher.types import Importance
from matcher.what_if import Move
from service.api.models.candidates import CandidateRow
from service.api.models.decisions import Requirement
from service.api.models.fields import Form, Out
from service.api.models.funnels import FunnelOut
from service.api.models.roles import ImportanceName
from service.store.candidates import StoredCandidate
from service.work.trying import Trial, Tried


class Change(Form):
    """What would be set on a requirement; what is left out stays as it is."""

    requirement_id: Requirement
    importance: ImportanceName | None = None
    weight: float | None = Field(None, ge=0, le=10, allow_inf_nan=False)
    criterion: dict[str, Any] | None = Field(None, max_length=20)
    knock_out: bool | None = None
    struck: bool | None = None


class Asked(Form):
    """A requirement that would be added, in the words of an advert."""

    text: str = Field(min_length=1, max_length=2000)
    importance: ImportanceName = Importance.ESSENTIAL.value


class WhatIfIn(Form):
    """What would be set, in order, and what would be asked besides; `first` places are shown."""

    changes: list[Change] = Field(default=[], max_length=100)
    additions: list[Asked] = Field(default=[], max_length=20)
    first: int = Field(50, ge=1, le=200)

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"changes": [{"requirement_id": "R2", "importance": "desirable"}]},
                {"changes": [{"requirement_id": "R2", "criterion": {"min_amount": 3000000}}]},
                {"additions": [{"text": "SC clearance"}], "first": 20},
            ]
        }
    )


class MoveOut(Out):
    """Where a candidate stands and would stand, among those who were not erased."""

    candidate: CandidateRow
    rank_before: int
    rank_after: int
    score_before: float
    score_after: float
    band_before: str
    band_after: str


class WhatIfOut(Out):
    """A ranking as it would be; nothing of it is stored.

    `moves` are the first places as they would be; `entering` of them are not among as many places
    now, and `leaving` would no longer be. What had to be judged again is `rejudged`; people's
    decisions on that answered something else, and do not count here.
    """

    rejudged: list[str]
    pool: int
    erased: int
    moved: int
    rescored: int
    rebanded: int
    before: FunnelOut
    after: FunnelOut
    moves: list[MoveOut]
    entering: list[str]
    leaving: list[MoveOut]

    @classmethod
    def of(
        cls,
        of: Trial,
        came: Tried,
        first: int,
        rows: Mapping[int, StoredCandidate],
        *,
        blinded: bool,
    ) -> WhatIfOut:
        """Return what came of a trial, with who stands in the first places."""

        def told(moves: list[Move]) -> list[MoveOut]:
            found = []
            for each in moves:
                row = rows.get(came.places[each.candidate_id].candidate or 0)
                if row is not None:
                    found.append(_move(each, CandidateRow.of(row, blinded=blinded)))
            return found

        def id_of(name: str) -> str:
            return str(came.places[name].id)

        moves = came.outcome.moves
        return cls(
            rejudged=list(of.again),
            pool=len(moves),
            erased=of.on.erased + came.gone,
            moved=sum(each.rank_before != each.rank_after for each in moves),
            rescored=sum(each.score_before != each.score_after for each in moves),
            rebanded=sum(each.band_before != each.band_after for each in moves),
            before=FunnelOut.of(came.outcome.before, first, id_of),
            after=FunnelOut.of(came.outcome.after, first, id_of),
            moves=told(list(moves[:first])),
            entering=[id_of(each.candidate_id) for each in came.entering(first)],
            leaving=told(came.leaving(first)),
        )


def _move(move: Move, candidate: CandidateRow) -> MoveOut:
    return MoveOut(
        candidate=candidate,
        rank_before=move.rank_before,
        rank_after=move.rank_after,
        score_before=move.score_before,
        score_after=move.score_after,
        band_before=move.band_before,
        band_after=move.band_after,
    )
