"""Shares of a whole: who holds some of a budget does not hold the rest of it.

Must not know how amounts are read. Authority that is delegated counts for the delegated amount, of
'£90k of the £2m budget' the second amount is somebody else's, and who 'ran a tenth of the £3m
budget' ran £300k.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from data.patterns import regex
from matcher.facts.numbers.numbers import Number
from matcher.facts.numbers.words import PARTS
from matcher.types import Fact
from matcher.values import Money

_Sized = tuple[Number, Fact]
HELD_SCOPES = ("budget", "p_and_l")
_DETERMINER = r"(?:(?:an?|the|its|their|our|his|her|my|some)\s+)?"
_WORDS = r"(?:[\w-]+(?:['’]s|s['’])?\s+){0,4}"
# 'A limit of £9k within the trust's £2m': the whole that a delegated amount is a share of.
_WHOLE = regex(
    rf"\b(?:within|out\s+of|from|inside|in|against|of)\s+{_DETERMINER}"
    r"(?:[\w-]+(?:['’]s|s['’])?\s+){0,3}$",
    re.IGNORECASE,
)
# Between the part and the whole: '£90k (of a total budget of £2m)', '£90k out of £2m'.
_OF_THE = regex(
    r"(?:\s+(?:budget|share|p\.?a\.?|(?:a|per)\s+(?:year|annum)))?[\s,(–-]+"
    rf"(?:of|out\s+of|from|within)\s+(?!which\b){_DETERMINER}{_WORDS}",
    re.IGNORECASE,
)
# '£80k (the whole department: £2m)': behind the part, whose the larger amount is.
_BODY = (
    r"(?:association|authority|board|business|charity|college|company|council|department"
    r"|directorate|district|division|employer|firm|group|hospital|organisation|programme|region"
    r"|school|service|site|trust|university)"
)
_BODYS_TOTAL = regex(
    rf"(?:\s+(?:p\.?a\.?|(?:a|per)\s+(?:year|annum)))?[\s,(;–-]+(?:(?:out\s+of|against)\s+)?{_DETERMINER}(?:whole\s+|entire\s+|total\s+)?{_BODY}"
    r"(?:['’]s|s['’])?(?:\s+(?:as\s+a\s+whole|total|budget|in\s+all|altogether|overall|had|has|held))*"
    r"(?:\s*[:=]\s*|\s+(?:of\s+)?)",
    re.IGNORECASE,
)
_BODYS = regex(rf"\b{_BODY}(?:['’]s|s['’])\s+$", re.IGNORECASE)
HOLDING = (
    r"(?:allocated|delegated|given|held|hold|holding|owned|own|owning|managed|manage|managing"
    r"|controlled|control|controlling|ran|run|running|had|(?:responsib\w+|account\w+|answer\w*)\s+for"
    r"|charge\s+of|limit\s+of)"
)
_SHARE_HELD = regex(
    rf"\b{HOLDING}\s+(?:only\s+)?(?:about\s+|around\s+|some\s+|just\s+)?$", re.IGNORECASE
)
# 'Of the £2m budget I held £90k', 'my share of the £2m was £90k': the whole is told first.
_WHOLE_FIRST = regex(
    rf"(?:^|[.;,(]\s*|\b(?:share|slice|portion|part|piece|bit)\s+)(?:out\s+)?of\s+{_DETERMINER}{_WORDS}$",
    re.IGNORECASE,
)
_PART_BEHIND = regex(
    rf"[\s\w-]{{0,30}},?\s+(?:I\s+(?:\w+ly\s+)?{HOLDING}|{HOLDING}\s+by\s+me|(?:was|is|were|being|came\s+to|stood"
    r"\s+at|amounted\s+to|mine\s+was))\s+(?:only\s+|just\s+|about\s+|some\s+)*",
    re.IGNORECASE,
)
# 'Held 5 % of the', 'ran a tenth of our', 'managed half the', 'my share, a fifth, of the'.
ABOUT = r"(?:(?:only|just|about|around|some|roughly|nearly|almost|exactly)\s+)*"
FRACTION = (
    r"(?:(?P<percent>\d{1,2}(?:\.\d+)?)\s?(?:%|per\s?cent)"
    rf"|(?:(?P<count>an?|one|two|three)[\s-])?(?P<share>{'|'.join(PARTS)})s?\b)"
)
_FRACTION_AGAIN = FRACTION.replace(">", "2>")
_MY_SHARE = r"my\s+(?:own\s+)?(?:share|slice|portion|part|piece|bit)"
_WHOSE = r"(?:an?|the|its|their|our|his|her)\s+"
_FRACTION_HELD = regex(
    rf"\b(?:{HOLDING}|look\w*\s+after|in\s+charge\s+of|(?:is|was)\s+mine\s*:|{_MY_SHARE}(?:\s*[,(:–-]|\s+(?:is|was|being|came\s+to))?)"
    rf"\s*{ABOUT}{FRACTION}\s*[,)–-]?\s*(?:of\s+)?(?:{_WHOSE}|the\s+)?{_WORDS}$",
    re.IGNORECASE,
)
# 'A third of the £6m budget was mine': whose it was is told behind.
_FRACTION_OF = regex(rf"\b{FRACTION}\s+of\s+{_WHOSE}{_WORDS}$", re.IGNORECASE)
_WAS_MINE = regex(
    rf"\s+(?:[\w-]+\s+){{0,4}}?(?:(?:is|was|are|were|sat|sits|lay|lies|being)\s+(?:\w+ly\s+)?(?:mine|my\s+own|under\s+me|with\s+me|in\s+my"
    rf"|delegated\s+to\s+me)\b|(?:which\s+|that\s+)?I\s+(?:\w+ly\s+)?{HOLDING})",
    re.IGNORECASE,
)
# 'Of the £6m budget, a third was mine', '... I held a third'.
_OF_WHICH_MINE = regex(
    rf"(?:\s+[\w-]+){{0,3}}?\s*,?\s*(?:I\s+(?:\w+ly\s+)?{HOLDING}\s+{ABOUT}{FRACTION}"
    rf"|{ABOUT}{_FRACTION_AGAIN}"
    r"\s+(?:is|was|were|sat|being)\s+(?:mine|my\s+own|under\s+me|with\s+me|delegated\s+to\s+me))",
    re.IGNORECASE,
)
_COUNTS = {"two": 2, "three": 3}


def shares_only(text: str, sized: list[_Sized]) -> list[_Sized]:
    """Return the amounts where a share of a whole is told, the whole marked as somebody else's."""
    kept = [_fraction(text, one) for one in _delegated_only(text, sized)]
    for n, (first, second) in enumerate(pairwise(list(kept))):
        parted = _parted(text, first, second)
        if parted is not None:
            kept[n], kept[n + 1] = parted
    return kept


