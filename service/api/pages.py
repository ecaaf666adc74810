"""Lists as pages: a cursor that says where to go on, which nobody has to understand.

Must not know what is listed.
"""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict

from service.api.problems import Unprocessable

AT_MOST = 200

Item = TypeVar("Item")

Limit = Annotated[int, Query(ge=1, le=AT_MOST, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=200, description="The `next` of the page before.")]


class Page(BaseModel, Generic[Item]):
    """Some of a list."""

    model_config = ConfigDict(extra="forbid")

    items: list[Item]
    next: str | None


def cursor_of(place: int) -> str:
    """Return the cursor of a row's number."""
    return base64.urlsafe_b64encode(str(place).encode()).decode().rstrip("=")


def place_of(cursor: str | None) -> int | None:
    """Return the row's number a cursor stands for; None for the first page.

    Raises:
        Unprocessable: It is none of our cursors.
    """
    if cursor is None:
        return None
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
        place = int(text) if text.isascii() and text.isdecimal() else -1
    except (binascii.Error, ValueError):
        place = -1
    if not 0 <= place < 2**63:
        raise Unprocessable("The cursor is none of ours; start without one.")
    return place
