import pytest

from data.documents.hidden import BLACK, WHITE, HiddenWords, Look, contrast, parse_colour


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast(WHITE, WHITE) == 1
    assert contrast(BLACK, WHITE) == pytest.approx((1 + 0.05) / (0 + 0.05))


@pytest.mark.parametrize(
    ("look", "hidden"),
    [
        (Look(), False),
        (Look(colour=WHITE), True),
        (Look(colour=(250, 250, 250)), True),
        (Look(colour=(200, 200, 200)), False),
        (Look(colour=WHITE, background=(0, 0, 128)), False),
        (Look(colour=(10, 10, 10), background=BLACK), True),
        (Look(colour=WHITE, background=None), False),
        (Look(points=1), True),
        (Look(points=4), False),
        (Look(concealed=True), True),
    ],
)
def test_what_nobody_can_see_is_hidden(look: Look, hidden: bool) -> None:
    assert look.hidden is hidden


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#fff", WHITE),
        ("FFFFFF", WHITE),
        ("rgb(255, 255, 255)", WHITE),
        ("rgba(0 0 0 / 50%)", BLACK),
        (" White ", WHITE),
        ("auto", None),
        (None, None),
    ],
)
def test_colours_are_read_as_they_are_written(
    value: str | None, colour: tuple[int, int, int] | None
) -> None:
    assert parse_colour(value) == colour


def test_hidden_words_are_counted_and_not_quoted() -> None:
    hidden = HiddenWords()
    assert hidden.warnings() == ()
    hidden.add("python java")
    (warning,) = hidden.warnings()
    assert warning.code == "hidden_text"
    assert warning.message.startswith("2 words")
    assert "python" not in warning.message
