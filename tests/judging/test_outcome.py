"""Measured results: what a recruiter would say of each CV."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.criteria import ResultShown
from matcher.facts.outcomes import reader as outcomes
from matcher.judging.context import Context
from matcher.judging.outcome import judge
from matcher.text import sentences
from matcher.types import Candidate, Outline, Sentence, Verdict


class Silent:
    """A meaning that nothing has: these judges do not ask for it."""

    def passages(self, phrase: str) -> list[float]:
        return []

    def titles(self, phrase: str) -> list[float]:
        return []


def verdict(criterion: ResultShown, cv: str) -> Verdict:
    """Judge a CV of plain sentences."""
    found = tuple(Sentence(cv[first:last], first, last) for first, last in sentences(cv))
    facts = tuple(outcomes.read(Outline(cv, (), (), found)))
    candidate = Candidate("c", cv, sentences=found, facts=facts)
    return judge(criterion, candidate, Context(date(2026, 1, 1), Silent()))


ANY_OF_TWO = ResultShown("CSAT|NPS", direction="up")
FEWER_COMPLAINTS = ResultShown("complaints", direction="down")
FIFTH_FEWER = ResultShown("complaints", "20%", "down", 20, "%")
SLA = ResultShown("SLA", "96%", "", 96, "%")
ABANDONED = ResultShown("abandon rate", "4%", "", 4, "%")
GRADE = ResultShown("Ofsted", "Good", "", 3, "grade")
BETTER_GRADE = ResultShown("Ofsted", direction="up")
SAVING = ResultShown("cost", "£200k", "down", 200_000, "GBP")


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        (ANY_OF_TWO, "NPS up 9 points", "met"),
        (ANY_OF_TWO, "NPS fell by 9 points", "not_met"),
        (ANY_OF_TWO, "Reported NPS", "not_stated"),
        (FEWER_COMPLAINTS, "Complaints cut by 5%", "met"),
        (FEWER_COMPLAINTS, "Answered complaints", "not_stated"),
        (FIFTH_FEWER, "Complaints cut by 25%", "met"),
        (FIFTH_FEWER, "Complaints cut by 19%", "partly"),
        (FIFTH_FEWER, "Complaints cut by 5%", "not_met"),
        (SLA, "SLA attainment 97%", "met"),
        (SLA, "SLA attainment 92%", "partly"),
        (SLA, "SLA attainment 70%", "not_met"),
        (SLA, "Target SLA 99%", "not_stated"),
        (ABANDONED, "Abandon rate of 2%", "met"),
        (ABANDONED, "Abandon rate of 9%", "not_met"),
        (GRADE, "Ofsted judged the crèche Outstanding", "met"),
        (GRADE, "Took the crèche from Inadequate (2017) to Good (2019) with Ofsted", "met"),
        (GRADE, "Ofsted: Requires Improvement in 2018", "not_met"),
        (GRADE, "Taught at an Outstanding school (Ofsted)", "not_stated"),
        (GRADE, "Good knowledge of Ofsted inspections", "not_stated"),
        (BETTER_GRADE, "Ofsted grade up from Requires Improvement to Good", "met"),
        (BETTER_GRADE, "Prepared for Ofsted inspections", "not_stated"),
        (SAVING, "Saved £250k on fuel", "met"),
        (SAVING, "Saved $300k on fuel", "met"),
        (SAVING, "Saved £50k on fuel", "not_met"),
        (SAVING, "Held a budget of £250k", "not_stated"),
    ],
)
def test_verdicts(criterion: ResultShown, cv: str, outcome: str) -> None:
    result = verdict(criterion, cv)
    assert result.outcome == outcome, result.reason
    for piece in result.evidence:
        assert cv[piece.start : piece.end] == piece.quote


def test_what_is_missing_becomes_a_question() -> None:
    result = verdict(ANY_OF_TWO, "Reported NPS")
    assert result.question == "What did you change in CSAT or NPS, from what figure to what figure?"
