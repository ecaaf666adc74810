"""Head counts whose noun is left out, or is known only by the company it keeps.

Must not know whose the people are. 'Six direct, 55 indirect', '18 drivers and six loaders', 'nine
fitters in Hull and six in York', 'supervise six or more'.
"""

from __future__ import annotations

import re

from matcher.facts.head_sums import HeadCount, counted
from matcher.facts.leading import FIRST_PERSON, leads_directly
from matcher.facts.number_bounds import past_bound
from matcher.facts.numbers import Number, numbers
from matcher.facts.phrases import Hit

# Between a number and its noun stand adjectives, not prepositions, verbs or stops.
BREAK = re.compile(
    r"[.;:|()%]|\b(?:of|in(?!-)|at|for|to|with|from|by|who|which|that|the|a|an|per|over|on|under|was|were|is|are|"
    r"has|had|years?|months?|across|plus|or|into|onto|via|through|between|can|will|as)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"(?<![\w.])\d")
_NOTHING_MORE = re.compile(r"\s*(?:$|[.;,)])")
# '35 advisers in Leeds and 28 in Hull', 'and another 22': the noun is not said again.
_AND_MORE = re.compile(
    r"[^.;:|\n]{0,40}?(?:\band|\bplus|,|&)\s+(?P<more>(?:yet\s+)?another|a\s+further|(?:an\s+)?additional)?\s*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:in|on|at|across|based\s+in|from)\s+(?:(?:the|our)\s+)?"
    r"(?!(?:waiting|books?|list|queue|time|budget|average|total|all|once|least|most|target|the|our|project|a)\b)[A-Za-z]",
    re.IGNORECASE,
)
_AND_ONE = re.compile(
    r"\s*,?\s*(?:and|plus|,|&)\s+(?:an?|one)\s+(?:[\w-]+\s+){0,2}?", re.IGNORECASE
)
_ENDED = re.compile(r"\s*(?:$|[.;,)]|\b(?:in|on|at|across)\b)", re.IGNORECASE)
# Words that may name people by what they do; believed only beside people who are certain.
_DOERS = re.compile(r"\b(?:(?i:[a-z]{2,}(?:ers|ors|ists|ants|ians|men|ees))|[A-Z]{2,5}s)\b")
# 'Six direct, 55 indirect': the noun is left out.
_KIND = re.compile(
    r"\s+(?P<kind>direct|indirect|matrix(?:ed)?|dotted[\s-]line|functional|permanent|temporary|"
    r"temps?|agency|contract|seasonal|full[\s-]time|part[\s-]time|salaried|hourly|paid|bank)"
    r"(?=[ \t]*(?:[,;/&+).|\n]|and\b|plus\b|$))",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(
    r"(?:^|[,;/(|]|\band|\bplus)\s*(?P<kind>direct|indirect|matrix)\s*[:=-]?\s*$", re.IGNORECASE
)
_CERTAIN_KIND = re.compile(r"direct|indirect|matrix|dotted", re.IGNORECASE)


def unnamed(
    text: str, figures: list[Number], nouns: list[Hit], certain: list[HeadCount]
) -> list[HeadCount]:
    """Return the head counts of ``text`` that ``certain`` ones beside them make believable."""
    found = _kinds(text, figures, certain)
    found += _and_more(text, figures, [*certain, *found])
    found += _doers(text, figures, nouns, [*certain, *found])
    return found + _single(text, nouns, [*certain, *found])


def _single(text: str, nouns: list[Hit], certain: list[HeadCount]) -> list[HeadCount]:
    """'Two analysts and an apprentice': the one who is counted by an article."""
    found = []
    for noun in nouns:
        behind = next(
            (each for each in certain if _AND_ONE.fullmatch(text, each.end, noun.start)), None
        )
        if behind is not None and noun.name in ("people", "managers") and behind.noun != "label":
            number = Number(1.0, noun.start, noun.end)
            found.append(counted(number, noun.name, behind.direct, noun.start, noun.end))
    return found


def _kinds(text: str, figures: list[Number], certain: list[HeadCount]) -> list[HeadCount]:
    """'Six direct, 55 indirect': people by how they report, believed where that is plain."""
    taken = {count.number.start for count in certain}
    found = []
    for number in figures:
        kind = _KIND.match(text, number.end) or _KIND_BEFORE.search(text, 0, number.start)
        if kind is None or number.start in taken:
            continue
        if certain or _CERTAIN_KIND.match(kind["kind"]):
            direct = kind["kind"].lower() == "direct"
            start, end = min(number.start, kind.start()), max(number.end, kind.end())
            found.append(counted(number, "people", direct, start, end))
    return found


def _and_more(text: str, figures: list[Number], certain: list[HeadCount]) -> list[HeadCount]:
    """'Nine fitters in Hull and six in York': a second number of the same people."""
    taken = {count.number.start for count in certain}
    found = []
    for first in certain:
        number = next((n for n in figures if n.start >= first.end), None)
        if number is None or number.start in taken or first.noun in ("label", "group"):
            continue
        link = _AND_MORE.fullmatch(text, first.end, number.start)
        behind = past_bound(text, number.end)
        alone = link and link["more"] and _ENDED.match(text, behind)
        if link and (alone or _ELSEWHERE.match(text, behind)):
            found.append(counted(number, first.noun, False, number.start, number.end))
    return found


def _doers(
    text: str, figures: list[Number], nouns: list[Hit], certain: list[HeadCount]
) -> list[HeadCount]:
    """'18 drivers and six loaders', '21 packers under me': people by the company they keep."""
    taken = {count.number.start for count in certain}
    found = []
    for number in figures:
        doers = _DOERS.search(text, number.end, min(len(text), number.end + 40))
        behind = past_bound(text, number.end)
        if number.start in taken or doers is None or BREAK.search(text, behind, doers.start()):
            continue
        if FIGURE.search(text, number.end, doers.start()):
            continue
        named = any(hit.start < doers.end() and doers.start() < hit.end for hit in nouns)
        mine = FIRST_PERSON.search(text, doers.end(), min(len(text), doers.end() + 30))
        neighbour = any(
            0 <= gap <= 6
            for count in certain
            for gap in (number.start - count.end, count.start - doers.end())
        )
        if not named and (neighbour or mine or leads_directly(text, number.start)):
            found.append(counted(number, "people", False, number.start, doers.end()))
    return found


def nameless(text: str) -> list[HeadCount]:
    """Return numbers alone behind a word that governs people alone: 'supervise six or more'."""
    return [
        HeadCount(n.low, n.high, "people", False, n.start, n.end, n)
        for n in numbers(text)
        if n.currency is None
        and leads_directly(text, n.start)
        and _NOTHING_MORE.match(text, past_bound(text, n.end))
    ]
