"""Of a passage, the sentence that answers; of a header, nothing."""

from datetime import date

from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.judging.words.telling import answer, tells
from matcher.types import Candidate, Passage

CV = """Ada Quill
Baker, Truro, Cornwall
ada.quill@example.com

EXPERIENCE
Bakery Manager, Quill Loaves, May 2018 to June 2021
- Wrote the rota for thirty bakers on three shifts and for the drivers of the early van.
- Ordered flour, butter and yeast from nine suppliers, and settled the prices each spring.
- Answered for hygiene in both kitchens.
"""


def reading(text: str = CV) -> Candidate:
    return read_candidate("a", text, windows, date(2026, 11, 23))


def passage(words: str, last: str | None = None) -> Passage:
    start = CV.index(words)
    stop = CV.index(last) + len(last) if last else start + len(words)
    return Passage(CV[start:stop], start, stop)


def test_a_header_tells_nothing_and_work_does() -> None:
    candidate = reading()
    assert not tells(passage("Baker, Truro, Cornwall"), candidate)
    assert tells(passage("Answered for hygiene in both kitchens."), candidate)


def test_the_sentence_that_shares_words_is_shown() -> None:
    found = answer(passage("Wrote the rota", "both kitchens."), "manage our suppliers", reading())
    assert found.quote.startswith("Ordered flour")
    assert CV[found.start : found.end] == found.quote


def test_a_short_passage_is_shown_whole() -> None:
    hygiene = passage("Answered for hygiene in both kitchens.")
    assert answer(hygiene, "keep the books", reading()).quote == hygiene.text.rstrip()
