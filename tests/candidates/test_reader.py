"""A CV read whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.candidates.reader import dated, read_candidate
from matcher.types import Notice

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


@pytest.mark.parametrize(
    ("cv", "highest"),
    [
        ("PhD Botany, in progress\nBSc Botany, 2019\nA-levels: Art\n", "degree"),
        ("Ran a shop in Leeds", "none"),
    ],
)
def test_the_highest_education_is_the_highest_completed(cv: str, highest: str) -> None:
    found = read_candidate("jo", cv, split, date(2026, 11, 23))
    assert found.highest_education == highest


def test_passages_leave_out_who_it_is_and_references() -> None:
    words = [one.text for one in read_candidate("jo", CV, split, date(2026, 11, 23)).passages]
    assert "Cut late deliveries by a third" in words
    assert not any("Doe" in each or "example" in each or "request" in each for each in words)


LATER = "Experience\n\nDepot Manager, Fell Haulage, March 2024 - {end}\n- Led two shifts\n"
ADVERT = "\nWhat you will bring\n- Leadership of 75 people\n- Fluent Portuguese\n"
CVS = (
    CV,
    LATER.format(end="present"),
    LATER.format(end="May 2027"),
    LATER.format(end="May 2023"),
    LATER.format(end="2025") + ADVERT,
    LATER.format(end="present") + "- Led two shifts by day and by night for six years\n" * 3,
    LATER.format(end="present")
    + "- Led two shifts by day and by night for six years\n" * 3
    + ADVERT,
)
DAYS = st.dates(date(2022, 1, 1), date(2028, 12, 31))


@given(st.sampled_from(CVS), DAYS, DAYS)
def test_a_candidate_of_another_day_is_the_text_read_for_that_day(
    text: str, then: date, now: date
) -> None:
    assert dated(read_candidate("jo", text, split, then), now) == read_candidate(
        "jo", text, split, now
    )


def test_a_documents_warnings_keep_their_place_on_another_day() -> None:
    hidden = Notice("hidden_text", "White on white.")
    read = read_candidate("jo", CVS[-1], split, date(2022, 1, 1))
    assert [each.code for each in read.warnings] == [
        "repeated_text",
        "future_date",
        "pasted_advert",
    ]
    kept = replace(dated(read, date(2026, 1, 1)), warnings=(hidden, *read.warnings[::2]))
    again = dated(kept, date(2022, 1, 1))
    assert again == replace(read, warnings=(hidden, *read.warnings))
