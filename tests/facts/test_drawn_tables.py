"""Tables in text: what parts their cells, and what their headings say of the figures below."""

from __future__ import annotations

import pytest

from matcher.facts.layout.drawn_tables import redrawn
from matcher.facts.money import reader as money
from matcher.facts.people import reader as people
from matcher.text import sentences
from matcher.types import Outline, Sentence
from matcher.values import Money, People


def outline(cv: str) -> Outline:
    found = tuple(Sentence(cv[first:last], first, last) for first, last in sentences(cv))
    return Outline(cv, (), (), found)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("Post / Sites / Cost base\nKiln manager / 3 / £2m\nKiln hand / 1 / -", 3),
        ("Post / Sites / Cost base\nKiln manager / 3 / £2m", 0),
        ("Supplier, staff\nJones, 45\nHill, 60", 0),
        ("Post - Years - Reports\nSister - 2012-2016 - 9\nMatron - 2016-2022 - 44", 3),
        ("Role, people led\nCharge hand, 8\nForeman, 31", 3),
        ("Role, people led\nCharge hand, 8\nForeman, none", 3),
        # No table: prose, one row that commas may part, rows of other sizes, bars already.
        ("I led, taught, and planned\nThen 3 years passed, 4 of them away", 0),
        ("Role, people led\nForeman, 31", 0),
        ("Role, people led\nForeman, 31, York\nCharge hand, 8, Hull", 0),
        ("Role | people led\nForeman | 31\nCharge hand | 8", 0),
        ("Role, people led\n\nForeman, 31\nCharge hand, 8", 0),
    ],
)
def test_which_lines_are_a_table(table: str, rows: int) -> None:
    cv = outline(table)
    drawn = redrawn(cv)
    assert sum("|" in each.text for each in drawn.sentences) == (rows or table.count("|"))
    assert [len(each.text) for each in drawn.sentences] == [len(e.text) for e in cv.sentences]
    assert (drawn is cv) == (rows == 0)


@pytest.mark.parametrize(
    ("table", "held"),
    [
        ("Post / Sites / P&L\nArea lead / 14 / £4.1m\nShop lead / 1 / £0.6m", 4_100_000),
        (
            "Year | Role | Budget (£k)\n2021 | Planner | 410\n2023 | Chief planner | 1,640",
            1_640_000,
        ),
        ("Role | Spend controlled (£'000)\nUnit head | 120\nService head | 450", 450_000),
        ("Role | Budget, £m\nDepot head | 1.2\nRegional head | 3.4", 3_400_000),
        # What was sold is no budget, and a heading without a unit leaves a number a number.
        ("Role | Sales (£k)\nUnit head | 120\nService head | 450", 0),
        ("Role | Budget lines\nUnit head | 12\nService head | 45", 0),
    ],
)
def test_what_a_column_is_counted_in(table: str, held: float) -> None:
    values = [fact.value for fact in money.read(redrawn(outline(table)))]
    most = max(
        (
            each.amount or 0.0
            for each in values
            if isinstance(each, Money) and each.owned and each.scope in ("p_and_l", "budget")
        ),
        default=0.0,
    )
    assert most == held


def test_people_stand_in_a_column_of_their_own() -> None:
    cv = redrawn(outline("Job, town, staff led\nLine lead, Hull, 18\nWorks manager, Goole, 320"))
    counts = [fact.value.count for fact in people.read(cv) if isinstance(fact.value, People)]
    assert counts == [18, 320]


@pytest.mark.parametrize(
    ("cv", "reached"),
    [
        ("Owned budgets of £3m to £6m by the year; £6m in 2022/23.", True),
        ("Held £3m to £6m of budget (£6m in 2021).", True),
        ("Owned budgets of £3m to £6m by the year.", False),
        ("Owned budgets of £3m to £6m by the year; £5m in 2022.", False),
    ],
)
def test_the_top_of_a_range_told_again(cv: str, reached: bool) -> None:
    values = [fact.value for fact in money.read(outline(cv))]
    assert any(isinstance(each, Money) and each.reached for each in values) == reached
