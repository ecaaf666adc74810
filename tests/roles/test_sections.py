"""Headings on their own line, and headings lost in running text."""

from itertools import pairwise

import pytest

from matcher.roles.sections import body_start, role_sections


def kinds(text: str) -> list[str]:
    return [section.kind for section in role_sections(text)]


def body_of(text: str, kind: str) -> str:
    section = next(s for s in role_sections(text) if s.kind == kind)
    return text[body_start(section, text) : section.end].strip()


def test_sections_cover_the_text_in_order() -> None:
    text = "Night Porter\n\nEssential\n- Keys held\n\nDesirable\n- French\n"
    sections = role_sections(text)
    assert sections[0].start == 0
    assert sections[-1].end == len(text)
    for one, two in pairwise(sections):
        assert one.end == two.start


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Essential", "essential"),
        ("ESSENTIAL CRITERIA:", "essential"),
        ("Nice to have", "desirable"),
        ("Person specification: desirable", "desirable"),
        ("Qualifications (Essential)", "essential"),
        ("Person Specification", "person"),
        ("What you will be doing day to day", "duties"),
        ("What we offer you in return", "benefits"),
        ("Why Northgate Farms?", "employer"),
        ("How to apply", "application"),
    ],
)
def test_a_heading_line_is_known_by_the_table(line: str, kind: str) -> None:
    assert kinds(f"Herd Manager\n\n{line}\n\nSomething follows here.") == ["other", kind]


@pytest.mark.parametrize(
    "line",
    [
        "Experience of milking parlours",
        "Strong requirements gathering and the experience to lead it well.",
        "- Benefits realisation",
        "Including: milking, mucking out and fencing",
    ],
)
def test_words_of_a_heading_inside_a_line_make_no_heading(line: str) -> None:
    assert kinds(f"Herd Manager\n\n{line}\n") == ["other"]


def test_headings_before_colons_in_running_text() -> None:
    text = (
        "We run forty barges. Responsibilities: steering and mooring. "
        "Requirements: A boatmaster's licence. Benefits: a berth."
    )
    assert kinds(text) == ["other", "duties", "requirements", "benefits"]
    assert body_of(text, "requirements") == "A boatmaster's licence."


def test_a_sentence_glued_to_a_heading_stays_out_of_it() -> None:
    text = "A dairy diploma would be an advantage Benefits: a house and a pig"
    assert kinds(text) == ["other", "benefits"]
    assert body_of(text, "benefits") == "a house and a pig"


def test_headings_that_only_capitals_show() -> None:
    text = (
        "Barge Master wanted on the Thames and the Medway The Role You will moor barges daily "
        "Key Skills Able to steer a barge The Package A berth and a bicycle"
    )
    assert kinds(text) == ["other", "summary", "requirements", "benefits"]


def test_a_label_takes_its_line_only() -> None:
    text = "Essential:\n- A torch\nLocation: Crewe\n- A whistle\n"
    assert kinds(text) == ["essential", "details", "essential"]


def test_a_label_in_running_text_ends_with_its_sentence() -> None:
    text = "Salary: 20,000 a year. We want a porter who has carried trunks before, up many stairs."
    assert kinds(text) == ["details", "other"]
