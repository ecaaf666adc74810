"""Whose desk, door or car somebody minds: a dental receptionist has done no dentistry.

Must not know posts. Whoever serves a trade is cut down to what they are ('receptionist', 'PA'),
unless the field asked is that very work, or a place, where all who work there have been.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.knowledge.title_tables import functions, table
from data.knowledge.titles import occupation
from data.patterns import regex

_PLACE = regex(
    r"\b(?:practices?|surger(?:y|ies)|hospitals?|clinics?|hotels?|schools?|shops?|stores?|sectors?"
    r"|industr(?:y|ies)|environments?|settings?|offices?|firms?|compan(?:y|ies)|centres?|trade)\b",
    re.IGNORECASE,
)
_DESK = (
    r"receptionists?|(?<!company\s)(?<!under-)secretar(?:y|ies)|typists?|telephonists?"
    r"|switchboard\s+operators?"
)
_NEAR = r"P\.?A\.?|EA|personal\s+assistants?|executive\s+assistants?|private\s+secretary"
_WHEEL = r"drivers?|chauffeurs?|cleaners?|cooks?|porters?|housekeepers?|couriers?"
# 'Dental receptionist', 'engineering secretary': the trade stands before.
_BEFORE = regex(
    r"(?:(?:(?!(?:and|or|then|later|as|an?|the|my|was|is|of|for|to|in|at|with|from)\b)[\w&'’-]+\s+){1,3})"
    rf"(?P<who>{_DESK}|(?-i:PA|EA)|personal\s+assistants?)\b",
    re.IGNORECASE,
)
# 'PA to the finance director', 'driver for a nursing team': it stands behind.
_BEHIND = regex(
    rf"\b(?P<who>(?-i:PA|EA)|{_DESK}|{_NEAR}|{_WHEEL}|assistant(?=\s+to\b))"
    r"\s+(?:to|for|in|at|with|of)\s+(?:[^.;,\n]*)",
    re.IGNORECASE,
)
# 'Surveyor's landlord': whatever somebody is to one of a trade; who works beside one stays of it.
_WHOSE = regex(
    r"(?<![\w&-])(?:(?!(?:and|or|then|later|as|an?|the|my|was|is|of|for|to|in|at|with|from)\b)[\w&-]+\s+){0,2}?"
    r"(?P<owner>[\w&-]+)['’]s?\s+(?=(?P<what>(?:[a-z-]+\s+){0,2}?[a-z-]+)\b)",
    re.IGNORECASE,
)
_BESIDE_ONE = regex(
    r"assist\w*|mate|labour\w*|apprentice\w*|aide|helper|improver|trainee|deput\w+|clerk|negotiator"
    r"|associate|hand|nurse|agent|runner|practice|office|yard|shop|surgery|merchants?|work|experience",
    re.IGNORECASE,
)
_OWNED = regex(r"\w['’]s?\s")
_KIN = regex(
    r"unions?|associations?|federation|club|charity|wife|husband|partner|son|daughter|mother|father|neighbour|friend|landlord|landlady|lodger",
    re.IGNORECASE,
)
# 'Sold vans to plumbers', 'paid a cook': people of a trade; only being one ('as a cook') is work.
_DONE_FOR = regex(
    r"(?<!responsible\s)(?<!responsibility\s)\b(?:(?P<many>(?:to|for|with|from|among)\s+)(?:(?:the|our|other|many|local|new|several|former|\d+)\s+)*"
    r"|(?<!promoted\s)(?<!moved\s)(?<!progressed\s)(?<!rose\s)(?<!up\s)(?<!on\s)\b(?!(?:am|as|is|are|was|were|be|been|being|become|becoming|became|remain\w*|like|of|i|i['’]m|ve|m"
    r"|and|or|but|then|still|now|also|currently|made|appointed|promoted|named|once|formerly|previously|initially|first|[a-z]+ly|years|months|life|yrs)\b)[a-z]+\s+(?:an?|another)\s+"
    r"|(?:customer|client|accounts|books|flatmate|friend|son|daughter|house|home|life)\s+of\s+an?\s+)"
    r"(?P<who>(?!an?\b)[\w&-]+(?:\s+(?!(?:an?|from|to|of|for|with|at|in)\b)[\w&-]+){0,2})(?![\w'’])(?!\s+(?:role|job|post|position|apprentice\w*|vacancy|contract)\b)",
    re.IGNORECASE,
)
_MIGHT = regex(
    r"recept|secretar|typist|telephonist|switchboard|\bP\.?A\b|\bEA\b|assistant|driver|chauffeur"
    r"|cleaner|\bcook|porter|housekeeper|courier",
    re.IGNORECASE,
)


def less_served(words: str, names: frozenset[str], phrase: str) -> str:
    """Return words less the trades that somebody only served.

    Args:
        words: A title, or words of a sentence.
        names: The functions of the field that is asked; without any, words stay as they are.
        phrase: The field as asked.
    """
    if names and _OWNED.search(words):
        words = _WHOSE.sub(lambda match: "" if _is_to_one(match) else match[0], words)
    if not names or _MIGHT.search(words) is None or _is_place(names, phrase):
        return words
    for pattern in (_BEHIND, _BEFORE):
        words = pattern.sub(
            lambda match: match[0] if _is_the_work(match, names) else match["who"], words
        )
    return words


@lru_cache(maxsize=4096)
def _is_place(names: frozenset[str], phrase: str) -> bool:
    """Whether a place of work is asked, where everybody counts: 'a dental practice', 'retail'."""
    return _PLACE.search(phrase) is not None or not names.isdisjoint(table()["served"]["places"])


def _is_to_one(match: re.Match[str]) -> bool:
    """Whether words name somebody by whom they belong to: a 'doctor's gardener' is no doctor."""
    what = match["what"].split()
    owned = _KIN.fullmatch(what[0]) or any(map(_is_occupation, (what[0], what[-1])))
    return (
        bool(owned)
        and _is_occupation(match["owner"])
        and (bool(_KIN.fullmatch(what[0])) or not match["owner"].endswith("s"))
        and _BESIDE_ONE.fullmatch(what[-1]) is None
    )


def less_people(words: str) -> str:
    """Return words less the people of a trade for whom something was done."""
    return _DONE_FOR.sub(_less_people, words)


def _less_people(match: re.Match[str]) -> str:
    """Return words less the people of a trade that they open with: 'to plumbers for years'."""
    words = match["who"].split()
    for number, word in enumerate(words, start=1):
        if _is_occupation(word) if not match["many"] else _are_people(word):
            return " ".join(["", *words[number:]])
    return match[0]


def _are_people(word: str) -> bool:
    return word.endswith("s") and _is_occupation(word[:-1])


@lru_cache(maxsize=4096)
def _is_occupation(word: str) -> bool:
    return occupation().fullmatch(word) is not None


def _is_the_work(match: re.Match[str], names: frozenset[str]) -> bool:
    """Whether whom the words name does the work that is asked: a receptionist, of reception."""
    first, last = match.start("who") - match.start(), match.end("who") - match.start()
    wide = names.union(*(functions()[name].includes for name in names))
    return any(
        mark.start() < last and first < mark.end()
        for name in wide
        for mark in functions()[name].titles.finditer(match[0])
    )
