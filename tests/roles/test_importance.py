"""How strongly a sentence asks for each thing it names."""

import pytest

from matcher.roles.importance import default_importance, marked_importance, parts
from matcher.types import Importance, Sentence

ESSENTIAL, DESIRABLE = Importance.ESSENTIAL, Importance.DESIRABLE


def importance(text: str, words: str, section: str = "other") -> Importance:
    sentence = Sentence(text, 100, 100 + len(text), section=section)
    start = 100 + text.index(words)
    return marked_importance(sentence, start, start + len(words)) or default_importance(sentence)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Forklift licence essential, first aid desirable", "Forklift licence", ESSENTIAL),
        ("Forklift licence essential, first aid desirable", "first aid", DESIRABLE),
        ("A boiler ticket (a crane ticket would be a bonus)", "boiler ticket", ESSENTIAL),
        ("A boiler ticket (a crane ticket would be a bonus)", "crane ticket", DESIRABLE),
        ("A diploma (desirable) and a van", "diploma", DESIRABLE),
        ("Shop work, ideally in a bakery", "Shop work", ESSENTIAL),
        ("Shop work, ideally in a bakery", "bakery", DESIRABLE),
        ("You must have baked and a van would be an advantage", "baked", ESSENTIAL),
        ("You must have baked and a van would be an advantage", "a van", DESIRABLE),
        ("Bread and cakes would be useful", "Bread", DESIRABLE),
        ("Baking is desirable but not essential", "Baking", DESIRABLE),
        ("It would help if you baked (rye or spelt), or rode a bicycle", "bicycle", DESIRABLE),
        ("It would help if you spoke Greek or baked bread", "baked bread", DESIRABLE),
        ("A diploma is required, with a master's preferred", "diploma", ESSENTIAL),
        ("A diploma is required, with a master's preferred", "master's", DESIRABLE),
        ("A background in bread a preference, using rye or spelt", "spelt", DESIRABLE),
        ("Ideally, bakers must have a diploma", "diploma", DESIRABLE),
        ("Rye would be nice to have, as would spelt", "spelt", DESIRABLE),
        ("Oven experience", "Oven", ESSENTIAL),
    ],
)
def test_words_of_the_sentence_decide(text: str, words: str, wanted: Importance) -> None:
    assert importance(text, words) == wanted


def test_the_section_decides_where_the_sentence_is_silent() -> None:
    assert importance("Oven experience", "Oven", section="desirable") == DESIRABLE


def test_the_sentence_outweighs_the_section() -> None:
    assert importance("Oven experience is essential", "Oven", section="desirable") == ESSENTIAL


def test_a_sentence_is_split_where_its_importance_changes() -> None:
    text = "Crane ticket (boiler ticket an advantage)"
    found = parts(Sentence(text, 5, 5 + len(text)))
    assert [part.text.strip(" ()") for part in found] == [
        "Crane ticket",
        "boiler ticket an advantage",
    ]
    assert [text[part.start - 5 : part.end - 5] for part in found] == [part.text for part in found]


def test_what_is_wished_for_as_well_stands_apart() -> None:
    text = "A crane ticket would help, as would a boiler ticket."
    assert [part.text for part in parts(Sentence(text, 0, len(text)))] == [
        "A crane ticket would help",
        "a boiler ticket.",
    ]


def test_a_sentence_of_one_importance_stays_whole() -> None:
    text = "You must have a crane ticket and a boiler ticket"
    assert [part.text for part in parts(Sentence(text, 0, len(text)))] == [text]


def test_a_wish_for_any_of_several_is_a_wish_for_them_all() -> None:
    assert importance("Rye, barley or spelt baker preferred", "Rye") == DESIRABLE


def test_a_bracket_keeps_its_wish_to_itself() -> None:
    assert (
        importance("You must have a crane ticket (own boots a plus)", "crane ticket") == ESSENTIAL
    )
