"""Whether work that is named was done by others or left to them, or was only spoken or read of.

Must not know which work it is: "others answered the phones", "talked about night shifts".
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.states.actors import PERSON

# 'Booking travel was outsourced', 'left cold calls to others'.
_GONE_BEHIND = regex(
    r"\s+(?:(?!which|that|it|this)[\w'-]+\s+){0,5}?(?:was|were|is|are|has\sbeen)\s+(?:\w+ly\s+)?"
    r"(?:outsourced|contracted\sout|(?:left|passed|delegated|done|handled|run|carried\sout|covered)\s(?:to|by)\s"
    r"(?!me\b|myself\b|hand\b|(?:tele)?phone\b|e\s?mail\b))",
    re.IGNORECASE,
)
_LEFT_TO = regex(r"\b(?:left|leave|leaves|passed|delegated)\s+(?:(?!to\b)[\w'-]+\s+){0,4}$", re.I)
_TO_OTHERS = regex(
    r"(?:\s+[\w'-]+){0,5}?\s+to\s+(?:others|colleagues|an?other|the|my|our|agency|staff)\b", re.I
)
# 'The team leader was responsible for it', 'agency staff took calls': at the head of a clause.
_THEY = regex(
    rf"\W*(?:(?:the|my|our|their|another)\s(?:[\w&'-]+\s){{0,2}}?(?:{PERSON}|assistant|pa|clerk|deputy|nurse|trainer"
    r"|receptionist|mum|mom|dad|daughter|son|cousin|uncle|aunt|flatmate|friend|contractor|supplier)"
    r"|an?\s(?:agency|contractor|supplier|colleague|bureau|friend|(?:outside|external)\s\w+)"
    r"|(?:another|the\sother)\s(?:team|department|desk|office|branch|shift|site)|head\soffice"
    r"|(?:agency\s|bank\s|temporary\s|other\s)(?:staff|workers|nurses|drivers|people)|colleagues|others|contractors|volunteers)"
    r"\s(?!and\si\b|with\b|for\b|to\b|of\b)",
    re.IGNORECASE,
)
# 'Supervised a clerk who keyed orders', 'managed someone responsible for rotas'.
_WHO_DID = regex(
    r"\b(?:an?|the|my|our|two|three|four|five|six|\d+)\s(?:[\w'-]+\s){1,2}who\s[^.;,]*$"
    r"|\b(?:someone|somebody|people|those)\s(?:who|responsible|in\scharge|doing)\b[^.;,]*$",
    re.IGNORECASE,
)
_ONESELF = regex(r"\b(?:i|i've|me|myself|we)\b", re.IGNORECASE)
# 'Talked about night shifts', 'a blog post on why firms like it': not what was so done.
_SPOKEN_OF = regex(
    r"\b(?:read|heard|wrote|talk\w*|spoke|watch\w*|blog\w*|essay|dissertation|thesis|podcasts?|videos?|e-?learning)\b"
    r"[^.;,]{0,40}?\b(?:about|why|how(?!\s+to))\b(?:(?!\b(?:in|on|via|using|through|by|with)\b)[^.;,]){0,40}$"
    r"|\b(?:mention(?:s|ed)|promised|(?:teach|train)\s+me(?:\s+(?:in|on))?|studied|next\s+to|beside|minutes\s+(?:at|of|for))"
    r"\s+(?:(?:the|an?|our|some|\w+ing)\s+)?$",
    re.IGNORECASE,
)
_READ = regex(r"\bread(?:ing)?\s+(?:the|an?|our|some)\s+$", re.IGNORECASE)
_A_BOOK = regex(r"\s+(?:\w+\s+)?(?:hand)?(?:books?|manuals?|guides?|leaflets?)\b", re.IGNORECASE)


def is_spoken_of(text: str, first: int, start: int, end: int) -> bool:
    """Return whether what ``text[start:end]`` names was only spoken, heard or read of."""
    if _READ.search(text, first, start) and _A_BOOK.match(text, end):
        return True
    return _SPOKEN_OF.search(text, first, start) is not None


def is_not_own(text: str, first: int, start: int, end: int) -> bool:
    """Return whether others did it, it was left to them, or it was only spoken of.

    Args:
        text: The sentence.
        first: Where the clause begins.
        start: Where the work is named.
        end: Where its name ends.
    """
    if _GONE_BEHIND.match(text, end) or is_spoken_of(text, first, start, end):
        return True
    if _LEFT_TO.search(text, first, start) and _TO_OTHERS.match(text, end):
        return True
    they = _THEY.match(text, first) or _WHO_DID.search(text, first, start)
    return they is not None and not _ONESELF.search(text, they.start(), end)
