"""Whether the words before a thing give it to somebody else.

Must not know what the thing is.
"""

from __future__ import annotations

import re

from data.patterns import regex

_SOMEBODY = regex(
    r"\b(?:(?:my|our|his|her|their|the)\s+(?:\w+\s+){0,2}(?:manager|director|boss|wife|husband|"
    r"partner|spouse|"
    r"deputy|lead|head|supplier|client|customer|employer|colleague|predecessor|mother|father|son|"
    r"daughter|friend|brothers?|sisters?|parents?|mum|dad|cousin|uncle|aunt|flatmate|neighbour|children|grand(?:mother|father|parents?))"
    r"(?:['’]s)?|colleagues?|who|whose|he|she|they|his|her|their|team of|"
    r"(?:my|our|the)\s+teams?|staff|candidates|"
    r"applicants)\b"
    # 'Wife has a full licence': kin need no 'my' in notes; a 'partner' of a firm is no such one.
    r"|(?:^|[.;,:(–-]\s*|\b(?:and|but|as)\s+)(?:wife|husband|spouse|partner|flatmate|housemate|mum|mother|dad|father|son|daughter"
    r"|brother|sister|friend|neighbour|girlfriend|boyfriend|colleague|parents?)\s+(?:\w+ly\s+|also\s+|now\s+)?"
    r"(?:has|have|had|holds?|held|drives?|drove|owns?|is|passed|got|with|can|does|will)\b",
    re.IGNORECASE,
)
_ONE_SELF = regex(r"\b(?:I|me|my own|myself)\b")


def somebody_elses(text: str, low: int, start: int) -> bool:
    """Return whether ``text[low:start]`` speaks last of another person than oneself."""
    others = [match.end() for match in _SOMEBODY.finditer(text, low, start)]
    oneself = [match.end() for match in _ONE_SELF.finditer(text, low, start)]
    return bool(others) and (not oneself or max(oneself) < max(others))
