"""Which readings of one sentence are alternatives."""

import pytest

from matcher.criteria import EducationHeld, ExperienceYears, SectorWorked, ToolUsed
from matcher.roles.groups import groups_of
from matcher.types import Asked, Sentence


def tools(text: str, *names: str) -> list[Asked]:
    return [Asked(ToolUsed((n,)), text.index(n), text.index(n) + len(n)) for n in names]


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("a till (Acme, Bolt, Crest or the like)", 3),
        ("Acme, Bolt or Crest", 3),
        ("Acme, Bolt and Crest", 0),
    ],
)
def test_or_makes_alternatives_of_a_list(text: str, grouped: int) -> None:
    unit = Sentence(text, 0, len(text))
    assert len(groups_of(text, unit, tools(text, "Acme", "Bolt", "Crest"))) == grouped


def test_what_would_help_counts_each_for_itself() -> None:
    text = "It would help if you knew Acme, Bolt or Crest"
    assert groups_of(text, Sentence(text, 0, len(text)), tools(text, "Acme", "Bolt", "Crest")) == {}


def test_alternatives_of_different_kinds() -> None:
    text = "a degree or Acme"
    asked = [Asked(EducationHeld("degree"), 0, 8), *tools(text, "Acme")]
    groups = groups_of(text, Sentence(text, 0, len(text)), asked)
    assert groups[0] == groups[1]


def test_a_sector_read_as_experience_too() -> None:
    text = "experience in brewing"
    asked = [
        Asked(ExperienceYears(None, "brewing"), 0, 21),
        Asked(SectorWorked(("brewing",)), 14, 21),
    ]
    groups = groups_of(text, Sentence(text, 0, len(text)), asked)
    assert groups[0] == groups[1]
