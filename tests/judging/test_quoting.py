"""What is shown beside a verdict: whole words, whole clauses, closed brackets, nobody's address."""

from datetime import date

import pytest

from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.judging.evidence.quoting import readable
from matcher.types import Evidence, Outcome, Verdict

LONG = (
    "Ran the night desk for the harbour with eleven people, wrote the rota and the handover book, "
    "chose the new telephone system (with two suppliers in the running, one of them local), cut "
    "the queue by half and trained whoever came after me to do the same."
)


def shown(cv: str, *words: str) -> list[str]:
    """Return the quotes a reader sees where a judge points at `words`."""
    candidate = read_candidate("a", cv, windows, date(2026, 11, 23))
    evidence = tuple(Evidence(cv.index(each), cv.index(each) + len(each), each) for each in words)
    found = readable(Verdict(Outcome.MET, "Because.", evidence), candidate)
    assert all(cv[each.start : each.end] == each.quote for each in found.evidence)
    return [each.quote for each in found.evidence]


@pytest.mark.parametrize(
    ("line", "words", "quote"),
    [
        ("DV vetting ran out in June 2022", "DV", "DV vetting ran out in June 2022"),
        ("Welsh (mother tongue), Irish (basic)", "Welsh (mother", None),
        ("* 41 carers on two floors", "41", "41 carers on two floors"),
        (LONG, "new telephone system", None),
    ],
)
def test_words_are_shown_in_their_sentence(line: str, words: str, quote: str | None) -> None:
    (found,) = shown(f"PROFILE\n{line}\n", words)
    assert words in found
    assert found.count("(") == found.count(")")
    assert quote is None or found == quote


@pytest.mark.parametrize("start", range(0, len(LONG) - 12, 7))
def test_a_long_sentence_is_cut_between_words(start: int) -> None:
    words = LONG[start : start + 12]
    (found,) = shown(f"PROFILE\n{LONG}\n", words)
    at = LONG.index(found)
    assert words.strip(" ,") in found
    assert LONG[at - 1 : at] in ("", " ", "(")
    assert not LONG[at + len(found) :][:1].isalnum()
    assert len(found) < len(LONG)


def test_how_to_reach_somebody_is_not_shown() -> None:
    cv = "Ada Quill\nTruro | ada.quill@example.com | 07700 900999\nPROFILE\nBaker for nine years.\n"
    assert shown(cv, "Truro") == ["Truro"]
    slashed = "Ada Quill\n07700 900999 / ada.quill@example.com / British citizen\n"
    assert shown(slashed, "British") == ["British citizen"]


def test_a_date_is_shown_with_what_it_dates() -> None:
    cv = "EXPERIENCE\nMay 2018 - June 2021. Bakery Manager, Quill Loaves.\n- Ran two ovens.\n"
    assert "Bakery Manager" in " ".join(shown(cv, "May 2018 - June 2021"))


def test_one_sentence_is_shown_once() -> None:
    cv = "PROFILE\nLed 30 bakers with a budget of £2m.\n"
    assert shown(cv, "30 bakers", "budget of £2m") == ["Led 30 bakers with a budget of £2m."]


def test_a_line_drawn_across_the_page_is_left_out() -> None:
    cv = "HEAD BAKER\n\n--------------------\nBakery Manager, Quill Loaves, 2018 to 2021\n"
    (found,) = shown(cv, cv.strip())
    assert found == "Bakery Manager, Quill Loaves, 2018 to 2021"
