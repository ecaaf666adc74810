"""Where a CV says that all of somebody's work was in one kind of place: 'every post was in zoos'.

Must not know which sectors there are. What is no kind of employer (a function, a size, a place, a
way of working) places nobody outside a sector.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases

_LATELY = (
    r"(?:\s+(?:\([^()]{1,30}\)|I\s+have\s+(?:had|held|done)|I['’]ve\s+(?:had|held|done)|I\s+(?:had|held)|to\s+(?:date|now)"
    r"|so\s+far|until\s+now|up\s+to\s+now|ever|since\s+(?:school|university|college|\d{4})"
    r"|(?:for|in|over)\s+(?:(?:the|these|all|my)\s+)?(?:last\s+|past\s+)?[\w-]+\s+(?:years|decades)"
    r"|(?:for|in)\s+a\s+living|in\s+my\s+(?:career|working\s+life)|at\s+work))*"
)
_WHOLE = regex(
    r"\b(?:(?:all|every(?:\s+one)?|each(?:\s+one)?|both)(?:\s+of)?(?:\s+my|\s+the)?\s+(?:\w+\s+)?"
    rf"(?:jobs?|posts?|roles?|positions?|work|employment|experience|employers?){_LATELY}\s+"
    r"(?:has|have|was|were|is|are)\s+(?:all\s+)?(?:been\s+)?(?:spent\s+)?"
    # 'All eleven years of my career', 'every day of my working life'.
    r"|(?:all|every|each|the\s+whole)\s+(?:of\s+)?(?:(?:my|the|[\w-]+)\s+){0,2}(?:years?|days?|months?|decades?|part)\s+"
    rf"(?:of|in)\s+my\s+(?:career|working\s+life|employment|work){_LATELY}\s+"
    r"(?:has|have|was|were|is|are)\s+(?:all\s+)?(?:been\s+)?(?:spent\s+)?"
    r"|everything\s+(?:that\s+)?I(?:\s+have|['’]ve)?\s+(?:ever\s+)?(?:done|did)"
    rf"{_LATELY}\s+(?:has\s+been|was|is)\s+(?:all\s+)?"
    r"|(?:I\s+have\s+|I['’]ve\s+|I\s+|^)(?:only\s+(?:ever\s+)?worked|worked\s+(?:only|solely"
    r"|exclusively|nowhere\s+but))\s+"
    rf"|(?:whole|entire)\s+(?:career|working\s+life|employment){_LATELY}\s+"
    r"(?:(?:has\s+been|was|is)\s+(?:spent\s+)?|spent\s+)?)(?:in|with|within|for|at)\b",
    re.IGNORECASE,
)
_HINT = regex(
    r"\b(?:all|every|everything|each|both|only|solely|exclusively|whole|entire)\b", re.IGNORECASE
)
_NO_KIND = regex(
    r"\s+(?:(?:the|an?|some|very|mostly|mainly)\s+)*(?:customers?|clients?|sales|marketing|hr|human"
    r"|financ\w+|account\w*|it|software|data|projects?|programmes?|operations?|admin\w*|management"
    r"|leadership|procurement|purchasing|engineering|design|communications?|reception|secretarial"
    r"|payroll|training|support|services?|offices?|teams?|people|roles?|jobs?|small|large|medium"
    r"|busy|fast|private|global|international|permanent|temporary|part|full|remote|person|uk|same"
    r"|north|south|east|west|local|one|similar|senior|junior|technical|that|this|these|those|my"
    r"|smes?|start|company|companies|organi[sz]ations?|firms?|employers?|industry|sectors?|places?"
    r"|different|various|several|many|both|shifts?|nights?|house)\b",
    re.IGNORECASE,
)


@cache
def _phrases() -> Phrases:
    return Phrases({"whole": sectors().whole_career})


def openings(text: str, end: int | None = None) -> list[Hit]:
    """Return the words that open the telling of a whole career, before ``end``."""
    stop = len(text) if end is None else end
    found = _phrases().find(text, 0, stop)
    if _HINT.search(text):
        found += [Hit("whole", *match.span()) for match in _WHOLE.finditer(text, 0, stop)]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def is_no_kind(text: str, end: int) -> bool:
    """Return whether what follows is no kind of employer: a function, a size, a way of working."""
    return _NO_KIND.match(text, end) is not None
