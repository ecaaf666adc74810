"""Sections of CVs and the table of headings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from data.knowledge.headings import headings, normalised
from matcher.candidates.sections import sections


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("PROFESSIONAL EXPERIENCE", "experience"),
        ("Career history:", "experience"),
        ("== Education & Training ==", "education"),
        ("Licences and certificates", "certificates"),
        ("IT SKILLS", "skills"),
        ("About me", "profile"),
    ],
)
def test_heading_on_its_own_line(heading: str, kind: str) -> None:
    text = f"Jo Doe\nYork\n\n{heading}\nSome words below it."
    assert sections(text)[-1].kind == kind


def test_sections_cover_the_text() -> None:
    text = "Jo Doe\n\nProfile\nCalm.\n\nEXPERIENCE\nPorter, 2019 - 2021\n\nSkills\nLifting"
    found = sections(text)
    assert [one.kind for one in found] == ["other", "profile", "experience", "skills"]
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(one.end == two.start for one, two in pairwise(found))


def test_label_on_the_line_opens_a_section() -> None:
    found = sections("PROFILE | Twelve years on the railway\n\nLANGUAGES | Dutch")
    assert [one.kind for one in found] == ["profile", "languages"]


def test_row_label_within_a_post_opens_none() -> None:
    text = "EXPERIENCE\n\nHead Porter, 2019 - 2021\nWork | Moved beds\nTraining | Ran courses"
    assert [one.kind for one in sections(text)] == ["experience"]


def test_title_in_capitals_is_no_heading() -> None:
    text = "EXPERIENCE\n\nHEAD PORTER\nMoorside Hospital\n2019 - 2021"
    assert [one.kind for one in sections(text)] == ["experience"]


def test_row_of_column_names_opens_a_work_history() -> None:
    text = "Jo Doe\n\nROLE | EMPLOYER | FROM | TO\nPorter | Moorside | 2019 | 2021"
    assert sections(text)[-1].kind == "experience"


def test_normalised_drops_all_but_words() -> None:
    assert normalised("  Skills & Tools: ") == "skills and tools"


def test_kind_of_a_heading() -> None:
    assert headings("cv").kind("Employment history") == "experience"
    assert headings("cv").kind("Nothing of the sort") is None


@pytest.mark.parametrize("item", ["Patient education", "Staff Training", "Community Relations"])
def test_item_of_a_list_is_no_heading(item: str) -> None:
    text = f"Skills\nFirst aid\n{item}\nLifting\nEducation\nBA History"
    assert [one.kind for one in sections(text) if one.heading] == ["skills", "education"]


def test_heading_set_apart_ends_a_list() -> None:
    text = "Skills\nFirst aid\n\nPatient education\nTaught twelve wards."
    assert [one.kind for one in sections(text) if one.heading] == ["skills", "education"]
