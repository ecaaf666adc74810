"""Finds a statement of British or Irish nationality, alone or beside another one.

Must not know what follows from it. 'British' says something of the person beside 'citizen' or a
label, or alone in a line of particulars; pupils, firms, food and citizens in the plural are others.
"""

from __future__ import annotations

import re

from data.patterns import regex

_OURS = (
    r"(?:British|Irish|English|Scottish|Welsh|Northern Irish|UK(?!\w)|U\.K\.?|United Kingdom|"
    r"GB(?!\w))"
)
_ANY = r"(?:(?:New|South|Sri|Hong|Saudi|Costa|Puerto)\s)?[A-Z][\w.]*"
_AND = r"\s*(?:/|,\s*and|,|\band\b|&|\+|-)\s*"
_NATIONALITIES = rf"(?:{_ANY}{_AND}){{0,2}}{_OURS}(?:{_AND}{_ANY}){{0,2}}"
# 'British and Chilean citizen', 'I have British nationality'; 'citizens' are other people.
_CITIZEN = regex(
    rf"\b{_NATIONALITIES}\s+(?:[Dd]ual[\s-])?"
    rf"(?:[Cc]itizen(?:ship)?|[Nn]ational(?:ity|ities)?|[Pp]assports?(?:[\s-]holder)?)\b(?!\s+(?:[A-Z]|of))"
)
# 'Dual national (British and Chilean)', 'NATIONALITY     British'.
_LABELLED = regex(
    rf"\b(?:[Cc]itizen(?:ship)?|CITIZEN(?:SHIP)?|[Nn]ational(?:ity|ities)?|NATIONALITY|"
    rf"[Pp]assports?(?:\sheld)?|PASSPORT)\s*(?:[:(|–-]|\t|\s{{2,}}|\bis\b|(?<=ality)\s)\s*(?:[Dd]ual,?\s+|"
    rf"[Bb]oth\s+)?{_NATIONALITIES}(?!\w)"
)
# 'Dual national, British and Chilean'.
_DUAL = regex(
    rf"\b[Dd]ual[\s-](?:[Nn]ational(?:ity)?|[Cc]itizen(?:ship)?)\s*(?:[,:(–-]|\bof\b)\s*{_NATIONALITIES}(?!\w)"
)
_ALONE = regex(rf"(?:[Dd]ual\s+)?{_NATIONALITIES}|BRITISH|IRISH")
_CELLS = regex(r"\s*[|•·\t]\s*|\s+/\s+|\s{3,}|\s[–—-]\s")
_PARTICULARS = regex(
    r"\b(?:married|single|born|aged?|children|driver|licen[cs]e|non-smoker)\b", re.IGNORECASE
)
_CONTACT = regex(r"@|\d{5}|\+44")
_FEW_WORDS = 9


def british_or_irish(text: str) -> tuple[int, int] | None:
    """Return the span that states British or Irish nationality, None where none is stated."""
    stated = _CITIZEN.search(text) or _LABELLED.search(text) or _DUAL.search(text)
    if stated:
        return stated.span()
    if _CONTACT.search(text):
        return _alone(text, _CELLS)
    if _PARTICULARS.search(text) and len(text.split()) <= _FEW_WORDS:
        return _alone(text, re.compile(r"\s*[,:.;]\s*"))
    whole = text.strip(" .")
    return (0, len(text)) if _ALONE.fullmatch(whole) and len(whole.split()) <= 3 else None


def _alone(text: str, separator: re.Pattern[str]) -> tuple[int, int] | None:
    """Return the first cell of a line that is a nationality and nothing else."""
    start = 0
    for mark in [*separator.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if _ALONE.fullmatch(text[start:end].strip(" .")):
            return start, end
        start = mark.end() if mark else end
    return None
