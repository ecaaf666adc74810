"""What is asked at an interview: what is open, must-haves first."""

from dataclasses import replace

from matcher.types import Outcome, Verdict
from service.reports.questions import SOFT_QUESTIONS, questions
from tests.service.rankings import ANNA, BEN, ROLE


def test_questions_are_on_what_is_open_and_not_on_an_alternative_to_what_is_met() -> None:
    assert questions(ROLE, ANNA) == ["How many?"]
    assert questions(ROLE, BEN) == ["Which budgets?", "Do you hold ITIL Expert?"]


def test_there_are_only_a_few_questions_on_the_work_itself() -> None:
    duties = tuple(replace(ROLE.requirements[0], id=f"D{n}") for n in range(9))
    verdicts = tuple(
        (each.id, Verdict(Outcome.NOT_STATED, "Silent.", (), f"What of {each.id}?"))
        for each in duties
    )
    match = replace(ANNA, verdicts=verdicts)
    asked = questions(replace(ROLE, requirements=duties), match)
    assert asked == [f"What of D{n}?" for n in range(SOFT_QUESTIONS)]
