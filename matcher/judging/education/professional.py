"""Is the person a member of a profession: by membership, registration or qualification of a body?

Must not know which body a role has in mind. Where the role names the field, the body must be of it.
"""

from __future__ import annotations

import re

from data.knowledge import subjects
from data.knowledge.certifications import certificates
from data.patterns import regex
from matcher.judging.education import studies
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Certification

_MEMBER = regex(r"(?:chartered\b|(?:associate|fellow|member)(?:\s+member)?\s+of\b)", re.IGNORECASE)


def judge(field: str | None, candidate: Candidate) -> Verdict:
    """Return whether the CV shows a profession's qualification, in a field where one is asked."""
    for fact in candidate.facts:
        if not isinstance(fact.value, Certification) or fact.status is not Status.HELD:
            continue
        if not fact.bare and _is_professional(fact) and _is_in(field, fact):
            reason = f"The CV shows {fact.value.name}."
            return studies.verdict(Outcome.MET, reason, candidate, fact)
    of_field = f" in {field}" if field else ""
    return Verdict(
        Outcome.NOT_STATED,
        f"The CV does not name a professional qualification or registration{of_field}.",
        question=f"Which professional qualifications or registrations{of_field} do you hold?",
    )


def _is_professional(fact: Fact) -> bool:
    assert isinstance(fact.value, Certification)
    entry = certificates().get(fact.value.id)
    if entry is not None and entry.professional:
        return True
    return _MEMBER.match(fact.value.name) is not None


def _is_in(field: str | None, fact: Fact) -> bool:
    assert isinstance(fact.value, Certification)
    if field is None:
        return True
    said = f"{fact.value.name} {fact.value.family} {' '.join(fact.quote.split())}"
    return subjects.is_of(said, field)
