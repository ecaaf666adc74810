"""Licences that whoever grants them refused or took away: 'the SIA turned down my badge'.

Must not know how a licence is named otherwise: here the name of the authority tells which it is.
"""

from __future__ import annotations

import re

from matcher.facts.quoting import fact_in
from matcher.types import Fact, Sentence, Status
from matcher.values import Licence

# Who grants a licence, and may refuse it.
_ISSUERS = {"SIA": "SIA", "SECURITY INDUSTRY AUTHORITY": "SIA", "DVLA": "driving", "DVA": "driving"}
_BY = rf"(?P<by>{'|'.join(_ISSUERS)})"
_CARD = (
    r"(?:(?:my|a|an|the|any|driving|door|\w+ing|full)\s+){0,3}"
    r"(?:licen[cs]e|badge|card|application|renewal)\b"
)
_NO = (
    r"(?:refused|rejected|declined|turned\s+down|revoked|withdrew|took\s+away|cancelled|suspended)"
)
_TURNED_DOWN = re.compile(
    rf"\b{_BY}\s+(?:has\s+|have\s+|had\s+)?(?:{_NO}|(?:would|did|has|have)(?:\s+not|n['’]t)\s+(?:grant(?:ed)?|issue[d]?|give[n]?|approve[d]?))"
    rf"\s+(?:to\s+)?(?:me\s+)?{_CARD}",
    re.IGNORECASE,
)
_TURNED_DOWN_BY = re.compile(
    rf"\b{_CARD}\s+(?:was\s+|has\s+been\s+|is\s+)?{_NO}\s+by\s+(?:the\s+)?{_BY}\b", re.IGNORECASE
)


def refusals_in(sentence: Sentence) -> list[Fact]:
    """Return a denial for each licence that a sentence says was refused by its authority."""
    found = (pattern.search(sentence.text) for pattern in (_TURNED_DOWN, _TURNED_DOWN_BY))
    return [
        fact_in(
            sentence, Licence(_ISSUERS[match["by"].upper()]), *match.span(), status=Status.DENIED
        )
        for match in found
        if match is not None
    ]
