"""Words that say a level is the highest somebody has: 'no further than', 'is as far as I went'.

Must not know what the level is of. Who says so of a name or a number that may mean something else
('Green Belt', 'Level 2', 'Class 2') means an award, and has none above it.
"""

from __future__ import annotations

import re

from data.patterns import regex

_BEFORE = regex(
    r"\b(?:highest|top|best|only|sole|last)\s+(?:(?!of\b)[\w'’]+\s+){0,5}?"
    r"(?:(?:awards?|belt|level|qualification|certificate|grade|category|class|licence|is|was|held|hold|has\s+been|so\s+far|to\s+date)\s*(?:[:=–-]\s*)?|[:=–-]\s*)(?:an?\s+|the\s+|my\s+)?$"
    r"|\b(?:only|just|merely)\s+(?:(?:ever|got|gained|reached|held|hold|holds|have|had|did|done|took|passed|to|at|as|far)\s+)*(?:an?\s+)?$"
    r"|\b(?:stop(?:s|ped|ping)?|end(?:s|ed)|finish(?:ed|es)|left\s+off)\s+(?:at|with|on|after)\s+(?:an?\s+|the\s+|my\s+)?$"
    r"|\b(?:no(?:thing)?|not|never|n['’]t)\s+(?:\w+\s+){0,4}?(?:further|farther|higher|above|beyond|past|more)\s+(?:than\s+)?(?:an?\s+|the\s+|my\s+)?$"
    r"|\b(?:as\s+(?:far|high)\s+as|up\s+to(?:\s+and\s+including)?|no\s+more\s+than|at\s+most)\s+(?:an?\s+|the\s+|my\s+)?$",
    re.IGNORECASE,
)
# 'Highest personal sales' is no level; 'top belt: Green' is one.
_RIGHT_BEFORE = regex(r"\b(?:highest|top)\s+$", re.IGNORECASE)
_LEVEL = regex(r"(?:awards?|belt|level|qualification|certificate|grade|class)\b", re.I)
# 'The highest floor' is no level of what somebody has learnt.
_OF_LEVELS = (
    r"(?=\s*(?:$|[.,;:)–-]|(?:I|that|so|to|one|it|of|in|belt|level|awards?|qualifications?|certificates?|exam|grade"
    r"|category|class|licence|clearance|rung|step|held|obtained|gained|passed|achieved|reached|attained)\b))"
)
_BEHIND = regex(
    r"(?:\s+\([^()]{1,30}\)|\s+in\s+(?:[\w&]+\s?){1,4}|\s+(?:awarded|gained|held|passed|achieved|since|in)\b(?:\s+in)?|\s+[a-z]+)?"
    r"(?:[\s,(]+(?:19|20)\d\d\)?)?\s*[,;:(–-]?\s*(?:(?:it|that|which)\s+)?"
    r"(?:(?:is|was|remains|being)\s+(?:\w+\s+){0,1}?(?:as\s+(?:far|high|much)\b|where\s+I\s+(?:stop|left)\w*|(?:the|my)\s+(?:highest|top|best|most"
    rf"|limit|furthest|last|only|ceiling){_OF_LEVELS}|all\s+I\b)"
    rf"|(?:my|the)\s+(?:highest|top|furthest){_OF_LEVELS}|as\s+(?:far|high)\s+as\s+I\b"
    r"|(?:so\s+far\s+|as\s+yet\s+)?only\b|at\s+(?:most|best)\b"
    r"|(?:and\s+|but\s+)?(?:no|nothing|none|never|not)\s+(?:any\s+)?(?:further|higher|more|above|beyond|else)\b)",
    re.IGNORECASE,
)
# 'Never got as far as': it was not reached.
_NOT_REACHED = regex(
    r"\b(?:never|not|n['’]t|want\w*|hop(?:e|ed|ing)|aim\w*|plan\w*|like|intend\w*|meant)\s+(?:\w+\s+){0,3}?"
    r"(?:as\s+(?:far|high)\s+as|up\s+to)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
# 'The highest level in my team is Green Belt' is not one's own.
_OTHERS = regex(
    r"\b(?:team|colleagues?|anyone|anybody|staff|firm|company|we|our|their|his|her|they|department)\b",
    re.I,
)
_REACH = 60
# Letters of which such words have some: cheaper than the patterns.
_PARTS = (
    *("highest", "only", "far", "high", "stop", "end", "finish", "further", "most", "noth", "abov"),
    *("top", "best", "beyond", "no more", "up to", "just", "all i", "last", "limit", "past"),
)


def may_tell(text: str) -> bool:
    """Return whether ``text`` may say of something that it is the highest."""
    lower = text.lower()
    return any(part in lower for part in _PARTS)


def told(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is said to be the highest that the person has."""
    if not may_tell(text):
        return False
    before = text[max(0, start - _REACH) : start]
    before = re.split(r"[.;\n]\s", before)[-1]
    if _RIGHT_BEFORE.search(before) and _LEVEL.match(text, start):
        return not _OTHERS.search(before)
    found = _BEFORE.search(before)
    if found is not None and not _OTHERS.search(before, found.start()):
        return not _NOT_REACHED.search(before)
    return _BEHIND.match(text, end) is not None
