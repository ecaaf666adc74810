"""The real server in a process group of its own, to be killed at any moment."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START_SECONDS = 90.0


class Serving:
    """A server on a free port of this machine.

    Args:
        data: Its data directory.
        database: The URL of its database; None for a file in the data directory.
        log: Where its log goes.
    """

    def __init__(self, data: Path, database: str | None, log: Path) -> None:
        command = [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--workers", "1"]
        command += ["--data", str(data)]
        if database is not None:
            command += ["--database", database]
        with log.open("ab") as err:
            self._process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=err,
                start_new_session=True,
                env={**os.environ, "ROLEMATCH_RATE": "1000000"},
            )
        self._log = log
        self._url = self._listening()
        self._wait_until_ready()

    def _listening(self) -> str:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if found := re.search(rb"listening on (http://\S+)", line):
                return found[1].decode()
        raise AssertionError(self._log.read_text(errors="replace")[-3000:])

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                self.get("/readyz")
            except OSError:
                said = self._log.read_text(errors="replace")[-3000:]
                assert time.monotonic() < end and self._process.poll() is None, said
                time.sleep(0.1)
            else:
                return

    def get(self, path: str) -> Any:
        """Return what is at a path."""
        with urllib.request.urlopen(self._url + path, timeout=30) as answer:
            return json.load(answer)

    def post(self, path: str, body: bytes, media_type: str = "application/json") -> Any:
        """Send something; return the answer."""
        request = urllib.request.Request(
            self._url + path, body, {"Content-Type": media_type}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def kill(self) -> int:
        """End every process of the server at once, without a word; return how many."""
        killed = 0
        while members := _group(self._process.pid):
            for each in members:
                try:
                    os.kill(each, signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    pass
            self._process.poll()
        self._close()
        return killed

    def stop(self) -> None:
        """Ask the server to end, and make sure that it does."""
        self._process.terminate()
        try:
            self._process.wait(30)
        finally:
            self.kill()

    def _close(self) -> None:
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _group(leader: int) -> list[int]:
    """Return the processes of a group that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            found.append(int(path.parent.name))
    return found


@contextmanager
def serving(data: Path, database: str | None, log: Path) -> Iterator[Serving]:
    """Yield a server, and stop it."""
    server = Serving(data, database, log)
    try:
        yield server
    finally:
        server.stop()
