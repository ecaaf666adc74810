"""The process that parses files from strangers: reads a file, replies, waits for the next.

Started by `reader`, as `python -m data.documents.worker PARSER LIMITS`. It ends when its input
ends, or when a file takes too long. Knows no format; imports nothing
heavy, so that a fresh one is cheap.
"""

import dataclasses
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from data.documents import frames
from data.documents.document import Document
from data.documents.errors import Corrupt, DocumentError, OutOfMemory
from data.documents.limits import Limits

READY = b"ready"
Parser = Callable[[bytes, str, Limits], Document]
# The parent stops a slow worker; should the parent be gone, the worker stops itself.
_GRACE_SECONDS = 5


def main(arguments: list[str]) -> None:
    """Serve until the input ends.

    Args:
        arguments: the parser as 'module:function', and the limits as JSON.
    """
    module, _, function = arguments[0].partition(":")
    limits = Limits(**json.loads(arguments[1]))
    _confine(limits)
    source, sink = _take_streams()
    parser: Parser = getattr(importlib.import_module(module), function)
    frames.send(sink, READY)
    while _serve(parser, limits, source, sink):
        pass


def _serve(parser: Parser, limits: Limits, source: BinaryIO, sink: BinaryIO) -> bool:
    """Answer one file; False when there is none."""
    name = frames.receive(source, limits.max_bytes)
    data = frames.receive(source, limits.max_bytes) if name is not None else None
    if name is None or data is None:
        return False
    _alarm(int(limits.seconds) + _GRACE_SECONDS)
    frames.send(sink, _answer(parser, data, name.decode(), limits))
    _alarm(0)
    return True


def _answer(parser: Parser, data: bytes, name: str, limits: Limits) -> bytes:
    try:
        return frames.encode_document(parser(data, name, limits))
    except DocumentError as error:
        return frames.encode_error(error)
    except MemoryError:
        return frames.encode_error(OutOfMemory(name))
    except Exception as error:  # any failure of a parser is the file's, not the batch's
        return frames.encode_error(Corrupt(name, type(error).__name__))


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for frames alone: whatever a library prints goes nowhere."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return source, sink


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(seconds)


def _confine(limits: Limits) -> None:
    """Bound memory, and forbid core dumps and written files, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = (
        (resource.RLIMIT_AS, limits.max_memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for kind, bound in bounds:
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):  # macOS refuses a bound on address space
            continue


def limits_argument(limits: Limits) -> str:
    """Limits as the argument `main` expects."""
    return json.dumps(dataclasses.asdict(limits))


if __name__ == "__main__":
    main(sys.argv[1:])
