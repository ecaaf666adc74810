"""Applications of which the next sentence says that they were refused.

'Applied for DV in 2024; refused' are two sentences, because a semicolon parts them. Must not know
what was applied for.
"""

from __future__ import annotations

import re

from data.patterns import regex

_REFUSED = regex(
    r"\W*(?:(?:and|but|which|it|this|that|the|my|their|vetting|licensing|clearance|badge|card|visa|licence|place|final|eventual|application|decision|answer|result"
    r"|outcome|was|were|is|came|back|as|an?|I|had|been|got|with|in\s+the\s+end|later|then)\W+){0,7}"
    r"(?:refus(?:ed|al)|turned\s+down|reject(?:ed|ion)|declined|unsuccessful|denied|not\s+granted|withdrawn|no\s+luck|a\s+no)\b",
    re.IGNORECASE,
)
_APPLIED = regex(
    r"\b(?:appl(?:ied|ication|ying)|put\s+in\s+for|sought|asked\s+for)\b", re.IGNORECASE
)


def was_refused(text: str, following: str) -> bool:
    """Return whether ``text`` tells of an application and ``following`` opens with its refusal."""
    return _REFUSED.match(following) is not None and _APPLIED.search(text) is not None
