"""How much somebody handles in a day or a week: '60 calls a day' asked, '18 calls a shift' told.

Must not know what else is asked. Only what the person handles counts: the volume of a team, a desk
or a centre is nobody's own. A volume told of the same thing decides; silence leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.judging.post_quotes import cut
from matcher.types import Candidate, Evidence, Outcome, Verdict

_THINGS = (
    r"(?:calls?|contacts?|tickets?|emails?|e-mails?|chats?|orders?|cases?|invoices?|enquir(?:y|ies)|quer(?:y|ies)|claims?"
    r"|letters?|parcels?|picks?|drops?|visits?|bookings?|appointments?|applications?|requests?|incidents?|customers?"
    r"|patients?|covers?|rooms?|transactions?|messages?)"
)
_PERIOD = r"(?:hour|day|shift|week|month|year)"
_HOW_OFTEN = (
    rf"(?:\s+(?:an?|per|each|every)\s+(?:\w+\s+)?(?P<period>{_PERIOD})\b|\s+(?P<ly>daily|hourly|weekly|monthly)\b"
    rf"|\s*/\s*(?P<slash>{_PERIOD})\b)"
)
_NUMBER = r"(?<![\d.,£$€])(?P<low>\d[\d,]*)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*))?\s*\+?"
_BEFORE_THING = r"\s+(?:(?:or\s+more|plus)\s+)?(?:(?!\d)[a-z-]+\s+){0,2}?"
_VOLUME = re.compile(rf"{_NUMBER}{_BEFORE_THING}(?P<thing>{_THINGS})\b{_HOW_OFTEN}", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:team|desk|centre|center|department|site|company|firm|we|our|agents|staff|people|advis[eo]rs|they|each\s+of"
    r"|who|which|that|colleagues|handlers|clerks|operation|branch|business|platform|system|line\s+that)\b",
    re.IGNORECASE,
)
# 'I took 60 calls a day on a desk of nine', '900 calls a day across the team'.
_ONESELF = re.compile(r"\b(?:I|myself|personally|my own)\b")
_SHARED = re.compile(
    r"\b(?:by|across|among|between|for)\s+(?:the|a|my|our|an|all|\d+|\w+)\s+(?:\w+\s+)?(?:team|desk|agents|staff|people|centre"
    r"|advis[eo]rs|sites?|handlers|of\s+us)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;|\n](?=\s|$)")
# Working days that a period holds.
_DAYS = {"hour": 1 / 7.5, "hourly": 1 / 7.5, "day": 1, "daily": 1, "shift": 1, "week": 5}
_DAYS |= {"weekly": 5, "month": 21, "monthly": 21, "year": 225}
# A number at most this share short is a near miss.
_NEAR_MISS = 0.9


@dataclass(frozen=True, slots=True)
class _Volume:
    """So many of a thing a day, at ``[start, end)`` of a text."""

    per_day: float
    thing: str
    start: int
    end: int


def judge(asked: str, candidate: Candidate) -> Verdict | None:
    """Return the verdict on a volume that is asked; None where words of a role ask for none."""
    wanted = next(iter(_volumes(asked)), None)
    if wanted is None:
        return None
    told = list(_told(wanted.thing, candidate))
    if not told:
        question = f"How many {wanted.thing} did you handle, and in what time?"
        reason = f"The CV does not say how many {wanted.thing} the candidate handled."
        return Verdict(Outcome.NOT_STATED, reason, question=question)
    most, quote = max(told, key=lambda each: each[0])
    share = most / wanted.per_day
    if share >= 1 - 1e-9:
        return Verdict(Outcome.MET, f"The CV tells of as many {wanted.thing}.", (quote,))
    outcome = Outcome.PARTLY if share >= _NEAR_MISS else Outcome.NOT_MET
    return Verdict(outcome, f"The CV tells of fewer {wanted.thing} than asked.", (quote,))


def _told(thing: str, candidate: Candidate) -> Iterator[tuple[float, Evidence]]:
    for sentence in candidate.sentences:
        for each in _volumes(sentence.text):
            if each.thing == thing and not _is_of_others(sentence.text, each):
                yield each.per_day, cut(candidate, sentence.start, sentence.end)


def _volumes(text: str) -> Iterator[_Volume]:
    for match in _VOLUME.finditer(text):
        number = float((match["high"] or match["low"]).replace(",", ""))
        period = (match["period"] or match["ly"] or match["slash"]).lower()
        yield _Volume(number / _DAYS[period], _plural(match["thing"].lower()), *match.span())


def _plural(thing: str) -> str:
    thing = thing.replace("e-mail", "email")
    if thing.endswith("y"):
        return f"{thing[:-1]}ies"
    return thing if thing.endswith("s") else f"{thing}s"


def _is_of_others(text: str, volume: _Volume) -> bool:
    """Whether the clause tells of a team or a desk and not of oneself."""
    low = max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, volume.start)), default=0)
    mark = _CLAUSE_END.search(text, volume.end)
    high = mark.start() if mark else len(text)
    if _ONESELF.search(text, low, volume.start):
        return False
    behind = _SHARED.search(text, volume.end, high)
    return behind is not None or _OTHERS.search(text, low, volume.start) is not None
