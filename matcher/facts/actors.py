"""Whether somebody other than the candidate is said to have done or held a thing.

Must not know what the thing is: money, people and results are told of others in the same words
('the director ran ...', 'before I joined').
"""

from __future__ import annotations

import re

_PERSON = (
    r"(?:manager|director|head|boss|chief|officer|ceo|cfo|coo|cto|cio|md|gm|vp|owner|founder|"
    r"president|principal|partner|supervisor|leader|lead|commander|controller|bursar|treasurer|"
    r"matron|superintendent|chair|chairman|minister|colleague|colleagues|predecessor|successor|peer|"
    r"peers|counterpart|client|customer|teacher|headteacher|accountant|registrar|dean|secretary|"
    r"administrator|executive|governors?|trustees|board|council|coordinator|planner|engineer|surveyor|"
    r"husband|wife|father|mother|brother|sister)"
)
# 'The finance director ', right before a verb. 'As the manager responsible for' is oneself.
_SUBJECT = re.compile(
    rf"(?<!\bas )(?<!\bam )(?<!\bwas )(?<!\bbeing )(?<!\bbecame )(?<!\bbecoming )"
    rf"\b(?:the|my|our|his|her|their|its|another|an?\s+other)\s+(?:[\w&-]+\s+){{0,3}}?{_PERSON}"
    rf"(?:\s+(?:of|for)\s+(?:[\w&-]+\s*){{1,3}}?)?"
    rf"(?:\s*[,(]\s*who|\s+who|\s+that)?\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|is\s+|was\s+|then\s+)*$",
    re.IGNORECASE,
)
# 'He' is somebody else where one is named before; a profile may tell of the candidate so.
_OTHERS_SUBJECT = re.compile(
    rf"\b(?:(?:my|the|our)\s+(?:[\w&-]+\s+){{0,3}}?{_PERSON}\b[^.]*\b(?:he|she|they)|colleagues|"
    rf"predecessors?)\s+(?:\w+ly\s+|also\s+|had\s+|has\s+)*$",
    re.IGNORECASE,
)
_NOT_YET_THERE = re.compile(
    r"\b(?:before|until|prior\s+to)\s+(?:I\s+(?:joined|arrived|came|started|took\s+over|"
    r"was\s+(?:appointed|hired))|my\s+(?:time|arrival|appointment|tenure|joining|day|start))\b"
    r"|\b(?:under|by)\s+(?:my|the)\s+(?:predecessors?|previous\s+\w+)\b"
    r"|\b(?:my|the)\s+predecessors?\b",
    re.IGNORECASE,
)


# How far before its verb a subject may begin.
_REACH = 80


def is_subject(text: str, start: int) -> bool:
    """Return whether another person is the subject of the verb that begins at ``start``."""
    before = text[max(0, start - _REACH) : start]
    return bool(_SUBJECT.search(before) or _OTHERS_SUBJECT.search(before))


def before_my_time(text: str) -> bool:
    """Return whether ``text`` tells of what happened before the candidate came."""
    return _NOT_YET_THERE.search(text) is not None
