"""Lines of libraries: JSON, one line, no message of an exception."""

import json
import logging
import subprocess
import sys

from service.logs import JsonLines

SECRET = "Robin Example"


def line(message: str, *arguments: object, failed: bool = False) -> dict[str, str]:
    caught = _failure() if failed else None
    record = logging.LogRecord("lib", logging.ERROR, __file__, 1, message, arguments, caught)
    written = JsonLines().format(record)
    assert "\n" not in written
    read: dict[str, str] = json.loads(written)
    return read


def _failure() -> object:
    try:
        int(SECRET)
    except ValueError:
        return sys.exc_info()


def test_a_line_says_what_and_where() -> None:
    read = line("started %d", 7)
    assert (read["event"], read["level"], read["logger"]) == ("started 7", "error", "lib")
    assert read["timestamp"].endswith("+00:00")


def test_an_exception_is_named_by_its_type() -> None:
    read = line("Exception in application", failed=True)
    assert read["kind"] == "ValueError"
    assert read["at"].startswith("tests.service.test_logs:") or read["at"].startswith("test_logs:")
    assert SECRET not in str(read)


def test_only_the_first_line_is_kept_and_not_all_of_a_long_one() -> None:
    read = line(f"Task exception was never retrieved\nfuture: ValueError('{SECRET}')")
    assert read["event"] == "Task exception was never retrieved"
    assert len(line("x" * 10_000)["event"]) == 300


UNCAUGHT = """
import threading, warnings
from service import logs
logs.set_up()
warnings.warn("a warning\\nof two lines")
thread = threading.Thread(target=lambda: int("Robin Example"))
thread.start()
thread.join()
int("Robin Example")
"""


def test_what_nobody_caught_is_told_by_its_type() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", UNCAUGHT], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    lines = [json.loads(each) for each in ended.stderr.splitlines()]
    assert [each.get("kind") for each in lines] == [None, "ValueError", "ValueError"]
    assert [each["event"] for each in lines[1:]] == ["a thread failed", "a process failed"]
    assert "Robin" not in ended.stderr


CHATTY = """
import logging
from service import logs
logs.set_up()
library = logging.getLogger("library.part")
library.setLevel(logging.DEBUG)
library.info("Robin Example")
library.warning("heard")
logging.getLogger("service.work").info("ours")
"""


def test_of_a_chatty_library_only_warnings_are_heard() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHATTY], capture_output=True, text=True, timeout=60, check=True
    )
    assert [json.loads(each)["event"] for each in ended.stderr.splitlines()] == ["heard", "ours"]
