"""Tools that no table knows, looked for in a CV as a role prints them, and kinds of tools by name.

Must not know how a verdict is worded. A name counts where the person used it, as a product of the
table would: not where a colleague did, nor where it was only shadowed, read about or taught.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from data.patterns import regex
from matcher.facts.tools.kinds import INITIALS
from matcher.facts.tools.products import is_worked_in
from matcher.facts.tools.reader import Standing, standing_of_name
from matcher.judging.evidence.post_quotes import sentence_quoted
from matcher.types import Candidate, Evidence, Sentence

_HEAD = regex(
    r"\b(?:systems?|software|packages?|platforms?|tools?|toolsets?|databases?|suites?|applications?"
    r"|apps?)$",
    re.IGNORECASE,
)
# Kinds that are called by their initials: 'hotel PMS', 'CMMS'.
_INITIALS = regex(rf"(?:^|\s)(?P<initials>CRM|ERP|{INITIALS})$")
_HEADS = (
    r"(?:\s+(?:systems?|software|packages?|platforms?|tools?|databases?|suites?|applications?|apps?"
    r"|programs?))"
)
_LISTS = frozenset({"skills", "keywords"})
_NOUN_BEHIND = regex(
    rf"{_HEADS}\b|\s+(?:daily|certified|trained|super[\s-]?user|administrator|champion|records|notes|user)\b",
    re.I,
)
_LISTED_BEFORE = regex(
    r"\b(?:systems?|software|tools?|packages?|IT|ICT|applications?|platforms?|databases?)\s*(?:used\s*)?[:(–-][^.;\n]*$",
    re.I,
)
# Wished for, weighed or bought, and not used.
_NO_USE = regex(
    r"\b(?:want\w*|wish\w*|hop(?:e|es|ed|ing)|learn\w*|evaluat\w+|compar\w+|reject\w+|consider\w*|thinking|read|reading|buy\w*"
    r"|bought|demo\w*|trial\w*|looked\s+at|heard)\b[^.;]*$",
    re.IGNORECASE,
)
# How a kind works is said or not: a 'care records system' is electronic.
_HOW = frozenset({"electronic", "digital", "computerised", "computerized", "online", "management"})
_SHORTEST = 2


def shown(candidate: Candidate, names: Iterable[str]) -> Evidence | None:
    """Return words of a CV that show one of the tools named, or a tool of the kind, as used."""
    return next(
        (quote for standing, quote in _told(candidate, names) if standing is Standing.USED), None
    )


def denied(candidate: Candidate, kind: str) -> Evidence | None:
    """Return words of a CV that say that no tool of a kind was ever used."""
    how = next((word for word in kind.lower().split() if word in _HOW - {"management"}), None)
    told = _told(candidate, (kind, f"{how} system", f"{how} records") if how else (kind,))
    return next((quote for standing, quote in told if standing is Standing.DENIED), None)


def _told(candidate: Candidate, names: Iterable[str]) -> Iterator[tuple[Standing, Evidence]]:
    for name in names:
        if len(name) < _SHORTEST:
            continue
        wanted = _pattern(name)
        if wanted.search(candidate.text) is None:
            continue
        for sentence in candidate.sentences:
            for match in wanted.finditer(sentence.text):
                standing = standing_of_name(sentence.text, *match.span())
                if standing is Standing.USED and not _is_meant(sentence, *match.span()):
                    standing = Standing.UNPROVEN
                yield standing, sentence_quoted(candidate, sentence)


def _is_meant(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name that no table knows is that of a tool the person worked in.

    'Sang Alto' and 'nanny to Alma' use no system: a list of skills, a noun for software beside the
    name, or words of working in it must say so.
    """
    text = sentence.text
    if _NO_USE.search(text, max(0, start - 60), start):
        return False
    if sentence.section in _LISTS or is_worked_in(text, start, end):
        return True
    if re.search(_HEADS, text[start:end]) or _NOUN_BEHIND.match(text, end):
        return True
    alone = not re.search(r"[a-z]{3}", text[:start] + text[end:])
    return alone or _LISTED_BEFORE.search(text, max(0, start - 60), start) is not None


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a product as printed, or a kind by its words and any noun for software."""
    initials = _INITIALS.search(name)
    if initials is not None and is_kind(name):
        return re.compile(rf"(?<!\w){initials['initials']}(?!\w)")
    if not is_kind(name):
        return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    words = [word for word in re.split(r"[\s-]+", _HEAD.sub("", name).strip()) if word]
    telling = [word for word in words if word not in _HOW] or words
    if not telling:
        return re.compile(r"(?!)")
    gap = r"[\s-]+(?:management[\s-]+)?"
    body = gap.join(rf"{re.escape(word.rstrip('s'))}s?" for word in telling)
    return re.compile(rf"(?<!\w){body}(?:[\s-]+management)?{_HEADS}(?!\w)", re.IGNORECASE)


def is_kind(name: str) -> bool:
    """Return whether a name is that of a kind of software: in small letters, or initials alone."""
    if name[:1].isupper():
        return _INITIALS.fullmatch(name) is not None
    return _HEAD.search(name) is not None or _INITIALS.search(name) is not None
