"""Dates and periods as CVs print them."""

from __future__ import annotations

import pytest

from matcher.candidates.dates import periods, spelt_year


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("2015/01 - 2023/02", "2015-01", "2023-02"),
        ("2015/16 - 2022/23", "2015-09", "2023-08"),
        ("01-2015 to 02-2023", "2015-01", "2023-02"),
        ("01-03-2015 - 31-12-2022", "2015-03", "2022-12"),
        ("Jan2015-Feb2023", "2015-01", "2023-02"),
        ("2015 -> 2023", "2015", "2023"),
        ("Jan 2022 - present", "2022-01", "present"),
        ("01/2020 – 12/2021", "2020-01", "2021-12"),
        ("2020-01 to 2021-12", "2020-01", "2021-12"),
        ("01/02/2020 - 28/02/2021", "2020-02", "2021-02"),
        ("Sept ’19 - Oct ’21", "2019-09", "2021-10"),
        ("Jan-19 to Feb-20", "2019-01", "2020-02"),
        ("2016-2023", "2016", "2023"),
        ("2019-21", "2019", "2021"),
        ("(2016 – 2023)", "2016", "2023"),
        ("MAR 2021 – DEC 2023", "2021-03", "2023-12"),
        ("3 March 2023 to 30 June 2023", "2023-03", "2023-06"),
        ("Spring 2019 to Autumn 2020", "2019-04", "2020-10"),
        ("April 2018 to date", "2018-04", "present"),
        ("2015-now", "2015", "present"),
        ("since 2021", "2021", "present"),
        ("between May 2012 and June 2013", "2012-05", "2013-06"),
        ("May 2014 until Current", "2014-05", "present"),
        ("2021 –", "2021", "present"),
        ("4/17-9/19", "2017-04", "2019-09"),
        ("8/23 to date", "2023-08", "present"),
        ("Q3 2015 - Q1 2019", "2015-08", "2019-02"),
        ("2nd quarter of 2012 to 3rd quarter 2014", "2012-05", "2014-08"),
        ("Feb-Sept 2017", "2017-02", "2017-09"),
        ("3 March to 9 October 2020", "2020-03", "2020-10"),
        ("joined in June 2013, resigned in May 2016", "2013-06", "2016-05"),
        ("start: 2011; end: March 2014", "2011", "2014-03"),
        ("May 2010 and was made redundant in 2012", "2010-05", "2012"),
        ("2020 onwards", "2020", "present"),
        ("March two thousand and nine to May two thousand and twenty-one", "2009-03", "2021-05"),
    ],
)
def test_periods(printed: str, start: str, end: str) -> None:
    (found,) = periods(printed)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["we may 20 people", "£2,019 spent", "4021 tickets", "", "24x7", "marks of 7/10 and 9/10"],
)
def test_no_dates(text: str) -> None:
    assert periods(text) == []


def test_single_dates_joined_by_and_are_no_period() -> None:
    assert [(one.start, one.end) for one in periods("exams in 2011 and 2014")] == [
        ("2011", None),
        ("2014", None),
    ]


def test_a_word_for_joining_alone_makes_no_period() -> None:
    (found,) = periods("Joined in May 2020 and passed the exam")
    assert (found.start, found.end, found.opens) == ("2020-05", None, False)


def test_neighbouring_cells_are_a_period_only_in_tables() -> None:
    row = "Jun 2020 | Aug 2022 | Porter"
    assert len(periods(row)) == 2
    assert [(one.start, one.end) for one in periods(row, cells=True)] == [("2020-06", "2022-08")]


def test_words_that_are_no_year() -> None:
    with pytest.raises(ValueError, match="no year: 'green'"):
        spelt_year("green")
