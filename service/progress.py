"""A progress bar on stderr, for people at a terminal and for work that lasts over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
# What a bar is up for, if one is.
_showing: list[str] = []


@contextmanager
def progress(doing: str, total: int) -> Iterator[Callable[[], None]]:
    """Yield a function to call after each of ``total`` steps.

    The bar appears when a second has passed with work still to do, and only at a terminal: a log
    file or a pipe gets nothing. Work within work shows no bar of its own: a terminal has one
    place for it.
    """
    if _showing or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(doing, total=total)
    began, shown = time.monotonic(), False

    def step() -> None:
        nonlocal shown
        if not shown and time.monotonic() - began > PATIENCE:
            bar.start()
            shown = True
        bar.advance(task)

    _showing.append(doing)
    try:
        yield step
    finally:
        _showing.pop()
        if shown:
            bar.stop()
