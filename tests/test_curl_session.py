"""The session of docs/service.md: every block is run as printed, and prints what the page shows."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")
SESSION = PAGE.partition("<!-- session -->")[2].partition("<!-- /session -->")[0]
# A block, and what it prints where that is anything.
STEPS = re.findall(
    r"```(bash|python)\n(.*?)```\n(?:\n```(?:json|text)\n(.*?)```)?", SESSION, re.DOTALL
)
# How a shell runs each kind of block.
RUN = {"bash": "{}", "python": "KEY=$(head -n 1 $WORK/made) python3 - <<'PYTHON'\n{}PYTHON\n"}
PROGRAMS = ("bash", "curl", "jq")
# The server loads a model and the CVs are read for real, on a machine that does other things.
SECONDS = 300
MARK = "---- the end of step {} ----"
# Whatever becomes of a step, the server ends with the shell that started it.
LAST = "trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT\n"
# The page's port is one that another server may have.
PORT = "8000"


def test_the_page_is_read_whole() -> None:
    assert len(STEPS) > 15
    assert SESSION.count("```") == sum(4 if shown else 2 for *_, shown in STEPS)


@pytest.mark.model
def test_every_step_prints_what_the_page_shows(tmp_path: Path) -> None:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing and os.environ.get("ROLEMATCH_TEST_CURL") != "required":
        pytest.skip(f"needs {', '.join(missing)}")
    port = free_port()
    printed, errors = run_session(tmp_path, port)
    wrong = ""
    for number, (_, step, shown) in enumerate(STEPS):
        output, _, printed = printed.partition(MARK.format(number) + "\n")
        if not matches(shown.replace(PORT, port), output):
            wrong += f"\n{step}\nshown:\n{shown}\nprinted:\n{output}"
    assert not wrong, f"{wrong}\n{errors}"
    assert list(tmp_path.glob("tmp.*")) == []


def matches(shown: str, output: str) -> bool:
    """Return whether a page shows an output; … stands for anything."""
    parts = map(re.escape, shown.split("…"))
    return re.fullmatch(".*".join(parts), output, re.DOTALL) is not None


def free_port() -> str:
    """Return a port that nobody has, for now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return str(found.getsockname()[1])


def run_session(folder: Path, port: str) -> tuple[str, str]:
    """Run the steps in one shell; return what they printed, with marks between them."""
    steps = [
        f"{RUN[kind].format(step)}echo '{MARK.format(number)}'\n"
        for number, (kind, step, _) in enumerate(STEPS)
    ]
    script = folder / "session.sh"
    script.write_text(LAST + "".join(steps).replace(PORT, port), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if "ROLEMATCH" not in name}
    environment["TMPDIR"] = str(folder)
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    with (folder / "errors").open("w") as errors:
        shell = subprocess.Popen(
            ["bash", "-euo", "pipefail", str(script)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    try:
        printed, _ = shell.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        # The shell's own group: what hangs, and the server.
        os.killpg(shell.pid, signal.SIGTERM)
        printed, _ = shell.communicate()
    return printed, (folder / "errors").read_text()
