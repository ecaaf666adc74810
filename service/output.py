"""Results to the screen or to a file, whole or not at all.

Must not know what a result is. A file is written beside its place and moved there when complete,
so that an interrupted run leaves the old file or none. Nothing is moved onto a device or a pipe.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from service.errors import InputError


def write(content: str | bytes, output: Path | None) -> None:
    """Write a result to ``output``, or to standard output where that is None.

    Raises:
        InputError: The file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        if output.exists() and not output.is_file():
            # `--output /dev/null`, run by root, would otherwise put a file in the device's place.
            output.write_bytes(data)
        else:
            _replace(output.resolve(), data)
    except OSError as error:
        reason = error.strerror or error
        raise InputError(
            f"{output}: cannot be written: {reason}; choose another --output"
        ) from None


def check(output: Path | None) -> None:
    """Find out before the work, not after it, that a result could not be written.

    Raises:
        InputError: The folder does not exist, or ``output`` is a folder.
    """
    if output is None:
        return
    if output.is_dir():
        raise InputError(f"{output}: is a folder; give --output a file's name")
    if not output.parent.is_dir():
        raise InputError(f"{output.parent}: no such folder; make it, or choose another --output")


def _replace(output: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
