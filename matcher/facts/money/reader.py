"""Money facts of a CV, and what a role asks about money.

Must not know how a shortfall is judged. What an amount measures and whose it is, is worked out in
``sense``; here the amounts of a document become facts, and those held side by side are
marked as parts of one whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from data.knowledge.titles import rank
from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.quoting import fact_at
from matcher.facts.money.asks import ask
from matcher.facts.money.beside import HELD, side_by_side, with_tops
from matcher.facts.money.context import as_before, denied_after, in_context
from matcher.facts.money.parts import beside_limit, part_behind
from matcher.facts.money.period import period
from matcher.facts.money.sense import MIGHT, Reading, Sense
from matcher.facts.money.shares import shares_only
from matcher.facts.money.unheld import BODY
from matcher.facts.money.units import in_units
from matcher.facts.numbers.bounds import TOP_REACHED
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.states import actors
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Money, MoneyScopeName

__all__ = ["ask", "read"]
_LIST_SIGNS = regex(r"[,/*•|;>]")
_GREW = regex(r"\b(?:doubled|tripled|grew|increased|rose|expanded)\b[^.;]{0,60}$", re.IGNORECASE)
# 'Budget: £2m': 'm' alone is money only beside a word for a budget.
_NEAR = 5.5
# 'My budget rose each year: 200k, 240k': farther off it must name nothing else.
_LISTED = 25.0
_ALONE = regex(r"\s*(?:$|[,;.)]|and\b|to\b)")
_OPENING = regex(r"[^.,:;(|\n]{0,60}")
# How near a budget held stands to 'the P&L sat with ...', which says by contrast who had that.
_BESIDE = 120
_KEEPERS = regex(
    r"\b(?:account(?:s|ant)|analyst|assistant|auditor|bookkeeper|clerk|secretary|treasurer['’]s)\b",
    re.I,
)
# 'The council's budget of £2bn' is nobody's own, unless words say who held it.
_ANOTHERS = regex(rf"\b{BODY}(?:['’]s|s['’])\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
# 'Full P&L for a bakery' says by itself whose it is.
_FULL = regex(r"\b(?:full|sole|complete|entire|end[\s-]to[\s-]end)\s+$", re.IGNORECASE)
_CALLED_FULL = regex(r"\s*[:|–-]\s*(?:full|sole|complete)\b", re.IGNORECASE)
_FULL_BEHIND = regex(
    r"\s*(?:[,;.)]|$|(?:for|of|across|over)\b|(?:account|owner|responsib|control|manage)\w*)",
    re.IGNORECASE,
)
_NAMED = regex(
    r"budg|\bbd?gt|public (?:funds|money|purse)|profit|\bp\s?[&+/]\s?l|\bp and l|pnl|opex|capex"
    r"|cost (?:base|cent)|expenditure|spend",
    re.IGNORECASE,
)


def read(cv: Outline) -> list[Fact]:
    """Return every amount of money, and every budget or P&L named or denied without a size."""
    if not MIGHT.search(cv.text):
        return []
    default = _document_currency(cv.text)
    found: list[Fact] = []
    for index, sentence in enumerate(cv.sentences):
        if denied := denied_after(cv, index):
            hit, scope = denied
            value = Money(amount=None, scope=scope, owned=False)
            found.append(fact_at(sentence, value, hit.start, hit.end, status=Status.DENIED))
        if parted := part_behind(cv, index, found):
            found[-1:] = [fact for fact in parted if fact is not None]
        if not MIGHT.search(sentence.text) and not re.search(r"\d", sentence.text):
            continue
        found += _facts_in(cv, index, default, found)
    return with_tops(cv.text, found)


def _document_currency(text: str) -> str:
    dollars = "$" in text and "£" not in text and "€" not in text
    return "USD" if dollars else "GBP"


def _facts_in(cv: Outline, index: int, default: str, before: list[Fact]) -> list[Fact]:
    sentence = cv.sentences[index]
    found = in_units(cv, index, numbers(sentence.text))
    candidates = [n for n in found if _might_be_money(n)]
    if not candidates and not _NAMED.search(sentence.text):
        return []
    reading = Reading(sentence.text)
    sized = shares_only(sentence.text, list(_sized(cv, index, reading, candidates, default)))
    sized = beside_limit(cv, index, before, sized)
    held = {fact.value.scope for _, fact in sized if isinstance(fact.value, Money)}
    beside = _held_beside(sentence, [*before, *(fact for _, fact in sized)])
    told = _unsized(sentence, reading, held, beside=beside)
    unsized = [as_before(cv, index, fact) for fact in told]
    return side_by_side(sentence, sized) + unsized


def _held_beside(sentence: Sentence, facts: list[Fact]) -> bool:
    """Whether a budget of the same post is held in a sentence, or told right before it."""
    return any(
        isinstance(fact.value, Money)
        and fact.value.scope == "budget"
        and fact.value.owned
        and fact.position == sentence.position
        and sentence.start - fact.end <= _BESIDE
        for fact in facts
    )


def _might_be_money(number: Number) -> bool:
    """Whether it carries a currency, or is large enough to be an amount without one."""
    if number.currency == "GBP" and number.low < 1000 and number.by_word:
        return False  # a weight
    return number.currency is not None or number.scaled or number.low >= 10_000


def _sized(
    cv: Outline,
    index: int,
    reading: Reading,
    candidates: list[Number],
    default: str,
) -> Iterator[tuple[Number, Fact]]:
    sentence = cv.sentences[index]
    money = [n for n in candidates if n.currency]
    seen: set[tuple[float, str]] = set()
    for number in candidates:
        sense = in_context(cv, index, number, reading, reading.sense(number, money))
        if number.currency is None and not _is_money(sentence.text, number, sense):
            continue
        per, years = period(sentence.text, number)
        title = _title(cv, index)
        value = _value(sentence.text, title, number, sense, number.currency or default)
        key = (value.amount or 0.0, value.currency)
        if key in seen:  # 'ten million pounds (£10m)' is one amount
            continue
        seen.add(key)
        value = replace(value, per=per, years=years)
        if value.scope in HELD and actors.holder_named(_with_next(cv, index), number.end):
            value = replace(value, owned=False)
        yield number, fact_at(sentence, value, sense.start, sense.end)


def _with_next(cv: Outline, index: int) -> str:
    """A sentence with the one behind it, where that stands in the same paragraph."""
    sentence = cv.sentences[index]
    if index + 1 == len(cv.sentences):
        return sentence.text
    behind = cv.sentences[index + 1]
    if "\n" in cv.text[sentence.end : behind.start] or behind.position != sentence.position:
        return sentence.text
    return f"{sentence.text} {behind.text}"


def _title(cv: Outline, index: int) -> str:
    """The title under which a sentence stands, with which it opens, or the one before it does."""
    sentence = cv.sentences[index]
    if sentence.position is not None and sentence.position < len(cv.positions):
        return cv.positions[sentence.position].title or ""
    before = cv.sentences[index - 1].text if index else ""
    openings = [_OPENING.match(text)[0] for text in (sentence.text, before)]  # type: ignore[index]
    return next((words for words in openings if rank(words) or _KEEPERS.search(words)), "")


def _holds_none(title: str) -> bool:
    """Whether a title is one that keeps, counts or advises on the budgets of others."""
    return rank(title) <= 1 and _KEEPERS.search(title) is not None


def _is_money(text: str, number: Number, sense: Sense) -> bool:
    """Whether a number without a currency is an amount all the same."""
    if sense.distance > (_LISTED if number.scaled and _ALONE.match(text, number.end) else _NEAR):
        return False
    return number.low >= 1000 and sense.scope in (
        "p_and_l",
        "budget",
        "revenue",
        "saving",
        "contract",
    )


def _value(text: str, title: str, number: Number, sense: Sense, currency: str) -> Money:
    """Return the amount; where nothing says whose a budget is, the person's title does."""
    unsaid = sense.stance == "" and sense.scope in HELD
    anothers = (
        _ANOTHERS.search(text, 0, sense.start) is not None
        or _holds_none(title)
        or actors.governs(text, sense.start)
    )
    owned = sense.stance == "owned" or (unsaid and not anothers)
    if sense.scope == "revenue":  # a target is worked against, sales are made without saying whose
        owned = sense.stance in ("", "backdrop", "owned") and not anothers
    amount, upper = number.low, number.high
    grown = number.growth or _GREW.search(text, 0, number.start) is not None
    if grown and upper is not None and not number.vague:
        amount, upper = upper, None  # 'from £2m to £3m': what was reached
    reached = upper is not None and not number.vague and TOP_REACHED.search(text) is not None
    return Money(
        amount=amount,
        currency=currency,
        scope=sense.scope,
        owned=owned,
        upper=upper,
        reached=reached,
        part=sense.part,
        nearly=number.bound in ("nearly", "under"),
    )


