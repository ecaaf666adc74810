"""People told in lists, rows and by the group: what they come to, and what is no people led."""

from __future__ import annotations

import pytest

from matcher.facts.people import reader as people
from matcher.facts.people.nouns import nouns
from matcher.text import sentences
from matcher.types import Outline, Sentence
from matcher.values import People


def most(cv: str) -> float:
    """The largest number of people that a CV of plain sentences says were led; 0 for none."""
    found = tuple(Sentence(cv[first:last], first, last) for first, last in sentences(cv))
    values = [fact.value for fact in people.read(Outline(cv, (), (), found))]
    return max(
        (each.count or 0.0 for each in values if isinstance(each, People) and each.owned),
        default=0.0,
    )


@pytest.mark.parametrize(
    ("cv", "led"),
    [
        # A firm's people, and those who play, are nobody's staff.
        ("Team of 9. Group headcount is 1,400.", 9),
        ("Managed the claims team. Company-wide headcount: 2,100", 0),
        ("Managing director. Company headcount 140.", 140),
        ("Skipper of the netball side of 16", 0),
        ("Product owner at a company of 240 people", 0),
        ("School governor, academy with 120 staff", 0),
        ("Product owner who managed 60 staff in two cities.", 60),
        ("Principal of a college with 120 staff", 120),
        ("Ran a Scout troop of 30 at weekends", 0),
        ("Ran a troop of 30 engineers.", 30),
        # What became of some is no size.
        ("Led the floor. Two supervisors promoted from within.", 0),
        ("Brigade of thirteen, hired and trained by me.", 13),
        # More of the same.
        ("11 in-house staff plus 7 agents at our partner, whose rota and targets I set.", 18),
    ],
)
def test_whose_people_are_led(cv: str, led: float) -> None:
    assert most(cv) == led


@pytest.mark.parametrize(
    ("cv", "led"),
    [
        ("Abattoir Manager\nSlaughtermen 14\nPackers 9\nClerks 2", 25),
        ("Site foreman: nine bricklayers, two hod carriers.", 11),
        ("Dairy Manager | milkers 11 | drivers 8 | office 3", 22),
        ("Head of Debt. Ayr: 19 agents; Cork: 16 agents. Both floors mine.", 35),
        ("Ferry manager: berthing 12, ticketing 9, freight 11 (all three crews mine)", 32),
        ("Branch network manager: Truro 11, Bodmin 9, Looe 13 staff", 33),
        ("Head of Imaging\n22 direct reports, 71 further down the line", 93),
        ("Launch Lead; 9 solid line, 27 matrixed in from two partners", 36),
        ("I manage the early shift (15 sorters) and the late shift (13 sorters).", 28),
        ("Team: 8 permanent, 5 contractors, 9 offshore (Pune).", 22),
        # One whole and its parts, or the same people at another time.
        ("Headed a studio of 11: designers, two animators.", 11),
        ("Led a team of 20: 8 planners, 12 drivers", 20),
        ("Led 24 stewards, 29 at Christmas", 29),
        ("MY DIVISION, HEADCOUNT\n2019 - 140\n2021 - 188", 188),
        # So many of each.
        ("In charge of three watches, eleven firefighters a watch.", 33),
        ("Two leads under me, with four engineers apiece.", 10),
        ("Two shifts, nine operators on each, both run by me.", 18),
        ("Ran support for three campuses, with five, four and six technicians respectively.", 15),
        # What became of them.
        ("Led the office with three people; two years on we were 55.", 55),
        ("Headcount under management: 18 -> 44", 44),
        ("Grew headcount 20 to 61 as MD", 61),
        ("Charge of a half-dozen craftsmen.", 6),
        ("Four baristas on my rota.", 4),
        ("Largest team I have managed: 17, at a caterer", 17),
        ("Commanded a company of 120 soldiers.", 120),
    ],
)
def test_people_led(cv: str, led: float) -> None:
    assert most(cv) == led


@pytest.mark.parametrize(
    "cv",
    [
        "Leisure centre: lifeguards 16, instructors 9, reception 6",
        "The practice comprises 9 surveyors, 6 valuers and 2 clerks.",
        "Payroll Adviser, pay queries for 1,200 staff and 40 line managers",
        "Responsible for the rotas of 18 doctors.",
        "Five direct reports to the coroner per month",
        "Reports: 7 a month to the board",
        "Buyer at a retailer: 300 staff",
        "Deputy headteacher, school of 70 staff",
        "Marketing Lead, scale-up of 90 people",
        "Cook in a brigade of 22.",
        "My clients employ between 15 and 900 people.",
        "Store Manager. 12 vans | 40 containers | 3 printers",
        "Skills: LEAN/Six Sigma, Safety Engineering,\nRequirements",
        "Investment Licences Series 7 & Producers Life",
    ],
)
def test_nobody_led(cv: str) -> None:
    assert most(cv) == 0


@pytest.mark.parametrize("word", ["befrienders", "signallers", "bricklayers", "nurses", "trackmen"])
def test_a_plural_of_who_does_a_thing_is_people(word: str) -> None:
    assert [hit.name for hit in nouns(f"a team of twelve {word}")] == ["people"]


@pytest.mark.parametrize("word", ["containers", "passengers", "trailers", "fees", "shareholders"])
def test_things_and_those_served_are_not(word: str) -> None:
    assert "people" not in [hit.name for hit in nouns(f"twelve {word}")]
