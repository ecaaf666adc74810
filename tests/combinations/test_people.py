"""People led, by combination: each way of writing it with each size, trade and ask.

The tables can be read and extended without reading Python. ``{n}`` is a number, ``{w}`` those who
are counted; what a combination must come to follows from its row, never from the single sentence.
"""

from __future__ import annotations

from itertools import product

import pytest

from matcher.facts.people import reader
from matcher.judging import team_size
from tests.judging.reading import verdicts

# Two trades that no list of office jobs knows, and one that every list has.
WORKERS = ("bricklayers", "room attendants", "engineers")
# Against thirty asked.
SIZES = (("36", "met"), ("28", "partly"), ("nine", "not_met"))
ASKS = ("Led a team of 30+", "Experience of managing at least 30 people")

LED = (
    "Led {n} {w}.",
    "{n} {w} reported to me.",
    "Provided leadership to {n} {w}.",
    "Provided day-to-day supervision for {n} {w}.",
    "Appointed to manage {n} {w}.",
    "Resp. for {n} {w}.",
    "i/c {n} {w}",
    "Oversaw the day-to-day work of {n} {w}.",
    "Had authority over {n} {w}.",
    "Looked after a gang of {n} {w}.",
)
# Large enough, and not led by the person, or not yet.
NOT_LED = (
    "My predecessor had {n} {w}.",
    "A friend runs a team of {n} {w}.",
    "Shadowed a manager of {n} {w}.",
    "I have never managed {n} {w}.",
    "Did not manage the {n} {w} at the site.",
    "The {n} {w} were not managed by me.",
    "{n} {w} in the building, none of them mine.",
    "Applied to manage {n} {w}.",
    "Shortlisted for a post managing {n} {w}.",
    "Was offered a post leading {n} {w} but turned it down.",
    "I could manage {n} {w} if asked.",
    "Willing to manage {n} {w}.",
    "From January 2028 I will manage {n} {w}.",
    "Completed a course on leading teams of {n} {w}.",
)
UNSIZED = (
    "Managed the {w}.",
    "Supervised {w} on nights.",
    "Responsible for the {w} on my shift.",
    "I had {w} working under me.",
    "I had a team of {w}.",
    "Oversaw the work of the {w}.",
    "Hired and managed {w}.",
)
NOT_LED_UNSIZED = (
    "Managed records of {w}.",
    "In charge of hiring {w}.",
    "Managed accounts and supported {w}.",
    "Managed a database of {w}.",
    "Managed conflict between {w}.",
    "Managed customers alongside {w}.",
    "Supervised by experienced {w}.",
    "Line-managed remotely by one of the {w}.",
    "Team leadership module passed among {w}.",
)
# Words that only end as those for people do.
NO_PEOPLE = (
    "In charge of all cutovers.",
    "Managed the budget and its estimates.",
    "Led with acumen.",
    "Managed handovers and changeovers.",
)
DENIALS = (
    "I have not led or supervised anyone.",
    "I've never run a team.",
    "I didn't have any direct reports.",
    "I have never been in a supervisory position.",
    "None of my jobs involved managing staff.",
    "My work has never involved supervising others.",
    "I do not have any experience leading a team.",
    "I've never been anyone's manager.",
    "I have no management experience.",
    "Staff managed: 0",
    "Number of direct reports: 0",
)
LEADING = ("Line management experience", "Led a team of 30+")
MANAGERS = (
    ("met", "Four team leaders reported to me."),
    ("met", "I was line manager for the supervisors."),
    ("met", "Mgd 3 TLs"),
    ("not_stated", "I would like to manage managers."),
    ("not_stated", "The director had six managers under him."),
    ("not_met", "Led 12 clerks, none of whom were managers."),
)
DIRECT = (
    "Led 40 clerks, {n} of them as direct reports.",
    "Depot Manager, team of 40 with {n} direct reports.",
)


def outcome(requirement: str, cv: str) -> str:
    found = verdicts(reader, team_size, requirement, cv)
    assert len(found) == 1
    return found[0].outcome.value


@pytest.mark.parametrize(("said", "size", "ask"), [*product(LED, SIZES, ASKS)])
def test_led(said: str, size: tuple[str, str], ask: str) -> None:
    number, expected = size
    for workers in WORKERS:
        assert outcome(ask, said.format(n=number, w=workers)) == expected


@pytest.mark.parametrize(("said", "ask"), [*product(NOT_LED, ASKS)])
def test_not_led(said: str, ask: str) -> None:
    for workers in WORKERS:
        assert outcome(ask, said.format(n="36", w=workers)) == "not_stated"


@pytest.mark.parametrize("said", NOT_LED)
def test_fewer_led_beside(said: str) -> None:
    """Of those led the number counts, whatever stands beside them."""
    text = said.format(n="36", w="bricklayers")
    assert outcome(ASKS[0], f"{text} Supervised 4 clerks.") == "not_met"


@pytest.mark.parametrize(("said", "workers"), [*product(UNSIZED, WORKERS)])
def test_led_without_a_number(said: str, workers: str) -> None:
    assert outcome(LEADING[0], said.format(w=workers)) == "met"
    assert outcome(LEADING[1], said.format(w=workers)) == "not_stated"


@pytest.mark.parametrize(("said", "workers"), [*product(NOT_LED_UNSIZED, WORKERS)])
def test_not_led_without_a_number(said: str, workers: str) -> None:
    assert outcome(LEADING[0], said.format(w=workers)) == "not_stated"


@pytest.mark.parametrize("said", NO_PEOPLE)
def test_things_are_not_led_as_people_are(said: str) -> None:
    assert outcome(LEADING[0], said) == "not_stated"


@pytest.mark.parametrize(("said", "ask"), [*product(DENIALS, LEADING)])
def test_denied(said: str, ask: str) -> None:
    assert outcome(ask, said) == "not_met"


@pytest.mark.parametrize(("expected", "cv"), MANAGERS)
def test_leaders_led(expected: str, cv: str) -> None:
    assert outcome("Experience managing managers", cv) == expected


@pytest.mark.parametrize("said", DIRECT)
def test_direct_reports_within_a_team(said: str) -> None:
    assert outcome("At least 10 direct reports", said.format(n="eleven")) == "met"
    assert outcome("At least 10 direct reports", said.format(n="four")) == "not_met"
    assert outcome("Led a team of 40+", said.format(n="eleven")) == "met"
