"""Pools over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from service.api.models.fields import NO_NUL, Form, Name, Out


class PoolIn(Form):
    """A pool to be."""

    name: Name


class PoolOut(Out):
    """A pool, and how many candidates are in it."""

    id: str
    name: str
    size: int
    created_at: datetime


class Members(Form):
    """Candidates to put into a pool, by their ids."""

    candidates: list[Annotated[str, Field(max_length=32, pattern=NO_NUL)]] = Field(
        min_length=1, max_length=1000
    )
