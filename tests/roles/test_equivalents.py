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
