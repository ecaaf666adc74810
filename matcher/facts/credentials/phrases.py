"""Certificates that no table lists, known by the words around their name.

Must not know whether the text is a role or a CV. "Certified X", "X certification", "certificate in
X", "licensed X" and "member of the X" name something even where X is new to us; the name is kept
as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex

_WORD = r"[A-Z][\w.+&/'’-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:in|of|and|for|to|the|&)\s+){{0,2}}{_WORD}){{0,7}}"
_PATTERNS = (
    regex(
        rf"(?<![\w-])(?:[Cc]ertified|CERTIFIED|[Ll]icen[sc]ed"
        rf"|[Aa]ccredited)\s+(?:in\s+)?{_NAME}(?:\s*\([A-Z+-]{{2,8}}\))?"
    ),
    regex(
        rf"\b(?:[Pp]rofessional\s+|[Pp]ostgraduate\s+"
        rf"|[Pp]ost[- ][Gg]raduate\s+)?[Cc]ertificat(?:e|es|ion)\s+(?:in|of"
        rf"|for)\s+(?:the\s+)?{_NAME}(?:\s*\([A-Z+-]{{2,8}}\))?"
    ),
    regex(
        rf"\b{_NAME}(?:\s*\([A-Z+-]{{2,8}}\))?\s+(?:[Cc]ertificat(?:e|ion)|[Cc]ertified"
        rf"|[Aa]ccreditation|[Ll]icen[sc]e|CERTIFI(?:ED|CATION|CATE))\b(?!\s+(?:[Ss]pecialist"
        rf"|[Aa]uthorit|[Bb]od|[Pp]rogram|[Pp]rocess|[Aa]udit|[Ss]erver|[Pp]rint"
        rf"|of\s+(?:[Cc]ompletion|[Aa]ttendance|[Pp]articipation|[Aa]ppreciation|[Rr]ecognition"
        rf"|[Aa]chievement)))"
    ),
)
# "Fellow of the Royal Society of Weavers".
_MEMBERSHIP = regex(
    r"\b(?:Chartered\s+)?(?:Fellow|Member|Associate|Associate Member)\s+of\s+(?:the|an?)\s+"
    r"(?:[\w’'&-]+\s+){0,4}?(?:Institut(?:e|ion)|Royal (?:Society|College|Academy)"
    r"|professional (?:body|institute|institution|association|society))\b"
    r"(?:\s+(?:of|for)(?:\s+[A-Za-z&][\w-]*){1,6}?(?=\s*[,.;:()|\n]|\s*$|\s+(?:since|from|19|20)))?",
    re.IGNORECASE,
)
_HINTS = ("certif", "licen", "accredit", "fellow", "member of", "associate of")
_NOT_ONE = regex(
    r"\b(?:birth|degree|completion|attendance|participation|appreciation|achievement|recognition"
    r"|origin|(?:institute|society|association|college|board) of|partners?|dbs|crb|tds|clearance"
    r"|marriage|medical|gift"
    r"|analysis|conformity|insurance|ssl|tls|excellence|merit|software|driv\w*|uk licen\w+"
    r"|full licen\w+|clean licen\w+|management of|occupancy)\b",
    re.IGNORECASE,
)
# Names that end in people ("Certified Public Accountants") are of a profession, not of a person.
_PEOPLE = regex(
    r"^(?:certified|licen[sc]ed|accredited)(?:(?!\b(?:of|for|to)\b).)*\b(?:accountants"
    r"|administrators|advisers|analysts|consultants|engineers|instructors|managers|nurses|planners"
    r"|practitioners|professionals|specialists|teachers|technicians|trainers)$",
    re.IGNORECASE,
)
# What is left of a name when these are taken away must be more than the word for an award.
_SAYS_NOTHING = regex(
    r"\b(?:additional|advanced|annual|any|basic|board|certificat\w*|certified|course|current"
    r"|diploma|distinguished|full|further|general|graduate|in|inactive|industry|international"
    r"|licen[sc]ed?|multiple|national|new|no|occupational|of|one|other|our|own|product|professional"
    r"|program|programme|recent|relevant|several|state|technical|the|their|three|training|two"
    r"|various|vendor|accredit\w*|and|i+|\d+)\b|\W",
    re.IGNORECASE,
)
_DATE_AT_END = regex(
    r"(?:\s+(?:in\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
    r"|\s+(?:19|20)\d\d|\s+(?:completed|expires|skills))+$",
    re.IGNORECASE,
)
_LEADING = regex(
    r"^(?:(?:a|an|the|my|i|have|hold|holds|with|and|obtained|achieved|earned|completed|current"
    r"|valid|active|year)\s+)+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A certificate's name as printed, at ``[start, end)``."""

    name: str
    start: int
    end: int


def find(text: str) -> list[Phrase]:
    """Return the certificates that the text names by such words, in order, none overlapping."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return []
    found = [
        Phrase(
            " ".join(match.group().split()),
            match.start(),
            match.start() + len(match.group().rstrip()),
        )
        for match in _MEMBERSHIP.finditer(text)
    ]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            phrase = _trimmed(match.group(), match.start())
            if _is_new(phrase, found):
                found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def undated(name: str) -> str:
    """Return a printed name without the month and year behind it."""
    return _DATE_AT_END.sub("", name)


def _trimmed(words: str, start: int) -> Phrase:
    lead = _LEADING.match(words)
    cut = lead.end() if lead else 0
    name = undated(words[cut:]).rstrip(" .,-&")
    return Phrase(" ".join(name.split()), start + cut, start + cut + len(name))


def _is_new(phrase: Phrase, found: list[Phrase]) -> bool:
    if _NOT_ONE.search(phrase.name) or _PEOPLE.search(phrase.name):
        return False
    if len(phrase.name.split()) < 2 or not _SAYS_NOTHING.sub("", phrase.name):
        return False
    return not any(other.start < phrase.end and phrase.start < other.end for other in found)
