"""A PostgreSQL server of the tests' own, and databases on it.

Must not know any table. The server listens on a socket in a temporary folder, so that no port is
taken, and ends with the process that started it, however that one ends.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

# Where Debian puts the servers, by version.
INSTALLED = Path("/usr/lib/postgresql")
START_SECONDS = 60
# A server that is never killed in a test need not wait for the disk.
INITIAL = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
HASTY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class NotInstalled(Exception):
    """There is no PostgreSQL server on this machine."""


class Server:
    """A server that can be stopped and started again, as happens to real ones."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self._folder = folder
        self._options = () if durable else HASTY
        self._process: subprocess.Popen[bytes] | None = None
        folder.chmod(0o755)
        data = folder / "data"
        data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            for each in (folder, data):
                os.chown(each, owner.pw_uid, owner.pw_gid)
        made = subprocess.run(
            [*_as_owner(), _program("initdb"), "-D", data, "-U", "postgres", *INITIAL],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [_program("postgres"), "-D", self._folder / "data", "-k", self._folder]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [*_as_owner(), *command, "-c", "listen_addresses=", *self._options],
                cwd=self._folder,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                self.run("SELECT 1")
            except psycopg.OperationalError:
                said = (self._folder / "log").read_text(errors="replace")
                assert self._process.poll() is None and time.monotonic() < end, said
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Stop the server; whoever is connected is cut off."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(START_SECONDS)
            self._process = None

    def run(self, statement: str) -> None:
        """Run a statement outside any transaction."""
        with psycopg.connect(
            host=str(self._folder), user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())

    def url(self, name: str) -> str:
        """Return the URL of a database on this server."""
        return f"postgresql://postgres@/{name}?host={self._folder}"


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[Server]:
    """Yield a server; it and all its databases are gone afterwards.

    Args:
        durable: Whether a commit survives the machine, as it does outside tests.

    Raises:
        NotInstalled: There is no PostgreSQL on this machine.
    """
    _program("postgres")
    # Not below pytest's own folder: that one is closed to the user the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="rolematch-postgresql-"))
    try:
        server = Server(folder, durable=durable)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _program(name: str) -> str:
    """Return where a program of the newest installed version is."""
    found = sorted(INSTALLED.glob(f"*/bin/{name}"), key=lambda each: int(each.parts[-3]))
    on_path = shutil.which(name)
    if not found and on_path is None:
        raise NotInstalled("PostgreSQL is not installed (on Debian: the package postgresql)")
    return str(found[-1]) if found else str(on_path)


def _as_owner() -> list[str]:
    """Return what to put before a command: the server refuses to be run by root."""
    command = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() == 0:
        command += ["--reuid", "postgres", "--regid", "postgres", "--init-groups"]
    return [*command, "--"]
