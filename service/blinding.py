"""A match as somebody may see it who is not to know whose it is.

Must not know who may see what. Masks have the length of what they hide: every offset still holds.
"""

from __future__ import annotations

from typing import Any

from matcher.candidates.redaction import blind


def masked(match: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a match (`matcher.wire.match_record`) whose quotes name nobody.

    Args:
        match: The match.
        text: The text of the candidate's CV.
    """
    hidden = blind(text)
    verdicts = [
        {**verdict, "evidence": [_masked(each, hidden) for each in verdict["evidence"]]}
        for verdict in match["verdicts"]
    ]
    return {**match, "verdicts": verdicts}


def _masked(evidence: dict[str, Any], hidden: str) -> dict[str, Any]:
    return {**evidence, "quote": hidden[evidence["start"] : evidence["end"]]}
