"""Roles over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field

from matcher.types import Importance, Requirement
from matcher.wire import plain, requirement_json
from service.api.models.fields import By, Document, Form, Name, Out
from service.store.roles import RoleChange, StoredRole
from service.work.roles import ACCEPTANCE, WorkedRole

ImportanceName = Literal["essential", "desirable"]


class RoleIn(Form):
    """A role as text."""

    text: Document
    external_id: Name | None = None

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "external_id": "req-2041",
                "text": "Head of Service Desk\n\nEssential\n- ITIL Expert\n"
                "- Full ownership of an annual budget of £4 million\n"
                "- Line management of 50 or more people",
            }
        }
    )


class RoleRow(Out):
    """A role in a list."""

    id: str
    external_id: str | None
    title: str
    created_at: datetime
    created_by: str

    @classmethod
    def of(cls, stored: StoredRole) -> RoleRow:
        """Return a role's row."""
        return cls.model_validate(stored)


class RequirementOut(Out):
    """A requirement as it is judged, and beside it what the machine read.

    `read` is null where a person added the requirement; `struck` ones are judged by nobody.
    """

    id: str
    kind: str
    text: str
    start: int
    end: int
    importance: ImportanceName
    criterion: dict[str, Any]
    weight: float | None
    knock_out: bool
    group: str | None
    same_post_as: str | None
    within_years: float | None
    struck: bool
    accepted_by: str | None
    read: dict[str, Any] | None


class ChangeOut(Out):
    """Something a person set: when, by whom and what."""

    kind: Literal["edit", "addition", "acceptance"]
    body: dict[str, Any]
    by: str
    at: datetime

    @classmethod
    def of(cls, change: RoleChange) -> ChangeOut:
        """Return a change without the fields that it leaves as they are."""
        told = {name: value for name, value in change.body.items() if value is not None}
        return cls(kind=change.kind, body=told, by=change.by, at=change.at)  # type: ignore[arg-type]


class RoleOut(RoleRow):
    """A role with everything it asks."""

    text: str
    sections: list[dict[str, Any]]
    requirements: list[RequirementOut]
    changes: list[ChangeOut]

    @classmethod
    def whole(cls, worked: WorkedRole) -> RoleOut:
        """Return a role as people want it, beside what was read."""
        judged = {each.id: each for each in worked.role.requirements}
        read = {each.id: requirement_json(each) for each in worked.read.requirements}
        accepted = {
            str(each.body["requirement_id"]): each.by
            for each in worked.changes
            if each.kind == ACCEPTANCE
        }
        return cls(
            **RoleRow.of(worked.stored).model_dump(),
            text=worked.read.text,
            sections=[plain(each) for each in worked.read.sections],
            requirements=[
                _requirement(judged.get(each.id, each), each.id not in judged, accepted, read)
                for each in worked.asked
            ],
            changes=[ChangeOut.of(each) for each in worked.changes],
        )


def _requirement(
    each: Requirement, struck: bool, accepted: dict[str, str], read: dict[str, dict[str, Any]]
) -> RequirementOut:
    return RequirementOut(
        **requirement_json(each),
        struck=struck,
        accepted_by=accepted.get(each.id),
        read=read.get(each.id),
    )


class RequirementEdit(Form):
    """What a person sets; what is left out stays as it is.

    `weight` multiplies the weight that the weights file gives, 0 to 10. `criterion` holds the
    fields to change. `accepted` notes that somebody has looked at it and agrees.
    """

    importance: ImportanceName | None = None
    weight: float | None = Field(None, ge=0, le=10, allow_inf_nan=False)
    criterion: dict[str, Any] | None = Field(None, max_length=20)
    knock_out: bool | None = None
    struck: bool | None = None
    accepted: Literal[True] | None = None
    by: By | None = None

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"importance": "desirable", "by": "Priya"},
                {"criterion": {"min_amount": 8000000}},
                {"knock_out": True},
            ]
        }
    )


class RequirementIn(Form):
    """A requirement that the role does not state, in the words of an advert."""

    text: str = Field(min_length=1, max_length=2000)
    importance: ImportanceName = Importance.ESSENTIAL.value
    by: By | None = None

    model_config = ConfigDict(json_schema_extra={"example": {"text": "SC clearance"}})