def _parted(text: str, first: _Sized, second: _Sized) -> tuple[_Sized, _Sized] | None:
    """Two amounts that are a part and its whole, in their order; None where they are not."""
    one, two = first[1].value, second[1].value
    if not (isinstance(one, Money) and isinstance(two, Money) and one.amount and two.amount):
        return None
    if one.currency != two.currency:
        return None
    between = first[0].end, second[0].start
    if one.amount < two.amount:
        held = _SHARE_HELD.search(text, 0, first[0].start)
        body = _BODYS_TOTAL.fullmatch(text, *between)
        of_it = _OF_THE.fullmatch(text, *between)
        if body or (of_it and (held or one.owned)):
            named = held and _BODYS.search(text, 0, second[0].start)
            return _mine(first, second, certain=bool(held), named=bool(named))
    elif _WHOLE_FIRST.search(text, 0, first[0].start) and _PART_BEHIND.fullmatch(text, *between):
        named = _BODYS.search(text, 0, first[0].start)
        parted = _mine(second, first, certain=True, named=bool(named))
        return parted and (parted[1], parted[0])
    return None


def _mine(
    part: _Sized, whole: _Sized, *, certain: bool, named: bool
) -> tuple[_Sized, _Sized] | None:
    """Mark the part as held and the whole as somebody else's, where a held scope is told of."""
    mine, all_of_it = part[1].value, whole[1].value
    if not (isinstance(mine, Money) and isinstance(all_of_it, Money)):
        return None
    scope = next((v.scope for v in (all_of_it, mine) if v.scope in HELD_SCOPES), None)
    if (scope is None and not named) or (mine.scope == "saving" and not certain):
        return None
    owned = certain or mine.owned
    value = replace(mine, scope=scope or "budget", part="delegated", owned=owned)
    others = replace(all_of_it, owned=False, part="")
    return (part[0], replace(part[1], value=value)), (
        whole[0],
        replace(whole[1], value=others),
    )


def _fraction(text: str, one: _Sized) -> _Sized:
    """Take of 'held a tenth of the £3m budget' the tenth."""
    number, fact = one
    value = fact.value
    if not isinstance(value, Money) or value.amount is None or value.scope not in HELD_SCOPES:
        return one
    share = _share_of(text, number)
    if share is None:
        return one
    upper = value.upper and value.upper * share
    mine = replace(value, amount=value.amount * share, upper=upper, part="delegated", owned=True)
    return number, replace(fact, value=mine)


def _share_of(text: str, number: Number) -> float | None:
    """Return which share of an amount is said to be the person's, None where none is."""
    told = _FRACTION_HELD.search(text, 0, number.start)
    if told is None and _WAS_MINE.match(text, number.end):
        told = _FRACTION_OF.search(text, 0, number.start)
    if told is None and _WHOLE_FIRST.search(text, 0, number.start):
        told = _OF_WHICH_MINE.match(text, number.end)
    return share_told(told) if told else None


def share_told(told: re.Match[str]) -> float | None:
    """Return the share that a match of ``FRACTION`` names, None where it names none."""
    named = {name.rstrip("2"): words for name, words in told.groupdict().items() if words}
    if "percent" in named:
        return float(named["percent"]) / 100
    if "share" not in named:
        return None
    return _COUNTS.get(named.get("count", "").lower(), 1) / PARTS[named["share"].lower()]


def _delegated_only(text: str, sized: list[_Sized]) -> list[_Sized]:
    """Where authority is delegated, the whole that it is a share of is somebody else's."""
    shares = [
        n for n, fact in sized if isinstance(fact.value, Money) and fact.value.part == "delegated"
    ]
    if not shares:
        return sized
    return [
        (number, replace(fact, value=replace(fact.value, owned=False)))
        if isinstance(fact.value, Money)
        and (number not in shares or (number != shares[0] and _WHOLE.search(text, 0, number.start)))
        else (number, fact)
        for number, fact in sized
    ]
