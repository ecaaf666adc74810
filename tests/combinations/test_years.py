"""Lengths of experience: what is told, crossed with how, how long it was and whose it is.

Each table below is one dimension. To add a way of writing, add a line: it is tried with every size
and with trades in turn.
"""

from __future__ import annotations

from itertools import cycle, product

import pytest

from tests.judging.test_statements import outcome

# The field as a role asks for it, and what somebody in it is called.
TRADES = [
    ("bricklaying", "bricklayer"),
    ("payroll", "payroll clerk"),
    ("nursing", "staff nurse"),
    ("welding", "welder"),
    ("recruitment", "recruitment consultant"),
    ("hairdressing", "hairdresser"),
    ("conveyancing", "conveyancer"),
    ("carpentry", "carpenter"),
    ("translation", "translator"),
    ("credit control", "credit controller"),
    ("social work", "social worker"),
]
ASKS = [
    "At least six years' experience in {field}",
    "6+ years of {field} experience",
    "Minimum of six years working in {field}",
    "{field}: 6 years minimum",
]
# How long it was, and what that makes of six years.
SIZES = [
    ("eight years", "met"),
    ("11 years", "met"),
    ("five years and eight months", "partly"),
    ("2 years", "not_met"),
]
# One's own time, told in a length.
LENGTHS = [
    "{long} in {field}.",
    "{long} exp in {field}",
    "{long} as a {title}.",
    "I was a {title} at Alder Stores for {long}.",
    "Worked as a {title} for {long}.",
    "Was employed by Alder Stores for {long} as a {title}.",
    "For the past {long} I have been a {title} at Alder Stores.",
    "Over the last {long} I have worked in {field}.",
    "After {long} as a {title} I moved to driving a taxi.",
    "Joined Alder Stores as a {title} and stayed {long}.",
    "Put in {long} as a {title} with Alder Stores.",
    "{long} under my belt as a {title}.",
    "{long} on the job as a {title}.",
    "My career in {field} spans {long}.",
    "{long} {field}, Alder Stores",
    "Employer: Alder Stores\nRole: {title}\nDuration: {long}",
    "{title}, Alder Stores\nIn the role for {long}",
    "24 years in work, {long} of them in {field}.",
    "Been in {field} {long}.",
    "A {title} by trade, with {long} behind me.",
    "I've been a {title} since I left school, {long} now.",
    "I have been working as {title} during {long}.",
    "Worked with my uncle as a {title} for {long}.",
    "Would like to go part-time after {long} as a {title}.",
]
# Time in the trade that is somebody else's, or that nobody spent in it.
NOT_ONES_OWN = [
    "My brother has been a {title} for {long}.",
    "My manager had a background of {long} in {field}.",
    "Interviewed a {title} with {long} in the trade.",
    "Shared an office with a {title} of {long} standing.",
    "Took over from a {title} who had held the post for {long}.",
    "Alder Stores has been in {field} for {long}.",
    "The team had a combined {long} of {field} experience.",
    "Waiter in a team of welders and cooks, each with {long} in {field}.",
    "Sold vans to {title}s for {long}.",
    "Made tea for {title}s for {long}.",
    "Lived next to a {title} for {long}.",
    "My aim is to have {long} in {field} behind me.",
    "The role needs {long} in {field}.",
    "Waited {long} for a chance to work in {field}.",
    "Hobbies: reading about {field} for {long}.",
    "For the past {long} I have been interested in {field}.",
    "Studied {field} for {long}.",
    "My dad was a {title} for {long}.",
    "Both of my parents worked in {field} for {long}.",
    "Referee: Ann Holt, {title} of {long}",
    "Went to {field} trade shows for {long}.",
    "Argued about {field} on the radio for {long}.",
    "Let a flat to a {title} for {long}.",
    "Paid a {title} monthly for {long}.",
    "I would love to spend {long} in {field}.",
    "Looking for a role in {field} where I can stay for {long}.",
    "In future I could spend {long} in {field}.",
    "The {field} contract runs for {long}.",
]
# Dates of a post, and what they make of six years.
DATES = [
    (("March 2010", "April 2019"), "met"),
    (("May 2011", "December 2016"), "partly"),
    (("May 2011", "April 2013"), "not_met"),
]
DATED = [
    "{title}, Alder Stores, {start} - {end}",
    "{start} to {end}: {title}, Alder Stores",
    "{title}\nAlder Stores\n{start} – {end}",
    "Employer: Alder Stores\nPosition: {title}\nDates: {start} - {end}",
    "From {start} to {end} I was a {title} at Alder Stores.",
    "Until {end} I was a {title} at Alder Stores, having started there in {start}.",
    "{start} → {end}  {title}, Alder Stores",
]
LEADING = [
    "Led a team of eight fitters for {long}.",
    "Headed up a team of nine drivers for {long}.",
    "I have been leading a team of engineers for {long}.",
    "For {long} I looked after a team of 11 fitters.",
    "Responsible for 15 nurses for {long}.",
    "Eight clerks reported to me for {long}.",
    "Seven direct reports for {long}.",
    "{long} as charge hand.",
    "22 years in work, {long} of them leading a team.",
]
LED_NOBODY = [
    "Part of a team of eight fitters for {long}.",
    "Was managed by a former head of fitters for {long}.",
    "Assistant to the team leader for {long}.",
    "Led walking tours for {long}.",
    "Managed stock for {long}.",
    "Ran marathons for {long}.",
    "Worked for a boss who ran a team of nine for {long}.",
    "Sister ran a team of eight fitters for {long}.",
]
# A team that nobody, or somebody else, has led.
NO_TEAM = [
    "Case study at college: how a head led {size} fitters",
    "Role-played managing {size} fitters on a course.",
    "Watched a film about a captain who led {size} cooks.",
    "My dad had {size} fitters under him.",
    "Turned down an offer to manage {size} fitters.",
    "Dream of running a team of {size} cooks.",
    "Next year I take charge of {size} fitters.",
    "Role I seek: manager of {size} cooks",
]
# Experience asked without a number.
SHOWN = [
    "I am a {title} at Alder Stores.",
    "Worked as a {title} at Alder Stores.",
    "Current role: {title}, Alder Stores",
    "I used to be a {title} at Alder Stores.",
]
NOT_SHOWN = [
    "My sister has been a {title} for years.",
    "Married to a {title} for years and years.",
    "Interviewed a {title} with a good name in the trade.",
    "The shop was next door to a {title}.",
    "Typed letters for a {title}.",
    "Got a quote from a {title}.",
    "Fascinated by {field} since childhood.",
    "Heard a podcast about {field}.",
    "Planning to retrain as a {title}.",
    "I start as a {title} in March 2032.",
    "Wife is a {title}.",
]


