"""What a role asks about homes and travel, and what only describes the post."""

from __future__ import annotations

import pytest

from matcher.criteria import LocatedAt
from matcher.facts.places import reader as places
from tests.judging.reading import asks


@pytest.mark.parametrize(
    ("sentence", "criterion"),
    [
        ("Prepared to move to Perth", LocatedAt("relocation: Perth")),
        ("You must reside within 20 miles of the depot", LocatedAt("the depot", 20.0)),
        ("Only local candidates (Derby) will be seen", LocatedAt("Derby")),
        ("You must live within 15 miles of Derby", LocatedAt("Derby", 15.0)),
        ("Within 45 minutes of Exeter", LocatedAt("Exeter", 22.5)),
        ("Must reside in or near Perth", LocatedAt("Perth")),
        ("Candidates must be willing to travel across Wales", LocatedAt("travel: Wales")),
        ("The post is based in Hull", None),
        ("We help people living in Kent", None),
        ("We pay your travel expenses, which must be claimed", None),
        ("You must be eligible to live and work in the UK", None),
    ],
)
def test_asks(sentence: str, criterion: LocatedAt | None) -> None:
    assert [one.criterion for one in asks(places, sentence)] == ([criterion] if criterion else [])
