"""A parser that does, on request, what hostile files make parsers do."""

import os
import time

from data.documents.document import Document
from data.documents.limits import Limits
from data.documents.reading import read_bytes


def parse(data: bytes, name: str, limits: Limits) -> Document:
    """Misbehave as the file's name says, or read the file."""
    match name:
        case "hang.pdf":
            time.sleep(600)
        case "crash.pdf":
            os._exit(7)
        case "greedy.pdf":
            _ = bytearray(2 * limits.max_memory)
        case "chatty.pdf":
            os.write(1, b"noise on standard output")
        case "raise.pdf":
            raise KeyError(name)
    return read_bytes(data, name, limits)
