"""Budgets, P&Ls, contracts and sales targets: what a recruiter would say of each CV."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.criteria import MoneyScope
from matcher.facts.money import reader as money
from matcher.judging.context import Context
from matcher.judging.money_scope import judge
from matcher.text import sentences
from matcher.types import Candidate, Outline, Sentence, Verdict


class Silent:
    """A meaning that nothing has: these judges do not ask for it."""

    def passages(self, phrase: str) -> list[float]:
        return []

    def titles(self, phrase: str) -> list[float]:
        return []


def verdict(criterion: MoneyScope, cv: str) -> Verdict:
    """Judge a CV of plain sentences."""
    found = tuple(Sentence(cv[first:last], first, last) for first, last in sentences(cv))
    facts = tuple(money.read(Outline(cv, (), (), found)))
    candidate = Candidate("c", cv, sentences=found, facts=facts)
    return judge(criterion, candidate, Context(date(2026, 1, 1), Silent()))


BUDGET = MoneyScope(4_000_000)
ANNUAL = MoneyScope(4_000_000, annual=True)
CAPITAL = MoneyScope(4_000_000, part="capex")
P_AND_L = MoneyScope(4_000_000, scope="p_and_l")
FULL_P_AND_L = MoneyScope(None, scope="p_and_l", strict=True)
CONTRACTS = MoneyScope(4_000_000, scope="contract_value")
TARGET = MoneyScope(1_000_000, scope="sales_target")


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        (BUDGET, "Held a budget of £4.2m", "met"),
        (BUDGET, "Held a budget of £3.7m", "partly"),
        (BUDGET, "Held a budget of £3m", "not_met"),
        (BUDGET, "Held the depot budget", "not_stated"),
        (BUDGET, "Enjoys sailing", "not_stated"),
        (BUDGET, "Saved £9m", "not_stated"),
        (BUDGET, "A firm with a turnover of £9m", "not_stated"),
        (BUDGET, "My director's £9m budget", "not_stated"),
        (BUDGET, "Never held a budget", "not_met"),
        (BUDGET, "Budget of £350k a month", "met"),
        (BUDGET, "Budget of £6m over three years", "met"),
        (ANNUAL, "Budget of £6m over three years", "not_met"),
        (ANNUAL, "Budget of £6m across three equal years", "not_met"),
        (BUDGET, "A budget of just under £4m", "partly"),
        (BUDGET, "The bursar held the £9m budget; I kept the minutes", "not_stated"),
        (BUDGET, "No budget at present; before that held £4.6m", "met"),
        (BUDGET, "Held the repairs budget through its fall from £6m (2018) to £3m (2022)", "met"),
        (BUDGET, "Analyst beside a £5m care budget. Took over as its budget holder in 2019", "met"),
        (BUDGET, "Staffing (budget £2.9m) and non-staff spend of £1.4m", "met"),
        (BUDGET, "budget control | forecasting | £10m | coaching", "not_stated"),
        (CAPITAL, "Owned opex of £9m and capex of £2m", "not_met"),
        (CAPITAL, "Owned opex of £9m", "not_stated"),
        (CAPITAL, "Capital programme of £5m under my control", "met"),
        (BUDGET, "Owned opex of £2.5m and capex of £1.8m", "met"),
        (BUDGET, "Owned £2.5m of opex and £1.8m of capex", "met"),
        (BUDGET, "Two P&Ls side by side: ferries £2.5m and cargo £2m", "met"),
        (BUDGET, "2012 budget £2.5m\n2018 budget £2m", "not_met"),
        (BUDGET, "Budgets of £3-5m", "not_stated"),
        (BUDGET, "Budgets of £3-5m, at the top end in 2020", "met"),
        (BUDGET, "Budgets of £2-3m", "not_met"),
        (BUDGET, "Multi-million budget held", "not_stated"),
        (BUDGET, "Seven-figure budget held", "not_stated"),
        (BUDGET, "Six-figure budget held", "not_met"),
        (BUDGET, "Delegated authority of £100k within a £9m budget", "not_met"),
        (P_AND_L, "Held a budget of £4.2m", "met"),
        (P_AND_L, "P&L of £4.2m", "met"),
        (FULL_P_AND_L, "Held a budget of £4.2m", "not_stated"),
        (FULL_P_AND_L, "Held a budget of £4.2m but no P&L", "not_met"),
        (FULL_P_AND_L, "Owned the P&L", "met"),
        (P_AND_L, "Held a budget of £4.2m. I have never held a P&L.", "not_met"),
        (P_AND_L, "Held a P&L of £4.2m. In my first post I had no P&L.", "met"),
        (P_AND_L, "The brewery's P&L was with the owner. I did not have it myself.", "not_met"),
        (BUDGET, "Head Chef, bgt £4.1m", "met"),
        (BUDGET, "Budget held: £4.1m (revenue)", "met"),
        (BUDGET, "Turnover: £4.1m (revenue)", "not_stated"),
        (BUDGET, "Entrusted with public money of £4.1m", "met"),
        (BUDGET, "Flew for a budget airline with sales of £9m", "not_stated"),
        (BUDGET, "Budget of 5 M EUR held", "met"),
        (BUDGET, "Budgets held\nBursar 2011-15: £4.4m\nBusiness manager 2015-20: £2m", "met"),
        (BUDGET, "The port had £9m, of which my delegated authority was £300k", "not_met"),
        (BUDGET, "Ran two budgets side by side since 2019: rooms £2.2m, food £1.9m", "met"),
        (BUDGET, "Budget holder since 2019 (North yard)\nFY20 £3.1m\nFY21 £4.2m", "met"),
        (BUDGET, "Held a budget of £80k/week", "met"),
        (BUDGET, "Held £4.4m for wages and repairs", "met"),
        (BUDGET, "Delegated spending authority up to £60k within my head's £9m budget", "not_met"),
        (P_AND_L, "Kept to a cost budget; the P&L is run centrally", "not_met"),
        (BUDGET, "I held £9m for clients", "not_stated"),
        (ANNUAL, "Held a three-year budget of £9m (£3m a year)", "not_met"),
        (ANNUAL, "Held a budget of £9m covering three years", "not_met"),
        (ANNUAL, "Held a £13.5m budget for the whole three-year programme", "met"),
        (ANNUAL, "Held a £4.5m budget for three years", "met"),
        (CONTRACTS, "Contract Manager, cleaning contract worth £4.5m", "met"),
        (CONTRACTS, "I managed two contracts; the larger was worth £900k", "not_met"),
        (CONTRACTS, "Commercial owner of a £5m contract", "met"),
        (CONTRACTS, "Helped bid for a £5m contract", "not_stated"),
        (TARGET, "Carried a sales target of £1.3m", "met"),
        (TARGET, "Carried a sales target of £300k", "not_met"),
    ],
)
def test_verdicts(criterion: MoneyScope, cv: str, outcome: str) -> None:
    result = verdict(criterion, cv)
    assert result.outcome == outcome, result.reason
    for piece in result.evidence:
        assert cv[piece.start : piece.end] == piece.quote


def test_a_near_miss_says_how_near_and_asks() -> None:
    result = verdict(BUDGET, "Held a budget of £3.7m")
    assert result.reason == "The CV shows a budget of £3.7m, 8% short of the £4m asked."
    assert result.question == "Which budgets have you held yourself, and how large was the largest?"
    assert result.attained == pytest.approx(3.7 / 4)


def test_a_converted_amount_says_from_what_and_at_which_rate() -> None:
    result = verdict(BUDGET, "Held a budget of $9m")
    assert result.outcome == "met"
    assert "converted from USD at the average rate of 2024" in result.reason


def test_words_that_state_nothing_new_change_no_verdict() -> None:
    before = verdict(BUDGET, "Held a budget of £3m")
    after = verdict(BUDGET, "Held a budget of £3m\nKeen cyclist, plays the oboe.")
    assert (before.outcome, before.reason) == (after.outcome, after.reason)
