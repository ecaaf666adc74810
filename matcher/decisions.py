"""What people decide about a role: the records, kept beside what the machine read.

Must not know how a decision is applied, nor where it is kept. A record that exists is sound in
itself; whether it fits a role is found out where it is applied.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.types import Importance

HEAVIEST = 10


class EditError(ValueError):
    """An edit of a role, or an addition to it, that cannot be made.

    Attributes:
        where: Id of the requirement, or what the addition is called.
        field: The field that is wrong.
    """

    def __init__(self, where: str, field: str, fault: str) -> None:
        super().__init__(f"{where}: {field}: {fault}")
        self.where = where
        self.field = field


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


def _is_importance(value: object) -> bool:
    return isinstance(value, Importance)


def _is_weight(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and 0 <= value <= HEAVIEST  # type: ignore[arg-type, operator]


def _is_fields(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(name, str) for name in value)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)
