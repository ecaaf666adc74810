"""What amounts of money in a CV measure and whose they are; what roles ask about money."""

from __future__ import annotations

import pytest

from matcher.facts.money import reader as money
from matcher.facts.money.beside import HELD
from matcher.text import sentences
from matcher.types import Outline, Sentence, Status
from matcher.values import Money


def outline(text: str) -> Outline:
    """A CV of plain sentences, without sections or posts."""
    found = tuple(Sentence(text[first:last], first, last) for first, last in sentences(text))
    return Outline(text, (), (), found)


def amounts(text: str) -> list[Money]:
    """The sized amounts of a CV."""
    values = [fact.value for fact in money.read(outline(text))]
    return [v for v in values if isinstance(v, Money) and v.amount is not None]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Held a budget of £2m", "budget"),
        ("Cost base £2m", "budget"),
        ("Accountable for a £2m P&L", "p_and_l"),
        ("Profit and loss of £2m a year", "p_and_l"),
        ("P&L owner for a portfolio worth £2m", "p_and_l"),
        ("Commercial owner of a £2m maintenance contract", "contract"),
        ("A charity with a turnover of £2m", "revenue"),
        ("Closed deals of £2m", "revenue"),
        ("Saved £2m on energy", "saving"),
        ("Cut the fleet budget by £2m", "saving"),
        ("Raised £2m from two funds", "other"),
        ("Refunds of £2m processed", "other"),
        ("Held the £2m grants budget", "budget"),
    ],
)
def test_an_amount_measures_what_the_nearest_measuring_word_says(text: str, scope: str) -> None:
    assert [value.scope for value in amounts(text)] == [scope]


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Ran a £3m budget", True),
        ("Warehouse Manager | Budget: £3m", True),
        ("£3m cost centre, held by me", True),
        ("Managed and reported on a £3m budget", True),
        ("Reporting to the COO, ran a £3m budget", True),
        ("Reported on the £3m budget", False),
        ("Helped run a £3m budget", False),
        ("Responsible for preparing papers on the £3m budget", False),
        ("My director's £3m budget", False),
        ("The finance director held a £3m budget", False),
        ("Reported to the bursar, who ran a £3m budget", False),
        ("Influenced spend of £3m", False),
        ("Built a P&L model of £3m", False),
        ("Hospital with a £3m budget", False),
        ("Resp. for a budget of £3m", True),
        ("Ran a £3m contract budget on behalf of Aldwater Parks", True),
        ("The £3m budget sat with the bursar", False),
        ("Led nine people within a £3m budget", False),
        ("Deputy to the bursar (budget £3m)", False),
        ("Worked next to the harbour director, who carries a budget of £3m", False),
        ("I sit beside Joan, whose budget is £3m", False),
        ("Add figures to the port's £3m budget, which is owned by the bursar", False),
        ("Clerk on a £3m budget that is signed off by the bursar", False),
        ("Recruited three harbour masters, all managers with budgets of £3m", False),
        ("Clerk in a budget office; annual budget £3m", False),
        ("Harbour manager with a budget of £3m, which the bursar signs off", True),
        ("I report to the bursar and hold a £3m budget", True),
        ("Own the port's budget of £3m: salaries, fuel and suppliers", True),
        ("Responsible for a budget covering salaries and fuel of £3m", True),
        ("Accountable for £3m a year of dredging contracts and running costs", True),
        ("Prepared the annual budget for a division with revenue of £3m", False),
    ],
)
def test_whose_a_budget_is(text: str, owned: bool) -> None:
    held = [value for value in amounts(text) if value.owned and value.scope in HELD]
    assert bool(held) is owned


@pytest.mark.parametrize(
    ("text", "per", "years"),
    [
        ("Budget of £90k a month", "month", None),
        ("Monthly budget of £90k", "month", None),
        ("Budget of £9m over three years", None, 3),
        ("Four-year budget of £9m", None, 4),
        ("Budget of £9m per annum", "year", None),
        ("Ran a budget of £9m for four years", None, None),
    ],
)
def test_periods(text: str, per: str | None, years: float | None) -> None:
    (value,) = amounts(text)
    assert (value.per, value.years) == (per, years)


