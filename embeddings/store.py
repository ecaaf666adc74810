"""Vectors that were computed before.

An SQLite file, keyed by model identity and the SHA-256 of a text: it holds no text. Several
processes may use one file at once. Must not know how vectors are made; a run whose texts are all
here imports no machine-learning library.
"""

import hashlib
import json
import logging
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TypeVar

import numpy as np
from platformdirs import user_cache_path

from embeddings.encoder import Encoder, Vectors
from embeddings.errors import CacheUnavailable
from embeddings.identity import ModelIdentity

__all__ = ["CACHE_VARIABLE", "CachedEncoder", "VectorCache", "cache_folder"]

CACHE_VARIABLE = "ROLEMATCH_CACHE"

BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing; a write takes milliseconds."""

TEXTS_PER_QUERY = 500
"""SQLite takes a limited number of parameters: 999 in its older builds."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS models (
    key TEXT PRIMARY KEY,
    preparation TEXT NOT NULL,
    identity TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS vectors (
    model TEXT NOT NULL,
    text BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, text)
);
"""

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Return the environment variable ROLEMATCH_CACHE, or the user's cache folder for us."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named).expanduser() if named else user_cache_path("rolematch", appauthor=False)


class VectorCache:
    """Vectors on disk, by model and text.

    A damaged file is set aside and a new one started, with a logged warning.

    Args:
        path: the SQLite file; its folder is made where missing.

    Raises:
        CacheUnavailable: the file cannot be made, opened or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._run(lambda _: None)

    def get_many(self, identity: ModelIdentity, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors that are here, by text; a missing text is not among the keys.

        Raises:
            CacheUnavailable: the file can no longer be read.
        """
        by_hash = {_hash(text): text for text in texts}
        rows = self._run(lambda connection: _select(connection, identity.key, list(by_hash)))
        vectors = {by_hash[hashed]: np.frombuffer(stored, "<f4") for hashed, stored in rows}
        return {
            text: vector.astype(np.float32)
            for text, vector in vectors.items()
            if len(vector) == identity.dimension
        }

    def put_many(self, identity: ModelIdentity, vectors: Mapping[str, Vectors]) -> None:
        """Store vectors by text; of two processes that store the same text, the first is kept.

        Raises:
            CacheUnavailable: the file cannot be written.
        """
        key, described = identity.key, json.dumps(identity.as_dict(), sort_keys=True)
        rows = [(key, _hash(text), row.astype("<f4").tobytes()) for text, row in vectors.items()]

        def insert(connection: sqlite3.Connection) -> None:
            model = (key, identity.preparation, described)
            connection.execute("INSERT OR IGNORE INTO models VALUES (?, ?, ?)", model)
            connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)", rows)

        self._run(insert)

    def forget(self, texts: Sequence[str]) -> None:
        """Erase the vectors of texts, whichever model made them.

        Raises:
            CacheUnavailable: the file cannot be written.
        """
        rows = [(_hash(text),) for text in texts]

        def delete(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM vectors WHERE text = ?", rows)

        self._run(delete)

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._close()

    def __enter__(self) -> "VectorCache":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, operation: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run an operation as one transaction, on a fresh file if this one is damaged."""
        with self._lock:
            try:
                try:
                    return self._attempt(operation)
                except sqlite3.OperationalError:
                    raise
                except sqlite3.DatabaseError as damage:
                    self._set_aside(damage)
                    return self._attempt(operation)
            except (OSError, sqlite3.Error) as error:
                raise CacheUnavailable(
                    f"The vector cache {self._path} cannot be used ({error}). Make its folder "
                    f"writable, or name another folder in {CACHE_VARIABLE}."
                ) from error

    def _attempt(self, operation: Callable[[sqlite3.Connection], Result]) -> Result:
        if self._connection is None:
            self._connection = _open(self._path)
        with self._connection:
            return operation(self._connection)

    def _set_aside(self, damage: sqlite3.DatabaseError) -> None:
        self._close()
        names = (f"{self._path.name}.damaged-{number}" for number in count(1))
        aside = next(path for path in map(self._path.with_name, names) if not path.exists())
        self._path.replace(aside)
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        logger.warning(
            "vector cache %s is damaged (%s): set aside as %s and started afresh",
            self._path,
            damage,
            aside.name,
        )

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # Losing the last vectors in a power cut costs their computation and nothing else.
        connection.execute("PRAGMA synchronous = NORMAL")
        # What is forgotten is overwritten.
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(SCHEMA)
        with connection:
            # A file that may be read but not written opens without complaint: find out now.
            connection.execute("DELETE FROM models WHERE key = ''")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _select(
    connection: sqlite3.Connection, key: str, hashes: Sequence[bytes]
) -> list[tuple[bytes, bytes]]:
    rows: list[tuple[bytes, bytes]] = []
    for start in range(0, len(hashes), TEXTS_PER_QUERY):
        chunk = hashes[start : start + TEXTS_PER_QUERY]
        marks = ",".join("?" * len(chunk))
        query = f"SELECT text, vector FROM vectors WHERE model = ? AND text IN ({marks})"  # noqa: S608
        rows += connection.execute(query, [key, *chunk])
    return rows


def _hash(text: str) -> bytes:
    # Text read from files may hold lone surrogates, which have no UTF-8 form of their own.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class CachedEncoder:
    """An encoder that asks another only for what the cache lacks.

    A cache that fails half way costs time, not the run: it is logged once and done without.

    Args:
        encoder: makes the vectors that are missing.
        cache: keeps them.
    """

    def __init__(self, encoder: Encoder, cache: VectorCache) -> None:
        self._encoder = encoder
        self._cache: VectorCache | None = cache

    @property
    def identity(self) -> ModelIdentity:
        """Which model, run how: the inner encoder's."""
        return self._encoder.identity

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text; each distinct text is encoded once."""
        identity = self.identity
        unique = list(dict.fromkeys(texts))
        known = self._recall(identity, unique)
        missing = [text for text in unique if text not in known]
        if missing:
            made = dict(zip(missing, self._encoder.encode(missing), strict=True))
            self._remember(identity, made)
            known |= made
        vectors = np.empty((len(texts), identity.dimension), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = known[text]
        return vectors

    def _recall(self, identity: ModelIdentity, texts: Sequence[str]) -> dict[str, Vectors]:
        if self._cache is None:
            return {}
        try:
            return self._cache.get_many(identity, texts)
        except CacheUnavailable as error:
            self._do_without(error)
            return {}

    def _remember(self, identity: ModelIdentity, vectors: Mapping[str, Vectors]) -> None:
        if self._cache is None:
            return
        try:
            self._cache.put_many(identity, vectors)
        except CacheUnavailable as error:
            self._do_without(error)

    def _do_without(self, error: CacheUnavailable) -> None:
        logger.warning("going on without the vector cache: %s", error)
        self._cache = None
