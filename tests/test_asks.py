"""People count alternatives as one thing asked, and it is as well met as the best of them."""

from dataclasses import replace

from matcher.asks import KIND_WORDS, asks, must_haves, typed
from matcher.criteria import CRITERION_TYPES
from matcher.types import Importance, Outcome
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


def test_every_kind_has_a_word_for_people() -> None:
    assert KIND_WORDS.keys() == CRITERION_TYPES.keys()


def test_what_knocks_out_and_how_well_it_is_met_is_told_of_the_whole() -> None:
    (either,) = asks(ROLE.requirements[3:])
    assert not either.knock_out
    assert either.outcome({"R4": Outcome.NOT_MET, "R5": Outcome.NOT_STATED}) is Outcome.NOT_STATED
    (strict,) = asks([ROLE.requirements[3], replace(ROLE.requirements[4], knock_out=True)])
    assert strict.knock_out
