"""What a candidate can be found by in a list: named facts, and the codes of warnings.

Must not know how a list is narrowed.
"""

from __future__ import annotations

from matcher.types import Candidate, Fact
from service.store.candidates import Mark

# Kinds of facts that lists are narrowed by, and the field that names one.
_NAMED = {
    "certification": "name",
    "clearance": "name",
    "education": "level",
    "language": "name",
    "licence": "name",
    "sector": "name",
    "tool": "name",
}
_LONGEST_MARK = 200


def marks_of(candidate: Candidate) -> tuple[Mark, ...]:
    """Return what a candidate can be found by: named facts, and the codes of the warnings."""
    facts = [mark for fact in candidate.facts if (mark := _mark(fact))]
    return tuple(
        dict.fromkeys([*facts, *(Mark("warning", each.code) for each in candidate.warnings)])
    )


def _mark(fact: Fact) -> Mark | None:
    field = _NAMED.get(fact.kind)
    if field is None or fact.bare:
        return None
    return Mark(fact.kind, str(getattr(fact.value, field))[:_LONGEST_MARK], fact.status.value)
