"""A duty's budget or team is its scale; the largest of each kind is kept, once."""

import pytest

from matcher.criteria import Duty, MoneyScope, TeamSize
from matcher.roles.reader import read_role

ROLE = """Operations Director

What you will do
- Run a budget of £4m for three depots
- Lead a team, and coach it
- Lead a team of 60 drivers and loaders
- Plan the winter timetable with the depots

Essential
{asked}
"""


def scales(asked: str) -> list[object]:
    role = read_role("r", ROLE.format(asked=asked))
    found = [each.criterion for each in role.requirements if isinstance(each.criterion, Duty)]
    return [duty.scale for duty in found if duty.scale]


def test_the_largest_team_and_the_budget_are_kept() -> None:
    assert scales("- A degree in any subject") == [
        MoneyScope(4e6, scope="budget"),
        TeamSize(60),
    ]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("- Experience of managing a team of 20", [MoneyScope]),
        ("- Experience of holding a budget of £2m", [TeamSize]),
    ],
)
def test_what_is_asked_outright_needs_no_scale(asked: str, left: list[type]) -> None:
    assert [type(each) for each in scales(asked)] == left


def test_two_kinds_in_one_bullet_are_both_asked() -> None:
    role = read_role("r", ROLE.format(asked="- A budget of at least £3m and a team of 25"))
    asked = {each.kind for each in role.requirements}
    assert {"money_scope", "team_size"} <= asked
