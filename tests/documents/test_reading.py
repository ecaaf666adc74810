"""Bad input: each gets the error that says what to do about it."""

from pathlib import Path

import pytest

from data.documents import (
    Corrupt,
    DocumentError,
    EmptyDocument,
    Encrypted,
    Limits,
    TooLarge,
    UnpacksTooLarge,
    Unreadable,
    Unsupported,
    read,
    read_bytes,
)
from tests.documents.makers import make_docx, make_pdf, make_zip, ole_container

JUNK = bytes(range(256)) * 8
PDF = make_pdf(lambda canvas: canvas.drawString(50, 700, "Some words"))
DOCX = make_docx(lambda word: word.add_paragraph("Some words"))


@pytest.mark.parametrize(
    ("name", "data", "kind", "message"),
    [
        ("cv.pdf", b"", EmptyDocument, r"cv\.pdf: it is empty"),
        ("cv.txt", b" \n\t\n", EmptyDocument, r"cv\.txt: it is empty"),
        ("cv.docx", make_docx(lambda word: None), EmptyDocument, r"cv\.docx: it is empty"),
        ("cv.pdf", JUNK, Corrupt, r"damaged or incomplete \(the content is not PDF\)\. Open it"),
        ("cv.bin", JUNK, Unsupported, r"neither text nor a known type"),
        ("cv.pdf", PDF[:200], Corrupt, r"cv\.pdf: it is damaged or incomplete"),
        ("cv.docx", DOCX[:-400], Corrupt, r"cv\.docx: it is damaged or incomplete"),
        ("cv.docx", make_zip({"word/x": "y"}), Corrupt, r"cv\.docx: it is damaged"),
        ("cv.docx", make_zip({"word/document.xml": "<w:"}), Corrupt, r"part word/document\.xml"),
        ("cv.docx", ole_container("EncryptedPackage"), Encrypted, r"without the password"),
        ("cv.doc", ole_container("WordDocument"), Unsupported, r"old \.doc format\)\. Save it as"),
        ("cv.xls", ole_container("Workbook"), Unsupported, r"an old Office file"),
        ("cv.xlsx", make_zip({"xl/workbook.xml": "<x/>"}), Unsupported, r"spreadsheet"),
        ("cvs.xlsx", b"notes", Unsupported, r"a table or presentation by its name"),
        ("cvs.csv", b"name,cv\nAnna,chef\n", Unsupported, r"a table or presentation by its name"),
        ("cv.png", b"\x89PNG\r\n\x1a\n" + JUNK, Unsupported, r"a picture; .*run OCR"),
    ],
)
def test_bad_input_gets_a_helpful_error(
    name: str, data: bytes, kind: type[DocumentError], message: str
) -> None:
    with pytest.raises(kind, match=message):
        read_bytes(data, name)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(TooLarge, match=r"huge\.pdf: .*\(40\.0 MB; the limit is 20\.0 MB\)"):
        read(path)


def test_a_zip_bomb_is_refused_before_unpacking() -> None:
    bomb = make_zip({"word/document.xml": b"a" * 20_000_000})
    with pytest.raises(UnpacksTooLarge, match=r"cv\.docx: .*zip bomb .*the limit is 200 times"):
        read_bytes(bomb, "cv.docx")


def test_an_archive_too_large_unpacked_is_refused() -> None:
    with pytest.raises(UnpacksTooLarge, match="the limit is 0 MB"):
        read_bytes(DOCX, "cv.docx", Limits(max_unpacked=1000))


def word_with_entity(declarations: str) -> bytes:
    document = (
        f"<!DOCTYPE x [{declarations}]>"
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Seen &last;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    return make_zip({"word/document.xml": document})


def test_entities_that_multiply_are_refused() -> None:
    steps = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    with pytest.raises(Corrupt, match=r"part word/document\.xml"):
        read_bytes(word_with_entity(f'<!ENTITY e0 "ha">{steps}<!ENTITY last "&e9;">'), "cv.docx")


def test_entities_do_not_reach_outside_the_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = word_with_entity(f'<!ENTITY last SYSTEM "{secret.as_uri()}">')
    assert read_bytes(data, "cv.docx").text == "Seen"


@pytest.mark.parametrize(("name", "problem"), [("gone.pdf", "no such file"), (".", "not a file")])
def test_what_is_no_file_cannot_be_opened(tmp_path: Path, name: str, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("cv.docx", PDF, "Some words"),
        ("cv.pdf", DOCX, "Some words"),
        ("cv.pdf", b"Some words", "Some words"),
        ("cv.doc", rb"{\rtf1 Some words}", "Some words"),
        ("cv.txt", b"<!DOCTYPE html><p>Some words", "Some words"),
    ],
)
def test_a_wrong_ending_is_a_warning(name: str, data: bytes, text: str) -> None:
    document = read_bytes(data, name)
    assert document.text == text
    assert [warning.code for warning in document.warnings] == ["wrong_ending"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("cv.PDF", PDF), ("cv.docx", DOCX), ("cv.md", b"# Name"), ("cv", PDF), ("notes.log", b"x")],
)
def test_an_ending_that_fits_is_no_warning(name: str, data: bytes) -> None:
    assert read_bytes(data, name).warnings == ()


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert read(path).digest == known
