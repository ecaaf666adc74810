"""Finds the sector that a firm's own name ends in: 'Larkfield Energy', 'Oak Bank Nursing Home'.

Must not know posts. A name opens behind a separator, 'at' or 'for', is printed in capitals, and
ends where a separator, a date or the line does: 'Energy Manager' is a title and no firm.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.states.whose import somebody_elses

# Words in capitals that open a title, a heading or a sentence rather than a name.
_NO_NAME = (
    r"(?!(?:The|Our|My|Head|Director|Manager|Senior|Lead|Leading|Team|Customer|Clean|Renewable|Green|"
    r"Drinking|Waste|Home|Car|Life|Health|Motor|Pet|Travel|National|Social|Affordable|Business|Other|"
    r"Sector|Experience|Skills|Industry|Solar|Wind|Nuclear|Smart|Domestic|High|Electronic|Chain|"
    r"Natural|General|Soft|Hard|Food)\b)"
)

# A row of figures, 'Direct Line: 5', names no employer.
_LABELS_A_NUMBER = regex(r"\s*[:=]\s*\d{1,3}\b(?!\s*[-–/])")


_REACH = 30


@cache
def _named() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of names, and the sector of each ending."""
    endings = {end: row.name for row in sectors().rows.values() for end in row.name_endings}
    one = "|".join(re.escape(end) for end in sorted(endings, key=len, reverse=True))
    return (
        re.compile(
            rf"(?:^|[,|:(–—\t-]\s*|\b(?:at|for|with|of|by|joined|from)\s+){_NO_NAME}"
            rf"(?P<name>(?:[A-Z][\w'’]+\s+){{1,3}}(?P<ends>(?:{one})(?:\s(?:&|and)\s(?:{one}))?)"
            rf"(?:\s(?:Ltd|Limited|plc|PLC|Group|Services|UK|Co))*)"
            rf"(?=\s*(?:$|[,.;|()–—\t-]|\d|\s{{2}}|\b(?:as|in|from|since|until|between|where|to)\b))",
            re.MULTILINE,
        ),
        endings,
    )


def sectors_of_names(text: str) -> list[Hit]:
    """Return the sectors that the names of firms in ``text`` end in, each over the whole name."""
    pattern, endings = _named()
    return [
        Hit(endings[end], *match.span("name"))
        for match in pattern.finditer(text)
        for end in re.split(r"\s(?:&|and)\s", match["ends"])
        if end in endings
    ]


@cache
def _proper_names() -> frozenset[str]:
    """Employers of several words that are written with a capital each, in small letters."""
    return frozenset(
        name.lower()
        for row in sectors().rows.values()
        for name in row.employers
        if " " in name and all(word[:1].isupper() for word in re.findall(r"[A-Za-z]+", name))
    )


def is_no_name(text: str, hit: Hit) -> bool:
    """Return whether words of an employer's name are words here: 'direct line reports'."""
    words = text[hit.start : hit.end]
    if words.lower() not in _proper_names() or text.islower():
        return False
    small = any(word[:1].islower() for word in re.findall(r"[A-Za-z]+", words))
    return small or _LABELS_A_NUMBER.match(text, hit.end) is not None


# 'Nanny to a barrister', where 'as a barrister' would be oneself.
_OF_ANOTHER = regex(
    r"\b(?:to|for|by|from|with|of|beside|near|married\s+to)\s+(?:an?|the|my|our|two|several)\s+$",
    re.IGNORECASE,
)


def is_of_another(text: str, hit: Hit) -> bool:
    """Return whether words that show a sector by somebody's trade name another person's."""
    trade = text[hit.start : hit.end].lower()
    if sectors().trades.isdisjoint((trade, trade.removesuffix("s"))):
        return False
    return (
        text[hit.end : hit.end + 2] in ("'s", "’s")
        or _OF_ANOTHER.search(text, max(0, hit.start - _REACH), hit.start) is not None
        or somebody_elses(text, 0, hit.start)
    )
