"""People count alternatives as one thing asked, and it is as well met as the best of them."""

from dataclasses import replace

from matcher.criteria import CRITERION_TYPES
from matcher.types import Importance, Outcome, Verdict
from service.reports.asks import KIND_WORDS, SOFT_QUESTIONS, asks, must_haves, questions, typed
from tests.service.rankings import ANNA, BEN, ROLE


def test_must_haves_come_first_and_alternatives_are_one() -> None:
    assert [ask.id for ask in typed(ROLE)] == ["R2", "R3", "R4-R5"]
    assert [ask.id for ask in must_haves(ROLE)] == ["R2", "R3"]


def test_a_wish_read_before_a_must_have_comes_after_it() -> None:
    wish = replace(ROLE.requirements[1], importance=Importance.DESIRABLE)
    role = replace(ROLE, requirements=(wish, ROLE.requirements[2]))
    assert [ask.id for ask in typed(role)] == ["R3", "R2"]


def test_alternatives_are_named_together() -> None:
    (either,) = asks(ROLE.requirements[3:])
    assert either.text == "one of 2: ITIL Expert / CITP"
    assert either.kind == "certificate"
    assert not either.essential


def test_the_best_of_the_alternatives_counts() -> None:
    (either,) = asks(ROLE.requirements[3:])
    assert either.answer(ANNA).outcome is Outcome.MET
    assert either.answer(BEN).outcome is Outcome.NOT_STATED


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


def test_every_kind_has_a_word_for_people() -> None:
    assert KIND_WORDS.keys() == CRITERION_TYPES.keys()
