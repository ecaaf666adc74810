"""A degree or equivalent experience is one requirement."""

import pytest

from matcher.criteria import EducationHeld, ExperienceYears
from matcher.roles.equivalents import with_equivalents
from matcher.types import Asked


@pytest.mark.parametrize(
    ("text", "experience", "folded"),
    [
        ("a degree or equivalent experience of dyeing", "experience of dyeing", True),
        ("a degree or have comparable experience of dyeing", "experience of dyeing", True),
        (
            "a degree or equivalent award, a ticket, and experience of dyeing",
            "experience of dyeing",
            False,
        ),
        ("a degree and experience of dyeing", "experience of dyeing", False),
        ("a degree or six years in a dye works", "six years in a dye works", False),
    ],
)
def test_equivalent_experience(text: str, experience: str, folded: bool) -> None:
    start = text.index(experience)
    award = Asked(EducationHeld("degree"), 0, len("a degree"))
    other = Asked(ExperienceYears(None, "dyeing"), start, len(text))
    found = with_equivalents(text, [award, other])
    if folded:
        wanted = EducationHeld("degree", or_equivalent_experience=True)
        assert found == [Asked(wanted, 0, len(text))]
    else:
        assert found == [award, other]


def test_a_length_of_experience_stands_beside_the_award() -> None:
    text = "a degree or equivalent experience of six years"
    award = Asked(EducationHeld("degree"), 0, len("a degree"))
    other = Asked(ExperienceYears(6, "dyeing"), text.index("experience"), len(text))
    assert with_equivalents(text, [award, other]) == [award, other]


def test_beside_a_subject_years_are_meant_in_its_field() -> None:
    text = "a degree in law or six years' practical experience"
    award = Asked(EducationHeld("degree", "law"), 0, len("a degree in law"))
    other = Asked(ExperienceYears(6, "practical"), text.index("six"), len(text))
    wanted = EducationHeld("degree", "law", or_equivalent_experience=True, or_years=6)
    assert with_equivalents(text, [award, other]) == [Asked(wanted, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "experience", "relevant", "folded"),
    [
        ("a degree, or at least six years' relevant experience", "six years", True, True),
        ("a degree or six years' experience", "six years", False, True),
        ("a degree or six years in a dye works", "six years", False, False),
        ("a degree and six years' experience", "six years", False, False),
    ],
)
def test_years_of_no_named_field_stand_in(
    text: str, experience: str, relevant: bool, folded: bool
) -> None:
    award = Asked(EducationHeld("degree"), 0, len("a degree"))
    start = text.index("at least") if "at least" in text else text.index(experience)
    other = Asked(ExperienceYears(6, "degree"), start, len(text))
    wanted = EducationHeld("degree", or_equivalent_experience=relevant, or_years=6)
    expected = [Asked(wanted, 0, len(text))] if folded else [award, other]
    assert with_equivalents(text, [award, other]) == expected