def _unsized(
    sentence: Sentence, reading: Reading, held: set[MoneyScopeName], *, beside: bool
) -> Iterator[Fact]:
    """Budgets and P&Ls named without a size: held, or said not to have been."""
    bare = _is_keyword_list(sentence)
    for measure, scope, stance in reading.unsized():
        contrast = beside and scope == "p_and_l" and reading.sits_elsewhere(measure)
        if contrast or stance == "denied" or reading.denies(measure):
            value = Money(amount=None, scope=scope, owned=False)
            first = max(0, measure.start - 40)
            first = sentence.text.find(" ", first) + 1 if first else 0
            yield fact_at(sentence, value, first, measure.end, status=Status.DENIED)
        elif scope not in held and (
            stance == "owned" or bare or _is_full(sentence, measure, scope, stance)
        ):
            held = held | {scope}
            value = Money(amount=None, scope=scope, owned=True)
            yield fact_at(sentence, value, measure.start, measure.end, bare=bare)


def _is_full(sentence: Sentence, measure: Hit, scope: str, stance: str) -> bool:
    """Whether a P&L is called full of which nothing says whose it is: 'Full P&L for a bakery'."""
    text = sentence.text
    if scope != "p_and_l" or stance:
        return False
    if _CALLED_FULL.match(text, measure.end):
        return True
    return (
        _FULL.search(text, 0, measure.start) is not None
        and _FULL_BEHIND.match(text, measure.end) is not None
    )


def _is_keyword_list(sentence: Sentence) -> bool:
    signs = len(_LIST_SIGNS.findall(sentence.text))
    words = len(sentence.text.split())
    return signs >= 4 and words <= 4 * signs
