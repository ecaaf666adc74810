"""Whether the words right before an award govern it so that the person does not have it by them.

Must not know what the award is. Cues (``matcher.facts.states.cues``) know single verbs; here it is
their form that decides, whatever the verb: 'to pass X', 'would do X', 'notes on X', 'everyone had
X'. The words are a table, ``data/knowledge/governing.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge import governing
from data.patterns import regex

_REACH = 90
_BREAK = regex(r"[.;,|()\[\]\n\t•]|:(?!\d)|\s[-–—]\s")
# A word of success behind the name tells that it came to be had, and so does a year behind 'to'.
_ATTAINED_BEHIND = regex(
    r"[^.;\n]{0,60}\b(?:pass(?:ed)?|achiev\w+|awarded|gained|obtained|merit|distinction|credit"
    r"|qualified|held|since|renewed|expires|valid)\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = regex(r"\W{0,3}(?:in\s+)?(?:\w+\s+)?(?:19\d\d|20[01]\d|202[0-5])\b", re.IGNORECASE)


def _any(kind: str) -> str:
    words = (re.escape(word) for word in governing.words(kind))
    return rf"(?:{'|'.join(words)})".replace("'", "['’]").replace(r"\ ", r"\s+")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The patterns by what they find at the end of the words before a name."""
    behind = rf"(?:\s+{_any('between')})*\s*$"
    has = rf"(?:(?:\w+ly|{_any('beside_having')})\s+)*{_any('having')}"
    person = rf"{_any('whose')} (?:[\w-]+ ){{0,3}}?{_any('people')}"
    where = r"(?:\s+(?:in|on|from|at|who)\s+(?:(?!I\b)[\w'-]+\s+){0,4}?[\w'-]+)?"
    # 'Technicians took', but 'qualifications gained', and 'this'.
    verb = r"(?:\w+ly\s+)?(?!date\b)(?-i:[a-z]{2,})(?:\s+(?:me|us|them|someone))?"
    several = rf"(?!{_any('no_people')}\b)[a-z]{{3,}}s"
    patterns = {
        "modal": rf"(?<!\w)(?<!\bup )(?P<modal>{_any('modals')})\s+{verb}"
        rf"(?:\s+(?:up|through|out|on|for|with|as))?{behind}|\b(?:will|would|shall|should)\s+$",
        "attained": rf"\b{_any('attained')}\s+$",
        "about": rf"\b\w+\s+{_any('prepositions')}{behind}",
        "linked": rf"\b{_any('links')}{behind}",
        # 'Everyone in the yard has X', 'my cousin Amy passed X', 'the man who trained me had X'.
        "others": rf"\b(?:(?:{_any('subjects')}|{person}(?: (?-i:[A-Z])\w+)?){where}|{several})"
        rf"(?:\s+(?:who|that))?\s+{has}{behind}"
        rf"|(?-i:\b[A-Z][a-z]+)\s+(?:in|from|on|at)\s+(?:the|our|my)\s+[\w-]+\s+(?:has|holds){behind}"
        rf"|\b{_any('subjects')}\s+with{behind}|(?<!\bthe )\b{_any('asking')}{behind}",
        # 'The other driver has X', 'grandad had X': whoever opens the clause.
        "opens": rf"\W*(?:(?:the|our|my)\s(?:(?!{_any('no_subjects')}\b)[\w'’-]+\s+){{1,5}}?"
        rf"|{_any('kin')}\s+)(?:{has}|ran|runs|does|(?:is|was)(?=\s+$)){behind}",
        "has": rf"\s*{has}{behind}",
        # 'My sister, a teacher, took X' and 'Dave, my foreman, held X'.
        "apposition": rf"(?:\b{person}(?:,\s*(?:an?|the|our)\s[^,.;]{{1,40}})?"
        rf"|\b(?:my|our)\s(?:[\w-]+ ){{0,2}}?[\w-]+, (?-i:[A-Z])[\w'’-]+),$",
    }
    return regex(patterns[kind], re.IGNORECASE)


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Return whether what ``text[start:end]`` names is only meant, spoken of or another's."""
    low = max(0, start - _REACH)
    first = max([low, *(mark.end() for mark in _BREAK.finditer(text, low, start))])
    if not text[first:start].strip():
        return False
    if _is_of_another(text, low, first, start):
        return True
    if _ATTAINED_BEHIND.match(text, end):
        return False
    if told := _pattern("modal").search(text, first, start):
        done = _pattern("attained").search(text, first, told.start())
        return not done and not (told["modal"] == "to" and _YEAR_BEHIND.match(text, end))
    # One stands *on* a register.
    if "regist" in text[start : end + len(" register")].lower():
        return False
    about = _pattern("about").search(text, first, start)
    return about is not None and not _pattern("linked").search(text, first, start)


def _is_of_another(text: str, low: int, first: int, start: int) -> bool:
    if _pattern("others").search(text, first, start):
        return True
    opens = _pattern("opens").fullmatch(text, first, start)
    if opens and (text.startswith("regist", start) or opens[0].split()[-1] not in ("is", "was")):
        return True
    apart = text[first - 1 : first] == "," and _pattern("has").fullmatch(text, first, start)
    return bool(apart) and _pattern("apposition").search(text, low, first) is not None
