"""Money facts of a CV, and what a role asks about money.

Must not know how a shortfall is judged. What an amount measures and whose it is, is worked out in
``money_sense``; here the amounts of a document become facts, and those held side by side are
marked as parts of one whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from matcher.criteria import MoneyScope
from matcher.facts.money_sense import Reading, Sense, period
from matcher.facts.numbers import Number, numbers
from matcher.facts.tables import column_heading, opening
from matcher.types import Asked, Fact, Outline, Sentence, Status
from matcher.values import Money, MoneyScopeName

HELD = ("p_and_l", "budget")
_MIGHT = re.compile(
    r"[£$€]|\bp\s?l\b|\bmulti|\b(?:million|thousand|gbp|usd|eur|euros?|dollars|pounds|budget|p\s?&|p\s?/|pnl|profit|opex|capex|cost)"
    r"|figure|\d\s?(?:m|k|mm|mn|bn)\b",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"^(?:the\s+(?:figure|amount|total|sum|size|current)|it|its|this|that|which|at|worth|currently|"
    r"around|about|some|roughly)\b",
    re.IGNORECASE,
)
_LIST_SIGNS = re.compile(r"[,/*•|;>]")
# Amounts told together are held together where the words say so; a plain 'and' may join two jobs.
_TOGETHER = re.compile(
    r"\b(?:plus|alongside|as well as|together with|on top of|in addition to)\b"
    r"|\b(?:and|with) (?:a further|another)\b|\+",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:two|both|three|parallel|concurrent\w*|simultaneous\w*|side by side|at the same time|"
    r"at once)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:then|later|before|previously|formerly|after|from|rising|growing|grew|increas\w*|to|roles|posts|jobs|"
    r"(?:19|20)\d\d)\b|->|→",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"\b(?:full|sole|complete|true|total|end[\s-]to[\s-]end|outright)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
# Working within a budget, and budgets that are a perk or a patient's, ask for none.
_WITHIN_BUDGET = re.compile(
    r"\b(?:on|within|to|under|over|time and|and on)\s+(?:financial\s+|agreed\s+|set\s+)?budgets?\b",
    re.IGNORECASE,
)
_NO_SCOPE_ASKED = re.compile(
    r"\b(?:study\s+leave|training|cpd|personal\s+(?:health\s+|wheel\s?chair\s+)?|relocation)\s+budgets?\b",
    re.IGNORECASE,
)
_ASKING_OF_MONEY = re.compile(
    r"\b(?:manag\w*|own\w*|held|hold\w*|accountab\w*|responsib\w*|control\w*|experience|capabilit\w*|"
    r"run(?:ning)?|ran|oversee\w*|deliver\w*|track\s+record|exposure|lead\w*|led|literacy|commercial\w*|"
    r"stewardship|charge|used\s+to|minimum|level)\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"\b(?:contracts?|accounts?|tcv|acv|contract\s+value|portfolio)\b", re.IGNORECASE
)
_SALES_TARGET = re.compile(
    r"\b(?:(?:sales|revenue|new\s+business|billing)\s+(?:targets?|quotas?)|quotas?)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:top of (?:that|the|its|this)|top end|upper end|peak\w*|reach\w*|"
    r"at (?:its|their) (?:height|highest|largest|maximum)|rising to|rose to|the latter|"
    r"by the end)\b",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"\b(?:doubled|tripled|grew|increased|rose|expanded)\b[^.;]{0,60}$", re.IGNORECASE
)
# 'Budget: £2m': 'm' alone is money only beside a word for a budget.
_NEAR = 3.5
# From here on a measuring word is loosely tied, and what the amount refers back to counts first.
_LOOSE = 5.0
_NAMED = re.compile(
    r"budget|profit|\bp\s?[&+/]\s?l|\bp and l|pnl|opex|capex|cost (?:base|cent)|expenditure|spend",
    re.IGNORECASE,
)


def read(cv: Outline) -> list[Fact]:
    """Return every amount of money, and every budget or P&L named or denied without a size."""
    if not _MIGHT.search(cv.text):
        return []
    default = _document_currency(cv.text)
    found: list[Fact] = []
    for index, sentence in enumerate(cv.sentences):
        if not _MIGHT.search(sentence.text) and not re.search(r"\d", sentence.text):
            continue
        found += _facts_in(cv, index, default, found)
    return found


def _document_currency(text: str) -> str:
    dollars = "$" in text and "£" not in text and "€" not in text
    return "USD" if dollars else "GBP"


def _facts_in(cv: Outline, index: int, default: str, earlier: list[Fact]) -> list[Fact]:
    sentence = cv.sentences[index]
    amounts = [n for n in numbers(sentence.text) if _might_be_money(n)]
    if not amounts and not _NAMED.search(sentence.text):
        return []
    reading = Reading(sentence.text)
    sized = _delegated_only(list(_sized(cv, index, reading, amounts, default, earlier)))
    held = {fact.value.scope for _, fact in sized if isinstance(fact.value, Money)}
    return _side_by_side(sentence, sized) + list(_unsized(sentence, reading, held))


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
    earlier: list[Fact],
) -> Iterator[tuple[Number, Fact]]:
    sentence = cv.sentences[index]
    money = [n for n in candidates if n.currency]
    seen: set[tuple[float, str]] = set()
    for number in candidates:
        sense = _in_context(cv, index, number, reading.sense(number, money), earlier)
        if number.currency is None and not _is_money(number, sense):
            continue
        per, years = period(sentence.text, number)
        value = _value(sentence.text, number, sense, number.currency or default)
        key = (value.amount or 0.0, value.currency)
        if key in seen:  # 'ten million pounds (£10m)' is one amount
            continue
        seen.add(key)
        value = replace(value, per=per, years=years)
        yield number, _fact(sentence, value, sense.start, sense.end)


def _is_money(number: Number, sense: Sense) -> bool:
    """Whether a number without a currency is an amount all the same."""
    if sense.distance > _NEAR:
        return False
    return number.low >= 1000 and sense.scope in (
        "p_and_l",
        "budget",
        "revenue",
        "saving",
        "contract",
    )


def _in_context(
    cv: Outline, index: int, number: Number, sense: Sense, earlier: list[Fact]
) -> Sense:
    """Let a column heading, or the sentence before, say what an amount alone does not."""
    if sense.distance < _LOOSE:
        return sense
    heading = column_heading(cv, index, number.start) or opening(cv, index)
    if heading and sense.distance == float("inf"):
        named = Reading(f"{heading}: ").sense(_at_end(number, len(heading) + 2), [])
        if named.distance < float("inf"):
            return replace(sense, scope=named.scope, part=named.part, stance="owned", distance=0.0)
    sentence = cv.sentences[index]
    before = earlier[-1] if earlier else None
    if (
        before is not None
        and isinstance(before.value, Money)
        and before.value.amount is None
        and before.status is Status.HELD
        and index
        and cv.sentences[index - 1].start <= before.start
        and _ANAPHOR.match(sentence.text)
    ):
        return replace(sense, scope=before.value.scope, part=before.value.part, stance="owned")
    return sense


def _at_end(number: Number, at: int) -> Number:
    return replace(number, start=at, end=at)


def _value(text: str, number: Number, sense: Sense, currency: str) -> Money:
    owned = sense.stance == "owned" or (sense.stance == "" and sense.scope in HELD)
    amount, upper = number.low, number.high
    grown = number.growth or _GREW.search(text, 0, number.start) is not None
    if grown and upper is not None and not number.vague:
        amount, upper = upper, None  # 'from £2m to £3m': what was reached
    reached = upper is not None and not number.vague and _REACHED.search(text) is not None
    return Money(
        amount=amount,
        currency=currency,
        scope=sense.scope,
        owned=owned,
        upper=upper,
        reached=reached,
        part=sense.part,
    )


def _fact(
    sentence: Sentence,
    value: Money,
    start: int,
    end: int,
    status: Status = Status.HELD,
    bare: bool = False,
) -> Fact:
    return Fact(
        value=value,
        status=status,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
        position=sentence.position,
        section=sentence.section,
        bare=bare,
    )


def _unsized(sentence: Sentence, reading: Reading, held: set[MoneyScopeName]) -> Iterator[Fact]:
    """Budgets and P&Ls named without a size: held, or said not to have been."""
    bare = _is_keyword_list(sentence)
    for measure, scope, stance in reading.unsized():
        if reading.denies(measure):
            value = Money(amount=None, scope=scope, owned=False)
            first = max(0, measure.start - 40)
            first = sentence.text.find(" ", first) + 1 if first else 0
            yield _fact(sentence, value, first, measure.end, Status.DENIED)
        elif scope not in held and (stance == "owned" or bare):
            held = held | {scope}
            value = Money(amount=None, scope=scope, owned=True)
            yield _fact(sentence, value, measure.start, measure.end, bare=bare)


def _is_keyword_list(sentence: Sentence) -> bool:
    signs = len(_LIST_SIGNS.findall(sentence.text))
    words = len(sentence.text.split())
    return signs >= 4 and words <= 4 * signs


def _side_by_side(sentence: Sentence, sized: list[tuple[Number, Fact]]) -> list[Fact]:
    """Mark amounts of one scope that the sentence says were held together as its parts."""
    marked = [fact for _, fact in sized]
    for n in range(1, len(marked)):
        first, second = marked[n - 1].value, marked[n].value
        if not (
            isinstance(first, Money) and isinstance(second, Money) and _both_held(first, second)
        ):
            continue
        if "delegated" in (first.part, second.part):
            continue
        between = sentence.text[sized[n - 1][0].end : sized[n][0].start]
        joined = _TOGETHER.search(between) or (
            re.search(r"\band\b|&", between) and _BOTH.search(sentence.text)
        )
        if joined and not _APART.search(between) and not second.part:
            marked[n - 1] = replace(marked[n - 1], value=replace(first, part=first.part or "1"))
            marked[n] = replace(marked[n], value=replace(second, part=str(n + 1)))
    return marked


def _both_held(first: Money, second: Money) -> bool:
    return all(value.owned and value.scope in HELD for value in (first, second))


def _delegated_only(sized: list[tuple[Number, Fact]]) -> list[tuple[Number, Fact]]:
    """Where authority is delegated, the whole that it is a share of is somebody else's."""
    parts = {fact.value.part for _, fact in sized if isinstance(fact.value, Money)}
    if "delegated" not in parts:
        return sized
    return [
        (number, replace(fact, value=replace(fact.value, owned=False)))
        if isinstance(fact.value, Money) and fact.value.part != "delegated"
        else (number, fact)
        for number, fact in sized
    ]


