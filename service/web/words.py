"""How the pages say things: British dates and numbers, and plain words for codes.

Must not know a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from matcher.asks import KIND_WORDS
from matcher.types import Outcome
from matcher.weights import OUT

OUTCOMES = {each.value: each for each in Outcome}
BANDS = {
    "strong": "Strong",
    "good": "Good",
    "possible": "Possible",
    "unlikely": "Unlikely",
    OUT: "Ruled out",
}
# What becomes of a file of an upload.
ITEMS = {
    "queued": "waiting",
    "leased": "being read",
    "done": "added",
    "duplicate": "here already",
    "failed": "not taken",
    "cancelled": "not read: the upload was stopped",
}
RANKINGS = {"queued": "waiting", "running": "being made", "done": "ready", "failed": "failed"}
UPLOADS = {
    "receiving": "arriving",
    "queued": "waiting",
    "running": "being read",
    "done": "finished",
    "cancelled": "stopped",
}
# Facts of a CV, by kind.
FACTS = {
    **KIND_WORDS,
    "money": "money",
    "people": "people led",
    "years": "time in work",
    "outcome": "result",
}
STATUSES = {
    "held": "held",
    "in_progress": "in progress",
    "lapsed": "lapsed",
    "denied": "says not held",
}
# What the audit trail holds, as people say it; an action that is not here is shown as it is.
ACTIONS = {
    "candidate.received": "CV received",
    "candidate.read": "CV opened",
    "candidate.exported": "everything held was exported",
    "candidate.erased": "erased",
    "ranking.created": "shortlist asked for",
    "ranking.read": "shortlist read",
    "ranking.decided": "verdict changed by a person",
    "ranking.tried": "what-if tried",
    "ranking.exported": "shortlist exported",
    "ranking.replayed": "shortlist checked by making it again",
    "ranking.deleted": "shortlist deleted",
    "role.created": "role added",
    "role.changed": "role edited",
    "role.deleted": "role deleted",
}
# Codes of warnings that a list can be narrowed by.
WARNINGS = {
    "hidden_text": "hidden text",
    "keyword_stuffing": "list of keywords",
    "not_english": "not in English",
    "contradiction": "contradicts itself",
    "repeated_text": "repeated text",
    "pasted_advert": "advert pasted in",
    "future_date": "date in the future",
    "reversed_dates": "dates the wrong way round",
    "garbled_text": "garbled text",
    "missing_pages": "pages without text",
    "wrong_ending": "misnamed file",
}
LOCAL_NAMES = {"local": "this computer", "retention": "the retention rule"}


def day(value: date) -> str:
    """Return a date as "26 November 2026"."""
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime) -> str:
    """Return a time as "26 November 2026, 14:05", where this machine is."""
    here = value.replace(tzinfo=value.tzinfo or UTC).astimezone()
    return f"{day(here)}, {here:%H:%M}"


def number(value: float) -> str:
    """Return a number with commas, and no decimals it does not need."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def points(value: float) -> str:
    """Return points or a score with both of their decimals."""
    return f"{value:.2f}"


def counted(value: int, one: str, more: str = "") -> str:
    """Return "1 candidate" or "2,000 candidates"."""
    return f"{value:,} {one if value == 1 else more or one + 's'}"


def said_by(actor: str) -> str:
    """Return who did something, as people would say it."""
    return LOCAL_NAMES.get(actor, actor)


def titled(title: str) -> str:
    """Return a role's title, a shouted one as it is usually printed: "Head of IT Service Desk"."""
    if not title:
        return "Untitled role"
    words = title.split(" ")
    if len(words) == 1 or not title.isupper():
        return title
    lowered = (word.lower() if word in _SMALL_WORDS else _capitalised(word) for word in words)
    return " ".join(lowered)


def _capitalised(word: str) -> str:
    # 'IT', 'HR', 'VP': what is this short is an abbreviation more often than not.
    return word if len(word.strip("(),:/")) <= _LONGEST_ABBREVIATION else word.title()


_SMALL_WORDS = frozenset({"AND", "AT", "FOR", "IN", "OF", "ON", "THE", "TO", "WITH"})
_LONGEST_ABBREVIATION = 3


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "moment": moment,
    "number": number,
    "points": points,
    "counted": counted,
    "said_by": said_by,
    "titled": titled,
}
GLOBALS: Mapping[str, Any] = {
    "kind_words": KIND_WORDS,
    "band_words": BANDS,
    "item_words": ITEMS,
    "ranking_words": RANKINGS,
    "upload_words": UPLOADS,
    "status_words": STATUSES,
    "fact_words": FACTS,
    "action_words": ACTIONS,
    "outcomes": OUTCOMES,
    "warning_words": WARNINGS,
}
