"""Parsed CVs kept on disk, so that a pool is read once however often it is ranked.

Must not know how a CV is parsed. An entry is found by the bytes of the file and by everything
that could change what is read from them: the code and the tables. It holds what the CV says, so
`rolematch cache clear` removes it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from matcher.types import Candidate
from matcher.wire import candidate_from, candidate_json

FILE = "candidates.sqlite"


class ShelfUnavailable(Exception):
    """The folder cannot be written to; the caller goes on without a shelf."""


@cache
def fingerprint() -> str:
    """Return a digest of the code and the tables that turn a file into a candidate."""
    digest = hashlib.sha256()
    for package in ("matcher", "data.documents", "data.knowledge", "embeddings.passages"):
        root, _, module = package.partition(".")
        start = files(root)
        if module:
            start = start / (f"{module}.py" if (start / f"{module}.py").is_file() else module)
        for name, content in _contents(start, package):
            digest.update(name.encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(node: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if node.is_file():
        if node.name.endswith((".py", ".toml", ".csv")):
            yield name, node.read_bytes()
        return
    for child in sorted(node.iterdir(), key=lambda each: each.name):
        if child.name != "__pycache__":
            yield from _contents(child, f"{name}/{child.name}")


class Shelf:
    """A table of parsed CVs in a SQLite file; safe for several processes at once."""

    def __init__(self, folder: Path) -> None:
        """Open the shelf in ``folder``, made where it does not exist.

        Raises:
            ShelfUnavailable: The folder cannot be made or written to.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._database = sqlite3.connect(folder / FILE, timeout=30, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS candidate (key TEXT PRIMARY KEY, record BLOB NOT NULL)"
            )
        except (OSError, sqlite3.Error) as error:
            raise ShelfUnavailable(f"{folder}: {error}") from None

    def key(self, content_digest: str, name: str) -> str:
        """Return the key of a file's content; its ending may decide how it is read."""
        return f"{content_digest}{Path(name).suffix.lower()}-{fingerprint()}"

    def get(self, key: str, candidate_id: str) -> Candidate | None:
        """Return what was read before under this key, as the candidate of this id."""
        row = self._database.execute(
            "SELECT record FROM candidate WHERE key = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        return candidate_from({**json.loads(zlib.decompress(row[0])), "id": candidate_id})

    def put(self, key: str, candidate: Candidate) -> None:
        """Keep a candidate, without the id, which is the caller's."""
        record = json.dumps({**candidate_json(candidate), "id": ""}, ensure_ascii=False)
        self._database.execute(
            "INSERT OR REPLACE INTO candidate VALUES (?, ?)",
            (key, zlib.compress(record.encode(), 1)),
        )

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make every `put` inside one transaction: all are kept, or none."""
        self._database.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._database.close()
