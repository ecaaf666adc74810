"""Tools, practices and results: what is told, crossed with how, how much and of whom.

Each table can be lengthened by anybody who reads CVs: a line more is a dozen statements more, whose
outcome follows from the tables. A combination that is not yet judged rightly is left out of them.
"""

from __future__ import annotations

from itertools import product

import pytest

from tests.judging.test_statements import outcome

# What surrounds the line in question in a CV, by turns.
AROUND = ["{}", "Depot Manager, 2018-2023\n- Led the move to Leeds\n- {}\n- Wrote the rota"]

# A tool, and what a person makes in it.
TOOLS = {
    "Xero": "supplier invoices",
    "AutoCAD": "kitchen plans",
    "SystmOne": "patient notes",
    "Salesforce": "parts enquiries",
}
TOLD_OF_TOOLS = {
    "met": [
        "{tool} (daily)",
        "Systems: {tool}, Outlook",
        "Kept {things} up to date on {tool}",
        "All {things} were done in {tool}, by me and a temp",
        "I have used {tool} in three jobs",
        "The go-to person for {tool}",
    ],
    "not_met": [
        "No {tool} experience",
        "None of my jobs used {tool}",
        "I never processed {things} through {tool}",
        "{tool} is a gap for me",
    ],
    "partly": ["{tool} course under way, finishing March 2027"],
    "not_stated": [
        "My secretary entered {things} in {tool}",
        "Supervised three clerks who worked in {tool}",
        "My brother is a {tool} trainer",
        "Looking forward to using {tool}",
        "Would like training on {tool}",
        "Ran a stand at the {tool} conference",
        "{tool} was looked after by IT",
    ],
}

# A practice as a role asks it, as a person did it, and as a thing that is done.
PRACTICES = [
    ("Minute taking", "took the minutes of the parish council", "taking minutes"),
    ("Cash handling", "banked the takings", "handling cash and cards"),
    ("Personal care", "bathed and dressed residents", "bathing and dressing residents"),
    ("Booking travel", "booked flights for the surveyors", "booking flights for the surveyors"),
    ("Risk assessments", "drew up risk assessments", "drawing up risk assessments"),
    ("Giving presentations", "gave talks to schools", "giving talks to schools"),
]
TOLD_OF_PRACTICES = {
    "met": ["Regularly {did}", "I {did}, most weeks", "My duties included {doing}"],
    "not_met": [
        "No experience of {doing}",
        "My job did not involve {doing}",
        "{doing} was not part of my job",
    ],
    "not_stated": [
        "My deputy {did}",
        "Agency staff {did}",
        "Left {doing} to others",
        "Went on a course on {doing}",
    ],
}

# A measure as a role asks it, as a CV names it, and the way that is good.
MEASURES = [
    ("Reduced complaints", "guest complaints", "down"),
    ("Reduced waste", "food waste", "down"),
    ("Reduced late deliveries", "late deliveries", "down"),
    ("Increased sales", "takings", "up"),
    ("Increased bookings", "room bookings", "up"),
]
# How much is told where a fifth was asked.
SIZES = {"26%": "met", "19%": "partly", "6%": "not_met"}
CHANGED = {
    "down": ["Cut {it} by {size}", "{it}: -{size}", "Took {size} off {it}", "{it} {size} lower"],
    "up": ["Raised {it} by {size}", "{it}: +{size}", "Put {size} on {it}", "{it} {size} higher"],
}
# What turns any change into none of one's own.
OF_NOBODY = [
    "Target for next year: {}",
    "Before I joined, {}",
    "{} (forecast)",
    "Nationally, {}",
    "{} after I left",
]

LEVELS = ["CSAT {}", "CSAT - {}", "Held CSAT at {}", "Finished the year on {} CSAT"]
STOOD = {"94%": "met", "88%": "partly", "70%": "not_met"}
LEVELS_WISHED = ["Aimed for CSAT of {}", "Goal: CSAT {}", "Worked to CSAT of {}"]


def _placed(number: int, line: str) -> str:
    return AROUND[number % len(AROUND)].format(line[0].upper() + line[1:])


@pytest.mark.parametrize("expected", TOLD_OF_TOOLS)
def test_tools(expected: str) -> None:
    crossed = product(TOLD_OF_TOOLS[expected], TOOLS.items())
    for number, (told, (tool, things)) in enumerate(crossed):
        cv = _placed(number, told.format(tool=tool, things=things))
        assert (outcome(f"Experience of {tool}", cv), cv) == (expected, cv)


@pytest.mark.parametrize("expected", TOLD_OF_PRACTICES)
def test_practices(expected: str) -> None:
    crossed = product(TOLD_OF_PRACTICES[expected], PRACTICES)
    for number, (told, (asked, did, doing)) in enumerate(crossed):
        cv = _placed(number, told.format(did=did, doing=doing))
        assert (outcome(asked, cv), cv) == (expected, cv)


@pytest.mark.parametrize(("size", "expected"), SIZES.items())
def test_changes(size: str, expected: str) -> None:
    for asked, name, way in MEASURES:
        for number, told in enumerate(CHANGED[way]):
            cv = _placed(number, told.format(it=name, size=size))
            assert (outcome(f"{asked} by at least 20%", cv), cv) == (expected, cv)


@pytest.mark.parametrize("frame", OF_NOBODY)
def test_changes_of_nobody(frame: str) -> None:
    for asked, name, way in MEASURES[::2]:
        for number, told in enumerate(CHANGED[way]):
            cv = _placed(number, frame.format(told.format(it=name, size="26%")))
            assert (outcome(f"{asked} by at least 20%", cv), cv) == ("not_stated", cv)


@pytest.mark.parametrize(("size", "expected"), STOOD.items())
def test_levels(size: str, expected: str) -> None:
    for number, told in enumerate(LEVELS):
        cv = _placed(number, told.format(size))
        assert (outcome("CSAT of 90% or above", cv), cv) == (expected, cv)


def test_levels_that_were_only_wished_for() -> None:
    for number, told in enumerate(LEVELS_WISHED):
        cv = _placed(number, told.format("94%"))
        assert (outcome("CSAT of 90% or above", cv), cv) == ("not_stated", cv)
