"""The processes of a server: one that watches, and those that answer.

Must not know what they answer. The socket is bound here, before any of them starts; a process that
dies is replaced; on SIGTERM all finish what they do, within a bound.
"""

from __future__ import annotations

import os
import shutil
import socket
import time
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from uvicorn import Config
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors.multiprocess import Multiprocess

from service import logs
from service.api import rate_limit
from service.errors import InputError
from service.settings import ServeSettings

# How long requests may go on after the signal to stop, and how long a process may take to end then.
GRACE_SECONDS, STOP_SECONDS = 20, 10
# A process that does not answer the one that watches for so long is replaced. One that dies while
# it is asked is noticed after this time only.
SILENT_SECONDS = 10
BACKLOG = 512
# Whose X-Forwarded-For and X-Forwarded-Proto are believed: a proxy on the same machine.
PROXIES = ["127.0.0.1", "::1"]
# Named here and not imported from `service.api.metrics`: prometheus_client reads it when imported.
MEASUREMENTS = "PROMETHEUS_MULTIPROC_DIR"


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens; connections wait in it until a process is there.

    Raises:
        InputError: The address cannot be listened on.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        bound = socket.socket(family, kind, protocol)
    except OSError as error:
        raise InputError(f"{host}: no such address ({error.strerror}); see --host") from None
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        raise InputError(
            f"{host} port {port}: cannot be listened on ({error.strerror}); see --host and --port"
        ) from None
    bound.set_inheritable(True)
    return bound


def run(settings: ServeSettings, listening: socket.socket) -> int:
    """Serve until a signal says to stop; return the exit status.

    The caller holds the data directory. What is counted starts from nothing.
    """
    logs.set_up()
    # Whatever is written from now on is its owner's alone, in the processes that follow too.
    os.umask(0o077)
    rate_limit.forget(settings.data)
    os.environ[MEASUREMENTS] = str(_emptied(settings.data / "measurements"))
    config = Config(
        partial(_application, settings),
        factory=True,
        workers=settings.workers,
        lifespan="on",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=PROXIES,
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_worker_healthcheck=SILENT_SECONDS,
    )
    supervisor = Supervisor(config, [listening])
    supervisor.run()
    return 1 if supervisor.failed else 0


class Supervisor(Multiprocess):
    """Uvicorn's supervisor, which would wait for ever for a process that does not end."""

    @property
    def failed(self) -> bool:
        """Whether a process could not be set up."""
        return any(each.exitcode == STARTUP_FAILURE for each in self.processes)

    def join_all(self) -> None:
        """Wait for the processes to end; end those that do not."""
        until = time.monotonic() + GRACE_SECONDS + STOP_SECONDS
        for each in self.processes:
            each.process.join(max(0.0, until - time.monotonic()))
            if each.process.is_alive():
                each.process.kill()
                each.process.join()


def _application(settings: ServeSettings) -> FastAPI:
    # Imported by the new processes alone: it brings the whole application with it.
    from service.api.worker import make_worker

    return make_worker(settings)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder
