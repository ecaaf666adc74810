"""A request's body as a file on disk, whether it is the file or a form that holds one.

Must not know what is in it. However large it is, memory holds a piece of it.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from anyio import to_thread
from fastapi import Request
from starlette.datastructures import UploadFile

from service.api.problems import StorageFull, Unavailable, Unprocessable

FIELD = "file"
_FORM = "multipart/form-data"
# Smaller pieces would each cost a trip to another thread.
_PIECE = 1 << 20


@asynccontextmanager
async def body_on_disk(request: Request, folder: Path) -> AsyncIterator[BinaryIO]:
    """Yield what was sent as a file, seekable and at its beginning; it is gone afterwards.

    Args:
        request: A request whose body was not read yet.
        folder: Where the file may lie.

    Raises:
        Unprocessable: It is a form without the field `file`.
        StorageFull: There is no room for it.
    """
    try:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM:
            async with request.form(max_files=1, max_fields=10) as form:
                sent = form.get(FIELD)
                if not isinstance(sent, UploadFile):
                    raise Unprocessable(f"The form needs a file in its field '{FIELD}'.")
                await sent.seek(0)
                yield sent.file
            return
        with tempfile.TemporaryFile(dir=folder) as file:
            await _write(request, file)
            yield cast("BinaryIO", file)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull("There is no room for what was sent.") from error
        raise Unavailable("What was sent could not be kept; try again.") from error


async def _write(request: Request, file: IO[bytes]) -> None:
    held = bytearray()
    async for piece in request.stream():
        held += piece
        if len(held) >= _PIECE:
            await to_thread.run_sync(file.write, bytes(held))
            held.clear()
    await to_thread.run_sync(file.write, bytes(held))
    await to_thread.run_sync(file.seek, 0)
