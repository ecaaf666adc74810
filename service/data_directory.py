"""The data directory of a server: private, and one server's at a time.

Must not know what is kept there. Besides the SQLite database it holds what is derived, and belongs
to the processes of one server: counts of rates, and files of measurements.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import InputError, UsageError

LOCK = "server.lock"


def prepare(folder: Path) -> None:
    """Make the directory where there is none, for its owner alone.

    Raises:
        InputError: It cannot be made or written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{folder}: cannot be made ({error.strerror}); name another with --data"
        ) from None
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise InputError(f"{folder}: cannot be written to; name another with --data")


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep the directory to this process; the lock goes with the process, however it ends.

    Two servers of different versions would otherwise use one SQLite file, each with tables of its
    own, and both count rates and measurements of the other.

    Raises:
        UsageError: Another server has it.
    """
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"{folder}: another server uses this data directory; stop it, or give this one a "
                "directory of its own with --data"
            ) from None
        yield
    finally:
        os.close(descriptor)
