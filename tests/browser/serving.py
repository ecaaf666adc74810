"""A real `rolematch serve` for a browser to open. Must not know a page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 90.0
COMMAND = (sys.executable, "-m", "service.cli")
# Somebody who clicks through every page in a minute is a test.
SETTINGS = {"ROLEMATCH_RATE": "1000000"}


@contextmanager
def serving(data: Path, log: Path) -> Iterator[str]:
    """Serve a data directory on a free port of this machine; yield the address, and end it."""
    command = [*COMMAND, "serve", "--port", "0", "--workers", "1", "--data", str(data)]
    with log.open("ab") as err:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=err, env={**os.environ, **SETTINGS}
        )
    assert process.stdout is not None
    try:
        found = re.search(rb"listening on (http://\S+)", process.stdout.readline())
        assert found is not None, log.read_text(errors="replace")[-3000:]
        address = found[1].decode()
        _wait_until_ready(process, address, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _wait_until_ready(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=10):
                return
        except OSError:
            said = log.read_text(errors="replace")[-3000:]
            assert time.monotonic() < end and process.poll() is None, said
            time.sleep(0.1)


def keys(data: Path, *arguments: str) -> str:
    """Run `rolematch keys` on a data directory; return what it says."""
    done = subprocess.run(
        [*COMMAND, "keys", *arguments, "--data", str(data)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
