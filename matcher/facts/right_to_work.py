"""Reads the right to work in the United Kingdom, and the need of a sponsor.

Must not know what the role asks. Another country's nationality says nothing, nor does work done
in the United Kingdom. A leave that ends is read as granted with the status in progress: it may
need a sponsor later. The sponsor of a project, and sponsorship arranged for others, say nothing.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.right_to_work import right_to_work_words
from matcher.criteria import MayWork
from matcher.facts.cue_dates import DATE
from matcher.facts.cues import clause_of
from matcher.facts.phrases import Hit, Phrases
from matcher.facts.quoting import asked_in, fact_in
from matcher.facts.whose import somebody_elses
from matcher.types import Asked, Fact, Outline, Sentence, Status
from matcher.values import RightToWork

_HINT = re.compile(
    r"right|eligib|entitle|authori[sz]|permi|sponsor|visa|leave to|citizen|nation|passport|"
    r"settle|British|"
    r"Irish|\bILR\b|permanent resid|abode|free to|immigration|tier \d|able to work|can work|"
    r"allowed|status|graduate route|youth",
    re.IGNORECASE,
)
_SPONSOR = (
    r"(?:sponsorship|sponsor(?:ed|ing)?\b(?! of)|certificate of sponsorship|"
    r"visa support|visa sponsor\w*)"
)
_NEEDS = (
    r"(?:need(?:s|ed|ing)?|requir(?:e|es|ed|ing)|seek(?:s|ing)?|look(?:s|ing)? for|depend(?:s|"
    r"ent)? on|subject to|"
    r"have to|has to|would|must|(?:can|able to|to|will|could) (?:provide|offer))"
)
# 'I need visa sponsorship', 'sponsorship will be required', 'an employer would have to sponsor me'.
_SPONSORED = re.compile(
    rf"\b{_NEEDS}\s+(?:(?:be|an?|my|for|to|employer|employment|company|uk|work|visa|skilled "
    rf"worker|tier \d|full|new|"
    rf"current|ongoing|future|have|obtain|transfer|of)\s+|\([^)]*\)\s*){{0,5}}{_SPONSOR}"
    rf"|\b{_SPONSOR}\s+(?:\([^)]*\)\s*)?(?:(?:is|will be|would be|now|currently|to be|may be|for "
    rf"\w+ (?:\w+ )?)\s*)*(?:required|needed|necessary)"
    rf"|\b(?:requires?|needs?)\s+(?:\w+\s+){{0,3}}\bsponsorship|\b(?:sponsorship)\s*[:|"
    rf"]\s*(?:yes|required|needed)"
    rf"|(?:have|has|need|needs|would|will) to (?:be )?sponsor(?:ed)?(?:\s+(?:me|my))?\b",
    re.IGNORECASE,
)
_NO_SPONSOR = re.compile(
    rf"\b(?:no|not|without|never|nor|don['’]t|doesn['’]t|won['’]t|neither|free of)\b[^.;:|"
    rf"]{{0,40}}?\b{_SPONSOR}"
    rf"|\b{_SPONSOR}\b[^.;|]{{0,15}}?\b(?:not|no longer|never|none)\b[^.;|]{{0,15}}?(?:required|"
    rf"needed|necessary)?"
    rf"|\b{_SPONSOR}\s*[:|-]\s*(?:no|none|n/a|not)\b|\bsponsorship[ -]free\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|lack\w*|lost|n['’]t(?: yet)?|not yet|do not have|await\w*|"
    r"appl(?:ied|ying) for)\b(?:\W+\w+){0,3}\W*$",
    re.I,
)
# What a person without it has not: 'British' may be denied to somebody with a right to work.
_PERMISSION = re.compile(
    r"right|permi|eligib|entitle|authori|allowed|able to|free to|leave to|can work|may work", re.I
)
_LOST = re.compile(r"\b(?:await\w*|appl(?:ied|ying) for)\b", re.IGNORECASE)
# Asked for and not granted: 'ILR application lodged, decision expected in March'.
_PENDING = re.compile(
    r"\b(?:application|applied|lodged|pending|awaiting|awaited|decision|due|eligible for|"
    r"outcome|submitted|in process|in progress)\b",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"executive|board|project|programme|event|charity|club|league|team|stand|corporate|"
    r"commercial|senior",
    re.I,
)
_STAFF = re.compile(
    r"\b(?:managed|manages|managing|handl\w+|process\w*|arrang\w*|administ\w*|advis\w*|check\w*|"
    r"verif\w*|audit\w*|compliance|recruit\w*|overs\w+|"
    r"obtain\w* for|for (?:\d+|all|our|new|overseas)|licen[cs]e|applicants?|candidates?|"
    r"students?|hires?|employees?|clients?|staff|nurses|engineers)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\s*(?:compliance|licen|checks?|targets?|income|deals?|revenue|money|fund\w*|packages?|audit|"
    r"documents?|for (?:our|all|new|\d))",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\s*(?:in|within)\s+(?:the\s+)?(?!UK\b|U\.K|United Kingdom|Britain|Great Britain|England|"
    r"Scotland|Wales|Northern)[A-Z]"
)
_GRAVEST_FIRST = ("sponsored", "limited", "granted")
_FREED = ("no ", "do not", "don't", "need no", "not ", "without")
_FLEXIBLY = re.compile(
    r"\s*(?:flexib|at\b|on\b|as\b|alone|unsuperv|overtime|"
    r"from home|remote|part[- ]time|safely|in peace|the)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"right to (?:live and |reside and )?work\b"
    r"|(?:eligib\w+|entitle\w*|authori[sz]ed|legally (?:able|allowed|permitted)|legal right)\s+to "
    r"(?:live and |legally |reside and )?(?:accept |undertake |take up )?(?:and perform )?"
    r"(?:work|employment)\b(?! (?:as|at|on|with|under|well|flexib))"
    r"|(?:permi\w+|able|allowed|free)\s+to (?:live and |legally )?work (?:legally )?in the (?:UK|"
    r"EU|United)"
    r"|(?:no|not|without|cannot|unable|never|n['’]t)\b[^.;]{0,45}\bsponsor"
    r"|sponsorship (?:is|will|can)[ -]?not|sponsorship (?:is )?(?:not |un)available"
    r"|(?:require|need)\w* (?:visa |any )?sponsorship|work permit|(?:valid|current|uk) (?:work "
    r")?visa\b"
    r"|british (?:citizen|passport)|indefinite leave|settled status|uk nationals?\b",
    re.IGNORECASE,
)


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
        for sentence in cv.sentences
        if _HINT.search(sentence.text)
        for fact in _right(sentence)
    ]


def _right(sentence: Sentence) -> list[Fact]:
    text = sentence.text
    sponsored = _sponsored(text)
    if sponsored is not None:
        return [_fact(sentence, *sponsored, granted=False)]
    hits = [hit for hit in _words().find(text) if not _about_others(text, hit.start, hit.end)]
    for wanted in _GRAVEST_FIRST:
        for hit in hits:
            if (
                _sort(text, hit, hits) == wanted
                and (found := _stated(sentence, hit, wanted)) is not None
            ):
                return [found]
    if text.strip(" .").lower() in ("british", "irish", "british/irish"):
        return [_fact(sentence, 0, len(text), granted=True)]
    free = _NO_SPONSOR.search(text) or _framed().search(text)
    if free and not _about_others(text, *free.span()):
        return [_fact(sentence, *free.span(), granted=True)]
    return []


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
    if words.endswith("to work") and (_ABROAD.match(text, end) or _FLEXIBLY.match(text, end)):
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
    if not re.search("sponsor", text, re.IGNORECASE):
        return None
    for match in _SPONSORED.finditer(text):
        low, _ = clause_of(text, match.start(), match.end())
        denied = _NO_SPONSOR.search(text, low) or _NEGATED.search(text, low, match.start())
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


def ask(sentence: Sentence) -> list[Asked]:
    """Return the demand for a right to work, where a sentence of a role states it."""
    match = _ASKS.search(sentence.text)
    if match is None or _FLEXIBLY.match(sentence.text, match.end()):
        return []
    return [asked_in(sentence, MayWork(), *match.span())]
