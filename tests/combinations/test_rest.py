"""What a person holds, speaks, may do and where they live: ways to say it, crossed with its state.

Each table is a list of ways to write one thing. What must come out follows from the tables that
are crossed, so a line added to any of them is tried with everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from types import ModuleType

import pytest

from matcher.facts import notice as notice_facts
from matcher.facts.clearance import reader as clearance_facts
from matcher.facts.languages import reader as language_facts
from matcher.facts.licences import reader as licence_facts
from matcher.facts.places import reader as place_facts
from matcher.judging import clearance, language, licence, location, notice_period
from tests.judging.reading import verdicts

# What is asked, and the thing as it stands in the gaps of the lines below.
CLEARANCES = {
    "SC clearance": ("SC clearance", "Security Check (SC) clearance"),
    "Must hold DV clearance": ("DV clearance",),
    "Enhanced DBS check": ("enhanced DBS check",),
}
LICENCES = {
    "Must hold an SIA licence": ("SIA licence", "SIA door supervisor licence"),
    "Full UK driving licence": ("full driving licence",),
}
LANGUAGES = {
    "Fluent Polish": ("fluent Polish",),
    "Spanish speaker": ("fluent Spanish", "native Spanish"),
}
# The line stands alone with another behind it, or under a job.
AROUND = ("{}. Rota for 22 people.", "Depot Supervisor, Marlow Freight, 2017-2024\n- {}")

HELD = (
    "I hold {}",
    "Current {}",
    "Baker with {}",
    "Patient, punctual, and I have {}",
)
SOMEBODY_ELSES = (
    "My brother has {}",
    "My sister is the one with {}",
    "Supervised porters with {}",
    "Trained drivers holding {}",
    "Recruited nurses with {}",
)
WISHED = (
    "Hoping to gain {}",
    "Would like to have {}",
)

# Places where somebody lives, and where other things are. Bath is near Bristol, Hull is far.
HOMES = (
    "I live in {}",
    "Rent a flat in {}",
    "I have lived in {} since 2011",
    "Recently moved to {}",
    "Local to {}",
)
NO_HOMES = (
    "My parents live in {}",
    "My manager was based in {}",
    "Managed a team based in {}",
    "Ran the depot in {}",
)

READY = (
    "Happy to {}",
    "No problem with {}",
    "Open to {}",
    "I don't mind {}",
)
NOT_READY = (
    "Unable to {}",
    "Unwilling to {}",
    "I do not wish to {}",
)
JOURNEYS = {
    "Must be willing to travel": ("travel", "travelling"),
    "Must be willing to relocate to Leeds": ("relocate", "relocating"),
}

# How soon somebody can start, in months; two are asked.
STARTS = (
    "Available in {}",
    "Can start in {}",
    "Could join {} from an offer",
    "I could start within {} of an offer",
    "Notice period: {}",
)
LENGTHS = {"two weeks": "met", "one month": "met", "6 weeks": "met", "three months": "not_met"}
NO_STARTS = (
    "Moved 40 people at {}'s notice",
    "Spare parts available in {}",
    "New courses start in {}",
)

Case = tuple[str, ModuleType, ModuleType, str, str]


def _things() -> Iterator[Case]:
    """A clearance, a licence, a language: one's own, somebody else's, or only wished for."""
    kinds = (
        (clearance_facts, clearance, CLEARANCES),
        (licence_facts, licence, LICENCES),
        (language_facts, language, LANGUAGES),
    )
    states = {"met": HELD, "not_stated": SOMEBODY_ELSES + WISHED}
    for facts, judging, asked in kinds:
        for requirement, things in asked.items():
            for outcome, lines in states.items():
                for thing, line, around in product(things, lines, AROUND):
                    yield outcome, facts, judging, requirement, around.format(line.format(thing))


def _places() -> Iterator[Case]:
    asked = "Must live within commuting distance of Bristol"
    homes = {"met": (HOMES, "Bath"), "not_met": (HOMES, "Hull"), "not_stated": (NO_HOMES, "Bath")}
    for outcome, (lines, place) in homes.items():
        for line in lines:
            yield outcome, place_facts, location, asked, line.format(place)


def _journeys() -> Iterator[Case]:
    for asked, (plain, going) in JOURNEYS.items():
        for line in READY:
            act = plain if line in {"Happy to {}", "Open to {}"} else going
            yield "met", place_facts, location, asked, line.format(act)
        for line in NOT_READY:
            yield "not_met", place_facts, location, asked, line.format(plain)


def _starts() -> Iterator[Case]:
    asked = "Notice period no more than 2 months"
    for (length, outcome), around in product(LENGTHS.items(), AROUND):
        for line in STARTS:
            yield outcome, notice_facts, notice_period, asked, around.format(line.format(length))
    for line in NO_STARTS:
        yield "not_stated", notice_facts, notice_period, asked, line.format("one month")


@pytest.mark.parametrize("group", [_things, _places, _journeys, _starts])
def test_what_is_said_comes_out_as_its_tables_have_it(group: Callable[[], Iterator[Case]]) -> None:
    wrong = []
    for outcome, facts, judging, asked, cv in group():
        found = [verdict.outcome.value for verdict in verdicts(facts, judging, asked, cv)]
        if found != [outcome]:
            wrong.append((outcome, found, asked, cv))
    assert not wrong
