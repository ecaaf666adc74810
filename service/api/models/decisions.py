"""Decisions about a ranking over the wire: what people said, and what is asked of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from service.api.models.fields import By, Form, Out, text
from service.store.overrides import StoredOverride

OutcomeName = Literal["met", "partly", "not_met", "not_stated"]
Requirement = Annotated[str, Field(pattern="^[RA][0-9]{1,4}$", description="Such as R3.")]
Reason = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(text)]


class OverrideIn(Form):
    """A person's own answer to one requirement.

    The candidate may read the `reason`. The machine's own outcome, given again, puts it back.
    """

    requirement_id: Requirement
    outcome: OutcomeName
    reason: Reason
    by: By | None = None

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "requirement_id": "R2",
                "outcome": "met",
                "reason": "She showed us the budget in the interview: £2.4 million.",
                "by": "Priya",
            }
        }
    )


class OverrideOut(Out):
    """What a person said of one requirement; `in_force` unless a later word took its place."""

    number: int
    requirement_id: str
    outcome: OutcomeName
    reason: str
    by: str
    at: datetime
    in_force: bool

    @classmethod
    def all_of(cls, said: list[StoredOverride]) -> list[OverrideOut]:
        """Return everything that was said of one match, numbered from 1."""
        last = {each.requirement_id: number for number, each in enumerate(said, 1)}
        return [
            cls(
                number=number,
                requirement_id=each.requirement_id,
                outcome=each.outcome,  # type: ignore[arg-type]
                reason=each.reason,
                by=each.by,
                at=each.at,
                in_force=last[each.requirement_id] == number,
            )
            for number, each in enumerate(said, 1)
        ]
