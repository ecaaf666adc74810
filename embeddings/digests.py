"""SHA-256 of files, remembered so that 90 MB of weights are not read again at every start.

A file whose path, size and modification time (in nanoseconds) are those of an earlier reading is
taken to be unchanged. Knows nothing of models.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

__all__ = ["FileDigests"]


class FileDigests:
    """Digests of files, kept in a small JSON file between runs.

    Args:
        path: where to remember them; None remembers nothing. A file that cannot be read or
            written costs time, never correctness, so both pass in silence.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def sha256(self, file: Path) -> str:
        """Return the SHA-256 of a file in hex."""
        stat = file.stat()
        stamp = f"{file.resolve()}|{stat.st_size}|{stat.st_mtime_ns}"
        known = self._read()
        if stamp not in known:
            with file.open("rb") as stream:
                known[stamp] = hashlib.file_digest(stream, "sha256").hexdigest()
            self._write(known)
        return known[stamp]

    def _read(self) -> dict[str, str]:
        if self._path is None:
            return {}
        try:
            known = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, known: dict[str, str]) -> None:
        if self._path is None:
            return
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(known, indent=1, sort_keys=True), "utf-8")
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()
