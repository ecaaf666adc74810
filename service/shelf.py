"""Parsed CVs kept on disk, so that a pool is read once however often it is ranked.

Must not know how a CV is parsed. A record is found by the bytes of the file, and is good only for
the code, the tables and the date that it was read with; a newer reading takes its place. It holds
what the CV says, so `rolematch cache clear` removes it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
import zlib
from datetime import date
from functools import cache
from pathlib import Path

from data.source_digest import source_digest
from matcher.types import Candidate
from matcher.wire import candidate_from, candidate_json

FILE = "candidates.sqlite"
BUSY_SECONDS = 30.0

logger = logging.getLogger(__name__)


class ShelfUnavailable(Exception):
    """The folder cannot be written to; the caller goes on without a shelf."""


@cache
def fingerprint() -> str:
    """Return a digest of the code and the tables that turn a file into a candidate."""
    return source_digest(("matcher", "data.documents", "data.knowledge", "embeddings.passages"))


def key_of(content: bytes, name: str) -> str:
    """Return the key of a file: its bytes, and its ending, which may decide how it is read."""
    return hashlib.sha256(content).hexdigest() + Path(name).suffix.lower()


class Shelf:
    """A table of parsed CVs in a SQLite file; safe for several processes at once."""

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
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS cv"
                " (key TEXT PRIMARY KEY, version TEXT NOT NULL, record BLOB NOT NULL)"
            )
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise ShelfUnavailable(f"{folder}: cannot be used as a cache ({reason})") from None

    def get(self, key: str, candidate_id: str) -> Candidate | None:
        """Return what was read before under this key, as the candidate of this id."""
        try:
            row = self._database.execute(
                "SELECT record FROM cv WHERE key = ? AND version = ?", (key, self._version)
            ).fetchone()
            if row is None:
                return None
            return candidate_from({**json.loads(zlib.decompress(row[0])), "id": candidate_id})
        except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError) as error:
            # What cannot be got back is read again from its file.
            logger.warning("a kept CV could not be read back (%s)", type(error).__name__)
            return None

    def put(self, key: str, candidate: Candidate) -> None:
        """Keep a candidate, without the id, which is the caller's."""
        record = json.dumps({**candidate_json(candidate), "id": ""}, ensure_ascii=False)
        packed = zlib.compress(record.encode("utf-8", "surrogatepass"), 1)
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO cv VALUES (?, ?, ?)", (key, self._version, packed)
            )
        except sqlite3.Error as error:
            logger.warning("a CV that was read could not be kept (%s)", type(error).__name__)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
