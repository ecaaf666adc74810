"""A field of experience reads as English in every sentence it is put into."""

import pytest

from matcher.judging.experience.field_words import done, experience, work


@pytest.mark.parametrize(
    ("of", "years", "noun", "has"),
    [
        (
            "hotel kitchens",
            "of hotel kitchens",
            "work in hotel kitchens",
            "worked in hotel kitchens",
        ),
        ("actuary", "as an actuary", "work as an actuary", "worked as an actuary"),
        (
            "gardener or head gardener of a large estate",
            "as a gardener or head gardener of a large estate",
            "work as a gardener or head gardener of a large estate",
            "worked as a gardener or head gardener of a large estate",
        ),
        ("leading a ward", "of leading a ward", "leading a ward", "been leading a ward"),
        ("teaching a class", "of teaching a class", "teaching a class", "been teaching a class"),
        ("nursing care", "of nursing care", "work in nursing care", "worked in nursing care"),
        ("training delivery", "of training delivery", "work in training delivery", None),
        ("crane operator", "as a crane operator", "work as a crane operator", None),
        ("hub and spoke model", "of hub and spoke model", "work in hub and spoke model", None),
        ("a site manager", "as a site manager", "work as a site manager", None),
    ],
)
def test_a_field_is_put_into_words(of: str, years: str, noun: str, has: str | None) -> None:
    assert experience(of) == years
    assert work(of) == noun
    assert has is None or done(of) == has