def ask(sentence: Sentence) -> list[Asked]:
    """Return the money scope that a sentence of a role asks for: one at most."""
    text = sentence.text
    if not _MIGHT.search(text) and not _SALES_TARGET.search(text):
        return []
    reading = Reading(text)
    sized = [n for n in numbers(text) if n.currency or n.scaled]
    sense = [(n, reading.sense(n, sized)) for n in sized]
    near = [
        (n, s)
        for n, s in sense
        if s.distance < 12 and s.scope in ("p_and_l", "budget", "contract", "revenue")
    ]
    scopes = {scope for _, scope, _ in reading.unsized()}
    kind = _asked_scope(text, scopes, near)
    if kind is None:
        return []
    number = near[0][0] if near else None
    start, end = _asked_span(text, reading, near)
    criterion = MoneyScope(
        min_amount=_yearly(text, number) if number else None,
        currency=(number.currency if number else None) or "GBP",
        scope=kind,  # type: ignore[arg-type]
        strict=kind == "p_and_l" and _is_strict(reading, scopes),
    )
    return [Asked(criterion, sentence.start + start, sentence.start + end)]


def _asked_scope(
    text: str, scopes: set[MoneyScopeName], near: list[tuple[Number, Sense]]
) -> str | None:
    if _NO_SCOPE_ASKED.search(text):
        return None
    if _SALES_TARGET.search(text):
        return "sales_target"
    if scopes:
        # Either does where both are named, and a budget is the wider of the two.
        asked = near or (_ASKING_OF_MONEY.search(text) and not _WITHIN_BUDGET.search(text))
        return ("budget" if "budget" in scopes else "p_and_l") if asked else None
    if near and _CONTRACT.search(text):
        return "contract_value"
    return None


def _asked_span(text: str, reading: Reading, near: list[tuple[Number, Sense]]) -> tuple[int, int]:
    """The words from the first measuring word or amount to the last."""
    spans = [(m.start, m.end) for m, _, _ in reading.unsized()]
    spans += [(s.start, s.end) for _, s in near]
    spans += [m.span() for m in _SALES_TARGET.finditer(text)]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _is_strict(reading: Reading, scopes: set[MoneyScopeName]) -> bool:
    if "budget" in scopes:
        return False
    return any(_FULL.search(reading.text, 0, m.start) for m, _, _ in reading.unsized())


def _yearly(text: str, number: Number) -> float:
    per, years = period(text, number)
    return yearly(number.low, per, years)


def yearly(amount: float, per: str | None, years: float | None) -> float:
    """Return a year's worth of an amount stated per period, or as the total of several years."""
    if years:
        return amount / years
    return amount * {"month": 12, "quarter": 4, "week": 52}.get(per or "", 1)
