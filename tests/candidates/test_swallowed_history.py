"""A history that goes on behind a career break or a short section without a heading of its own."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline

_FIRST = "Employment\n\nPorter, Moorside Hospital\nMay 2024 - present\n- Moved beds\n\n"


def _posts(text: str) -> list[str]:
    return [f"{one.title}, {one.start} to {one.end}" for one in outline(text).positions]


@pytest.mark.parametrize(
    "gap",
    [
        "Career break\nJune 2020 to April 2024\n- Cared for my mother\n\n",
        "Career break: 2020 to 2024\n\n",
        "CAREER BREAK\nRaised two children.\n\n",
        "Status\nBritish citizen\n\n",
        "Languages\nWelsh\n\n",
    ],
)
def test_posts_go_on_behind_a_short_section(gap: str) -> None:
    later = "Ward Clerk, Dale Infirmary\n2012 to 2020 (part time)\n- Kept the lists\n"
    assert _posts(_FIRST + gap + later) == [
        "Porter, 2024-05 to present",
        "Ward Clerk, 2012 to 2020",
    ]


def test_posts_behind_a_break_may_show_no_description() -> None:
    text = _FIRST + "Career break\n2020 to 2024\n\nWard Clerk, Dale Infirmary, 2012 to 2020\n"
    assert _posts(text) == ["Porter, 2024-05 to present", "Ward Clerk, 2012 to 2020"]


@pytest.mark.parametrize(
    "row",
    [
        "Volunteer Porter, Dale Hospice\n2012 to 2020\n- Pushed trolleys",
        "Cared for my mother, 2020 to 2024",
        "Moving and Handling Certificate, 2012 to 2020",
    ],
)
def test_what_is_no_paid_post_stays_where_it_stands(row: str) -> None:
    assert _posts(f"{_FIRST}Career break\n\n{row}\n") == ["Porter, 2024-05 to present"]


def test_a_block_under_a_drawn_heading_belongs_to_the_post_it_names() -> None:
    cv = outline(
        "Work history\n\nFrom | To | Post | Organisation\n2019 | now | Head Porter | Moorside\n"
        "2014 | 2019 | Ward Clerk | Dale\n\n----- Head Porter, Moorside -----\n- Led a shift\n\n"
        "----- Ward Clerk, Dale -----\n- Kept the lists\n"
    )
    owners = {one.text: one.position for one in cv.sentences}
    assert (owners["Led a shift"], owners["Kept the lists"]) == (0, 1)


def test_department_in_capitals_belongs_to_a_title_in_capitals() -> None:
    (post,) = outline(
        "Experience\nMANAGING DIRECTOR, NORTHERN DIVISION, Dale & Sons\n2016 to present\n"
    ).positions
    assert (post.title, post.employer) == ("MANAGING DIRECTOR, NORTHERN DIVISION", "Dale & Sons")
