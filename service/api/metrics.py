"""What is measured, for Prometheus; summed over the processes of a server.

Must not know routes. With PROMETHEUS_MULTIPROC_DIR set before this module is imported, every
process writes its figures to files there, and whichever is asked adds them up:
https://prometheus.github.io/client_python/multiprocess/
"""

from __future__ import annotations

import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST as CONTENT_TYPE
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

__all__ = ["CONTENT_TYPE", "DIRECTORY", "Metrics"]

DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
# From a read of one row to a ranking that is waited for, in seconds.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The figures of one process, and the sums over all."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "rolematch_requests",
            "Requests answered.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self.seconds = Histogram(
            "rolematch_request_seconds",
            "How long requests took.",
            ("route", "method"),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self.in_flight = Gauge(
            "rolematch_requests_in_flight",
            "Requests being worked on.",
            registry=self._registry,
            multiprocess_mode="livesum",
        )
        self.engine_waiting = Gauge(
            "rolematch_engine_waiting",
            "Pieces of work the engine room has taken on and not done.",
            registry=self._registry,
            multiprocess_mode="livesum",
        )

    def text(self) -> bytes:
        """Return the figures of every process in the text format of Prometheus."""
        if not os.environ.get(DIRECTORY):
            return generate_latest(self._registry)
        everyone = CollectorRegistry()
        MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]
        return generate_latest(everyone)


def forget_dead(folder: Path) -> None:
    """Drop the gauges of processes that were killed, so that what they did is not counted on."""
    for path in folder.glob("gauge_live*_*.db"):
        number = path.stem.rpartition("_")[2]
        if number.isdecimal() and not _is_alive(int(number)):
            mark_process_dead(int(number), str(folder))  # type: ignore[no-untyped-call]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
