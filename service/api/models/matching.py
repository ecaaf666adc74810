"""One role against one CV, over the wire."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ConfigDict

from service.api.models.fields import Document, Form, Out


class MatchIn(Form):
    """A role and a CV as text. `as_of` is the date that 'present' means: today unless it is set."""

    role: Document
    cv: Document
    as_of: date | None = None
    blind: bool = False

    model_config = ConfigDict(
        strict=False,
        json_schema_extra={
            "example": {
                "role": "Service Desk Manager\n\nEssential\n- ITIL Foundation\n"
                "- A team of at least 10 people",
                "cv": "Robin Example\n\nExperience\nService Desk Team Leader, Example Ltd, "
                "2021 to present\n- I lead a team of 12.\n\nCertificates\nITIL 4 Foundation, 2022",
                "as_of": "2026-11-01",
            }
        },
    )


class MatchOut(Out):
    """A match with its reasons, and what made it."""

    role: dict[str, Any]
    model: dict[str, Any]
    weights: dict[str, str]
    as_of: date
    blind: bool
    match: dict[str, Any]
