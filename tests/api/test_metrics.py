"""Figures of processes that were killed are not counted on."""

import os
from pathlib import Path

from service.api.metrics import forget_dead


def test_gauges_of_dead_processes_are_dropped(tmp_path: Path) -> None:
    dead = 2**22 + 1  # above the highest number a process can have
    names = [
        f"gauge_livesum_{dead}.db",
        f"gauge_livesum_{os.getpid()}.db",
        f"counter_{dead}.db",
        "gauge_livesum_x.db",
    ]
    for name in names:
        (tmp_path / name).touch()
    forget_dead(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(names[1:])
