"""Candidates over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict

from matcher.candidates.redaction import blind
from matcher.wire import candidate_from, candidate_view
from service.api.models.fields import Document, Form, Name, Out
from service.store.candidates import StoredCandidate

HIDDEN = "hidden"


class CandidateIn(Form):
    """A CV as text.

    `pool` names the pool it goes into; one that does not exist is made.
    """

    text: Document
    external_id: Name | None = None
    label: Name | None = None
    pool: Name | None = None

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "external_id": "app-7731",
                "pool": "autumn",
                "text": "Robin Example\n\nExperience\nHead of Service Desk, Example Ltd, "
                "January 2019 to present\n- I hold a budget of £5 million a year.\n"
                "- I lead a team of 60 people.\n\nCertificates\nITIL Expert, 2016",
            }
        }
    )


class CandidateRow(Out):
    """A candidate in a list. `expires_at` is when they erase themselves, if ever."""

    id: str
    external_id: str | None
    label: str
    media_type: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None

    @classmethod
    def of(cls, stored: StoredCandidate, *, blinded: bool = False) -> CandidateRow:
        """Return a candidate's row, without what may be a name where it is blind."""
        row = cls.model_validate(stored)
        if blinded:
            return row.model_copy(update={"external_id": None, "label": HIDDEN})
        return row


class CandidateOut(CandidateRow):
    """A candidate with everything that was read.

    `cv` is what `rolematch parse cv` prints: text, sections, positions, facts with their quotes.
    """

    warnings: list[dict[str, str]]
    cv: dict[str, Any]

    @classmethod
    def whole(
        cls, stored: StoredCandidate, record: dict[str, Any], *, blinded: bool = False
    ) -> CandidateOut:
        """Return a candidate; where it is blind, who they are is masked in every word of it."""
        view = candidate_view(candidate_from({**record, "id": stored.id}))
        if blinded:
            view = _blinded(view)
        row = CandidateRow.of(stored, blinded=blinded)
        return cls(**row.model_dump(), warnings=view.pop("warnings"), cv=view)


def _blinded(view: dict[str, Any]) -> dict[str, Any]:
    """Mask the text, and with it every quote; offsets stay as they are."""
    text = blind(view["text"])
    facts = [
        {**fact, "quote": text[fact["start"] : fact["end"]], "value": {}} for fact in view["facts"]
    ]
    sections = [
        {**each, "heading": text[each["start"] : each["start"] + len(each["heading"])]}
        for each in view["sections"]
    ]
    return {**view, "text": text, "facts": facts, "sections": sections}


class Received(Out):
    """What became of one file.

    `status` is "created", "existing" (the same file was here already) or "failed".
    """

    name: str
    status: Literal["created", "existing", "failed"]
    candidate: CandidateRow | None = None
    error: str | None = None


class ReceivedAll(Out):
    """What became of each file, in the order they were sent."""

    created: int
    existing: int
    failed: int
    files: list[Received]

    @classmethod
    def of(cls, files: list[Received]) -> ReceivedAll:
        """Return the results with their counts."""
        states = [each.status for each in files]
        return cls(
            created=states.count("created"),
            existing=states.count("existing"),
            failed=states.count("failed"),
            files=files,
        )


class Erased(Out):
    """A receipt: what was removed, by kind; it names nobody.

    `space` is "overwritten" where no byte is left in the database's files; "busy" where that is
    made up for within the hour; "vacuum" on PostgreSQL, whose server reclaims the space itself.
    """

    id: str
    erased_at: datetime
    removed: dict[str, int]
    index_removed: bool
    space: Literal["overwritten", "busy", "vacuum"]
