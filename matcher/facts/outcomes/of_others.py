"""Whether a measure told of is a trade's, the nation's or another firm's, or was settled by nobody.

Must not know which figure stands beside it. Nobody moved what rose across the whole industry.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.outcomes.measures import CHANGES
from matcher.facts.states import actors
from matcher.facts.states.not_own import is_spoken_of

# 'Industry sales rose', 'across the sector satisfaction fell': a trade's or the nation's figures.
_TRADE = (
    r"(?:industry|sector|market|economy|country|nation|trade|government|world|region|UK|NHS|profession|"
    r"high\s+street)"
)
_EVERYBODYS = regex(
    rf"(?:^|[.;:,]\s+|\b(?:the|that|how|when|where|as|while|why|after|and|whole|overall|on)\s+)"
    rf"(?:(?:the\s+)?(?:{_TRADE}(?<!UK)(?<!NHS)(?:['’]s|[\s-]wide)?|national|nationwide|worldwide|global|britain['’]s|british)\s+(?:[\w-]+\s+){{0,2}}"
    rf"|(?:across|in|throughout)\s+(?:the\s+|an?\s+)?(?:whole\s+|entire\s+|wider\s+)?(?:[a-z-]+\s+)?{_TRADE},?\s+(?:where\s+|whose\s+)?(?:[\w-]+\s+){{0,2}})$",
    re.IGNORECASE,
)
_OF_THE_TRADE = regex(
    rf"\s+(?:in|across|throughout|of)\s+(?:the\s+|an?\s+)?(?:whole\s+|entire\s+|wider\s+)?(?:[a-z-]+\s+)?{_TRADE}(?:\s+as\s+a\s+whole)?\s+"
    r"(?:rose|fell|grew|dropped|climbed|went|has|had|have|is|was|were|doubled|halved|improved)\b",
    re.IGNORECASE,
)
# 'UK sales of electric vans rose': goods of a land, which nobody is said to have sold.
_NATIONALLY = regex(
    r"\b(?:nationally|nationwide|industry[\s-]wide|sector[\s-]wide|globally|worldwide|(?:across|throughout|all\s+over)\s+the\s+"
    r"(?:country|nation|industry|sector|UK))\b",
    re.IGNORECASE,
)
_OF_A_LAND = regex(
    r"(?:^|[.;:,]\s+|\b(?:that|how|when|where|as|while|why|after|and|whole|overall|on)\s+)(?:the\s+)?"
    r"(?:UK|British|Scottish|Welsh|Irish|English|European|EU|US|American|global|world|worldwide|national|"
    r"nationwide)(?:['’]s)?\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_GOODS = regex(
    r"\s+(?:of|for)\s+(?:[\w-]+\s+){1,5}?(?:rose|fell|grew|dropped|climbed|went|soared|jumped|surged|slid|has|had|have|doubled|halved"
    r"|trebled|increased|declined)\b",
    re.IGNORECASE,
)
_MINE = regex(r"\b(?:I|my|me|we|our)\b", re.IGNORECASE)
_ANOTHERS = regex(
    r"\b(?:rival|competitor|supplier|vendor|contractor|predecessor|neighbour)s?['’]s?\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# Sentences that tell of no result of one's own, whatever moved: goals and forecasts by their
# label, what went on nationally or at a rival's, and what came when one was gone.
_OF_NOBODY = regex(
    r"(?:^|[.;|•]\s*)(?:(?:my|our|the|key|main|next|annual|personal)\s+)*"
    r"(?:targets?|goals?|aims?|objectives?|forecasts?|plans?|planned|projections?|projected|ambitions?)\b"
    r"(?:\s+(?:for|in|by|of)(?:\s+[\w/-]+){1,4})?\s*:(?!.*[,;.(–—-]\s*(?:[\w-]+\s+){0,2}?(?:achiev|actual|result|outcome|exceed|beat|surpass))"
    r"|\((?:the\s+)?(?:target|goal|forecast|plan|planned|projected|projection|estimated?)\)"
    r"|^\W*(?:(?:nationally|nationwide|globally|worldwide),|(?:the\s+)?(?:industry|sector|national)\s+average\b)|^\W*(?:across|throughout)\s+the\s+(?:whole\s+)?(?:industry|sector|market|profession)\b"
    r"(?!.*\b(?:I|my|we|our)\b)"
    r"|\d(?:[^,;.]|\.(?=\d))*\bat\s+(?:an?|the|our)\s+(?:rival|competitor|competing|sister|neighbouring)\b"
    r"|^(?:(?!\b(?:and|but|I)\b)[^,;.]|\.(?=\d))*\b(?:after|once)\s+I\s+(?:had\s+)?(?:left|moved\s+on)\b",
    re.IGNORECASE,
)
# 'At first call' says when; that a thing was then settled is said before it.
_AT_FIRST = regex(r"(?:at|on)\s+(?:the\s+)?first\s+(?:touch|call|contact|time)", re.IGNORECASE)
_SETTLED = regex(
    r"\b(?:resol|settl|solv|clos|fix|sort|complet|answer|clear|deal|dealt|handl|finish|put\s+right)",
    re.IGNORECASE,
)
_NOT_SERVED = regex(
    r"\b(?:reopen\w*|exams?|tests?|deals?|prospects?|leads?|pupils?|students?|candidates?|sold|sell\w*|convert\w*|passed)\b",
    re.IGNORECASE,
)


def of_everybody(text: str, metric: Hit, start: int, end: int) -> bool:
    """Return whether a measure is a trade's or the nation's: 'industry sales rose'."""
    if _ANOTHERS.search(text, start, metric.start):
        return True
    if _MINE.search(text, start, end):
        return False
    fell = CHANGES.find(text, metric.end, end)
    if fell and _NATIONALLY.search(text, fell[0].end, min(end, fell[0].end + 40)):
        return not CHANGES.find(text, start, metric.start)  # 'cut complaints across the country'
    if _OF_GOODS.match(text, metric.end) and _OF_A_LAND.search(text, 0, metric.start):
        return True
    return bool(
        _EVERYBODYS.search(text, start, metric.start) or _OF_THE_TRADE.match(text, metric.end)
    )


def nothing_settled(text: str, metric: Hit, start: int, end: int) -> bool:
    """Return whether words such as 'at first call' stand in a clause that settles nothing."""
    if not _AT_FIRST.match(text, metric.start):
        return False
    return not _SETTLED.search(text, start, end) or bool(_NOT_SERVED.search(text, start, end))


def moved_by_another(text: str, change: Hit) -> bool:
    """Return whether another person is said to have moved it: 'my manager cut complaints'."""
    if change.name not in ("up", "down", "better"):
        return False
    if is_spoken_of(text, 0, change.start, change.end):
        return True
    return actors.is_subject(text, change.start) or actors.in_relative_clause(text, change.start)


def of_nobody(text: str) -> bool:
    """Return whether a sentence tells of a goal, of a rival or of the nation: 'Target: ...'."""
    return _OF_NOBODY.search(text) is not None
