"""How people say that they need a sponsor for a visa, and that they need none.

Must not know whose words they are, nor who else is spoken of around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.patterns import regex

_SPONSOR = (
    r"(?:sponsorship|sponsor(?:ed|ing)?\b(?! of| for (?:the|our)\b)|certificate of sponsorship"
    r"|(?-i:CoS)\b|"
    r"visa support|visa sponsor\w*)"
)
_NEEDS = (
    r"(?:need(?:s|ed|ing)?|requir(?:e|es|ed|ing)|want(?:s|ed|ing)?|hop(?:e|es|ing) for|"
    r"seek(?:s|ing)?|look(?:s|ing)? for|depend(?:s|ent)? on|subject to|"
    r"have to|has to|would|must|means?|entails?|involves?|"
    r"(?:can|able to|to|will|could) (?:provide|offer))"
)
# 'I need visa sponsorship', 'sponsorship will be required', 'an employer would have to sponsor me'.
_SPONSORED = regex(
    rf"\b{_NEEDS}\s+(?:(?:be|an?|my|your|you|them|firm|for|to|employer|employment|company|uk|work|"
    rf"visa|and|skilled worker|tier \d|full|new|fresh|another|different|"
    rf"current|ongoing|future|have|obtain|transfer|of|licen[cs]ed)\s+|\([^)]*\)\s*){{0,6}}{_SPONSOR}"
    rf"|\b{_SPONSOR}\s+(?:\([^)]*\)\s*)?(?:(?:is|will be|would be|now|currently|to be|may be|for "
    rf"\w+ (?:\w+ )?)\s*)*(?:required|needed|necessary|(?:wanted|sought|requested|welcome)"
    rf"(?!\s+(?:from|by|for)\s+(?!my\b|\d|(?-i:[A-Z]))))"
    rf"|\b(?:requires?|needs?)\s+(?:\w+\s+){{0,3}}\bsponsorship|\b(?:sponsorship)\s*[:|"
    rf"]\s*(?:yes|required|needed)"
    rf"|\b(?:employer|trust|company|firm)\s+(?:(?:is|now|currently|already)\s+)*sponsor(?:s|ed|ing)\s+(?:me|my\s+(?:visa|stay|permit))\b"
    rf"|(?:have|has|need|needs|would|will) to (?:be )?sponsor(?:ed)?(?:\s+(?:me|my))?\b",
    re.IGNORECASE,
)
# 'Seeking an employer who will sponsor a visa', 'hoping to find a licensed sponsor'.
_SEEKS = regex(
    r"\b(?:seek(?:s|ing)?|look(?:s|ing)?\s+for|hop(?:e|es|ing)\s+(?:for|to\s+find)|want(?:s|ing)?|need(?:s|ing)?"
    r"|(?:trying|like)\s+to\s+find|requir(?:e|es|ing)|open\s+to|applying\s+to)\s+"
    r"(?:(?:an?|the|any|uk|british|new|nhs|licen[cs]ed|approved|my|roles?|jobs?|posts?|work|with)\s+)*"
    r"(?:(?:employers?|compan(?:y|ies)|firms?|trusts?|organi[sz]ations?|homes?|hospitals?)"
    r"(?:\s+(?:who|that|which|willing|able|ready|prepared|to|will|can|would|could|is|are|with|offering|giving"
    r"|holding|an?|visa|uk))*\s+sponsor(?:s|ing|ship)?\b|sponsor(?=\s*(?:$|[.,;)]|in\s+the\s+UK|for\s+(?:a|my)\b)))",
    re.IGNORECASE,
)
NO_SPONSOR = regex(
    rf"\b(?:no|not|without|never|nor|don['’]t|doesn['’]t|won['’]t|neither|free of)\b[^.;:|"
    rf"]{{0,40}}?\b{_SPONSOR}"
    rf"|\b{_SPONSOR}\b[^.;|]{{0,15}}?\b(?:not|no longer|never|none)\b[^.;|]{{0,15}}?(?:required|"
    rf"needed|necessary)?"
    rf"|\b{_SPONSOR}\s*(?:(?:required|needed|necessary)\s*)?[?:|–-]+\s*(?:no|none|n/a|not)\b"
    rf"|\bsponsorship[ -]free\b",
    re.IGNORECASE,
)


def needed(text: str) -> Iterator[re.Match[str]]:
    """Yield the places where a text says that a sponsor is needed or looked for."""
    yield from _SPONSORED.finditer(text)
    yield from _SEEKS.finditer(text)
