"""Teams led: what a recruiter would say of each CV."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.criteria import TeamSize
from matcher.facts.people import reader as people
from matcher.judging.context import Context
from matcher.judging.team_size import judge
from matcher.text import sentences
from matcher.types import Candidate, Outline, Sentence, Verdict


class Silent:
    """A meaning that nothing has: these judges do not ask for it."""

    def passages(self, phrase: str) -> list[float]:
        return []

    def titles(self, phrase: str) -> list[float]:
        return []


def verdict(criterion: TeamSize, cv: str) -> Verdict:
    """Judge a CV of plain sentences."""
    found = tuple(Sentence(cv[first:last], first, last) for first, last in sentences(cv))
    facts = tuple(people.read(Outline(cv, (), (), found)))
    candidate = Candidate("c", cv, sentences=found, facts=facts)
    return judge(criterion, candidate, Context(date(2026, 1, 1), Silent()))


THIRTY = TeamSize(30)
ANY = TeamSize(None)
MANAGERS = TeamSize(None, managers_of_managers=True)
SITES = TeamSize(None, several_sites=True)
THIRTY_ON_SITES = TeamSize(30, several_sites=True)
THIRTY_OFFSHORE = TeamSize(30, offshore=True)
TEN_DIRECT = TeamSize(10, direct_only=True)


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        (THIRTY, "Led 34 clerks", "met"),
        (THIRTY, "Led 28 clerks", "partly"),
        (THIRTY, "Led 12 clerks", "not_met"),
        (THIRTY, "Supporting 300 clerks, I ran the switchboard.", "not_stated"),
        (THIRTY, "I was one of 40 clerks in my team.", "not_stated"),
        (THIRTY, "Supported Ada Firth and her team of 60.", "not_stated"),
        (THIRTY, "A department of 60 porters reports to Managing Director.", "not_stated"),
        (THIRTY, "Team of 16 clerks\nGrew it to 18 clerks\nAll reported to me", "not_met"),
        (THIRTY, "Direct reports: 5 leads. Indirect: 40 porters.", "met"),
        (THIRTY, "Led 20 clerks and 14 agency temps", "met"),
        (THIRTY, "Led a team of clerks", "not_stated"),
        (THIRTY, "Clerk in a 90-strong office", "not_stated"),
        (THIRTY, "I have never managed people", "not_met"),
        (THIRTY, "Led 20 clerks, 2012-2014\nLed 25 clerks, 2015-2019", "not_met"),
        (THIRTY, "Managed 22 porters and 11 contractors", "met"),
        (THIRTY, "Three managers reported to me, who between them led 90 porters", "met"),
        (THIRTY, "Nearly 30 clerks under me", "partly"),
        (THIRTY, "Led crews of 20 to 40", "not_stated"),
        (THIRTY, "Led crews of 20 to 40, at the peak 40", "met"),
        (THIRTY, "Led crews of 10 to 20", "not_met"),
        (THIRTY, "A crew of 29, led through four foremen", "partly"),
        (THIRTY, "Depot Manager (90 employees on site)\n- Managed a crew of six", "not_met"),
        (ANY, "No direct or indirect reports in any post", "not_met"),
        (ANY, "The manager leads 90 people; I keep her diary", "not_stated"),
        (ANY, "Supervised two apprentices", "met"),
        (ANY, "No line management to date", "not_met"),
        (ANY, "Member of a team of 12", "not_stated"),
        (MANAGERS, "Led 40 clerks through four supervisors", "met"),
        (MANAGERS, "Led 40 clerks", "not_stated"),
        (MANAGERS, "40 people under four service managers", "met"),
        (MANAGERS, "I manage a team of 40: 36 clerks and four team leaders", "met"),
        (MANAGERS, "Led five crews, each with its own foreman", "met"),
        (MANAGERS, "Line manage four heads of year", "met"),
        (MANAGERS, "Staff 40. Supervisors 4.", "met"),
        (MANAGERS, "Individual contributor", "not_met"),
        (MANAGERS, "Led nine clerks; none of them had a team of their own", "not_met"),
        (MANAGERS, "My reports were the depot managers", "met"),
        (MANAGERS, "Trained nine supervisors in rostering", "not_stated"),
        (THIRTY, "Ran a pair of stores clerks, the most I have had", "not_met"),
        (THIRTY, "28 people report to me; 14 agency staff also under my control", "met"),
        (THIRTY, "Led 24 staff, 29 at Christmas", "partly"),
        (THIRTY_ON_SITES, "Led 34 clerks in Hove and Lewes", "met"),
        (THIRTY_ON_SITES, "Led 34 clerks", "partly"),
        (THIRTY_ON_SITES, "Led 34 clerks in one building", "not_met"),
        (THIRTY_ON_SITES, "Led nine clerks on three sites", "not_met"),
        (SITES, "Led nine clerks", "not_stated"),
        (THIRTY_OFFSHORE, "Led 34 clerks, half of them overseas", "met"),
        (THIRTY_OFFSHORE, "Led 34 clerks", "partly"),
        (TEN_DIRECT, "Direct manager of twelve trainers; 90 drivers in all", "met"),
        (TEN_DIRECT, "Direct reports: 3 supervisors. Indirect: 50 drivers.", "not_met"),
        (TEN_DIRECT, "Eleven direct reports", "met"),
        (TEN_DIRECT, "Four direct reports", "not_met"),
        (TEN_DIRECT, "Site manager with 60 staff on two shifts", "not_stated"),
    ],
)
def test_verdicts(criterion: TeamSize, cv: str, outcome: str) -> None:
    result = verdict(criterion, cv)
    assert result.outcome == outcome, result.reason
    for piece in result.evidence:
        assert cv[piece.start : piece.end] == piece.quote


def test_a_near_miss_says_how_near_and_asks() -> None:
    result = verdict(THIRTY, "Led 28 clerks")
    assert result.reason == "The CV shows 28 people led, 7% short of the 30 asked."
    assert result.question is not None
    assert result.attained == pytest.approx(28 / 30)
