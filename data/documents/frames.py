"""What passes between the reader and its worker processes: length-prefixed frames.

Replies are JSON and nothing richer: a worker has handled files from strangers, and must not be
able to send back anything that does something when it is decoded. Knows no parser.
"""

import json
import struct
from dataclasses import asdict
from typing import IO

from data.documents.document import Document, Warning_
from data.documents.errors import ERRORS, DocumentError

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], payload: bytes) -> None:
    """Write one frame."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes], longest: int) -> bytes | None:
    """Read one frame; None where the stream ended, or the frame is longer than agreed."""
    prefix = stream.read(_LENGTH.size)
    if len(prefix) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(prefix)
    if length > longest:
        return None
    payload = stream.read(length)
    return payload if len(payload) == length else None


def encode_document(document: Document) -> bytes:
    """A document as a reply."""
    return json.dumps(asdict(document)).encode()


def encode_error(error: DocumentError) -> bytes:
    """An error as a reply."""
    reply = {"error": type(error).__name__, "name": error.name, "detail": error.detail}
    return json.dumps(reply).encode()


def decode(reply: bytes) -> Document | DocumentError:
    """A reply as what it stands for.

    Raises:
        ValueError, KeyError, TypeError: the reply is not one of ours.
    """
    fields = json.loads(reply)
    if "error" in fields:
        return ERRORS[fields["error"]](str(fields["name"]), str(fields["detail"]))
    return Document(
        name=str(fields["name"]),
        media_type=str(fields["media_type"]),
        text=str(fields["text"]),
        pages=tuple(int(start) for start in fields["pages"]),
        warnings=tuple(Warning_(str(w["code"]), str(w["message"])) for w in fields["warnings"]),
        digest=str(fields["digest"]),
    )
