"""Reads the sectors that a role asks experience in.

Must not know which sector belongs to which.
"""

from __future__ import annotations

import re

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.criteria import SectorWorked
from matcher.facts.layout.clauses import holds_names_alone
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.quoting import asked_in
from matcher.facts.sectors.names import FRAME, by_name, hits_in
from matcher.types import Asked, Sentence

# Where a line is asked, so that the name of a sector alone asks for it.
_DEMANDS = frozenset({"essential", "desirable"})
_ABOUT = regex(
    r"\b(?:essential|desirable|required|preferred|ideally|advantage\w*|an?|or|and|the)\b|[^\w]",
    re.IGNORECASE,
)
_SETTINGS = frozenset({"healthcare", "social care", "security services"})
_LISTED = regex(
    r"\s*(?:,|/|\bor\b|\band\b|&|,\s*or)\s*(?:(?:the|a|an|in|within|other|wider|broader)\s+)*"
)
_SHARES = regex(
    r"\b(?P<word>[A-Za-z-]+)(?=\s*(?:,|/|\bor\b|\band\b|&)\s*(?:[\w-]+\s+){1,3}?(?P<noun>sector|industry)\b)",
    re.IGNORECASE,
)
_OF_A_SYSTEM = regex(
    r"\s+(?:management\s+|billing\s+|information\s+)?(?:software|systems?|platforms?|packages?|law|legislation)\b",
    re.IGNORECASE,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the sectors that a sentence of a role asks experience in; 'or' joins alternatives."""
    text = sentence.text
    alone = sentence.section in _DEMANDS and _names_alone(text)
    if not (alone or FRAME.search(text)):
        return []
    every = [hit for hit in hits_in(text) if not _is_setting(text, hit)]
    hits = [hit for hit in every if alone or _is_asked(text, hit)]
    shared = [one for one in _sharing(text) if all(_apart(one, hit) for hit in every)]
    every, hits = every + shared, hits + shared
    if not hits:
        return []
    # Members of the list that a plainly asked sector stands in are asked as well.
    first, last = hits[0], hits[-1]
    hits += [
        hit
        for hit in every
        if hit not in hits
        and (
            _LISTED.fullmatch(text, hit.end, first.start)
            or _LISTED.fullmatch(text, last.end, hit.start)
        )
    ]
    hits.sort(key=lambda hit: hit.start)
    names = tuple(dict.fromkeys(hit.name for hit in hits))
    gap = text[hits[0].end : hits[-1].start]
    if len(names) > 1 and re.search(r"\band\b|&", gap) and not re.search(r"\bor\b", gap):
        return [asked_in(sentence, SectorWorked((h.name,)), h.start, h.end) for h in hits]
    return [asked_in(sentence, SectorWorked(names), hits[0].start, hits[-1].end)]


def _sharing(text: str) -> list[Hit]:
    """Return sectors that share the noun of another: 'travel' of 'the travel or rail sector'."""
    return [
        Hit(hit.name, *match.span("word"))
        for match in _SHARES.finditer(text)
        for hit in by_name().find(f"{match['word']} {match['noun']}")
        if hit.start == 0
    ]


def _apart(one: Hit, other: Hit) -> bool:
    return one.end <= other.start or other.end <= one.start


def _names_alone(text: str) -> bool:
    """Whether a demand is made of names of sectors alone ('Logistics or retail')."""
    names = [(hit.start, hit.end) for hit in by_name().find(text)]
    return holds_names_alone(text, names, _ABOUT)


def _is_setting(text: str, hit: Hit) -> bool:
    """Whether more or other than a sector is asked: 'nursing home', 'housing software'."""
    words = text[hit.start : hit.end].lower()
    if _OF_A_SYSTEM.match(text, hit.end):
        return True
    return hit.name in _SETTINGS and words not in sectors().rows[hit.name].names


def _is_asked(text: str, hit: Hit) -> bool:
    """Whether 'sector', 'background in' or 'experience' stands beside the sector's name."""
    before = text[max(0, hit.start - 35) : hit.start]
    behind = text[hit.end : hit.end + 30]
    named = re.search(r"sector|industr", text[hit.start : hit.end], re.I) is not None
    return bool(
        named
        or re.search(r"\b(?:such as|like|e\.g\.)\s+(?:the\s)?$", before, re.IGNORECASE)
        or re.match(
            r"\s*(?:\([^)]*\)\s*)?(?:sectors?|industr|background|environment|"
            r"experience|compan|settings?\b)",
            behind,
            re.I,
        )
        or re.search(
            r"(?:background|experience|experienced|worked|working|work|roles?|posts?|employment|"
            r"career|exposure)\b[^.;]{0,12}\b(?:in|within|of|from|for)\s+(?:an?\s|"
            r"the\s)?(?:\w+\s)?$|\b(?:sector|industry)\b[\w\s]{0,20}:\s*$",
            before,
            re.I,
        )
    )
