"""A CV read whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matcher.candidates.reader import read_candidate

CV = """Jo Doe
jo.doe@example.com

Profile
Depot manager with nine years in haulage.

Experience
Depot Manager, Fell Haulage, January 2018 - December 2020
- Cut late deliveries by a third
Shift Leader, Fell Haulage, January 2016 - December 2018

References
Available on request from my present employer
"""


def split(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return list(spans)


def test_candidate() -> None:
    found = read_candidate("jo", CV, split, date(2026, 11, 23))
    assert found.id == "jo"
    assert [one.title for one in found.positions] == ["Depot Manager", "Shift Leader"]
    assert found.experience_months == 60
    assert [fact.value.years for fact in found.facts if fact.kind == "years"] == [9.0]  # type: ignore[union-attr]
    assert all(CV[fact.start : fact.end] == fact.quote for fact in found.facts)


def test_passages_leave_out_who_it_is_and_references() -> None:
    words = [one.text for one in read_candidate("jo", CV, split, date(2026, 11, 23)).passages]
    assert "Cut late deliveries by a third" in words
    assert not any("Doe" in each or "example" in each or "request" in each for each in words)
