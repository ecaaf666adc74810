"""What the words around a sentence say of the money in it: headings, the sentence before, a title.

Must not know how a sentence alone is read; that is ``sense``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.tables import column_heading, opening, run_heading
from matcher.facts.money.period import period
from matcher.facts.money.sense import CELL_BETWEEN, Reading, Sense
from matcher.facts.numbers.numbers import Number, amounts
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Money, MoneyScopeName

_ANAPHOR = regex(
    r"^(?:(?:and|but)\s+)?(?:(?:the|my)\s+(?:figure|amount|total|sum|size|current|larg(?:er|est)|bigg(?:er|est)|greater|"
    r"smallest|highest|last|latest|peak|main|most)|it|its|this|that|these|which|at|worth|currently|"
    r"around|about|some|roughly|larg(?:er|est)|bigg(?:er|est)|one|each|previously|formerly|earlier|before\s+that|"
    r"in\s+(?:my|the)\s+(?:last|previous))\b",
    re.IGNORECASE,
)
_MINE = regex(
    r"\W*(?:and\s+|but\s+)?mine\s*(?:was|is|were|came\s+to|stood\s+at|:)\s*(?:(?:about|around|just|only|over|some)\s+)*",
    re.I,
)
_NO_MORE = regex(r"\s*(?:a\s+year|p\.?a\.?|per\s+annum)?\s*(?:[.;,)]|$)", re.IGNORECASE)
# 'From £8m (2019) to £5m': where a budget stood, not what was saved of it.
_FELL_FROM = regex(
    r"\b(?:from|down\s+from)\s+$|\bfrom\s+[£$€]?[\d.,]+\s?\w*\s*(?:\([^)]*\)\s*)?(?:in\s+\d{4}\s+)?"
    r"(?:down\s+)?to\s+$",
    re.IGNORECASE,
)
_CONTRACT_TITLE = regex(
    r"\b(?:contracts?|accounts?|commercial|client|facilities|service\s+delivery)\s+"
    r"(?:[\w&]+\s+)?(?:manager|director|lead|leader|head|owner|executive)\b",
    re.IGNORECASE,
)
# From here on a measuring word is loosely tied, and what the amount refers back to counts first.
_LOOSE = 5.0
_NEVER_ONE = regex(
    r"(?:\b(?:never|not|nor)|n['’]t)\s+(?:(?:had|have|been|held|owned|run|ran|managed|controlled|yet|given|ever|personally|actually|I|did)\s+){1,4}"
    r"(?:one|any|it|that|this|either)\b"
    r"(?:\s+(?:of\s+my\s+own|my\s*self|yet|so\s+far|to\s+date|before|personally"
    r"|(?:in|at)\s+(?:my\s+own|this|any|either|that|these)\b[^.,;:]{0,40}))*(?=\s*(?:[.,;:]|$))"
    r"|\b(?:it|this|that|they|these)\s+(?:was|were|is|are)\s+(?:never|not)\s+mine\b",
    re.IGNORECASE,
)
_SAME = regex(r"\b(?:its|that|this|the\s+same|the\s+said|same)\s+(?:[\w-]+\s+){0,2}$", re.I)


_TITLE_FOR = regex(rf"^\W*(?:\w+\s+)?{_CONTRACT_TITLE.pattern}\s+(?:for|of|on|over)\b", re.I)


def in_context(cv: Outline, index: int, number: Number, reading: Reading, sense: Sense) -> Sense:
    """Return what ``number`` of sentence ``index`` is, the words around the sentence heard."""
    told = _named_around(cv, index, number, sense)
    if not told.stance and index and Reading(cv.sentences[index - 1].text).keeps_books():
        told = replace(told, stance="support")
    return _of_contract_manager(cv, cv.sentences[index], _level(reading, number, told))


def _named_around(cv: Outline, index: int, number: Number, sense: Sense) -> Sense:
    """Let a column heading, or the sentence before, say what an amount alone does not."""
    if sense.distance < _LOOSE:
        return sense
    heading = column_heading(cv, index, number.start)
    if not heading and not CELL_BETWEEN.search(cv.sentences[index].text, 0, number.start):
        heading = opening(cv, index)
    if heading and sense.distance == float("inf"):
        named = Reading(f"{heading}: ").sense(_at_end(number, len(heading) + 2), [])
        if named.distance < float("inf"):
            return replace(sense, scope=named.scope, part=named.part, stance="owned", distance=0.0)
    return _under_heading(cv, index, number, sense) or _referred(cv, index, number, sense) or sense


def _under_heading(cv: Outline, index: int, number: Number, sense: Sense) -> Sense | None:
    """What the line above a run of bare amounts calls them: 'Budgets held', then a row a year."""
    if sense.distance < float("inf"):
        return None
    heading = run_heading(cv, index) or run_heading(cv, index, words=True)
    if not heading:
        return None
    named = Reading(f"{heading}: ").sense(_at_end(number, len(heading) + 2), [])
    if named.distance == float("inf"):
        return None
    return replace(sense, scope=named.scope, part=named.part, stance=named.stance, distance=0.0)


def _referred(cv: Outline, index: int, number: Number, sense: Sense) -> Sense | None:
    """What an amount without a noun refers back to, 'I ran two contracts; the larger: £3m'."""
    text = cv.sentences[index].text
    mine = _MINE.fullmatch(text, 0, number.start) is not None
    mine = mine and bool(number.currency) and _NO_MORE.match(text, number.end) is not None
    if not index or not (_ANAPHOR.match(text) or mine):
        return None
    before = Reading(cv.sentences[index - 1].text)
    named = before.last_held()
    if named is None or (amounts(before.text) and not mine):
        return None
    if mine:  # 'My boss's budget was £2m; mine was £90k'
        return replace(sense, scope=named[1], part=named[2], stance="owned")
    measure, scope, part, stance = named
    owned = stance == "owned" or (sense.stance == "owned" and stance not in ("others", "unheld"))
    if before.denies(measure) and sense.stance != "owned":
        return None
    return replace(sense, scope=scope, part=part, stance="owned" if owned else stance or "support")


def _at_end(number: Number, at: int) -> Number:
    return replace(number, start=at, end=at)


def fell_from(text: str, number: Number) -> bool:
    """Return whether an amount is an end of 'from £8m to £5m': a level, not a difference."""
    return _FELL_FROM.search(text, 0, number.start) is not None


def _level(reading: Reading, number: Number, sense: Sense) -> Sense:
    """Of 'held the budget through cuts from £8m to £5m', both amounts are the budget's."""
    if sense.scope != "saving" or not fell_from(reading.text, number):
        return sense
    held = reading.held_before(number)
    return replace(sense, scope=held[0], part=held[1], stance="owned") if held else sense


