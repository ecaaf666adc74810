"""A role's text and a CV's text in, one explained match out; nothing is stored."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from fastapi import APIRouter

from service.api.dependencies import RoomDep, SurroundingsDep
from service.api.models.matching import MatchIn, MatchOut
from service.api.security import Judge

router = APIRouter(prefix="/v1/match", tags=["match"])


@router.post("")
async def match_role_and_cv(
    form: MatchIn, room: RoomDep, surroundings: SurroundingsDep, _caller: Judge
) -> MatchOut:
    """Match a role and a CV."""
    as_of = form.as_of or datetime.now(UTC).date()
    role, match = await asyncio.wrap_future(
        room.match(form.role, form.cv, as_of, blinded=form.blind)
    )
    return MatchOut(
        role={name: role[name] for name in ("title", "requirements")},
        model=surroundings.model,
        weights={"name": surroundings.weights_name, "digest": surroundings.weights_digest},
        as_of=as_of,
        blind=form.blind,
        match=match,
    )
