"""Homes, moves and travel judged by distance; where a post was says nothing."""

from __future__ import annotations

import pytest

from matcher.facts.places import reader as places
from matcher.judging import location
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Must be commutable to central Leeds", "Home: Otley LS21."),
        (
            "partly",
            "Living near Leeds",
            "Based in Truro for now; completing on a flat in Otley on 3 May 2027.",
        ),
        ("met", "Living near Leeds", "Otley LS21. Clerk at a mill, 2020 - 2024"),
        (
            "not_met",
            "Must be able to reach our Hull depot daily",
            "I live in Truro and will not move house.",
        ),
        (
            "partly",
            "Living near Leeds",
            "Lives in Truro. Keys to a house in Otley on 4 February 2027.",
        ),
        (
            "partly",
            "Must live within 20 miles of York",
            "Currently Exeter; lease in York begins 4 May 2027",
        ),
        ("met", "Must live within 20 miles of York", "Currently York, five miles out"),
        (
            "not_met",
            "Must live within 20 miles of York",
            "Now in Exeter; kept a flat in York from 2009 to 2012",
        ),
        ("met", "Willing to relocate to Perth", "Lives in Truro; happy to move to Perth"),
        ("met", "Willing to relocate to Perth", "Home: Perth"),
        ("not_met", "Willing to relocate to Perth", "Lives in Truro and is not able to relocate"),
        ("not_stated", "Willing to relocate to Perth", "Lives in Truro"),
        (
            "met",
            "Lives in or near Leeds",
            "Ann Doe\nService manager\nLeeds, England, United Kingdom",
        ),
        (
            "met",
            "You live within commuting distance of Leeds",
            "Jane Doe\nWakefield | jane@example.com | 07700 900123",
        ),
        ("not_met", "You live within commuting distance of Leeds", "Home: Plymouth PL4 8AA"),
        (
            "partly",
            "You live within commuting distance of Leeds",
            "Lives in Plymouth; would relocate for the right post",
        ),
        (
            "not_stated",
            "You live within commuting distance of Leeds",
            "Service Manager, Leeds City Council, 2016-2022",
        ),
        (
            "met",
            "You live within commuting distance of Leeds",
            "Name:\tT H\nTown:\tHarrogate\nMobile: 07700 900123",
        ),
        (
            "partly",
            "You live within commuting distance of Leeds",
            "Moving to Bradford on 12 January 2027",
        ),
        ("met", "You live within an hour of Manchester", "I live in Bolton"),
        ("met", "Within 20 miles of Reading", "Address: 4 Mill Lane, Slough SL1 2AB"),
        ("met", "Must be willing to travel across the UK", "Happy to travel anywhere in the UK"),
        ("not_met", "Must be willing to travel", "I cannot travel for family reasons"),
        ("not_stated", "Must be willing to travel", "Ran the travel desk"),
        ("not_met", "Live within commuting distance of Bristol", "Glasgow."),
        ("met", "Must live within commuting distance of London", "Reading, Berkshire"),
        ("met", "Based within commuting distance of Cardiff", "Currently in Newport, South Wales"),
        (
            "met",
            "Must live within commuting distance of Newcastle",
            "Flat 2, 9 Dean Street, Gateshead, NE8 1AB",
        ),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(places, location, asked, cv)] == [outcome]
