"""Whether a thing is told as wished for: 'aiming for a budget of £3m', 'seeking a team of 20'.

Must not know what the thing is. What a person hopes for next has not been held.
"""

from __future__ import annotations

import re

_NEXT = r"(?:role|post|position|job|step|move|challenge|appointment|opportunity)"
_WISH = re.compile(
    r"\b(?:aim(?:s|ing)?\s+(?:for|to|at)|aim\s+is|aspir(?:es?|ing|ations?)\s+(?:to|for)|(?:career\s+)?(?:ambitions?|aspirations?|goals?|objectives?)"
    r"(?:\s+(?:is|are|to|of|for)\b|\s*[:–-])|hop(?:e|es|ing)\s+(?:to|for)|keen\s+(?:to|on|for)|eager\s+(?:to|for)"
    r"|want(?:s|ing)?\s+(?:to|an?)|wish(?:es|ing)?\s+(?:to|for)|would\s+(?:now\s+)?(?:like|love|welcome|relish)"
    r"|seek(?:s|ing)?\s+(?:an?|to|new|further|more|larger|bigger|another|the|my)\b|(?:^|[.;:,]\s*)(?:now\s+|currently\s+)?seek(?:s|ing)?"
    r"|look(?:ing)?\s+(?:for|to|forward)|ready\s+(?:now\s+)?(?:for|to)|in\s+search\s+of|open\s+to|interested\s+in|prepar(?:ed|ing)\s+(?:for|to)"
    rf"|(?:for|in|is)\s+my\s+next\s+{_NEXT}|next\s+{_NEXT}\s*[:,–-])",
    re.IGNORECASE,
)
# Behind these the wish is over, or what is told is the person's own already.
_OVER = re.compile(
    r"[.;|\n]|,\s+(?:I|we|while|but|having|and|which|then)\b|\b(?:but|while|whereas|having|after|because|since|I|I['’]ve|my|our|who|currently"
    r"|already|held|holding|managed|ran|led|owned|controlled|beyond|than)\b",
    re.IGNORECASE,
)
_HOLDING_NEXT = re.compile(
    rf"\b(?:an?|another|the)\s+(?:[\w-]+\s+){{0,2}}{_NEXT}\s+holding\b", re.IGNORECASE
)
# 'A £3m budget is what I want next'.
_BEHIND = re.compile(
    rf"\s*(?:budget|p&l|team)?\s*(?:is|being)?\s*,?\s*(?:(?:what|which)\s+I\s+(?:now\s+)?(?:want|hope|seek|aim|would\s+like)|(?:in\s+)?my\s+next\s+{_NEXT}|next\b|my\s+(?:aim|goal|ambition))\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"aim|aspir|ambit|goal|objectiv|hop|keen|eager|want|wish|would|seek|look|ready|search|open|interest|prepar|next",
    re.I,
)
# How far before the thing the wish may be said.
_REACH = 110


def wished(text: str, start: int, end: int) -> bool:
    """Return whether what stands at ``[start, end)`` is only wished for."""
    if not _HINT.search(text, max(0, start - _REACH), end + _REACH):
        return False
    if _BEHIND.match(text, end):
        return True
    found = list(_WISH.finditer(text, max(0, start - _REACH), start))
    if not found:
        return False
    between = _HOLDING_NEXT.sub(" ", text[found[-1].end() : start])
    return _OVER.search(between) is None
