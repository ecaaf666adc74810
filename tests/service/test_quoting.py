"""Beside a name stands a sentence, not a scrap."""

from dataclasses import replace

import pytest

from matcher.types import Sentence
from service.reports.quoting import best_words, cut
from tests.service.rankings import ANNA, ANNA_TEXT, BEN, RANKING


def test_the_sentence_around_the_best_evidence_is_shown() -> None:
    start = ANNA_TEXT.index("Ran")
    end = ANNA_TEXT.index(" ITIL")
    sentence = Sentence(ANNA_TEXT[start:end], start, end)
    anna = replace(RANKING.candidates["anna"], sentences=(sentence,))
    ranking = replace(RANKING, candidates={**RANKING.candidates, "anna": anna})
    assert best_words(ranking, ANNA, 80) == "Ran the desk with a budget of £3m and 25 people."
    assert best_words(ranking, ANNA, 26) == "…a budget of £3m and 25…"


def test_without_sentences_it_is_the_evidence() -> None:
    assert best_words(RANKING, ANNA, 80) == "a budget of £3m"


def test_who_shows_nothing_has_no_quote() -> None:
    assert best_words(RANKING, BEN, 80) is None


def test_only_what_is_cut_is_marked_as_cut() -> None:
    assert cut(("", "one two three four five", ""), 12) == "one two…"


@pytest.mark.parametrize("width", range(5, 60))
@pytest.mark.parametrize(
    "parts",
    [
        ("one two three four five ", "SIX", " seven eight nine ten"),
        ("", "SIX", " seven eight nine ten eleven twelve"),
        ("one two three four five six seven eight ", "NINE", ""),
        ("averyveryverylongwordwithoutanyspaceinit", "SIX", ""),
    ],
)
def test_a_line_is_never_too_long_and_keeps_the_evidence(
    parts: tuple[str, str, str], width: int
) -> None:
    line = cut(parts, width)
    assert len(line) <= width
    if width > len(parts[1]) + 2:
        assert parts[1] in line
