"""Sources to candidates: in order, each once, and again without parsing."""

from datetime import date
from pathlib import Path

import pytest

from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.types import Candidate
from matcher.weights import default_weights
from service import reading
from service.intake import Failure, FileSource, RowSource
from service.reading import read_candidates, read_role, with_duplicate_notices
from service.shelf import Shelf
from tests.documents.makers import Canvas, make_pdf
from tests.fakes import FirstLetterEncoder

TODAY = date(2026, 11, 23)
MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), TODAY)


def drawn(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Anna Example")


@pytest.fixture
def sources(tmp_path: Path) -> list[FileSource | RowSource]:
    (tmp_path / "anna.pdf").write_bytes(make_pdf(drawn))
    (tmp_path / "empty.txt").write_text("")
    return [
        FileSource("anna", tmp_path / "anna.pdf"),
        FileSource("empty", tmp_path / "empty.txt"),
        RowSource("ben", "Ben Example", "table.csv, line 2"),
        FileSource("copy", tmp_path / "anna.pdf"),
    ]


def test_results_come_in_the_order_of_the_sources(sources: list) -> None:
    done: list[None] = []
    found = list(read_candidates(sources, MATCHER, done=lambda: done.append(None)))
    assert [type(each) for each in found] == [Candidate, Failure, Candidate, Candidate]
    assert [each.id for each in found if isinstance(each, Candidate)] == ["anna", "ben", "copy"]
    assert len(done) == 4


def test_what_is_on_the_shelf_is_not_parsed_again(
    sources: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path / "cache", TODAY)
    first = list(read_candidates(sources, MATCHER, shelf))

    def parsed(*_: object) -> None:
        raise AssertionError("a CV was parsed again")

    monkeypatch.setattr(reading, "_candidate", parsed)
    readable = [source for source in sources if source.id != "empty"]
    kept = list(read_candidates(readable, MATCHER, shelf))
    assert kept == [each for each in first if isinstance(each, Candidate)]


def test_a_role_on_the_shelf_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry Manager\n\nEssential\n- Fluent Welsh\n", encoding="utf-8")
    shelf = Shelf(tmp_path / "cache", TODAY)
    first = read_role(path, MATCHER, shelf)
    assert first == read_role(path, MATCHER)

    def parsed(*_: object) -> None:
        raise AssertionError("a role was parsed again")

    monkeypatch.setattr(reading, "role_of", parsed)
    assert read_role(path, MATCHER, shelf) == first


def test_the_same_text_under_another_name_is_said_to_be_a_duplicate() -> None:
    pool = [Candidate("anna", "words"), Candidate("ben", "other"), Candidate("cara", "words")]
    warned = with_duplicate_notices(pool)
    assert [len(each.warnings) for each in warned] == [0, 0, 1]
    assert warned[2].warnings[0].message == "The same text as anna: one CV under two names."
