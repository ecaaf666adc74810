"""A name put as a question or as the label of a form: "A clean licence? Yes", "ITIL: no".

Must not know what is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from data.patterns import regex

_QUESTION = regex(
    r"[^.;,?]{0,25}\?\s*(?:(?P<no>no|not|none|never|nope)\b|(?P<yes>yes|i do|of course)\b)?",
    re.IGNORECASE,
)
# "ITIL 4 Foundation: no".
_ANSWER = regex(
    r"(?:\s+(?:licen[cs]e|registration|membership|accreditation|badge|clearance|vetting|check|certificate))?\s*(?:[:=|]|\s[-–])\s*(?:no|none|nil|n/a)\b(?=\s*(?:$|[.,;|\n]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands behind a name that asks; "nothing" where the question is left open."""

    says: Literal["yes", "no", "nothing"]
    end: int


def behind(text: str, end: int) -> Answer | None:
    """Return the answer behind the name that ends at ``end``, None where nothing is asked."""
    label = _ANSWER.match(text, end)
    if label:
        return Answer("no", label.end())
    question = _QUESTION.match(text, end)
    if question is None:
        return None
    if question["yes"]:
        return Answer("yes", question.end())
    return Answer("no" if question["no"] else "nothing", question.end())
