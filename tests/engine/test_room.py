"""The engine room: processes that are bounded, stopped, replaced, and end with their parent."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from service.engine.records import EngineSettings, RoomBusy, RoomFailed, RoomTimeout
from service.engine.room import EngineRoom
from service.errors import CannotRead
from tests.api.serving import ROLE, cv
from tests.engine import work
from tests.waiting import until

pytestmark = pytest.mark.model
AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineRoom]:
    folder = tmp_path_factory.mktemp("room")
    made = EngineRoom(EngineSettings(f"sqlite:///{folder}/none.sqlite"), most=3)
    assert not made.is_ready
    made.start()
    until(lambda: made.is_ready, 60)
    yield made
    made.close()


def test_a_cv_and_a_role_are_read_and_matched(room: EngineRoom) -> None:
    read = room.read_cv(cv("Robin Example").encode(), "robin.txt", AS_OF).result(60)
    passages = len(read.candidate["passages"])
    assert len(read.passages) == passages * 384 * 2
    assert room.read_role(ROLE.encode(), "role.txt").result(60)["title"] == "Head of Service Desk"
    role, match = room.match(ROLE, cv("Robin Example"), AS_OF).result(60)
    assert len(match["verdicts"]) == len(role["requirements"])
    assert room.surroundings.model["dimension"] == 384


def test_a_bad_file_is_told_by_name(room: EngineRoom) -> None:
    with pytest.raises(CannotRead, match=r"cv\.pdf: it is damaged"):
        room.read_cv(b"%PDF-1.7 broken", "cv.pdf", AS_OF).result(60)


def test_more_than_a_bound_is_not_taken_on(room: EngineRoom) -> None:
    taken = [room._submit(work.sleep, 30, 0.5) for _ in range(3)]
    assert room.waiting == 3
    with pytest.raises(RoomBusy, match="try again"):
        room._submit(work.sleep, 30, 0)
    assert len({each.result(60) for each in taken}) == 1
    assert room.waiting == 0


def test_what_takes_too_long_is_stopped_and_the_next_is_done(room: EngineRoom) -> None:
    before = room._submit(work.sleep, 30, 0).result(60)
    with pytest.raises(RoomTimeout, match="too long"):
        room._submit(work.sleep, 1, 60).result(60)
    assert room._submit(work.sleep, 30, 0).result(60) != before


def test_a_process_that_dies_is_replaced(room: EngineRoom) -> None:
    with pytest.raises(RoomFailed):
        room._submit(work.die, 30).result(60)
    assert room._submit(work.sleep, 30, 0).result(60)


def test_a_failure_is_told_and_logged_without_its_words(
    room: EngineRoom, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(RoomFailed) as failed:
        room._submit(work.fail, 30, "Robin Example").result(60)
    assert "Robin" not in str(failed.value) + caplog.text
    assert "ValueError" in str(failed.value)


def test_processes_end_with_whoever_started_them(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from service.engine.records import EngineSettings\n"
        "from service.engine.room import EngineRoom\n"
        "from tests.engine import work\n"
        "if __name__ == '__main__':\n"
        "    room = EngineRoom(EngineSettings('sqlite://'))\n"
        "    room.start()\n"
        "    print(room._submit(work.sleep, 60, 0).result(), flush=True)\n"
        "    room._submit(work.sleep, 60, 60).result()\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 20
    while alive(child):
        assert time.monotonic() < end, "the engine process is still there"
        time.sleep(0.1)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    # An orphan that has ended waits for whoever adopted it.
    return state.rpartition(")")[2].split()[0] != "Z"
