"""Homes, moves, dates of leaving, places of work and school results, told in passing or in rows."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_LEEDS = "Based within reach of Leeds"
_HOTELS = "Experience in the hospitality sector"
_FINANCE = "Financial services background required"
_GCSES = "GCSE Maths and English at grade 4 or above"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Before which day nobody can leave.
        ("not_met", "Must be able to start immediately", "I cannot leave before 30 April 2027"),
        ("not_met", "Available to start within four weeks", "I am not free until 1 June 2027"),
        ("met", "Available to start within four weeks", "Cannot start before 7 December 2026"),
        ("not_met", "Available to start within four weeks", "Earliest start date: 1 March 2027"),
        ("not_stated", "Must be able to start immediately", "The kiln could not start before 2019"),
        # Somebody's own place, where a firm's is not.
        ("met", _LEEDS, "Otley-based joiner. Own tools."),
        ("met", _LEEDS, "Otley-based freelance bookkeeper with 9 years in practice"),
        ("not_stated", _LEEDS, "Otley-based printer supplying schools wanted a clerk"),
        ("not_stated", _LEEDS, "Otley-based joinery company, 2019 - 2022"),
        ("not_stated", _LEEDS, "Joiner for an Otley-based firm"),
        # A home to come, its date first.
        ("partly", _LEEDS, "Home: Exeter\nFrom 4 January 2027: Otley (lease signed)"),
        ("partly", _LEEDS, "Address: Exeter\nNew address from 4 January 2027: Otley"),
        ("partly", _LEEDS, "Posted to Minden until 14 March 2027, then back home to Otley"),
        ("partly", _LEEDS, "Contract in Oman ends 14 March 2027, after which I will live in Otley"),
        ("partly", _LEEDS, "Home: Exeter\nHouse bought in Otley, moving 5 February 2027"),
        ("not_stated", _LEEDS, "Posted to Minden until 14 March 2027, then back home to Truro"),
        ("not_stated", _LEEDS, "Ran a shop until March 2019, then went to Leeds as a picker"),
        # Places of work, counted.
        ("met", _HOTELS, "Night porter at three hotels"),
        ("met", "Banking experience", "Cashier at two banks"),
        ("not_stated", _HOTELS, "Sold linen to two hotels"),
        ("not_stated", _HOTELS, "Stayed at two hotels a week as a rep for a paint firm"),
        ("not_stated", "Banking experience", "Parked beside two banks"),
        ("not_met", _FINANCE, "Everything I've ever done for a living has been in hospitals"),
        (
            "met",
            "Experience in the education sector",
            "Everything I did for 11 years was in schools",
        ),
        # The same letters on an article of trade.
        ("not_stated", "DV clearance held", "Sold DV cameras; stock held in two rooms"),
        ("not_stated", "SC clearance required", "Fitted SC connectors, held stock of them"),
        ("met", "DV clearance held", "DV held, reviewed 2025"),
        # Products whose names are common words, denied; a course with its last day.
        ("not_met", "Experience of using Opera PMS", "I have never used Opera"),
        ("not_stated", "Experience of using Opera PMS", "Sang in an opera"),
        ("partly", "Jira and Power BI", "Jira boards daily. Power BI course runs to 5 March 2027."),
        # School results in rows, the heading the first line of all.
        ("met", _GCSES, "GCSE RESULTS\nMathematics 6\nEnglish Language 5\nArt 8"),
        ("not_met", _GCSES, "GCSE RESULTS\nMathematics 3\nEnglish Language 5\nArt 8"),
        ("met", _GCSES, "School results\nMaths: B\nEnglish: C\nWoodwork: A"),
        ("not_stated", _GCSES, "A-LEVELS\nHistory B\nArt A"),
    ],
)
def test_what_is_told_in_passing(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
