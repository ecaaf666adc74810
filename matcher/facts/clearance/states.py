"""Reads what became of a clearance from the words beside its name: ended, granted again, due.

Must not know which clearance it is.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.states.dates import DATE

_UNABLE = regex(
    r"\b(?:unable|not able|cannot|can['’]t|could not|unwilling|not willing|"
    r"declined|denied|lack(?:ed|ing)?)\b[\w\s]{0,25}$",
    re.IGNORECASE,
)
_HAD = regex(
    r"(?<!have )(?<!has )\bhad\s+(?:\w+\s){0,2}$|\b(?:previously|formerly|used\s+to\s+be)\s+$",
    re.IGNORECASE,
)
# What became of it in a later clause: 'granted in 2015 and lapsed in 2020'.
_ENDED = regex(
    r"(?:\b(?:and|then|but|which|since|it)|[,;])\s+(?:(?:has|have|was|were|is|it|since|now|later|then|"
    r"subsequently|which)\s+)*(?:lapsed|expired|ran out|run out|ended|withdrawn|surrendered|"
    r"not renewed|given up|handed back|came to an end|gone out of date|discontinued)\b"
    r"|[,;]\s+(?:but\s+)?not\s+since\b|\buntil\s+(?:I\s+(?:left|resigned|retired)|leaving|(?:my\s+)?discharge)\b",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"(?<!not )(?<!never )(?<!not since )(?<!not been )(?<!never been )\b"
    r"(?:re-?(?:granted|newed|instated|activated|cleared|issued|gained|validated)|"
    r"(?:granted|awarded|cleared|issued|obtained|held|vetted)\s+(?:again|anew|afresh|once more))\b",
    re.IGNORECASE,
)
# A check that was passed is one's own, unless it was carried out on others.
_PASSED = regex(
    r"\s*(?:clearance\s|check(?:ed|s)?\s|vetting\s|disclosure\s)?(?:(?:was|were|is)\s)?"
    r"(?:completed|passed|granted|obtained|cleared|carried out|in place|issued|received|done)\b"
    r"(?!\s+(?:for|on|of|by)\s+(?!joining|appointment|entry|starting|me\b|my\b|\d))",
    re.IGNORECASE,
)
_ON_OTHERS = regex(
    r"\s*(?:clearance\s|check(?:ed|s)?\s|vetting\s|disclosures?\s)(?:(?:was|were)\s)?"
    r"(?:completed|carried out|done|run|processed|chased)\s+(?:for|on)\s+"
    r"(?!joining|appointment|entry|starting|me\b|my\b|\d|time\b)",
    re.IGNORECASE,
)
# 'Explained SC to new starters', 'told parents about DBS checks': what a clause opens with was done
# with checks in general, unless they were granted, or the work was done under one.
_DONE = regex(
    r"\W*(?!(?:granted|obtained|gained|awarded|received|secured|completed|renewed|achieved|passed|cleared|vetted|issued"
    r"|given|got|retained|maintained|sponsored|approved|checked|held|needed|revalidated|reissued|registered|developed|enhanced|denied|refused|failed|employed)\b)"
    r"(?:[a-z]{2,}ed|told|kept|wrote|gave|dealt|taught|spoke|built|drew|sent|set)\s(?!.*\b(?:with|under|at|to|holding"
    r"|having|and|as|while|I|my)\s+(?:(?:my|own|full|current|active|live|valid|an?)\s+)*(?:basic\s+|standard\s+|enhanced\s+)?$)",
    re.IGNORECASE,
)
_EXPECTED = regex(
    r"\b(?:(?<!next )(?<!renewal )(?<!review )(?<!re-vetting )due|expected|by|"
    r"completion|decision|outcome|answer|result|interview|booked)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)

# The papers of a clearance, or the talk that comes before it, are not the clearance.
_PAPERS = regex(
    r"\s*(?:(?:security|vetting|clearance|check|e-?)[\s-]*)*(?:forms?|paperwork|papers"
    r"|questionnaires?|packs?|applications?|interviews?)\b",
    re.IGNORECASE,
)
_HELPERS = r"(?:\s+(?:was|were|is|are|has|have|been|now|already|all|just|duly|form|forms|I))*\s+"
_SENT = regex(
    _HELPERS + r"(?:sent|submitted|returned|lodged|posted|filed|handed\s+in|filled\s+in|completed"
    r"|gone\s+(?:in|off)|went\s+(?:in|off)|put\s+in|in\s+with|with\s+(?:the\s+)?(?:UKSV|vetting)"
    r"|received|being\s+processed|on|booked|set|due|(?=\d{1,2}\s+[A-Z]))\b",
    re.IGNORECASE,
)
_SENT_BEFORE = regex(
    r"\b(?:sent|submitted|returned|lodged|posted|handed|filled|completed|put)"
    r"(?:\s+(?:off|in|up))?\s+(?:(?:my|the|an?|all)\s+)?$",
    re.IGNORECASE,
)
_GRANTED = regex(
    _HELPERS + r"(?:approved|granted|cleared|successful|passed|accepted)\b", re.IGNORECASE
)
_OF_OTHERS = regex(r"\s+(?:for|of|from|by|on\s+behalf)\s+(?!me\b|my\b)[a-z]")


def is_unable(text: str, low: int, start: int) -> bool:
    """Return whether the words before a clearance say that it cannot be or was not obtained."""
    return _UNABLE.search(text, low, start) is not None


def is_of_the_past(text: str, low: int, start: int) -> bool:
    """Return whether the words before a clearance say that the person had it ('I had DV')."""
    return _HAD.search(text, low, start) is not None


def is_worked_on(text: str, low: int, start: int) -> bool:
    """Return whether the clause opens with work that was done on or about such clearances."""
    return _DONE.match(text, low, start) is not None


def end_told(text: str, start: int, stop: int) -> int | None:
    """Return where the words end that say in a later clause that it lapsed, None without any."""
    match = _ENDED.search(text, start, stop)
    return None if match is None or granted_again(text, match.end()) else match.end()


def granted_again(text: str, start: int) -> bool:
    """Return whether it is said to have been granted a second time."""
    return _AGAIN.search(text, start) is not None


def is_passed(text: str, start: int) -> bool:
    """Return whether the words right behind a check say that the person passed it."""
    return _PASSED.match(text, start) is not None


def is_run_on_others(text: str, start: int) -> bool:
    """Return whether the words right behind a check say that it is run on other people."""
    return _ON_OTHERS.match(text, start) is not None


def papers(text: str, start: int, end: int) -> str | None:
    """Return what the papers of a clearance show where they are told of, not it: None without any.

    "sent" where the person's own papers or interview are under way, "" where nothing is shown:
    who drafts forms holds no clearance.
    """
    named = _PAPERS.match(text, end)
    if named is None or _GRANTED.match(text, named.end()):
        return None
    if _OF_OTHERS.match(text, named.end()):
        return ""
    sent = _SENT.match(text, named.end()) or _SENT_BEFORE.search(text, 0, start)
    return "sent" if sent else ""


def date_due(text: str, start: int) -> str | None:
    """Return the date that a clearance under way is due, as printed, or None."""
    dated = DATE.finditer(text, start)
    return next((one.group() for one in dated if _EXPECTED.search(text, start, one.start())), None)
