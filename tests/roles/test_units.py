"""The units that are read: bullets, sentences and the items of run-on text."""

import pytest

from matcher.roles.debris import debris
from matcher.roles.sections import role_sections
from matcher.roles.units import split_run_on, units


def texts(text: str) -> list[str]:
    return [unit.text for unit in units(text, role_sections(text), debris(text))]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Broad experience of kilns  Evidence of firing porcelain  Good at glazing",
            ["Broad experience of kilns", "Evidence of firing porcelain", "Good at glazing"],
        ),
        (
            "Experience of firing kilns Ability to mix glazes Good eye for colour",
            ["Experience of firing kilns", "Ability to mix glazes", "Good eye for colour"],
        ),
        (
            "You know glazes • You know slips • You know kilns",
            ["You know glazes", "You know slips", "You know kilns"],
        ),
        (
            "Experience with the Good Glaze method and with Managing Professional modules",
            ["Experience with the Good Glaze method and with Managing Professional modules"],
        ),
        (
            "We have a place for a  Kiln Hand   with a  Current  Kiln Ticket",
            ["We have a place for a  Kiln Hand   with a  Current  Kiln Ticket"],
        ),
        (
            "You mix glazes all day.You must have steady hands for this.",
            ["You mix glazes all day.", "You must have steady hands for this."],
        ),
    ],
)
def test_run_on_items(text: str, items: list[str]) -> None:
    assert [text[a:b] for a, b in split_run_on(text, 0, len(text))] == items


def test_spans_point_into_the_document_and_sections_are_kept() -> None:
    text = "Potter\n\nEssential\n• A kiln of your own\n\nDesirable\n• A second kiln\n"
    found = units(text, role_sections(text), [])
    assert [(u.text, u.section) for u in found] == [
        ("Potter", "other"),
        ("A kiln of your own", "essential"),
        ("A second kiln", "desirable"),
    ]
    assert all(text[u.start : u.end] == u.text for u in found)


def test_a_masked_figure_is_no_bullet() -> None:
    assert texts("You will run a **** bed ward.") == ["You will run a **** bed ward."]


def test_word_processor_debris_is_stepped_over() -> None:
    text = (
        "Evidence of steady work mso fareast fontfamily: Arial ; mso themefont:minorlatin; "
        "mso ansi language:ENGB'>  Evidence of neat work <br/>"
    )
    assert texts(text) == ["Evidence of steady work", "Evidence of neat work"]


def test_plain_words_are_no_debris() -> None:
    assert debris("Margin: responsible for a margin of 4 per cent; text and page layout") == []
