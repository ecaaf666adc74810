"""Pieces of work for tests of the engine room, found by name in its processes."""

import os
import time


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def die() -> None:
    os._exit(7)


def fail(words: str) -> None:
    raise ValueError(words)
