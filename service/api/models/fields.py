"""Fields that several forms share."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from service.lengths import LONGEST
from service.tables import whole


class Form(BaseModel):
    """What a caller sends: a field we do not know is a mistake of theirs, and is said to be one."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Out(BaseModel):
    """What we answer."""

    model_config = ConfigDict(from_attributes=True)


def _printable(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise ValueError("must be printable, on one line, and not blank")
    return value.strip()


def text(value: str) -> str:
    """Return a text as it is.

    Raises:
        ValueError: It is blank, or holds what is no character.
    """
    if not value.strip():
        raise ValueError("is blank")
    if "\x00" in value or not whole(value):
        raise ValueError("holds what is no character")
    return value


NO_NUL = r"^[^\x00]*$"
"""The pattern of what is looked for in a list: PostgreSQL takes no NUL in a text."""

Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_printable)]
"""What a caller calls something."""

By = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_printable)]
"""Who decided, where the key is shared by several people."""

Document = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(text)]
"""The text of a document."""


def public_id(letter: str, of: str) -> object:
    """Return the declaration of a public id in a path."""
    return Path(description=f"The id of {of}.", max_length=32, pattern=f"^{letter}_[0-9a-z]{{22}}$")


RoleId = Annotated[str, public_id("r", "a role")]
CandidateId = Annotated[str, public_id("c", "a candidate")]
PoolId = Annotated[str, public_id("p", "a pool")]
BatchId = Annotated[str, public_id("b", "a batch")]
RankingId = Annotated[str, public_id("n", "a ranking")]
RequirementId = Annotated[
    str, Path(description="The id of a requirement, such as R3.", pattern="^[RA][0-9]{1,4}$")
]
