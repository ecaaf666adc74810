"""Read files from strangers: parse in worker processes that can be stopped and replaced.

A parser that hangs, crashes or eats memory costs its own file and nothing else. Workers are
started when first needed and reused. Plain text has no parser and is decoded here. Knows
processes and pipes, and no format.
"""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from data.documents import frames, reading, sniff, worker
from data.documents.document import Document
from data.documents.errors import Crashed, DocumentError, EmptyDocument, OutOfMemory, TimedOut
from data.documents.limits import DEFAULT_LIMITS, Limits

DEFAULT_PARSER = "data.documents.reading:read_bytes"
# A reply holds the text of a file, in JSON, where a character takes twelve bytes at most.
_LONGEST_REPLY = 2_000_000_000
_AHEAD = 2  # files read ahead for each worker
# What Python itself needs to start; the rest of the environment is nobody's business.
_INHERITED = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "HOME")


class _Worker:
    """One worker process, for one file at a time."""

    def __init__(self, parser: str, limits: Limits) -> None:
        self._limits = limits
        self._spent = False
        environment = {
            **{key: os.environ[key] for key in _INHERITED if key in os.environ},
            "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path),
        }
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [
                sys.executable,
                "-P",
                "-m",
                worker.__name__,
                parser,
                worker.limits_argument(limits),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        if (
            self._process.stdout is None
            or frames.receive(self._process.stdout, len(worker.READY)) != worker.READY
        ):
            self.close()
            raise RuntimeError(
                f"the document worker did not start; try: {sys.executable} -m {worker.__name__}"
            )

    def read(self, data: bytes, name: str) -> Document:
        """Have a file parsed.

        Raises:
            TimedOut, Crashed: the process is gone, and can take no other file.
            DocumentError: as the parser says.
        """
        self._spent = True  # until a reply shows otherwise
        expired = threading.Event()

        def stop() -> None:
            expired.set()
            self._process.kill()

        timer = threading.Timer(self._limits.seconds, stop)
        timer.start()
        try:
            reply = self._exchange(data, name)
        finally:
            timer.cancel()
            timer.join()
        if expired.is_set() and reply is None:
            raise TimedOut(name, f"more than {self._limits.seconds:g} seconds")
        try:
            result = frames.decode(reply or b"")
        except (ValueError, KeyError, TypeError) as error:
            raise Crashed(name) from error
        # What is left of a full memory is no place for the next file.
        self._spent = isinstance(result, OutOfMemory)
        if isinstance(result, DocumentError):
            raise result
        return result

    def _exchange(self, data: bytes, name: str) -> bytes | None:
        """Send a file and await the reply; None where the process died over it."""
        source, sink = self._process.stdout, self._process.stdin
        if source is None or sink is None:  # never, with pipes asked for
            return None
        try:
            frames.send(sink, name.encode("utf-8", "replace"))
            frames.send(sink, data)
            return frames.receive(source, _LONGEST_REPLY)
        except OSError:  # a broken pipe
            return None

    @property
    def alive(self) -> bool:
        """Whether the process can take another file."""
        return not self._spent and self._process.poll() is None

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was buffered can no longer be sent
                    continue
        self._process.wait()


class Reader:
    """Reads untrusted files; use it as a context manager, from any number of threads."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS, *, parser: str = DEFAULT_PARSER) -> None:
        """Start nothing yet.

        Args:
            limits: what one file may take.
            parser: 'module:function' taking bytes, a name and limits, and returning a Document.
        """
        self._limits = limits
        self._parser = parser
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._closed = False

    def read(self, path: Path) -> Document:
        """Read a file.

        Raises:
            DocumentError: whatever is wrong with the file; the subclass says which.
        """
        return self.read_bytes(reading.load(path, self._limits), path.name)

    def read_bytes(self, data: bytes, name: str) -> Document:
        """Read a file's content.

        Raises:
            DocumentError: whatever is wrong with the file; the subclass says which.
        """
        reading.check_size(len(data), name, self._limits)
        if not data:
            raise EmptyDocument(name)
        if sniff.media_type(data, name) in reading.PLAIN:
            return reading.read_bytes(data, name, self._limits)
        process = self._borrow()
        try:
            return process.read(data, name)
        finally:
            self._give_back(process)

    def read_many(
        self, paths: Iterable[Path], workers: int = 2
    ) -> Iterator[tuple[Path, Document | DocumentError]]:
        """Read files in parallel, and yield each with its result in the order given.

        Only a few files are held ahead of the consumer, whatever the length of `paths`.
        """
        pending: deque[tuple[Path, Future[Document | DocumentError]]] = deque()
        pool = ThreadPoolExecutor(workers, thread_name_prefix="documents")
        try:
            for path in paths:
                pending.append((path, pool.submit(self._result, path)))
                if len(pending) >= workers * _AHEAD:
                    done, future = pending.popleft()
                    yield done, future.result()
            while pending:
                done, future = pending.popleft()
                yield done, future.result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _result(self, path: Path) -> Document | DocumentError:
        try:
            return self.read(path)
        except DocumentError as error:
            return error

    def _borrow(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise RuntimeError("this Reader is closed; make a new one")
            while self._idle:
                process = self._idle.pop()
                if process.alive:
                    return process
                process.close()
        return _Worker(self._parser, self._limits)

    def _give_back(self, process: _Worker) -> None:
        with self._lock:
            keep = process.alive and not self._closed
            if keep:
                self._idle.append(process)
        if not keep:
            process.close()

    def close(self) -> None:
        """End the worker processes; the reader can then read no more."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for process in idle:
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
