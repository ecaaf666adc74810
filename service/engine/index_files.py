"""A tenant's saved indexes: written whole, checked when read, taken away when somebody goes.

Must not know what an index holds, nor what came after it was saved. Everything here is derived:
whatever is missing or in doubt is made again from the database. Beside each index lies a record of
the change it is up to, with a digest over both.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embeddings.errors import IndexCorrupt, IndexMismatch
from embeddings.faiss_index import FaissIndex
from embeddings.identity import ModelIdentity

_FORMAT = 1
# Read at once when a file's digest is computed.
_BLOCK = 1 << 20


class Unusable(Exception):
    """A saved index cannot be used; the message is one word that says why."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An index as it lies on disk.

    Attributes:
        index: The index.
        number: The tenant's change it is up to.
    """

    index: FaissIndex
    number: int


def folder_of(data: Path, tenant: int) -> Path:
    """Return the folder of a tenant's saved indexes within the data directory."""
    return data / "index" / str(tenant)


@contextmanager
def alone(data: Path, tenant: int) -> Iterator[Path]:
    """Yield the folder of a tenant's saved indexes, in which nobody else writes or deletes now.

    Raises:
        OSError: The data directory cannot be written.
    """
    folder = folder_of(data, tenant)
    for each in (data, folder.parent, folder):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
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
        return _empty(folder)


def _empty(folder: Path) -> int:
    files = list(folder.iterdir())
    for each in files:
        each.unlink()
    return len(files)


def numbers(data: Path) -> Iterator[tuple[int, int]]:
    """Yield the tenant of each saved index, and the change it is up to: -1 for unknown."""
    for folder in sorted((data / "index").glob("[0-9]*/")):
        for path in folder.iterdir():
            try:
                record = json.loads(path.with_suffix(".json").read_bytes())
                number = int(record["number"])
            except (OSError, ValueError, KeyError, TypeError):
                number = -1
            yield int(folder.name), number


def save(data: Path, tenant: int, saved: Saved, is_fresh: Callable[[], bool]) -> bool:
    """Save an index in place of any other of the tenant's.

    Args:
        data: The data directory.
        tenant: Whose index it is.
        saved: The index.
        is_fresh: Asked when nobody can delete files any more: whether nobody in the index was
            erased since. Whoever is erased later deletes the file once it is there.

    Returns:
        Whether it was saved.

    Raises:
        OSError: The data directory cannot be written.
    """
    with alone(data, tenant) as folder:
        if not is_fresh():
            return False
        _empty(folder)
        path = _path(folder, saved.index.identity)
        saved.index.save(path)
        record = {"format": _FORMAT, "tenant": tenant, "number": saved.number}
        _write(path.with_suffix(".json"), {**record, "sha256": _digest(path, record)})
    return True


def load(data: Path, tenant: int, identity: ModelIdentity) -> Saved:
    """Return a tenant's saved index.

    Raises:
        Unusable: There is none, or none of this model, or it is not what was written.
    """
    try:
        with alone(data, tenant) as folder:
            return _load(folder, tenant, identity)
    except IndexMismatch:
        raise Unusable("of another model") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexCorrupt):
        raise Unusable("unreadable") from None


def _load(folder: Path, tenant: int, identity: ModelIdentity) -> Saved:
    path = _path(folder, identity)
    if not path.exists():
        raise Unusable("of another model" if any(folder.glob("*.npz")) else "missing")
    record: dict[str, Any] = json.loads(path.with_suffix(".json").read_bytes())
    digest = record.pop("sha256")
    if digest != _digest(path, record) or record["tenant"] != tenant:
        raise Unusable("altered")
    return Saved(FaissIndex.load(path, identity), int(record["number"]))


def _path(folder: Path, identity: ModelIdentity) -> Path:
    return folder / f"{identity.key}.npz"


def _digest(path: Path, record: dict[str, Any]) -> str:
    """Return the SHA-256, in hexadecimal, over a record and the index beside it."""
    whole = hashlib.sha256(json.dumps(record, sort_keys=True).encode())
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            whole.update(block)
    return whole.hexdigest()


def _write(path: Path, record: dict[str, Any]) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        opened = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as stream:
            json.dump(record, stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
