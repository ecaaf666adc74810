"""Who somebody is never reaches the encoder, and blind mode masks it in place."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.candidates.redaction import BLOCK, blind, identity, prepared

CV = """{name}
{address}
{phone} | {email}

PROFILE
Depot manager with nine years in haulage. {pronoun} runs a depot of forty drivers.

EXPERIENCE
Depot Manager, Fell Haulage, 2015 - 2024
- Cut late deliveries by a third
- "{first} never raises a voice", says a driver

PERSONAL DETAILS
Date of birth: {birth}
Nationality: {nation}
{family}
"""

ANNE = {
    "name": "Anne Thwaite",
    "first": "Anne",
    "address": "12 Mill Lane, Kendal",
    "phone": "07700 900123",
    "email": "anne.thwaite@example.com",
    "pronoun": "She",
    "birth": "4 May 1980",
    "nation": "British",
    "family": "Married, two children",
}
OTHERS = {
    "name": {"name": "Kwabena Adjei", "first": "Kwabena", "email": "k.adjei@example.com"},
    "pronoun": {"pronoun": "He"},
    "birth": {"birth": "30/11/1961"},
    "address": {"address": "Flat 3, 88 Canal Street, Leeds"},
    "phone": {"phone": "+44 7700 900456"},
    "nationality": {"nation": "Ghanaian"},
    "family": {"family": "Single"},
}


def all_prepared(text: str) -> list[str]:
    cv = outline(text)
    who = identity(cv)
    words = (prepared(text, one.start, one.end, who) for one in cv.sentences)
    return [each for each in words if each]


@pytest.mark.parametrize("change", OTHERS)
def test_swapping_identity_changes_no_prepared_text(change: str) -> None:
    other = CV.format(**(ANNE | OTHERS[change]))
    assert all_prepared(other) == all_prepared(CV.format(**ANNE))


def test_what_the_person_did_is_kept() -> None:
    words = "\n".join(all_prepared(CV.format(**ANNE)))
    assert "Depot manager with nine years in haulage." in words
    assert "Cut late deliveries by a third" in words
    assert "Thwaite" not in words


@pytest.mark.parametrize(
    "detail",
    [
        "jo.doe@example.org",
        "(01632) 960123",
        "https://example.org/jo",
        "LA9 4QD",
        "maternity leave",
        "Irish citizen",
        "aged 47",
        "Harrowdale Grammar School",
        "registered disabled",
    ],
)
def test_detail_is_masked_in_place(detail: str) -> None:
    text = f"Worked on trams. {detail}. Then on trains."
    masked = blind(text)
    assert len(masked) == len(text)
    assert detail not in masked
    assert BLOCK in masked
    assert masked.startswith("Worked on trams.")
    assert masked.endswith("Then on trains.")


def test_word_that_is_also_a_name_stays_in_lower_case() -> None:
    text = "Mark Grant\n\nProfile\nI mark exams and won a grant for Mark Grant Ltd."
    assert "I mark exams and won a grant" in blind(text)


def test_absence_is_no_reason() -> None:
    text = (
        "Jo Doe\n\nExperience\n\nPorter, Moorside, 2015 - 2019\n"
        "- Career break caring for my mother\n- Moved beds"
    )
    words = "\n".join(all_prepared(text))
    assert "mother" not in words
    assert "Moved beds" in words


@pytest.mark.parametrize("line", ["£2,000,000 budget", "ISO 27001 and ISO 20000", "98.5% of calls"])
def test_numbers_of_work_are_no_phone_numbers(line: str) -> None:
    assert blind(line) == line
