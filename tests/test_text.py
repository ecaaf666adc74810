"""Lines, blocks and sentences of plain text."""

from __future__ import annotations

import pytest

from matcher.text import blocks, sentences


def cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran the desk. Cut waiting times.", ["Ran the desk.", "Cut waiting times."]),
        ("Saved approx. £2m a year. Led 9.", ["Saved approx. £2m a year.", "Led 9."]),
        ("Ran a P&L. Led 9 in a firm of J. Smith.", ["Ran a P&L.", "Led 9 in a firm of J. Smith."]),
        ("It was somebody else's. Mine was 9.", ["It was somebody else's.", "Mine was 9."]),
        ("Held SC; renewed in 2021", ["Held SC;", "renewed in 2021"]),
        ("• Led the move\n• Wrote the plan", ["Led the move", "Wrote the plan"]),
        ("1. Budgets\n2. People", ["Budgets", "People"]),
        ("Profile\nCalm in a crisis.", ["Profile", "Calm in a crisis."]),
        ("Budget | £3m a year\nPeople | 12", ["Budget | £3m a year", "People | 12"]),
        ("=====\nSkills\n-----", ["Skills"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text, sentences(text)) == expected


def test_wrapped_paragraph_is_one_sentence() -> None:
    text = (
        "I have looked after payroll and pensions for a large group of hospitals in the north\n"
        "and moved both of them to one supplier without a single late payment to anybody.\n"
        "\n"
        "Referees on request"
    )
    assert cut(text, sentences(text)) == [text.split("\n\n")[0], "Referees on request"]


def test_short_line_is_not_joined_to_the_next() -> None:
    text = "Porter\nMoorside Hospital\nMoved patients, samples and, once, a piano at night."
    assert cut(text, blocks(text)) == text.split("\n")


def test_line_with_room_for_the_next_word_is_not_joined() -> None:
    wide = "I kept the books of three hospitals and of the laundry that served them all for years\n"
    text = wide + "and years.\n" + wide[:72] + "\nI moved beds at night and by day.\n"
    assert cut(text, blocks(text)) == [
        text[: text.index(" years.") + 7],
        wide[:72].strip(),
        "I moved beds at night and by day.",
    ]


def test_width_follows_from_the_whole_document() -> None:
    long = f"{'A line of a paragraph that a word processor wrapped far to the right':<98}.\n"
    text = (
        long * 4
        + "\nStore Manager, Ember Shoes, 2019 to 2021, Ripon and Thirsk branches\nOpened two shops."
    )
    start = text.index("Store")
    assert cut(text, sentences(text, start)) == text[start:].split("\n")


def test_range_keeps_offsets_of_the_document() -> None:
    text = "First line here.\nSecond one. Third one."
    assert cut(text, sentences(text, text.index("Third"))) == ["Third one."]


@pytest.mark.parametrize("sign", ["+", ">", "»", "→", "►", "✓"])
def test_signs_that_open_a_bullet(sign: str) -> None:
    text = f"{sign} Led the porters\n{sign} Moved the beds"
    assert cut(text, sentences(text)) == ["Led the porters", "Moved the beds"]


def test_telephone_numbers_and_sums_open_no_bullet() -> None:
    assert cut("+44 20 7946 0000", sentences("+44 20 7946 0000")) == ["+44 20 7946 0000"]


def test_what_nobody_would_write_as_one_sentence_is_parted_at_a_pause() -> None:
    text = "managed a team of 12, " * 300
    spans = sentences(text)
    assert len(spans) > 1
    parts = [text[start:end] for start, end in spans]
    assert all(len(part) <= 2000 and part.startswith("managed a team") for part in parts)
    assert " ".join(parts) == text.strip()


def test_a_sentence_without_any_pause_is_parted_all_the_same() -> None:
    assert sentences("x" * 5000) == [(0, 2000), (2000, 4000), (4000, 5000)]
