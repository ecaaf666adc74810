import io
import json

import pytest

from data.documents import Document, Encrypted, Warning_
from data.documents.frames import decode, encode_document, encode_error, receive, send


def test_frames_come_out_as_they_went_in() -> None:
    stream = io.BytesIO()
    send(stream, b"one")
    send(stream, b"")
    stream.seek(0)
    assert [receive(stream, 10) for _ in range(3)] == [b"one", b"", None]


def test_a_frame_cut_short_or_too_long_is_none() -> None:
    stream = io.BytesIO()
    send(stream, b"12345")
    assert receive(io.BytesIO(stream.getvalue()[:-1]), 10) is None
    assert receive(io.BytesIO(stream.getvalue()), 4) is None


def test_documents_and_errors_survive_the_journey() -> None:
    document = Document("cv.pdf", "application/pdf", "£3m", (0,), (Warning_("a", "b"),), "00")
    assert decode(encode_document(document)) == document
    error = decode(encode_error(Encrypted("cv.pdf", "detail")))
    assert type(error) is Encrypted
    assert str(error) == str(Encrypted("cv.pdf", "detail"))


@pytest.mark.parametrize("reply", [b"", b"[]", b"{}", b"\xff", json.dumps({"error": "x"}).encode()])
def test_other_replies_are_refused(reply: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(reply)
