"""Posts of CVs: every layout that gives a post, and what gives none."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline

PORTER = ("Head Porter", "Moorside Hospital", "2019-03", "2021-05")

LAYOUTS = {
    "one line": "Head Porter, Moorside Hospital, March 2019 to May 2021",
    "brackets": "Head Porter, Moorside Hospital (03/2019 - 05/2021)",
    "dates first": "Mar 2019 – May 2021: Head Porter, Moorside Hospital",
    "dates above": "Mar 2019 – May 2021\nHead Porter, Moorside Hospital\nMoved beds.",
    "dates below": "Head Porter\nMoorside Hospital\nMar 2019 – May 2021\nMoved beds.",
    "employer first": "Moorside Hospital\nHead Porter\nMar 2019 – May 2021\nMoved beds.",
    "employer above": "Moorside Hospital\nHead Porter | March 2019 – May 2021\n* Moved beds",
    "at": "Head Porter at Moorside Hospital, 2019-03 to 2021-05",
    "bars": "| 03/2019 – 05/2021 | Head Porter | Moorside Hospital |",
    "tabs": "Mar 2019\t|\tMay 2021\t|\tHead Porter\t|\tMoorside Hospital",
    "cells": "Head Porter\t\tMoorside Hospital\t\t2019-03\t\t2021-05",
    "labels": "Employer: Moorside Hospital\nJob title: Head Porter\nDates: 03/2019 to 05/2021",
    "labels below": "Period: 03/2019 - 05/2021\nCompany: Moorside Hospital\nRole: Head Porter",
    "client": "Mar 2019 – May 2021\nHead Porter\nClient: Moorside Hospital\nMoved beds.",
    "number": "1. Head Porter, Moorside Hospital (Mar 2019 - May 2021)\nMoved beds.",
    "bold": "**Head Porter**, Moorside Hospital\n_Mar 2019 - May 2021_\n- Moved beds",
    "dates, title, employer": "Mar 2019 – May 2021\nHead Porter\nMoorside Hospital\n* Moved beds",
    "dates, employer, title": "Mar 2019 – May 2021\nMoorside Hospital\nHead Porter\n* Moved beds",
    "title, dates, employer": "Head Porter\nMar 2019 – May 2021\nMoorside Hospital\n* Moved beds",
    "employer, dates, title": "Moorside Hospital\nMar 2019 – May 2021\nHead Porter\n* Moved beds",
    "sentences": "Moorside Hospital. Mar 2019 - May 2021. Head Porter. Moved beds by night.",
    "working as": "Mar 2019 - May 2021 – Moorside Hospital – working as Head Porter",
    "three lines": "March 2019\nto\nMay 2021\nHead Porter, Moorside Hospital\nMoved beds.",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    text = f"Jo Doe\n\nEXPERIENCE\n\n{LAYOUTS[layout]}\n\nEDUCATION\nBA History, 2008 - 2011"
    (found,) = outline(text).positions
    assert (found.title, found.employer, found.start, found.end) == PORTER


@pytest.mark.parametrize(
    "sentence",
    [
        "From March 2019 to May 2021 I was Head Porter at Moorside Hospital, with a team of nine.",
        "Between March 2019 and May 2021 I was Head Porter for Moorside Hospital.",
        "I came in March 2019 as Head Porter with Moorside Hospital and stayed until May 2021.",
    ],
)
def test_prose(sentence: str) -> None:
    (found,) = outline(f"Jo Doe\n\nI like hospitals.\n\n{sentence}").positions
    assert (found.title, found.employer, found.start, found.end) == PORTER


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Sorter 2001-2006, Shift Leader 2006-2012, Depot Manager 2012-now",
            [
                ("Sorter", "2001", "2006"),
                ("Shift Leader", "2006", "2012"),
                ("Depot Manager", "2012", "present"),
            ],
        ),
        (
            "2001-2006 Sorter, Royal Mail; 2006-2012 Shift Leader, Royal Mail",
            [("Sorter", "2001", "2006"), ("Shift Leader", "2006", "2012")],
        ),
        ("Depot Manager since 2012", [("Depot Manager", "2012", "present")]),
    ],
)
def test_several_posts_on_a_line(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.title, one.start, one.end) for one in outline(line).positions] == expected


@pytest.mark.parametrize(
    ("entry", "title", "employer"),
    [
        ("Chandler, Moorside Ropes, 2019 - 2021", "Chandler", "Moorside Ropes"),
        ("Chandler | 2019 - 2021\nMoorside Ropes, Leeds", "Chandler", "Moorside Ropes"),
        (
            "Moorside Ropes Ltd\n2019 - 2021\nChandler\n- Made ropes",
            "Chandler",
            "Moorside Ropes Ltd",
        ),
        ("Porter, Night Ward\t2019 - 2021\nMoorside Trust", "Porter, Night Ward", "Moorside Trust"),
        ("Moorside Trust\t2019 - 2021\tPorter - Nights", "Porter - Nights", "Moorside Trust"),
        ("2019 - 2021\nCompany Name, City, State Bed mover", "Bed mover", "Company Name"),
        (
            "2019 - 2021 Company Name - City, State Moved the beds of nine wards by day and night",
            None,
            "Company Name",
        ),
        ("Sr. Chandler, Moorside Ropes, 2019 - 2021", "Sr. Chandler", "Moorside Ropes"),
        ("Sr. Porter, Moorside Ropes, 2019 - 2021", "Sr. Porter", "Moorside Ropes"),
        ("3/4 class teacher\n2019 - 2021\nMoorside School", "3/4 class teacher", "Moorside School"),
    ],
)
def test_unusual_titles(entry: str, title: str | None, employer: str) -> None:
    (found,) = outline(f"Experience\n\n{entry}\n").positions
    assert (found.title, found.employer) == (title, employer)


def test_undated_posts_of_an_anonymised_cv() -> None:
    text = (
        "Work History\nNight Porter Company Name - City , State\nMoved beds.\n"
        "Linen Room\nCompany Name - City , State Washed sheets, folded them and put them away.\n"
        "Education\nCollege\nCompany Name - City , State"
    )
    assert [(one.title, one.start) for one in outline(text).positions] == [
        ("Night Porter", None),
        ("Linen Room", None),
    ]


def test_masked_employers() -> None:
    text = (
        "Experience\nStore Manager\nJuly 2010 to Current Company Name - City , State\n"
        "Opened two shops.\n"
        "Company Name May 2004 to June 2010 Sales Associate\nCity , State\nSold shoes."
    )
    assert [(one.title, one.start, one.end) for one in outline(text).positions] == [
        ("Store Manager", "2010-07", "present"),
        ("Sales Associate", "2004-05", "2010-06"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "EDUCATION\nBA History, Leeds, 2008 - 2011",
        "CERTIFICATES\nForklift Operator, 2019 - 2022",
        "EXPERIENCE\n\n• Ran the migration from January 2019 to May 2019 with two suppliers",
        "EXPERIENCE\nWas sent abroad with the whole Ward in 2016-2017.",
        "INTERESTS\nRace Marshal and Night Swimmer, 2012 - present",
        "NOTES\nBeach Clean Volunteer, 2015 - 2019",
        "VOLUNTEERING\nTrustee, River Trust, 2015 - 2019",
    ],
)
def test_dates_of_other_things_are_no_posts(text: str) -> None:
    assert outline(text).positions == ()


HISTORY = """EXPERIENCE

