"""Parsed CVs and roles kept on disk, so that each is read once however often it is ranked.

Must not know how they are parsed. A record is found by the bytes of the file, and is good only for
the code, the tables and the date that it was read with; a newer reading takes its place. It holds
what the CV says, so `rolematch cache clear` removes it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
import zlib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from data.source_digest import source_digest
from matcher.types import Candidate, Role
from matcher.wire import Json, candidate_from, candidate_json, role_from, role_json

FILE = "candidates.sqlite"
BUSY_SECONDS = 30.0

logger = logging.getLogger(__name__)

Kept = TypeVar("Kept")

_MAKE = (
    "CREATE TABLE IF NOT EXISTS cv"
    " (key TEXT PRIMARY KEY, version TEXT NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS role"
    " (key TEXT PRIMARY KEY, version TEXT NOT NULL, record BLOB NOT NULL)",
)
_GET = {
    "CV": "SELECT record FROM cv WHERE key = ? AND version = ?",
    "role": "SELECT record FROM role WHERE key = ? AND version = ?",
}
_PUT = {
    "CV": "INSERT OR REPLACE INTO cv VALUES (?, ?, ?)",
    "role": "INSERT OR REPLACE INTO role VALUES (?, ?, ?)",
}


class ShelfUnavailable(Exception):
    """The folder cannot be written to; the caller goes on without a shelf."""


@cache
def fingerprint() -> str:
    """Return a digest of the code and the tables that turn a file into a candidate or a role."""
    return source_digest(
        (
            "matcher",
            "data.documents",
            "data.knowledge",
            "data.mentions",
            "embeddings.passages",
            "embeddings.span_classifier",
            "embeddings.tokenizer",
        )
    )


def key_of(content: bytes, name: str) -> str:
    """Return the key of a file: its bytes, and its ending, which may decide how it is read."""
    return hashlib.sha256(content).hexdigest() + Path(name).suffix.lower()


class Shelf:
    """Tables of parsed CVs and roles in a SQLite file; safe for several processes at once."""

    def __init__(self, folder: Path, as_of: date) -> None:
        """Open the shelf in ``folder``, made where it does not exist.

        Args:
            folder: Where the file is kept.
            as_of: The date that 'present' means in what is put here and asked for.

        Raises:
            ShelfUnavailable: The folder cannot be made or written to.
        """
        self._version = f"{fingerprint()} {as_of.isoformat()}"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._database = sqlite3.connect(
                folder / FILE, timeout=BUSY_SECONDS, isolation_level=None
            )
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            for statement in _MAKE:
                self._database.execute(statement)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise ShelfUnavailable(f"{folder}: cannot be used as a cache ({reason})") from None

    def get(self, key: str, candidate_id: str) -> Candidate | None:
        """Return the CV that was read before under this key, as the candidate of this id."""
        return self._get("CV", key, candidate_id, candidate_from)

    def put(self, key: str, candidate: Candidate) -> None:
        """Keep a candidate, without the id, which is the caller's."""
        self._put("CV", key, candidate_json(candidate))

    def get_role(self, key: str, role_id: str) -> Role | None:
        """Return the role that was read before under this key, as the role of this id."""
        return self._get("role", key, role_id, role_from)

    def put_role(self, key: str, role: Role) -> None:
        """Keep a role, without the id, which is the caller's."""
        self._put("role", key, role_json(role))

    def _get(self, table: str, key: str, name: str, read: Callable[[Json], Kept]) -> Kept | None:
        try:
            row = self._database.execute(_GET[table], (key, self._version)).fetchone()
            if row is None:
                return None
            return read({**json.loads(zlib.decompress(row[0])), "id": name})
        except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError) as error:
            # What cannot be got back is read again from its file.
            logger.warning("a kept %s could not be read back (%s)", table, type(error).__name__)
            return None

    def _put(self, table: str, key: str, values: Json) -> None:
        record = json.dumps({**values, "id": ""}, ensure_ascii=False)
        packed = zlib.compress(record.encode("utf-8", "surrogatepass"), 1)
        try:
            self._database.execute(_PUT[table], (key, self._version, packed))
        except sqlite3.Error as error:
            logger.warning("a %s that was read could not be kept (%s)", table, type(error).__name__)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
