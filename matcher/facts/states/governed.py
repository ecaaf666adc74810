"""Whether the words right before an award govern it so that the person does not have it by them.

Must not know what the award is. Cues (``matcher.facts.states.cues``) know single verbs; here it is
their form that decides, whatever the verb: 'to pass X', 'would do X', 'notes on X', 'everyone had
X'. The words are a table, ``data/knowledge/governing.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from data.knowledge import governing
from data.patterns import regex

_REACH = 90
_BREAK = regex(r"[.;:,|()\[\]\n\t•]|\s[-–—]\s")
# A word of success behind the name tells that it came to be had, and so does a year behind 'to'.
_ATTAINED_BEHIND = regex(
    r"[^.;\n]{0,60}\b(?:pass(?:ed)?|achiev\w+|awarded|gained|obtained|merit|distinction|credit|qualified|held|since|renewed"
    r"|expires|valid)\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = regex(r"\W{0,3}(?:in\s+)?(?:\w+\s+)?(?:19\d\d|20[01]\d|202[0-5])\b", re.IGNORECASE)
_HAS = (
    r"(?:(?:also|already|then|now|once|\w+ly|have|has|had|been)\s+)*(?:has|have|had|hold|holds|held|pass|passed|gain|gained|got"
    r"|took|take|achieved|earned|obtained|completed|finished|did|do|received|awarded)"
)
# 'Technicians took', but 'qualifications gained', and 'this'.
_PLURAL = (
    r"(?!(?:qualifications|certificates|certifications|skills|awards|memberships|studies|exams|results|years|months|courses|business"
    r"|this|was|is|has|as|plus|always|besides|across|gas|always|process|success|class|thus|its|yes|sales|logistics|operations|services"
    r"|studies|status)\b)[a-z]{3,}s"
)


def _any(kind: str) -> str:
    words: Iterable[str] = (re.escape(word) for word in governing.words(kind))
    return rf"(?:{'|'.join(words)})".replace("'", "['’]").replace(r"\ ", r"\s+")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    behind = rf"(?:\s+{_any('between')})*\s*$"
    modal = regex(
        rf"(?<!\w)(?<!\bup )(?P<modal>{_any('modals')})\s+(?:\w+ly\s+)?(?!date\b)(?-i:[a-z]{{2,}})(?:\s+(?:me|us|them|someone))?"
        rf"(?:\s+(?:up|through|out|on|for))?{behind}|\b(?:will|would|shall|should)\s+$",
        re.IGNORECASE,
    )
    about = regex(rf"\b\w+\s+{_any('prepositions')}{behind}", re.IGNORECASE)
    linked = regex(rf"\b{_any('links')}{behind}", re.IGNORECASE)
    others = regex(
        rf"(?:\b(?:(?:{_any('subjects')}(?:\s+(?:who|that|else))?|{_PLURAL}(?:\s+(?:who|that))?)\s+{_HAS}"
        rf"|{_any('subjects')}\s+with)"
        rf"|(?<!\bthe )\b{_any('asking')}){behind}",
        re.IGNORECASE,
    )
    return modal, about, linked, others


@cache
def _attained() -> re.Pattern[str]:
    return regex(rf"\b{_any('attained')}\s+$", re.IGNORECASE)


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Return whether what ``text[start:end]`` names is only meant, spoken of or another's.

    Args:
        text: The sentence, or more of the document around it.
        start: Offset of the name.
        end: Offset behind it.
    """
    low = max(0, start - _REACH)
    breaks = [mark.end() for mark in _BREAK.finditer(text, low, start)]
    first = max([low, *breaks])
    if not text[first:start].strip():
        return False
    modal, about, linked, others = _patterns()
    if others.search(text, first, start):
        return True
    if _ATTAINED_BEHIND.match(text, end):
        return False
    told = modal.search(text, first, start)
    if told:
        done = _attained().search(text, first, told.start())
        return not done and not (told["modal"] == "to" and _YEAR_BEHIND.match(text, end))
    on_a_register = "regist" in text[start : end + len(" register")].lower()
    return bool(
        not on_a_register
        and about.search(text, first, start)
        and not linked.search(text, first, start)
    )
