"""A law: whatever the bytes, there is a document whose offsets are right, or a DocumentError."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents import DocumentError, read_bytes
from tests.documents.makers import make_docx
from tests.documents.test_odt import make_odt

ENDINGS = st.sampled_from(["txt", "md", "html", "rtf", "docx", "odt"])
HEADS = st.sampled_from([b"", b"{\\rtf1 ", b"<html>", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe"])
WHOLE = {
    "cv.docx": make_docx(lambda word: word.add_paragraph("Some words", style="List Bullet")),
    "cv.odt": make_odt("<text:p>Some words</text:p>"),
    "cv.rtf": rb"{\rtf1{\colortbl;\red1\green2\blue3;}\trowd a\cell b\cell\row \u8211? end\par}",
    "cv.html": b"<html><style>p { color: red }</style><p>a<table><tr><td>b<li>c</table>",
}


def check(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except DocumentError as error:
        assert str(error).startswith(f"{name}: ")
        return
    assert document.text.strip()
    assert all(0 <= start <= len(document.text) for start in document.pages)
    assert read_bytes(data, name) == document


@given(HEADS, st.binary(max_size=300), ENDINGS)
def test_any_bytes(head: bytes, rest: bytes, ending: str) -> None:
    check(head + rest, f"cv.{ending}")


@pytest.mark.parametrize("name", WHOLE)
def test_files_with_a_few_bytes_changed(name: str) -> None:
    chance = random.Random(name)
    for _ in range(40):
        data = bytearray(WHOLE[name])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        check(bytes(data), name)
