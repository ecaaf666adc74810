"""The command as a process among others: interrupted, piped, and beside talkative libraries."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from service import cli

SLOW = """
import signal, sys, time
# Whoever runs the tests in the background may have it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
from service.commands import parse
from service.cli import main
def read_many(self, paths):
    print("reading", file=sys.stderr, flush=True)
    time.sleep(30)
parse.Reader.read_many = read_many
sys.exit(main(["parse", "cv", "a.txt", "--output", "out.jsonl"]))
"""


def test_ctrl_c_in_mid_run_ends_it_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    root = str(Path(cli.__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "reading\n"
    pressed = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert time.monotonic() - pressed < 5
    assert process.returncode == 130
    assert err == "rolematch: interrupted; nothing was written\n"
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    root = str(Path(cli.__file__).parents[1])
    (tmp_path / "a.txt").write_text("Head of Desk\n" + "Word. " * 4000)
    command = f"{sys.executable} -m service.cli parse cv a.txt a.txt a.txt a.txt | head -c 10"
    ended = subprocess.run(
        command,
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (ended.stdout, ended.stderr) == ('{"id": "a"', "")


NOISY = """
import logging
from service.cli import main
noisy = logging.getLogger("some.library")
noisy.setLevel(logging.DEBUG)
main(["parse", "cv", "a.txt", "--output", "out.jsonl"])
noisy.debug("what nobody asked for")
noisy.warning("what somebody should know")
"""


def test_only_warnings_of_libraries_are_heard(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Example\n")
    ended = subprocess.run(
        [sys.executable, "-c", NOISY],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])},
    )
    assert ended.stderr == "rolematch: WARNING: what somebody should know\n"
