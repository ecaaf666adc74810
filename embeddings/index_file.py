"""A vector index on disk: one file, written whole or not at all.

A NumPy .npz archive that NumPy alone can open, with a header that names the model and holds a
digest of the rest. Reading executes nothing from the file. Knows nothing of searching.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Vectors
from embeddings.errors import IndexCorrupt, IndexMismatch
from embeddings.identity import ModelIdentity

__all__ = ["SavedIndex", "read_index", "write_index"]

FORMAT = 1
PARTS = ("vectors", "ids", "structure")

FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SavedIndex:
    """What an index needs to go on where it stopped.

    Attributes:
        vectors: one row for each slot.
        ids: for each slot, the ids that share it.
        structure: an index library's own serialised form; empty where it is quick to rebuild.
    """

    vectors: Vectors
    ids: list[list[str]]
    structure: Bytes


def write_index(path: Path, identity: ModelIdentity, saved: SavedIndex) -> None:
    """Write an index; a reader sees the old file or the new one, never half of one.

    Raises:
        OSError: the folder cannot be written.
    """
    parts = {
        "vectors": np.ascontiguousarray(saved.vectors, "<f4"),
        "ids": _bytes(json.dumps(saved.ids)),
        "structure": saved.structure,
    }
    header = {"format": FORMAT, "model": identity.as_dict(), "sha256": _digest(parts)}
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # What an index holds was computed from somebody's words.
        with os.fdopen(os.open(temporary, FRESH, 0o600), "wb") as stream:
            np.savez(
                stream,
                header=_bytes(json.dumps(header)),
                vectors=parts["vectors"],
                ids=parts["ids"],
                structure=parts["structure"],
            )
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_index(path: Path, identity: ModelIdentity) -> SavedIndex:
    """Read an index made with the model in use.

    Raises:
        FileNotFoundError: there is no such file.
        IndexCorrupt: it cannot be read, or its contents are not those that were written.
        IndexMismatch: another model made it.
    """
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            header = json.loads(archive["header"].tobytes())
            parts = {name: archive[name] for name in PARTS}
            form, model, digest = header["format"], header["model"], header["sha256"]
        ids = json.loads(parts["ids"].tobytes())
    except FileNotFoundError:
        raise
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise _corrupt(path, str(error)) from error
    if form != FORMAT or digest != _digest(parts) or len(ids) != len(parts["vectors"]):
        raise _corrupt(path, "its contents do not match its digest")
    if model != identity.as_dict():
        raise IndexMismatch(
            f"{path} was made with {model['name']} ({model['backend']}, {model['precision']}), "
            f"not with the {identity.name} ({identity.backend}, {identity.precision}) in use, or "
            "with another edition of it. Build the index again."
        )
    return SavedIndex(parts["vectors"].astype(np.float32, copy=False), ids, parts["structure"])


def _corrupt(path: Path, cause: str) -> IndexCorrupt:
    return IndexCorrupt(f"{path} is not a readable index ({cause}). Delete it and build it again.")


def _bytes(text: str) -> Bytes:
    return np.frombuffer(text.encode(), np.uint8)


def _digest(parts: Mapping[str, NDArray[np.generic]]) -> str:
    whole = hashlib.sha256()
    for name in PARTS:
        part = np.ascontiguousarray(parts[name])
        whole.update(f"{name} {part.dtype.str} {part.shape}\n".encode())
        whole.update(part.data)
    return whole.hexdigest()
