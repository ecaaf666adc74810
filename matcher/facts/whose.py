"""Whether the words before a thing give it to somebody else.

Must not know what the thing is.
"""

from __future__ import annotations

import re

_SOMEBODY = re.compile(
    r"\b(?:(?:my|our|his|her|their|the)\s+(?:\w+\s+){0,2}(?:manager|director|boss|wife|husband|"
    r"partner|spouse|"
    r"deputy|lead|head|supplier|client|customer|employer|colleague|predecessor|mother|father|son|"
    r"daughter|friend)"
    r"(?:['’]s)?|colleagues?|who|whose|he|she|they|his|her|their|team of|"
    r"(?:my|our|the)\s+teams?|staff|candidates|"
    r"applicants)\b",
    re.IGNORECASE,
)
_ONE_SELF = re.compile(r"\b(?:I|me|my own|myself)\b")


def somebody_elses(text: str, low: int, start: int) -> bool:
    """Return whether ``text[low:start]`` speaks last of another person than oneself."""
    others = [match.end() for match in _SOMEBODY.finditer(text, low, start)]
    oneself = [match.end() for match in _ONE_SELF.finditer(text, low, start)]
    return bool(others) and (not oneself or max(oneself) < max(others))