def _of_contract_manager(cv: Outline, sentence: Sentence, sense: Sense) -> Sense:
    """A contract told beside a contract manager's title is that manager's."""
    if sense.scope != "contract" or sense.stance not in ("", "support", "backdrop"):
        return sense
    posts = cv.positions
    title = posts[sentence.position].title if sentence.position is not None else ""
    before = sentence.text[: sense.start]
    named = _CONTRACT_TITLE.search(title or "") or _CONTRACT_TITLE.search(before)
    if sense.stance:  # 'account director for accounts of £2m', but not 'supported the ...'
        named = _TITLE_FOR.search(before)
    return replace(sense, stance="owned") if named else sense


def denied_after(cv: Outline, index: int) -> tuple[Hit, MoneyScopeName] | None:
    """Return the words of 'I never had one of my own', and the scope that was named before them."""
    text = cv.sentences[index].text
    found = _NEVER_ONE.search(text)
    if found is None:
        return None
    named = Reading(text[: found.start()]).last_held()
    if named is None and index:
        named = Reading(cv.sentences[index - 1].text).last_held()
    if named is None or named[1] == "contract":
        return None
    return Hit("denied", *found.span()), named[1]


def as_before(cv: Outline, index: int, fact: Fact) -> Fact:
    """Give 'took over that budget' the amount that the sentence before told of it."""
    value, sentence = fact.value, cv.sentences[index]
    if not isinstance(value, Money) or fact.status is not Status.HELD or not index:
        return fact
    if not _SAME.search(sentence.text, 0, fact.start - sentence.start):
        return fact
    before = cv.sentences[index - 1]
    reading, told = Reading(before.text), amounts(before.text)
    senses = [(number, reading.sense(number, told)) for number in told]
    same = [number for number, sense in senses if sense.scope == value.scope]
    if len(same) != 1:
        return fact
    number = same[0]
    per, years = period(before.text, number)
    start = before.start + number.start
    sized = replace(
        value, amount=number.low, currency=number.currency or "GBP", per=per, years=years
    )
    return replace(fact, value=sized, start=start, quote=cv.text[start : fact.end])