Head Porter, Moorside Hospital
March 2019 - May 2021
Moved beds.

Porter, Glen Clinic
January 2015 - February 2019
Moved chairs.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Ran the bookings on Ward Server 2016, with no help.\n",
        "Promoted to Lead Porter in 2016\n",
        "From March 2016 to May 2017 I was Night Porter at Cliff Ward.\n",
        "\nACHIEVEMENTS\nPorter of the Year, Glen Clinic, 2016 - 2017\n",
        "\nFURTHER INFORMATION\nTreasurer, Porters' Club, 2016 - 2017\n",
    ],
)
def test_what_stands_inside_or_beside_the_history_is_no_post(line: str) -> None:
    assert [one.title for one in outline(HISTORY + line).positions] == ["Head Porter", "Porter"]


def test_earlier_posts_may_show_years_alone() -> None:
    found = outline(HISTORY + "\nWard Clerk, Glen Clinic, 2011 - 2014\n").positions
    assert [one.start for one in found] == ["2019-03", "2015-01", "2011"]


TWO_COLUMNS = """Jo Doe

LANGUAGES
French, good
RIGHT TO WORK
British citizen

I like hospitals.
Head Porter, Moorside Hospital, March 2019 to
present
• Twelve porters

Porter, Glen Clinic,
2011 to 2019
• Beds and chairs

First Night Porter, Cliff Ward, 2006
to 2011
• Doors
"""


