import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.documents import (
    Corrupt,
    Crashed,
    Document,
    DocumentError,
    Limits,
    OutOfMemory,
    Reader,
    TimedOut,
    read_bytes,
)
from tests.documents import hostile_parser
from tests.documents.makers import make_docx, make_pdf

PDF = make_pdf(lambda canvas: canvas.drawString(50, 700, "Some words"))
DOCX = make_docx(lambda word: word.add_paragraph("Other words"))
HOSTILE = f"{hostile_parser.__name__}:parse"


@pytest.fixture
def hostile() -> Iterator[Reader]:
    with Reader(Limits(seconds=1.5), parser=HOSTILE) as reader:
        yield reader


def test_a_worker_reads_what_this_process_would_read() -> None:
    with Reader() as reader:
        for data, name in [(PDF, "cv.pdf"), (DOCX, "cv.docx"), (b"Plain", "cv.txt")]:
            assert reader.read_bytes(data, name) == read_bytes(data, name)


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("hang.pdf", TimedOut, r"hang\.pdf: .*took too long.*\(more than 1\.5 seconds\)"),
        ("crash.pdf", Crashed, r"crash\.pdf: the parser crashed on it"),
        ("greedy.pdf", OutOfMemory, r"greedy\.pdf: reading it takes too much memory"),
        ("raise.pdf", Corrupt, r"raise\.pdf: it is damaged or incomplete \(KeyError\)"),
    ],
)
def test_a_bad_file_costs_only_itself(
    hostile: Reader, name: str, kind: type[DocumentError], message: str
) -> None:
    with pytest.raises(kind, match=message):
        hostile.read_bytes(PDF, name)
    assert hostile.read_bytes(PDF, "next.pdf").text == "Some words"


def test_what_a_library_prints_does_not_disturb_the_replies(hostile: Reader) -> None:
    assert hostile.read_bytes(PDF, "chatty.pdf").text == "Some words"


def test_many_files_come_back_in_order_whatever_happens_to_some(
    hostile: Reader, tmp_path: Path
) -> None:
    names = ["a.pdf", "crash.pdf", "b.pdf", "hang.pdf", "c.pdf", "missing.pdf", "d.pdf"]
    paths = [tmp_path / name for name in names]
    for path in paths:
        if path.name != "missing.pdf":
            path.write_bytes(PDF)
    results = list(hostile.read_many(paths, workers=2))
    assert [path for path, _ in results] == paths
    outcome = [
        result.text if isinstance(result, Document) else type(result).__name__
        for _, result in results
    ]
    words = "Some words"
    assert outcome == [words, "Crashed", words, "TimedOut", words, "Unreadable", words]


def test_read_many_reads_only_a_little_ahead(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Plain")
    asked: list[int] = []

    def paths() -> Iterator[Path]:
        for number in range(100):
            asked.append(number)
            yield path

    with Reader() as reader:
        results = reader.read_many(paths(), workers=2)
        next(results)
        assert len(asked) < 10
        results.close()


def test_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    with Reader() as reader:
        assert reader.read_bytes(b"Plain", "cv.md").text == "Plain"


def test_one_reader_serves_several_threads() -> None:
    texts: list[str] = []
    with Reader() as reader:
        threads = [
            threading.Thread(target=lambda: texts.append(reader.read_bytes(PDF, "cv.pdf").text))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert texts == ["Some words"] * 4


def test_a_closed_reader_says_so() -> None:
    reader = Reader()
    reader.close()
    with pytest.raises(RuntimeError, match="closed"):
        reader.read_bytes(PDF, "cv.pdf")


def test_a_worker_that_cannot_start_is_not_blamed_on_the_file() -> None:
    with (
        Reader(parser="no_such_module:parse") as reader,
        pytest.raises(RuntimeError, match="start"),
    ):
        reader.read_bytes(PDF, "cv.pdf")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX resource limits")
def test_a_worker_may_not_write_files(tmp_path: Path) -> None:
    # The limit is on file size, so that an empty file may appear but nothing can go in.
    with Reader(parser=f"{__name__}:write_beside") as reader, pytest.raises(Corrupt):
        reader.read_bytes(PDF, str(tmp_path / "written"))
    assert not (tmp_path / "written").exists() or (tmp_path / "written").stat().st_size == 0


def write_beside(data: bytes, name: str, limits: Limits) -> Document:
    Path(name).write_bytes(data)
    return read_bytes(data, name, limits)
