"""What a recruiter should look twice at."""

from __future__ import annotations

from datetime import date

from matcher.candidates.outline import outline
from matcher.candidates.trust import notices, repeated_notice
from matcher.types import Fact, Status
from matcher.values import Money

TODAY = date(2026, 11, 23)
PLAIN = """Jo Doe

Profile
I run a sorting office for a parcel firm and have done so through four winters and one flood.

Experience
Sorting Office Manager, Kestrel Parcels, 2018 - 2024
- Led two shifts and the maintenance crew, with one rota for all of them
- Moved the office to a new building over a weekend without losing a parcel
"""


def codes(text: str, facts: tuple[Fact, ...] = ()) -> list[str]:
    return [notice.code for notice in notices(outline(text), facts, TODAY)]


def test_plain_cv_has_no_notices() -> None:
    assert codes(PLAIN) == []


def test_long_list_of_keywords() -> None:
    fields = ("risk", "cost", "plan", "sales", "data")
    things = ("review", "model", "audit", "control", "strategy")
    words = ", ".join(f"{field} {thing}" for field in fields for thing in things)
    assert codes(f"{PLAIN}\nKey words\n{words}") == ["keyword_stuffing"]


def test_another_language() -> None:
    french = "Responsable de la gestion des stocks et du transport pour un groupe dans le nord. "
    assert codes("Jean Dupont\n\n" + french * 6)[0] == "not_english"


def test_the_same_sentence_three_times() -> None:
    line = "- Improved the process of the team by working closely with everybody involved\n"
    assert [one.code for one in repeated_notice(outline(PLAIN + line * 3))] == ["repeated_text"]
    assert repeated_notice(outline(PLAIN + line * 2)) == ()


def test_a_list_that_nobody_would_read() -> None:
    long = ", ".join(f"{one}{other}" for one in "abcdefghij" for other in "klmnopqrst")
    prose = "\n".join(
        f"I led plan {each} and told the board of it myself." for each in "uvwxyz" * 8
    )
    assert codes(f"{PLAIN}{prose}\n\nSkills\n{long}") == ["keyword_stuffing"]
    assert codes(f"{PLAIN}{prose}\n\nSkills\n{long[:200]}") == []


def test_start_in_the_future() -> None:
    assert codes("Experience\n\nPorter, Moorside, March 2031 - present") == ["future_date"]


def test_end_before_start() -> None:
    assert codes("Experience\n\nPorter, Moorside, March 2019 - May 2016") == ["reversed_dates"]


def test_two_sizes_of_one_budget() -> None:
    def budget(amount: float) -> Fact:
        value = Money(amount, scope="budget", owned=True)
        return Fact(value, Status.HELD, 0, 6, "Jo Doe", position=0)

    assert codes(PLAIN, (budget(2e6), budget(2.4e7))) == ["contradiction"]
    assert codes(PLAIN, (budget(2e6), budget(4e6))) == []
