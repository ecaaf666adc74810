"""How long something takes: on the clock, and of the processors.

On a machine that does other work, time on the clock grows while processor time hardly does; on an
idle one the former is between the latter and the latter divided by the cores. Must not know what is
timed.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Spent:
    """What an action took, in seconds.

    Attributes:
        clock: Elapsed.
        processor: Of all cores together, in this process or in those it started.
    """

    clock: float
    processor: float

    def as_dict(self) -> dict[str, float]:
        """Return both in seconds, to six places."""
        return {"seconds": round(self.clock, 6), "processor_seconds": round(self.processor, 6)}


def spent(action: Callable[[], object], repeat: int = 1) -> Spent:
    """Return the least that an action took in ``repeat`` tries, in this process and its threads."""
    found = []
    for _ in range(repeat):
        began, busy = time.perf_counter(), time.process_time()
        action()
        found.append(Spent(time.perf_counter() - began, time.process_time() - busy))
    return min(found, key=lambda each: each.processor)


def spent_by_children(action: Callable[[], object]) -> Spent:
    """Return what an action took that starts processes and waits for them."""
    began, busy = time.perf_counter(), _of_children()
    action()
    return Spent(time.perf_counter() - began, _of_children() - busy)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def resident() -> int:
    """Return the bytes of memory that this process holds."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def available() -> int:
    """Return the bytes of memory that the system can still give."""
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    named = dict(line.split(":", 1) for line in lines)
    return int(named["MemAvailable"].split()[0]) * 1024
