"""Engine rooms that read nothing, for tests of those who use one."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

from service.engine.records import ReadCv

AS_OF = date(2026, 11, 23)


def read_of(data: bytes) -> ReadCv:
    """Return a CV as if it had been read."""
    return ReadCv(
        candidate={},
        record=b"a record",
        media_type="text/plain",
        digest=hashlib.sha256(data).hexdigest(),
        read_with="0" * 64,
        as_of=AS_OF,
        model="fake",
        passages=b"",
        titles=b"",
        marks=(),
    )


class FakeRoom:
    """Calls ``read`` in threads, and counts how much it was given at once."""

    def __init__(self, read: Callable[[bytes], ReadCv] = read_of, processes: int = 2) -> None:
        self.processes = processes
        self.most = 0
        self.calls = 0
        self._read = read
        self._open = 0
        self._lock = threading.Lock()
        self._threads = ThreadPoolExecutor(processes)

    def read_cv(
        self, data: bytes, name: str, as_of: date, *, plain_text: bool = False
    ) -> Future[ReadCv]:
        with self._lock:
            self.calls += 1
            self._open += 1
            self.most = max(self.most, self._open)
        future = self._threads.submit(self._read, data)
        future.add_done_callback(self._done)
        return future

    def _done(self, _: Future[ReadCv]) -> None:
        with self._lock:
            self._open -= 1

    def start(self) -> None:
        pass

    def close(self) -> None:
        self._threads.shutdown()
