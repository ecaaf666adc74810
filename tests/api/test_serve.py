"""`rolematch serve`, started for real on a free port, and what it refuses."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from service.cli import main
from service.data_directory import held
from tests.waiting import until

# Starting takes seconds, on a machine that does other things many.
PATIENCE = 90
WORDS = ("robin", "example", "secret-query")


@contextmanager
def server(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a server; yield its process and its address."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--data", str(data)]
    with (data.parent / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=log, text=True
        )
    try:
        assert process.stdout is not None
        url = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert url is not None, (data.parent / "log").read_text()
        yield process, url.group()
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
        process.communicate()


def children(process: int) -> set[int]:
    """Return the processes that a process has started, and those that they have."""
    found: set[int] = set()
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found |= {child} | children(child)
    return found


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_processes_serve_log_and_stop(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with server(data, "--workers", "2") as (process, url):
        assert process.stdout is not None
        assert "open: no key was ever made" in process.stdout.readline()
        with httpx2.Client(base_url=url, timeout=PATIENCE) as client:
            assert client.get("/healthz").json() == {"status": "ok"}
            answer = client.get(
                "/v1/audit/robin?q=secret-query", headers={"User-Agent": "Robin Example"}
            )
            assert answer.status_code == 404
            assert "server" not in answer.headers
            assert client.get("/healthz", headers={"Host": "robin.example"}).status_code == 421
            assert 'route="/healthz",status="200"} 1.0' in client.get("/metrics").text
            until(lambda: _starts(tmp_path) == 2, PATIENCE)
        assert data.stat().st_mode & 0o777 == 0o700
        modes = {path.stat().st_mode & 0o777 for path in data.rglob("*") if path.is_file()}
        assert modes == {0o600}
        started = children(process.pid)
        assert len(started) >= 2
        process.terminate()
        assert process.wait(PATIENCE) == 0
        until(lambda: not any(map(is_running, started)), PATIENCE)
    lines = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert [line["status"] for line in requests] == [200, 404, 421, 200]
    logged = (tmp_path / "log").read_text().lower()
    assert [word for word in WORDS if word in logged] == []


def _starts(folder: Path) -> int:
    return (folder / "log").read_text().count("Application startup complete")


def test_processes_end_with_the_one_that_watches(tmp_path: Path) -> None:
    with server(tmp_path / "data", "--workers", "1") as (process, url):
        assert httpx2.get(f"{url}/healthz", timeout=PATIENCE).status_code == 200
        started = children(process.pid)
        assert started
        os.kill(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)
        until(lambda: not any(map(is_running, started)), PATIENCE)


def test_without_a_key_it_listens_to_this_machine_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", "0.0.0.0", "--port", "0", "--data", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert "0.0.0.0 can be reached from other machines, and there is no key" in printed.err
    assert "`rolematch keys create" in printed.err
    assert "listening" not in printed.out


def test_a_directory_that_another_server_uses_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(tmp_path):
        assert main(["serve", "--port", "0", "--data", str(tmp_path)]) == 2
    assert "another server uses this data directory" in capsys.readouterr().err


def test_a_model_that_is_not_there_ends_it(tmp_path: Path) -> None:
    with server(tmp_path / "data", "--workers", "1", "--model", str(tmp_path)) as (process, _):
        assert process.wait(PATIENCE) == 1
    lines = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    (told,) = [line["event"] for line in lines if line["level"] == "critical"]
    assert str(tmp_path) in told


def test_a_port_that_is_taken_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--data", str(tmp_path)]) == 1
    assert f"127.0.0.1 port {port}: cannot be listened on" in capsys.readouterr().err


def test_a_host_that_does_not_exist_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", "no such host", "--data", str(tmp_path)]) == 1
    assert "no such host: no such address" in capsys.readouterr().err