def test_a_column_heading_says_what_an_amount_is() -> None:
    text = "Post | P&L | Staff\nHarbour master | £4.5m | 60"
    assert [(v.amount, v.scope, v.owned) for v in amounts(text)] == [(4_500_000, "p_and_l", True)]


@pytest.mark.parametrize(
    ("heading", "owned"), [("Budgets held", True), ("Budget", True), ("Budgets reported on", False)]
)
def test_a_line_above_bare_amounts_says_what_they_are(heading: str, owned: bool) -> None:
    values = amounts(f"{heading}\n2015: £300k\n2019: £800k")
    assert [(v.scope, v.owned) for v in values if v.amount] == [("budget", owned)] * 2


def test_the_sentence_before_says_what_the_figure_is() -> None:
    text = "I hold the budget for the whole trust. The figure is six million pounds."
    assert [(v.amount, v.scope, v.owned) for v in amounts(text)] == [(6_000_000, "budget", True)]


def test_words_and_digits_for_one_amount_are_one_amount() -> None:
    assert len(amounts("A budget of six million pounds (£6m)")) == 1


def test_delegated_authority_leaves_the_whole_to_somebody_else() -> None:
    values = amounts("Delegated authority of £200k within a £9m budget")
    assert [(v.amount, v.owned) for v in values] == [(200_000, True), (9_000_000, False)]


def test_growth_counts_at_what_was_reached() -> None:
    assert [v.amount for v in amounts("Took the P&L from £3m to £5m")] == [5_000_000]


def test_a_size_that_is_not_stated_and_a_denial() -> None:
    unsized, denied = money.read(outline("Owned the depot budget.\nNo P&L responsibility."))
    assert (unsized.status, denied.status) == (Status.HELD, Status.DENIED)


def test_keywords_are_bare() -> None:
    (fact,) = money.read(outline("budget, forecasting, vision, strategy, teams, KPI"))
    assert fact.bare


def test_a_weight_is_no_money() -> None:
    assert amounts("Able to lift 50 pounds") == []


def test_quotes_are_cut_from_the_text() -> None:
    text = "Ran the depot.\nBudget: £2m, staff 40.\nSaved £1m."
    for fact in money.read(outline(text)):
        assert text[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize(
    ("text", "scope", "amount", "strict"),
    [
        ("P&L responsibility of at least £6m", "p_and_l", 6e6, False),
        ("Sole P&L ownership", "p_and_l", None, True),
        ("P L management of multi m scale", "p_and_l", 2e6, False),
        ("Budget or P&L of more than £6m", "budget", 6e6, False),
        ("Budget management capability (>6m budgets)", "budget", 6e6, False),
        ("Experience of holding a budget", "budget", None, False),
        ("Has run a budget of £50k a month", "budget", 6e5, False),
        ("Managing contracts worth £6m or more", "contract_value", 6e6, False),
        ("Track record against sales targets of £1m", "sales_target", 1e6, False),
        ("Managing a cost base over £6m", "budget", 6e6, False),
        ("Must have managed at least £2 million per year", "budget", 2e6, False),
    ],
)
def test_what_a_role_asks(text: str, scope: str, amount: float | None, strict: bool) -> None:
    (asked,) = money.ask(Sentence(text, 100, 100 + len(text)))
    criterion = asked.criterion
    assert (criterion.scope, criterion.min_amount, criterion.strict) == (scope, amount, strict)
    assert 100 <= asked.start < asked.end <= 100 + len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deliver projects on time and within budget",
        "A study leave budget of £2,000",
        "Agree spend with the client and manage the finances of the project",
        "Salary £52,000",
        "Good communication skills",
    ],
)
def test_what_asks_no_money_scope(text: str) -> None:
    assert money.ask(Sentence(text, 0, len(text))) == []


def test_an_advert_that_lost_its_bullets_asks_for_each_stretch() -> None:
    text = (
        "Answerable for multi m P L results and every renewal with our partners in the region "
        "Chairs the monthly review of customers Evidence of budget management (>6m budgets)"
    )
    asked = [item.criterion for item in money.ask(Sentence(text, 0, len(text)))]
    assert [(each.scope, each.min_amount) for each in asked] == [("p_and_l", 2e6), ("budget", 6e6)]