def test_history_without_a_heading_starts_at_its_first_post() -> None:
    cv = outline(TWO_COLUMNS)
    assert [(one.title, one.start, one.end) for one in cv.positions] == [
        ("Head Porter", "2019-03", "present"),
        ("Porter", "2011", "2019"),
        ("First Night Porter", "2006", "2011"),
    ]
    by_text = {one.text: one.section for one in cv.sentences}
    assert by_text["British citizen"] == "status"
    assert by_text["Twelve porters"] == "experience"


def test_post_of_a_cv_without_headings_keeps_its_description() -> None:
    cv = outline("Glen Clinic\nHead Porter, Apr 2017 - Oct 2023\n- Moved beds\n")
    assert [one.position for one in cv.sentences] == [0, 0, 0]


@pytest.mark.parametrize(
    ("entry", "title", "employer"),
    [
        (
            "Director, Patient Transport, Glen Clinic, Austin, TX",
            "Director, Patient Transport",
            "Glen Clinic",
        ),
        ("Porter, Glen Clinic, Leeds", "Porter", "Glen Clinic"),
        ("Porter, Doe & Roe Partners", "Porter", "Doe & Roe Partners"),
    ],
)
def test_departments_and_firms(entry: str, title: str, employer: str) -> None:
    (found,) = outline(f"Experience\n\n{entry}\n2019 - 2021\n- Moved beds").positions
    assert (found.title, found.employer) == (title, employer)


TOLD_TWICE = """CAREER AT A GLANCE
03/2019 - 05/2021 | Head Porter | Moorside Hospital
01/2015 - 02/2019 | Porter      | Glen Clinic

Head Porter | Moorside
People | 12 porters

GLEN CLINIC
People | none
"""


def test_post_told_twice_is_one_post() -> None:
    cv = outline(TOLD_TWICE)
    assert [one.title for one in cv.positions] == ["Head Porter", "Porter"]
    people = {one.text: one.position for one in cv.sentences if one.label == "People"}
    assert people == {"People | 12 porters": 0, "People | none": 1}


def test_sentences_quote_the_text_and_know_where_they_stand() -> None:
    text = (
        "Profile\nCalm.\n\nExperience\n\nHead Porter, Moorside, 2019 - 2021\n- Moved beds\n\n"
        "Skills\nLifting"
    )
    cv = outline(text)
    assert all(text[one.start : one.end] == one.text for one in cv.sentences)
    by_text = {one.text: (one.section, one.position) for one in cv.sentences}
    assert by_text["Moved beds"] == ("experience", 0)
    assert by_text["Calm."] == ("profile", None)
    assert by_text["Lifting"] == ("skills", None)


def test_description_does_not_run_on_from_a_long_heading() -> None:
    head = "Head Porter of the Infirmary and its Laundry, Moorside Hospital, March 2019 - May 2021"
    cv = outline(f"Experience\n{head}\nMoved beds and chairs.\n")
    assert [one.text for one in cv.sentences] == ["Experience", head, "Moved beds and chairs."]
