"""Reads the right to work in the United Kingdom, and the need of a sponsor.

Must not know what the role asks. Another country's nationality says nothing, nor does work done
in the United Kingdom. A leave that ends is read as granted with the status in progress: it may
need a sponsor later. The sponsor of a project, and sponsorship arranged for others, say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from data.knowledge.hints import any_part
from data.knowledge.right_to_work import right_to_work_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.right_to_work.asks import FLEXIBLY, ask
from matcher.facts.right_to_work.nationality import british_or_irish
from matcher.facts.right_to_work.sponsors import NO_SPONSOR, needed
from matcher.facts.states.cues import clause_of
from matcher.facts.states.dates import DATE
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import RightToWork

__all__ = ["ask", "read"]

_HINT = regex(
    r"right|eligib|entitle|authori[sz]|permi|sponsor|visa|leave to|citizen|nation|passport|"
    r"settle|British|"
    r"Irish|UK|U\.K|"
    r"\bILR\b|permanent resid|abode|free to|immigration|tier \d|able to work|can work|"
    r"allowed|status|graduate route|youth|\bcos\b",
    re.IGNORECASE,
)
# A part of every word that the pattern above looks for.
_PARTS = (
    *("right", "eligib", "entitle", "authori", "permi", "sponsor", "visa", "leave to", "citizen"),
    *("nation", "passport", "settle", "british", "irish", "uk", "u.k", "ilr", "abode", "free to"),
    *("immigration", "tier ", "able to work", "can work", "allowed", "status", "youth"),
    *("graduate route", "cos"),
)
_YES_OR_NO = regex(r"\W*(?:yes|no|none|n/a)\b", re.IGNORECASE)
# 'Sponsorship needed? No'.
_ANSWERED_NO = regex(r"\s*[?:|–-]+\s*(?:no|none|n/a|not)\b", re.IGNORECASE)
_NEGATED = regex(
    r"\b(?:no|not|never|without|lack\w*|lost|n['’]t(?: yet)?|not yet|do not have|await\w*|"
    r"appl(?:ied|ying|ication) (?:for|to|under))\b(?:\W+\w+){0,3}\W*$",
    re.I,
)
# What a person without it has not: 'British' may be denied to somebody with a right to work.
_PERMISSION = regex(
    r"right|permi|eligib|entitle|authori|allowed|able to|free to|leave to|can work|may work", re.I
)
_LOST = regex(r"\b(?:await\w*|appl(?:ied|ying|ication) (?:for|to|under))\b", re.IGNORECASE)
# 'Visa: Skilled Worker': the label and the route that needs a sponsor.
_ROUTE = regex(
    r"\b(?:visa|(?:immigration|visa|work) status|status|permit|leave|route)(?: type| held)?"
    r"\s*(?:[:|(–-]|\s{2,}|\bis\b)\s*(?:an?\s|on\s)?(?:UK\s)?(?:skilled worker|tier [24]\b|health "
    r"(?:and|&) care|student\b|visitor\b|global business mobility|intra-company)(?!\s+depend)",
    re.IGNORECASE,
)
# 'No UK work permission', 'right to work: not held'; 'no UK visa needed' says the opposite.
_WITHOUT = regex(
    r"\b(?:no|without|lack(?:s|ing)?|(?:have|has|hold|holds) no|not (?:yet |currently )?"
    r"(?:have|hold|got))\s+(?:(?:any|a|the|current|valid)\s+)*(?:UK|British)\s+(?:work(?:ing)?\s+)?"
    r"(?:permission|rights?|visa|permit|authori[sz]ation|entitlement)\b"
    r"(?![^.;]{0,30}(?:requir|need|restrict|necess))"
    r"|\b(?:right to work|work(?:ing)? (?:permission|rights|permit|authori[sz]ation))"
    r"[^.;:]{0,20}\s?[:|–-]\s*(?:none|no|not held|not yet|nil)\b"
    r"(?!\s+(?:sponsor|visa|restrict|need))",
    re.IGNORECASE,
)
_PAST = regex(
    r"\b(?:ended|expired|former\w*|previous\w*|replaced|until|before|then|switched|moved from|"
    r"after|since)\b",
    re.IGNORECASE,
)
# Asked for and not granted: 'ILR application lodged, decision expected in March'.
_PENDING = regex(
    r"\b(?:application|applied|lodged|pending|awaiting|awaited|decision|due|eligible for|"
    r"outcome|submitted|in process|in progress)\b",
    re.IGNORECASE,
)
_PROJECT = regex(
    r"executive|board|project|programme|event|charity|club|league|team|stand|corporate|"
    r"commercial|senior",
    re.I,
)
_STAFF = regex(
    r"\b(?:managed|manages|managing|handl\w+|process\w*|arrang\w*|administ\w*|advis\w*|check\w*|"
    r"verif\w*|audit\w*|compliance|recruit\w*|overs\w+|"
    r"obtain\w* for|for (?:\d+|all|our|new|overseas)|licen[cs]e|applicants?|candidates?|"
    r"students?|hires?|employees?|clients?|staff|nurses|engineers)\b",
    re.IGNORECASE,
)
_TRADE = regex(
    r"\s*(?:compliance|licen|checks?|targets?|income|deals?|revenue|money|fund\w*|packages?|audit|"
    r"documents?|for (?:our|all|new|\d))",
    re.IGNORECASE,
)
_ABROAD = regex(
    r"\s*(?:in|within)\s+(?:the\s+)?(?!UK\b|U\.K|United Kingdom|Britain|Great Britain|England|"
    r"Scotland|Wales|Northern)[A-Z]"
)
_GRAVEST_FIRST = ("sponsored", "limited", "granted")
_FREED = ("no ", "do not", "don't", "need no", "not ", "without")


@cache
def _words() -> Phrases:
    table = right_to_work_words()
    return Phrases(
        {
            "granted": table.granted,
            "limited": table.limited,
            "renewed": table.renewed,
            "sponsored": table.sponsored,
        }
    )


@cache
def _framed() -> re.Pattern[str]:
    table = right_to_work_words()
    frames = "|".join(sorted(map(re.escape, table.frames), key=len, reverse=True))
    framed = "|".join(sorted(map(re.escape, table.framed), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{frames})\s*(?:\([^)]*\)\s*)?(?:[:|\t–-]|\bis\b)\s*(?:dual\s+|"
        rf"full\s+)?(?:{framed})\b",
        re.IGNORECASE,
    )


def read(cv: Outline) -> list[Fact]:
    """Return what a CV says of the right to work, at most one fact a sentence."""
    return [
        fact
        for sentence in _answered(cv)
        if any_part(_PARTS, sentence.text) and _HINT.search(sentence.text)
        for fact in _right(sentence)
    ]


def _answered(cv: Outline) -> Iterator[Sentence]:
    """The sentences, a question together with the yes or no behind it."""
    pending: Sentence | None = None
    for sentence in cv.sentences:
        if pending is not None and _YES_OR_NO.match(sentence.text):
            yield replace(pending, text=cv.text[pending.start : sentence.end], end=sentence.end)
            pending = None
            continue
        if pending is not None:
            yield pending
        pending = sentence if sentence.text.rstrip().endswith("?") else None
        if pending is None:
            yield sentence
    if pending is not None:
        yield pending


def _right(sentence: Sentence) -> list[Fact]:
    text = sentence.text
    hits = [hit for hit in _words().find(text) if not _about_others(text, hit.start, hit.end)]
    if _PAST.search(text) and any(hit.name == "granted" for hit in hits):
        # A sponsor of earlier years is no longer needed.
        hits = [hit for hit in hits if hit.name != "sponsored"]
    against = _sponsored(text) or _barred(text)
    if against is not None:
        return [_fact(sentence, *against, granted=False)]
    for wanted in _GRAVEST_FIRST:
        for hit in hits:
            if (
                _sort(text, hit, hits) == wanted
                and (found := _stated(sentence, hit, wanted)) is not None
            ):
                return [found]
    free = NO_SPONSOR.search(text) or _framed().search(text)
    span = free.span() if free else british_or_irish(text)
    if span is None or _about_others(text, *span):
        return []
    if not free and _NEGATED.search(text, clause_of(text, *span)[0], span[0]):
        return []
    return [_fact(sentence, *span, granted=True)]


def _barred(text: str) -> tuple[int, int] | None:
    """Where a text names a route that needs a sponsor, or says that there is no right to work."""
    found = _WITHOUT.search(text)
    if found is None and not _PAST.search(text):
        found = _ROUTE.search(text)
    return None if found is None or _about_others(text, *found.span()) else found.span()


def _sort(text: str, hit: Hit, hits: list[Hit]) -> str:
    """Return what a phrase is worth beside the others: a visa 'without restrictions' has none."""
    dated = DATE.search(text, hit.end) is not None
    if hit.name == "renewed":
        return "limited" if dated else "granted"
    free = any(text[each.start : each.end].lower().startswith(_FREED) for each in hits)
    return "granted" if hit.name == "limited" and free and not dated else hit.name


def _stated(sentence: Sentence, hit: Hit, kind: str) -> Fact | None:
    """Return what a phrase about the right to work states, None where it states nothing."""
    text, start, end = sentence.text, hit.start, hit.end
    words = text[start:end].lower()
    if kind == "sponsored":
        return _fact(sentence, start, end, granted=False)
    if words.startswith(_FREED):
        return _fact(sentence, start, end, granted=True)
    if words.endswith("to work") and (_ABROAD.match(text, end) or FLEXIBLY.match(text, end)):
        return None
    low, high = clause_of(text, start, end)
    if _NEGATED.search(text, low, start):
        denied = _PERMISSION.search(words) and not _LOST.search(text, low, start)
        return _fact(sentence, start, end, granted=False) if denied else None
    limited = kind == "limited"
    if not limited and _PENDING.search(text, end, high):
        # Without a date it is only hoped for.
        limited = True
        if DATE.search(text, end) is None:
            return None
    until = DATE.search(text, end) if limited else None
    when = until.group() if until else None
    return _fact(sentence, start, end, granted=True, limited=limited, when=when)


def _sponsored(text: str) -> tuple[int, int] | None:
    if not re.search(r"sponsor|\bcos\b", text, re.IGNORECASE):
        return None
    for match in needed(text):
        low, _ = clause_of(text, match.start(), match.end())
        denied = (
            NO_SPONSOR.search(text, low)
            or _ANSWERED_NO.match(text, match.end())
            or _NEGATED.search(text, low, match.start())
        )
        if not denied and not _about_others(text, *match.span()):
            return match.span()
    return None


def _about_others(text: str, start: int, end: int) -> bool:
    """Whether it is other people's sponsorship, or a sponsor of something else."""
    low, high = clause_of(text, start, end)
    if re.search(r"\b(?:I|me|my)\b", text[start:high]):
        return False
    if somebody_elses(text, low, start) or _STAFF.search(text, low, start):
        return True
    behind = text[end : min(high, end + 40)]
    of_what = re.match(r"\W*(?:from|of|for)\b", behind) is not None
    return bool(
        _PROJECT.search(text, start, end)
        or (of_what and _PROJECT.search(behind))
        or _TRADE.match(text, end)
    )


def _fact(
    sentence: Sentence,
    start: int,
    end: int,
    *,
    granted: bool,
    limited: bool = False,
    when: str | None = None,
) -> Fact:
    low, high = clause_of(sentence.text, start, end)
    status = Status.IN_PROGRESS if limited else Status.HELD
    return fact_in(sentence, RightToWork(granted), low, high, status=status, when=when)
