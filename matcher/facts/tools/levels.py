"""Reads how well a product is claimed, or asked, to be known.

Must not know whether a CV or a role is read. A level before a list speaks of all of its items
("advanced Word and Excel"); one behind a name speaks of that name ("Intune: beginner").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from data.knowledge.tools import tool_words
from data.patterns import regex
from matcher.facts.layout.clauses import clause_between
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.tools.marks import marked_level
from matcher.facts.tools.products import Named

_CLAUSE = regex(
    r"(?:(?<!\.)\.|[;|\n])(?=\s|$)|\s\|\s|\s(?:but|although|though|whereas|while)\s", re.I
)
# What may stand between a name and its level.
_OF_WHAT = (
    r"(?:\s(?:skills?|abilit(?:y|ies)|knowledge|proficiency|programming|development|modelling|reporting"
    r"|administration|scripting|design))?"
)
# 'Complete novice', 'self-taught, elementary', 'only dabbled'.
_MORE_OR_LESS = (
    r"(?:(?:absolute|complete|total|utter|rank|mere|merely|very|quite|fairly|pretty|rather|still|only|just|relative"
    r"|self[\s-]rated|self[\s-]taught|rusty|in\stheory|strictly|have|has|is|am|and),?\s){0,3}"
)
_BEHIND = regex(
    _OF_WHAT + r"\s?(?:[:(–—-]{1,2}|\.{2,}|…|=)\s?(?:(?:at|to|an?|level:?)\s)?" + _MORE_OR_LESS,
    re.IGNORECASE,
)
_BEHIND_WORDS = regex(
    _OF_WHAT + r"\s?,?\s(?:(?:at|to|is|level:)\s)?(?:an?\s)?" + _MORE_OR_LESS, re.IGNORECASE
)
# 'Excel: open and print only', 'in Excel I read and filter, no more': so little is a beginner's.
_LITTLE = (
    r"(?:open(?:ing)?|read(?:ing)?|view(?:ing)?|print(?:ing)?|look(?:ing)?\s(?:at|things\sup|up)"
    r"|filter(?:ing)?|typ(?:e|ing)|copy(?:ing)?|sav(?:e|ing))"
    r"(?:\s(?:it|them|files|sheets|reports|data|cells))?"
)
_AND = r"(?:,\s(?:and\s)?|\s?/\s?|\sand\s|\s&\s)"
_LITTLE_BEHIND = regex(
    rf"[\s:(–—-]{{1,4}}(?:(?:i|can|to|for|and|it)\s){{0,3}}{_LITTLE}(?:{_AND}{_LITTLE})*"
    r"(?:[\s-]only\b|\s(?:access|rights|permissions?)(?:\sonly)?\b"
    r"|,?\s(?:and\s)?(?:no\smore|nothing\s(?:more|else|beyond))\b)",
    re.IGNORECASE,
)
# What then has to stand behind the level, so that it is no word of the next clause.
_CLOSES = regex(r"\s(?:level|standard|user)\b|\s*(?:[,;|(]|$)", re.IGNORECASE)
_LEADS_TO = regex(
    r"(?:\s|of|in|with|at|using|the|knowledge|user|skills?|level|working|experience|:)*", re.I
)
_AWARE_REACH = 80


@cache
def _levels() -> Phrases:
    return Phrases(tool_words().levels)


def levels_at(text: str, named: Sequence[Named | Hit], most: int = 0) -> list[str]:
    """Return how well each product is claimed or asked to be known, "" where unsaid.

    Args:
        text: The sentence.
        named: The products it names.
        most: The best mark of a scale that was told above, 0 without one.
    """
    hits = _levels().find(text)
    return [
        marked_level(text, mention.start, mention.end, most) or _level(text, mention, named, hits)
        for mention in named
    ]


def _level(text: str, mention: Named | Hit, named: Sequence[Named | Hit], hits: list[Hit]) -> str:
    if _LITTLE_BEHIND.match(text, mention.end):
        return "basic"
    low, high = clause_around(text, mention.start, mention.end)
    for hit in hits:
        if hit.start >= mention.end and hit.start < high and _follows(text, mention, hit, named):
            return hit.name
    before = [hit for hit in hits if low <= hit.start and hit.end <= mention.start]
    if not before:
        return ""
    nearest = before[-1]
    between = [
        other for other in named if nearest.end <= other.start and other.end <= mention.start
    ]
    first = between[0].start if between else mention.start
    if _LEADS_TO.fullmatch(text, nearest.end, first) is None:
        return ""
    return nearest.name if _is_list(text, [*between, mention]) else ""


def _follows(text: str, mention: Named | Hit, hit: Hit, named: Sequence[Named | Hit]) -> bool:
    """Whether a level behind a name speaks of it: 'X (advanced)', 'X: beginner'."""
    if any(mention.end <= other.start < hit.start for other in named):
        return False
    if _BEHIND.fullmatch(text, mention.end, hit.start):
        return True
    if _BEHIND_WORDS.fullmatch(text, mention.end, hit.start) and _CLOSES.match(text, hit.end):
        return True
    return hit.name == "aware" and hit.start - mention.end <= _AWARE_REACH


def _is_list(text: str, mentions: Sequence[Named | Hit]) -> bool:
    gaps = (text[a.end : b.start] for a, b in pairwise(mentions))
    return all(re.fullmatch(r"\s*(?:,|/|&|and|or|,\s*and|,\s*or)\s*", gap) for gap in gaps)


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the clause around ``text[start:end]``; commas do not end a clause."""
    return clause_between(text, start, end, _CLAUSE)
