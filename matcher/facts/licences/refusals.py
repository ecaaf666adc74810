"""Licences that whoever grants them refused or took away: 'the SIA turned down my badge'.

Must not know how a licence is named otherwise: here the name of the authority tells which it is.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.layout.quoting import fact_in
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Sentence, Status
from matcher.values import Licence

# Who grants a licence, and may refuse it.
_ISSUERS = {"SIA": "SIA", "SECURITY INDUSTRY AUTHORITY": "SIA", "DVLA": "driving", "DVA": "driving"}
_BY = rf"(?P<by>{'|'.join(_ISSUERS)})"
# 'Refused a licence' without 'me' may be anybody's; 'refused my licence' and 'licence refused' in
# the notes of a CV are its owner's.
_SORT = r"(?:(?:driving|door|badge|card|licen[cs]e|\w+ing|full)\s+){0,2}"
_CARD = r"(?:licen[cs]e|badge|card|application|renewal)\b"
_NO = (
    r"(?:refused|rejected|declined|turned\s+down|revoked|withdrew|took\s+away|cancelled|suspended)"
)
_TURNED_DOWN = regex(
    rf"\b{_BY}\s+(?:has\s+|have\s+|had\s+)?(?:{_NO}|(?:would|did|has|have)(?:\s+not|n['’]t)\s+(?:grant(?:ed)?|issue[d]?|give[n]?|approve[d]?))"
    rf"\s+(?:(?:to\s+)?me\s+(?:an?\s+|the\s+|any\s+|my\s+)?|my\s+){_SORT}{_CARD}",
    re.IGNORECASE,
)
_TURNED_DOWN_BY = regex(
    rf"(?:\bmy\s+|^\W*){_SORT}{_CARD}\s+(?:was\s+|has\s+been\s+|is\s+)?{_NO}\s+by\s+(?:the\s+)?{_BY}\b",
    re.IGNORECASE,
)
# What was refused is somebody else's after all: 'my application for a colleague'.
_FOR_OTHERS = regex(r"\s+(?:of|for|from|on\s+behalf\s+of)\s+(?!me\b|myself\b|(?:19|20)\d\d)", re.I)
# ... or was given in the end.
_GIVEN = regex(
    r"\b(?:granted|issued|approved|reinstated|restored|renewed|returned|overturned|successful|on\s+appeal|gave\s+it\s+back)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = regex(r"\b(?:not|never|n['’]t)\s+(?:been\s+)?$", re.IGNORECASE)


def refusals_in(sentence: Sentence, following: str) -> list[Fact]:
    """Return a denial for each licence of one's own that its authority is said to have refused."""
    text = sentence.text
    found = (pattern.search(text) for pattern in (_TURNED_DOWN, _TURNED_DOWN_BY))
    return [
        fact_in(
            sentence, Licence(_ISSUERS[match["by"].upper()]), *match.span(), status=Status.DENIED
        )
        for match in found
        if match is not None
        and not somebody_elses(text, 0, match.start())
        and not _FOR_OTHERS.match(text, match.end())
        and not _given_later(text[match.end() :] + " " + following)
    ]


def _given_later(behind: str) -> bool:
    given = _GIVEN.search(behind)
    return given is not None and not _NOT_GIVEN.search(behind, 0, given.start())
