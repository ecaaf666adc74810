"""Sizes and names as a recruiter would say them."""

import pytest

from matcher.judging.evidence.wording import people, short_of, with_article


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.92, "8% short of"),
        (0.999, "1% short of"),
        (0.1, "90% short of"),
        (0.09, "well below"),
        (0.0, "well below"),
    ],
)
def test_a_shortfall_is_said_without_mockery(share: float, words: str) -> None:
    assert short_of(share) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("booking system", "a booking system"),
        ("expense tool", "an expense tool"),
        ("Excel", "Excel"),
        ("booking systems", "booking systems"),
        ("spreadsheet software", "spreadsheet software"),
        ("Power Platform", "Power Platform"),
    ],
)
def test_a_thing_without_a_proper_name_has_an_article(name: str, words: str) -> None:
    assert with_article(name) == words


def test_people_are_counted() -> None:
    assert [people(count) for count in (1, 24, 1200)] == ["1 person", "24 people", "1,200 people"]
