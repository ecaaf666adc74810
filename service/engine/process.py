"""The inside of an engine process: a bench, and the functions that are called in it by name.

Must not know who asks. The process ends by itself when the one that started it is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Sequence
from datetime import date
from multiprocessing.connection import wait
from typing import Any

from service import logs
from service.engine.bench import Bench
from service.engine.records import Decided, EngineSettings, Prospect, ReadCv, Replayed

_bench: Bench | None = None


def initialise(settings: EngineSettings) -> None:
    """Set the process up; what is slow to load is loaded while nothing is asked yet."""
    global _bench
    logs.set_up()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bench = Bench(settings)
    _bench.warm()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        # Nobody is left to take a result; what is half done is in no transaction.
        os._exit(1)


def _here() -> Bench:
    if _bench is None:
        raise RuntimeError("this is no engine process")
    return _bench


def greet() -> None:
    """Do nothing: whoever hears back knows that this process has loaded."""
    _here()


def read_cv(data: bytes, name: str, as_of: date, plain_text: bool) -> ReadCv:
    """See `Bench.read_cv`."""
    return _here().read_cv(data, name, as_of, plain_text=plain_text)


def read_role(data: bytes, name: str, plain_text: bool) -> dict[str, Any]:
    """See `Bench.read_role`."""
    return _here().read_role(data, name, plain_text=plain_text)


def match(role: str, cv: str, as_of: date, blinded: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """See `Bench.match`."""
    return _here().match(role, cv, as_of, blinded=blinded)


def judge(tenant: int, basis: int, wanted: Sequence[int]) -> int:
    """See `Bench.judge`."""
    return _here().judge(tenant, basis, wanted)


def prospects(tenant: int, basis: int, wanted: Sequence[int]) -> list[Prospect]:
    """See `Bench.prospects`."""
    return _here().prospects(tenant, basis, wanted)


def recall(tenant: int, pool: int | None, role: dict[str, Any], k: int) -> list[int]:
    """See `Bench.recall`."""
    return _here().recall(tenant, pool, role, k)


def refresh(tenant: int, wanted: Sequence[int], as_of: date) -> int:
    """See `Bench.refresh`."""
    return _here().refresh(tenant, wanted, as_of)


def replay(tenant: int, basis: int, wanted: Sequence[int]) -> list[Replayed]:
    """See `Bench.replay`."""
    return _here().replay(tenant, basis, wanted)


def rejudge(
    tenant: int,
    basis: int,
    role: dict[str, Any],
    requirements: Sequence[str],
    wanted: Sequence[int],
) -> dict[int, dict[str, Decided]]:
    """See `Bench.rejudge`."""
    return _here().rejudge(tenant, basis, role, requirements, wanted)
