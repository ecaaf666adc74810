"""Titles are of one kin where the table of titles says so, whatever their words look like."""

import pytest

from matcher.lineage import kin


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Head of IT Service Management", "Service Desk Manager", True),
        ("Problem Manager", "Head of IT Service Management", True),
        ("Customer Services Director", "Contact Centre Manager", True),
        ("Staff Nurse", "Ward Sister", True),
        ("Problem Manager", "Change Manager", False),
        ("Head of Service Desk", "Head Chef", False),
        ("Data Engineer", "Staff Nurse", False),
        ("", "Service Desk Manager", False),
    ],
)
def test_kin_by_function(one: str, other: str, expected: bool) -> None:
    assert kin(one, other) is expected
    assert kin(other, one) is expected