def _capital(text: str) -> str:
    return "\n".join(line[0].upper() + line[1:] for line in text.split("\n"))


def _cases() -> list[tuple[str, str, str]]:
    found = []
    turns = cycle(product(ASKS, TRADES))

    def add(way: str, expected: str, asked: str | None = None, **words: str) -> None:
        ask, (field, title) = next(turns)
        cv = way.format(field=field, title=title, **words)
        found.append((expected, _capital((asked or ask).format(field=field)), _capital(cv)))

    for way, (long, expected) in product(LENGTHS, SIZES):
        add(way, expected, long=long)
    for way, (long, _) in product(NOT_ONES_OWN, SIZES[:2]):
        add(way, "not_stated", long=long)
    for way, ((start, end), expected) in product(DATED, DATES):
        add(way, expected, start=start, end=end)
    for way, (long, expected) in product(LEADING, SIZES):
        add(way, expected, "Six years leading a team", long=long)
    for way in LED_NOBODY:
        add(way, "not_stated", "Six years leading a team", long="eight years")
    for way, asked in product(NO_TEAM, ("Led a team of 12 or more", "Line management experience")):
        add(way, "not_stated", asked, size="14")
    for way, expected in [(way, "met") for way in SHOWN] + [
        (way, "not_stated") for way in NOT_SHOWN
    ]:
        for asked in ("Experience in {field}", "Proven {field} experience"):
            add(way, expected, asked)
    return found


@pytest.mark.parametrize(("expected", "asked", "cv"), _cases())
def test_length_that_is_told_is_judged_by_whose_it_is_and_how_long(
    expected: str, asked: str, cv: str
) -> None:
    assert outcome(asked, cv) == expected
