"""For how long a tenant keeps candidates before they erase themselves."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from service.api.dependencies import StoreDep
from service.api.models.fields import Form, Out
from service.api.noting import note
from service.api.security import Admin, Reader
from service.store import retention

router = APIRouter(prefix="/v1/retention", tags=["candidates"])


class Retention(Out):
    """`days` from a candidate's arrival to their erasure; null for as long as they are wanted."""

    days: int | None


class RetentionIn(Form):
    """The days to be."""

    days: Annotated[int, Field(ge=1, le=3650)] | None


@router.get("")
def read_retention(store: StoreDep, caller: Reader) -> Retention:
    """Return for how long candidates are kept."""
    with store.reading() as connection:
        return Retention(days=retention.days(connection, caller.tenant_id))


@router.put("")
def set_retention(form: RetentionIn, store: StoreDep, caller: Admin) -> Retention:
    """Set for how long candidates are kept, those that are here included."""
    with store.writing() as connection:
        held = retention.set_days(connection, caller.tenant_id, form.days)
        note(connection, caller, "retention.set", "", days=form.days, candidates=held)
    return Retention(days=form.days)
