"""Rankings over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field

from matcher.weights import parse_weights
from service.api.models.candidates import CandidateRow
from service.api.models.fields import NO_NUL, Form, Out
from service.store.candidates import StoredCandidate
from service.store.matches import Basis
from service.store.rankings import StoredRanking
from service.work.places import Placed, Reasons

Status = Literal["queued", "running", "done", "failed"]


class RankingIn(Form):
    """What to rank: everybody, unless a pool's id is given.

    `top` keeps the first so many places only. `as_of` is the date that 'present' means: today
    unless it is set. `weights` is the text of a weights file (TOML).
    """

    pool: str | None = Field(None, max_length=32, pattern=NO_NUL)
    top: int | None = Field(None, ge=1, le=1_000_000)
    blind: bool = False
    as_of: date | None = None
    weights: str | None = Field(None, max_length=20_000)

    model_config = ConfigDict(
        strict=False, json_schema_extra={"examples": [{}, {"top": 20, "as_of": "2026-11-01"}]}
    )


class RankingOut(Out):
    """A ranking: what was ranked with what, and what came of it.

    `inputs_digest` and `result_digest` are equal for rankings of the same CVs with the same result,
    to the byte.
    """

    id: str
    role: str
    title: str
    pool: str | None
    status: Status
    error: str | None
    top: int | None
    blind: bool
    as_of: date
    pool_size: int | None
    judged: int | None
    model: dict[str, Any]
    weights: dict[str, str]
    knowledge: str
    inputs_digest: str | None
    result_digest: str | None
    created_at: datetime
    created_by: str
    finished_at: datetime | None

    @classmethod
    def of(cls, ranking: StoredRanking, basis: Basis) -> RankingOut:
        """Return a ranking with what it was made with."""
        weights = parse_weights(basis.weights, "weights")
        return cls(
            id=ranking.id,
            role=basis.role["id"],
            title=basis.role["title"],
            pool=ranking.pool,
            status=ranking.status,  # type: ignore[arg-type]
            error=ranking.error,
            top=ranking.options["top"],
            blind=ranking.options["blind"],
            as_of=basis.as_of,
            pool_size=ranking.pool_size,
            judged=ranking.judged,
            model=basis.model,
            weights={"name": weights.name, "digest": weights.digest},
            knowledge=basis.knowledge,
            inputs_digest=ranking.inputs_digest,
            result_digest=ranking.result_digest,
            created_at=ranking.created_at,
            created_by=ranking.created_by,
            finished_at=ranking.finished_at,
        )


class Place(Out):
    """A place in a ranking. Once a person was erased the place is left, and nothing of them.

    `rank` counts in the order that was asked for. `score`, `band` and `match` are as people decided
    them; where that is otherwise than the machine did, `machine_verdicts` holds its own verdicts.
    """

    rank: int
    score: float
    band: str
    machine_rank: int
    machine_score: float
    machine_band: str
    overridden: bool
    candidate: CandidateRow | None
    match: dict[str, Any] | None
    machine_verdicts: list[dict[str, Any]] | None

    @classmethod
    def of(
        cls, placed: Placed, row: StoredCandidate | None, why: Reasons | None, *, blinded: bool
    ) -> Place:
        """Return a place with who stands in it and why, where those are there to be told."""
        return cls(
            rank=placed.rank,
            score=placed.score,
            band=placed.band,
            machine_rank=placed.machine_rank,
            machine_score=placed.machine_score,
            machine_band=placed.machine_band,
            overridden=placed.overridden,
            candidate=CandidateRow.of(row, blinded=blinded) if row else None,
            match=why.match if why else None,
            machine_verdicts=why.machine_verdicts if why else None,
        )
