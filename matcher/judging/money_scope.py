"""Judges a budget, P&L, contract or sales target that a role asks for.

Must not know how money is read from a text. The largest single amount held counts, never the sum
over posts; only what was held side by side (opex and capex, parallel P&Ls) is added up. A P&L asked
for without 'full' may be answered by a budget, and a budget by a P&L.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.knowledge.currencies import convert, currencies
from matcher.criteria import MoneyScope
from matcher.facts.money.period import yearly
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import cited
from matcher.judging.evidence.wording import NEARLY, money, short_of
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import Money

_NAMES = {
    "p_and_l": "P&L",
    "budget": "budget",
    "contract_value": "contract value",
    "sales_target": "sales target",
}
_PARTS_OF_ONE_WHOLE = frozenset({"opex", "capex", "pay", "non-pay"})
# 'Just under £3m' is short of £3m, by how little is not said.
_NOT_QUITE = 0.99
# Parts told further apart than this in an undated text are not taken to be of one post.
_CLOSE = 250


@dataclass(frozen=True, slots=True)
class _Held:
    """An amount held: a year's worth in the currency asked, with the facts that show it."""

    amount: float
    upper: float | None
    facts: tuple[Fact, ...]

    @property
    def converted_from(self) -> str | None:
        """The currency it was stated in, for the reason."""
        value = self.facts[0].value
        return value.currency if isinstance(value, Money) else None


def judge(criterion: MoneyScope, candidate: Candidate, context: Context) -> Verdict:  # noqa: ARG001
    """Return whether the CV shows the money scope that is asked."""
    facts = [f for f in candidate.of(Money) if not f.bare]
    claims = [f for f in facts if f.status is Status.HELD and _counts(f.value, criterion)]  # type: ignore[arg-type]
    denials = [f for f in facts if f.status is Status.DENIED and _denies(f.value, criterion)]  # type: ignore[arg-type]
    held = _held(claims, criterion)
    if denials and (criterion.strict or not held or _is_exact(denials[0], claims, criterion)):
        return _denied(criterion, denials[0], candidate)
    if criterion.min_amount is None:
        return _any_size(criterion, claims, candidate)
    if held:
        best = max(held, key=lambda each: (each.amount, -each.facts[0].start))
        return _sized(criterion, criterion.min_amount, best, candidate)
    return _no_size(criterion, claims, candidate)


def _counts(value: Money, criterion: MoneyScope) -> bool:
    if not value.owned:
        return False
    if criterion.scope == "sales_target":
        return value.scope == "revenue"
    if criterion.part and value.amount is not None and value.part != criterion.part:
        return False
    if criterion.scope == "contract_value":
        return value.scope in ("contract", "p_and_l")
    return value.scope == "p_and_l" or (value.scope == "budget" and not criterion.strict)


def _denies(value: Money, criterion: MoneyScope) -> bool:
    """No P&L says nothing of a budget, unless a P&L is what is asked."""
    return value.scope == criterion.scope or (
        criterion.scope == "p_and_l" and value.scope == "budget" and not criterion.strict
    )


def _is_exact(denial: Fact, claims: Iterable[Fact], criterion: MoneyScope) -> bool:
    """Whether just what is asked is denied, and only what would do in its place is held."""
    scopes = {claim.value.scope for claim in claims if isinstance(claim.value, Money)}
    denied = isinstance(denial.value, Money) and denial.value.scope == criterion.scope
    return criterion.scope == "p_and_l" and denied and "p_and_l" not in scopes


def _held(claims: Iterable[Fact], criterion: MoneyScope) -> list[_Held]:
    """Every amount held, and every sum of parts held side by side."""
    single = [_one(fact, criterion) for fact in claims]
    sized = [each for each in single if each is not None]
    return sized + _sums(sized)


def _one(fact: Fact, criterion: MoneyScope) -> _Held | None:
    value = fact.value
    if not isinstance(value, Money) or value.amount is None:
        return None
    table = currencies()
    if value.currency not in table or criterion.currency not in table:
        return None

    def as_asked(amount: float) -> float:
        years = value.years if criterion.annual else None
        whole = amount if value.scope == "revenue" else yearly(amount, value.per, years)
        return convert(whole, value.currency, criterion.currency)

    if value.nearly:
        return _Held(as_asked(value.amount * _NOT_QUITE), None, (fact,))
    top = None if value.upper is None else as_asked(value.upper)
    if top is not None and value.reached:
        return _Held(top, None, (fact,))
    return _Held(as_asked(value.amount), top, (fact,))


