"""What people decide about a role and a match: the records, kept beside the machine's work.

Must not know how a decision is applied, nor where it is kept. A record that exists is sound in
itself; whether it fits a role is found out where it is applied.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from matcher.types import Importance, Outcome

HEAVIEST = 10


class DecisionError(ValueError):
    """A decision that cannot be carried out.

    Attributes:
        where: Id of the requirement, or "addition".
        field: The field that is wrong.
    """

    def __init__(self, where: str, field: str, fault: str) -> None:
        super().__init__(f"{where}: {field}: {fault}")
        self.where = where
        self.field = field


class EditError(DecisionError):
    """An edit of a role, or an addition to it, that cannot be made."""


class OverrideError(DecisionError):
    """A verdict that cannot be given."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person set on one requirement; None leaves as it is.

    Attributes:
        requirement_id: The requirement that was read, or that was added.
        importance: How the role asks for it.
        weight: What its weight is multiplied by, 0 to 10; 1 is what the weights file says.
        criterion: Some fields of the criterion, by name, in JSON values or as the record has them.
        knock_out: Whether a CV that contradicts it takes the candidate out.
        struck: Whether it is taken out of the role; False puts back what an earlier edit struck.

    Raises:
        EditError: A field holds what it cannot.
    """

    requirement_id: str
    importance: Importance | None = None
    weight: float | None = None
    criterion: Mapping[str, object] | None = None
    knock_out: bool | None = None
    struck: bool | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.requirement_id, str) or not self.requirement_id:
            raise EditError(
                repr(self.requirement_id), "requirement_id", "give the id of a requirement"
            )
        self._check("importance", _is_importance, "give 'essential' or 'desirable'")
        self._check("weight", _is_weight, f"give a number from 0 to {HEAVIEST}")
        self._check("criterion", _is_fields, "give an object of the criterion's fields")
        self._check("knock_out", _is_yes_or_no, "give true or false")
        self._check("struck", _is_yes_or_no, "give true or false")

    def _check(self, field: str, holds: object, remedy: str) -> None:
        value = getattr(self, field)
        if value is not None and not holds(value):  # type: ignore[operator]
            raise EditError(self.requirement_id, field, f"{value!r} does not fit; {remedy}")


@dataclass(frozen=True, slots=True)
class Addition:
    """What a person asks besides what the role's text asks.

    Attributes:
        text: The words, as an ad would state them.
        importance: How strongly it is asked.

    Raises:
        EditError: There are no words, or the importance is none.
    """

    text: str
    importance: Importance = Importance.ESSENTIAL

    def __post_init__(self) -> None:
        if not isinstance(self.text, str) or not self.text.strip():
            raise EditError("addition", "text", f"{self.text!r} asks nothing; give what is asked")
        if not _is_importance(self.importance):
            raise EditError(
                "addition",
                "importance",
                f"{self.importance!r} does not fit; give 'essential' or 'desirable'",
            )


@dataclass(frozen=True, slots=True)
class Override:
    """A person's own verdict in the place of the machine's.

    Attributes:
        requirement_id: What it answers.
        outcome: One of the four.
        reason: Why, in words that can be shown to the candidate.
        by: Who decided.
        at: When, in ISO 8601 ("2026-11-26T14:05:00+00:00"); recorded, and counts for nothing.

    Raises:
        OverrideError: A field holds what it cannot.
    """

    requirement_id: str
    outcome: Outcome
    reason: str
    by: str
    at: str

    def __post_init__(self) -> None:
        for field in ("requirement_id", "reason", "by", "at"):
            value = getattr(self, field)
            if not isinstance(value, str) or not value.strip():
                raise OverrideError(
                    str(self.requirement_id), field, f"{value!r} says nothing; give words"
                )
        if not isinstance(self.outcome, Outcome):
            outcomes = ", ".join(Outcome)
            fault = f"{self.outcome!r} does not fit; give one of {outcomes}"
            raise OverrideError(self.requirement_id, "outcome", fault)
        try:
            datetime.fromisoformat(self.at)
        except ValueError:
            fault = f"{self.at!r} is no time; give it in ISO 8601"
            raise OverrideError(self.requirement_id, "at", fault) from None


def _is_importance(value: object) -> bool:
    return isinstance(value, Importance)


def _is_weight(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and 0 <= value <= HEAVIEST  # type: ignore[arg-type, operator]


def _is_fields(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(name, str) for name in value)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)
