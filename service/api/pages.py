"""Lists as pages: a cursor that says where to go on, which nobody has to understand.

Must not know what is listed.
"""

from __future__ import annotations

import string
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict

AT_MOST = 200
_DIGITS = string.digits + string.ascii_lowercase

Item = TypeVar("Item")

Limit = Annotated[int, Query(ge=1, le=AT_MOST, description="How many at most.")]
Cursor = Annotated[
    str | None, Query(pattern="^[0-9a-z]{1,12}$", description="The `next` of the page before.")
]


class Page(BaseModel, Generic[Item]):
    """Some of a list."""

    model_config = ConfigDict(extra="forbid")

    items: list[Item]
    next: str | None


def cursor_of(place: int) -> str:
    """Return the cursor of a row's number: the number to the base of 36."""
    digits = ""
    while True:
        place, digit = divmod(place, len(_DIGITS))
        digits = _DIGITS[digit] + digits
        if not place:
            return digits


def place_of(cursor: str | None) -> int | None:
    """Return the row's number a cursor stands for; None for the first page.

    Twelve digits are less than 2**63, so that every `Cursor` is a number the store can look for.
    """
    return None if cursor is None else int(cursor, len(_DIGITS))
