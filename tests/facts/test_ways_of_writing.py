"""One amount, one head count and one length, in the ways in which CVs write them."""

from __future__ import annotations

import pytest

from matcher.facts.numbers.durations import lengths
from matcher.facts.numbers.numbers import amounts
from matcher.facts.people.counts import head_counts

TEN_MILLION = """
£10m|£10M|£10 m|£10mn|£10Mn|£10MM|£10mil|£10million|£10 million|£10 Million|£10MILLION|£10.0m
£10m+|£10+m|£10+ million|£10m-plus|£10m plus|£10 million-plus|over £10m|upwards of £10m
in excess of £10m|just over £10m|c.£10m|c£10m|c. £10m|circa £10m|~£10m|some £10m|£10m or so
£10,000,000|£10 000 000|£10.000.000|£ 10 million|£10,000k|£10000k|£0.01bn|10 million pounds
10m pounds sterling|10m GBP|10 million GBP|GBP 10m|GBP10m|GBP10,000,000|ten million pounds
£10m pa|£10m p.a.|£10m per annum|£10m a year|£10m/yr|£10m (annual)|£10m-£12m|£10m - £12m|£10-12m
£10m to £12m|£10 to £12 million|between £10m and £12m
"""
TWENTY_FIVE = """
25 people|25 staff|25 FTE|25 FTEs|25 colleagues|25 heads|25 engineers|25 direct reports
twenty-five people|twenty five staff|team of 25|a team (25)|25-strong team
25 strong team|25-person team|25-member team|25+ people|25 plus staff|over 25 staff|c.25 people
c25 people|c. 25 people|~25 people|around 25 staff|25ish people|headcount: 25|a headcount of 25
25-30 staff|25 to 30 people|25 x FTE|25 x staff|a department of 25
"""
EIGHT_YEARS = """
8 years|eight years|8+ years|8 yrs|8yrs|over 8 years|more than eight years|eight (8) years
8 years+|8 years plus|96 months|8-10 years|8 to 10 years|c.8 years|c8 yrs|circa 8 years|some 8 years
8 solid years|8 full years|8 consecutive years|upwards of 8 years|a total of 8 years
"""


def ways(table: str) -> list[str]:
    return table.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("written", ways(TEN_MILLION))
def test_ten_million_pounds(written: str) -> None:
    found = amounts(f"Held a budget of {written}.")
    assert found
    assert {number.low for number in found} <= {10e6, 12e6}
    assert found[0].low == 10e6
    assert found[0].currency == "GBP"


@pytest.mark.parametrize("written", ways(TWENTY_FIVE))
def test_twenty_five_people(written: str) -> None:
    assert [count.low for count in head_counts(f"Managed {written}")] == [25.0]


@pytest.mark.parametrize("written", ways(EIGHT_YEARS))
def test_eight_years(written: str) -> None:
    assert [length.years for length in lengths(f"Payroll for {written}.")] == [8.0]
