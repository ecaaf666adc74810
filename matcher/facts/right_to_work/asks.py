"""Reads the demand for a right to work, and the country it is asked for.

Must not know what a CV says of it. A demand that names no country, or the United Kingdom among
others, is for the United Kingdom.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.right_to_work import right_to_work_words
from data.patterns import regex
from matcher.criteria import MayWork
from matcher.facts.layout.phrases import Phrases
from matcher.facts.layout.quoting import asked_in
from matcher.types import Asked, Sentence

FLEXIBLY = regex(
    r"\s*(?:flexib|at\b|on\b|as\b|alone|unsuperv|overtime|"
    r"from home|remote|part[- ]time|safely|in peace|the)",
    re.IGNORECASE,
)
_ASKS = regex(
    r"(?:rights?|permission|leave|authori[sz]ation|entitlement|clearance) to (?:\w+ ){0,4}?"
    r"(?:work|employment)\b"
    r"|(?:eligib\w+|authori[sz]ed|permitted|free) (?:for|to take up) (?:\w+ ){0,2}?"
    r"(?:employment|work)\b"
    r"|\b(?:be )?employed (?:legally )?in (?:the )?(?:UK|Britain|United Kingdom)\b"
    r"|(?:unrestricted|full|existing|current) (?:UK )?work(?:ing)? rights\b"
    r"|(?:eligib\w+|entitle\w*|authori[sz]ed|legally (?:able|allowed|permitted)|legal right)\s+to "
    r"(?:live and |legally |reside and )?(?:accept |undertake |take up )?(?:and perform )?"
    r"(?:work|employment)\b(?! (?:as|at|on|with|under|well|flexib))"
    r"|eligibility (?:for|to) work(?:ing)? (?:within|in) the (?:UK|United Kingdom)\b"
    r"|(?:permi\w+|able|allowed|free)\s+to (?:live and |legally )?work (?:legally )?in the (?:UK|"
    r"EU|United)"
    r"|(?:no|not|without|cannot|unable|never|n['’]t)\b[^.;]{0,45}"
    r"\b(?:sponsor|visa (?:support|help|assistance)|certificates? of sponsorship)"
    r"|sponsor\w*[^.;]{0,30}?\b(?:cannot|can not|will not|not|unable)\b|sponsor\w*-free\b"
    r"|sponsorship (?:is|will|can)[ -]?not|sponsorship (?:is )?(?:not |un)available"
    r"|(?:require|need)\w* (?:visa |any )?sponsorship|work permit|(?:valid|current|uk) (?:work "
    r")?visa\b"
    r"|british (?:citizen|passport)|indefinite leave|settled status|uk nationals?\b",
    re.IGNORECASE,
)
_HERE = regex(
    r"\b(?:UK|U\.K|United Kingdom|Great Britain|Britain|British|England|Scotland|Wales)\b"
)


@cache
def _abroad() -> Phrases:
    return Phrases(right_to_work_words().abroad)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the demand for a right to work, where a sentence of a role states it."""
    text = sentence.text
    match = _ASKS.search(text)
    if match is None or FLEXIBLY.match(text, match.end()):
        return []
    elsewhere = [] if _HERE.search(text) else _abroad().find(text)
    # 'us' is a pronoun, 'US' a country.
    named = [hit for hit in elsewhere if not text[hit.start : hit.end].islower()]
    country = named[0].name if named else ""
    return [asked_in(sentence, MayWork(country), *match.span())]