def _sums(sized: list[_Held]) -> list[_Held]:
    """Add up what neighbouring parts of one post's scope come to."""
    sums: list[_Held] = []
    run: list[_Held] = []
    for each in sized:
        if run and _side_by_side(run, each):
            run.append(each)
        else:
            run = [each] if _part(each) else []
        if len(run) > 1:
            total = sum(part.amount for part in run)
            sums.append(_Held(total, None, tuple(part.facts[0] for part in run)))
    return sums


def _part(held: _Held) -> str:
    value = held.facts[0].value
    return value.part if isinstance(value, Money) and value.part != "delegated" else ""


def _side_by_side(run: list[_Held], each: _Held) -> bool:
    part, last, fact = _part(each), run[-1].facts[0], each.facts[0]
    known = {_part(other) for other in run}
    same_kind = (part in _PARTS_OF_ONE_WHOLE) == (known <= _PARTS_OF_ONE_WHOLE)
    close = fact.start - last.end <= _CLOSE
    return (
        bool(part) and part not in known and same_kind and close and fact.position == last.position
    )


def _sized(criterion: MoneyScope, asked: float, best: _Held, candidate: Candidate) -> Verdict:
    evidence = cited(candidate, best.facts)
    share = best.amount / asked if asked else 1.0
    shown = f"The CV shows {_described(best, criterion)}"
    asked_for = f"the {money(asked, criterion.currency)} asked"
    if share >= 1:
        return Verdict(Outcome.MET, f"{shown}, against {asked_for}.", evidence, None, 1.0)
    if share >= NEARLY:
        reason = f"{shown}, {short_of(share)} {asked_for}."
        return Verdict(Outcome.PARTLY, reason, evidence, _question(criterion), share)
    if best.upper is not None and best.upper >= asked:
        reason = f"{shown}; whether it came to {asked_for} is not stated."
        return Verdict(Outcome.NOT_STATED, reason, evidence, _question(criterion), share)
    reason = f"{shown}, {short_of(share)} {asked_for}."
    return Verdict(Outcome.NOT_MET, reason, evidence, None, share)


def _described(held: _Held, criterion: MoneyScope) -> str:
    value = held.facts[0].value
    scope = value.scope if isinstance(value, Money) else ""
    noun = {"p_and_l": "P&L", "budget": "budget", "contract": "contract"}.get(scope, "sales")
    size = money(held.amount, criterion.currency)
    if held.upper is not None:
        size += f" to {money(held.upper, criterion.currency)}"
    text = f"a {noun} of {size}" if scope != "revenue" else f"{noun} of {size}"
    if len(held.facts) > 1:
        text += " held together"
    origin = held.converted_from
    if origin and origin != criterion.currency:
        rate = currencies()[origin if origin != "GBP" else criterion.currency]
        text += f" (converted from {origin} at the average rate of {rate.as_of})"
    return text


def _any_size(criterion: MoneyScope, claims: list[Fact], candidate: Candidate) -> Verdict:
    if not claims:
        return _no_size(criterion, claims, candidate)
    evidence = cited(candidate, claims[:1])
    return Verdict(
        Outcome.MET, f"The CV shows {_name(criterion)} responsibility.", evidence, None, 1.0
    )


def _no_size(criterion: MoneyScope, claims: list[Fact], candidate: Candidate) -> Verdict:
    name = _name(criterion)
    reason = (
        f"The CV names a {name} but not its size."
        if claims
        else f"The CV does not show that the candidate held a {name}."
    )
    evidence = cited(candidate, claims[:1])
    return Verdict(Outcome.NOT_STATED, reason, evidence, _question(criterion))


def _denied(criterion: MoneyScope, denial: Fact, candidate: Candidate) -> Verdict:
    reason = f"The CV says that the candidate held no {_name(criterion)}."
    return Verdict(Outcome.NOT_MET, reason, cited(candidate, [denial]), None, 0.0)


def _name(criterion: MoneyScope) -> str:
    return _NAMES[criterion.scope]


def _question(criterion: MoneyScope) -> str:
    if criterion.scope == "contract_value":
        return (
            "Which contracts have you been commercially responsible for, and what were they worth?"
        )
    if criterion.scope == "sales_target":
        return "Which sales targets have you carried, and what did you deliver against them?"
    if criterion.scope == "p_and_l":
        return "Which P&Ls or budgets have you held yourself, and how large was the largest?"
    return "Which budgets have you held yourself, and how large was the largest?"
