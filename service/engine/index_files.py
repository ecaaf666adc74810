"""Where the saved indexes of a tenant lie, and how they are taken away.

Must not know what an index holds. Everything here is derived: whatever is missing is made again
from the database.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def folder_of(data: Path, tenant: int) -> Path:
    """Return the folder of a tenant's saved indexes within the data directory."""
    return data / "index" / str(tenant)


@contextmanager
def alone(data: Path, tenant: int) -> Iterator[Path]:
    """Yield the folder of a tenant's saved indexes, to which no other process has access now.

    Raises:
        OSError: The data directory cannot be written.
    """
    folder = folder_of(data, tenant)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(folder.parent / f"{tenant}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        os.close(lock)


def remove(data: Path, tenant: int) -> int:
    """Delete a tenant's saved indexes; return how many files there were.

    Raises:
        OSError: A file cannot be deleted.
    """
    if not folder_of(data, tenant).is_dir():
        return 0
    with alone(data, tenant) as folder:
        files = list(folder.iterdir())
        for each in files:
            each.unlink()
    return len(files)
