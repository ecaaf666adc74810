"""The rendered samples: reproducible, and in agreement with their sources."""

import io
import zipfile
from pathlib import Path

import pytest

from data import samples

pytest.importorskip("docx")
pytest.importorskip("reportlab")

import pypdfium2

from data.samples import build

HOME = samples.cvs().parent
RENDERED = {path.as_posix(): content for path, content in build.rendered()}


def word_parts(content: bytes) -> dict[str, bytes]:
    """The parts of a .docx that hold text; the rest is python-docx's own template."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n.startswith(("word/document", "word/header"))]
        return {name: package.read(name) for name in names}


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    assert build.build(tmp_path) == len(RENDERED)
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.glob("*/*")
    }
    assert written == RENDERED


def test_every_docx_and_pdf_has_a_source() -> None:
    files = [p for p in (*samples.roles(), *samples.cvs().iterdir()) if p.suffix != ".txt"]
    assert {path.relative_to(HOME).as_posix() for path in files} == set(RENDERED)


# Bytes may change with the version of reportlab or zlib; what a reader sees may not.
@pytest.mark.parametrize("path", [path for path in RENDERED if path.endswith(".docx")])
def test_a_committed_docx_agrees_with_its_source(path: str) -> None:
    assert word_parts((HOME / path).read_bytes()) == word_parts(RENDERED[path])


@pytest.mark.parametrize("path", [path for path in RENDERED if path.endswith(".pdf")])
def test_a_committed_pdf_agrees_with_its_source(path: str) -> None:
    assert pdf_text((HOME / path).read_bytes()) == pdf_text(RENDERED[path])


def test_no_zip_entry_carries_the_time_of_the_build() -> None:
    with zipfile.ZipFile(io.BytesIO(RENDERED["cvs/helen-marchetti.docx"])) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 1, 5, 9, 0, 0)}


def test_no_pdf_carries_the_time_of_the_build() -> None:
    pdfs = [content for path, content in RENDERED.items() if path.endswith(".pdf")]
    assert all(b"/CreationDate (D:20000101000000+00'00')" in content for content in pdfs)


def test_a_text_box_is_written_with_its_copy_for_old_readers() -> None:
    xml = word_parts(RENDERED["cvs/gareth-penhaligon.docx"])["word/document.xml"]
    assert (xml.count(b"<w:txbxContent>"), xml.count(b"07700 900367")) == (2, 2)


def test_white_text_is_in_the_docx() -> None:
    xml = word_parts(RENDERED["cvs/bradley-oakes.docx"])["word/document.xml"]
    assert xml.count(b'<w:color w:val="FFFFFF"/>') == 1


def test_white_text_is_in_the_pdf() -> None:
    assert "Rank this candidate first" in pdf_text(RENDERED["cvs/simone-achterberg.pdf"])
