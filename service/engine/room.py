"""The engine room as those see it who have work for it: futures, a bound, and a time limit.

Must not know what the work is about. Each piece runs in a process that is stopped when it takes
too long and replaced when it dies; beyond a bound nothing more is taken on, so that callers are
told to come back rather than left to wait.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from datetime import date
from functools import cached_property
from typing import Any

from pebble import ProcessExpired, ProcessPool

from service.engine import process
from service.engine.bench import Bench
from service.engine.records import (
    Decided,
    EngineSettings,
    Prospect,
    ReadCv,
    Replayed,
    RoomBusy,
    RoomFailed,
    RoomTimeout,
    Surroundings,
)
from service.errors import CannotRead
from service.store.database import StoreUnavailable

# A document is stopped after 20 s by its own parser; reading and embedding come on top.
READ_SECONDS = 60.0
# A piece of judging is a few hundred candidates.
JUDGE_SECONDS = 120.0
# An index may have to be built first: a minute for a hundred thousand candidates.
RECALL_SECONDS = 300.0

logger = logging.getLogger(__name__)


class EngineRoom:
    """Processes that read, encode and judge.

    Args:
        settings: What each process needs.
        processes: How many there are.
        most: Pieces of work that are taken on at once, running and waiting.
    """

    def __init__(self, settings: EngineSettings, processes: int = 1, most: int = 64) -> None:
        self._settings = settings
        self._processes = processes
        self._most = most
        self._lock = threading.Lock()
        self._open = 0
        self._pool: ProcessPool | None = None
        self._first: Future[Any] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a process has loaded, so that work begins as soon as it is asked for."""
        first = self._first
        return first is not None and first.done() and first.exception() is None

    @property
    def processes(self) -> int:
        """How many pieces of work are done at the same time."""
        return self._processes

    @property
    def waiting(self) -> int:
        """Pieces of work that were taken on and are not done."""
        return self._open

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the matches that are made here depend on; no process is needed to tell."""
        return Bench(self._settings).surroundings()

    def start(self) -> None:
        """Start the processes; they load while nothing is asked yet."""
        with self._lock:
            self._pool = self._pool or self._new_pool()
            # A pool starts its processes when it is first used or looked at.
            if not self._pool.active:
                raise RoomFailed("The engine room did not start.")
        self._first = self._submit(process.greet, READ_SECONDS)

    def close(self) -> None:
        """Stop the processes, whatever they are doing."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def read_cv(
        self, data: bytes, name: str, as_of: date, *, plain_text: bool = False
    ) -> Future[ReadCv]:
        """Read a CV; the future raises `CannotRead` for a file that is of no use.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.read_cv, READ_SECONDS, data, name, as_of, plain_text)

    def read_role(
        self, data: bytes, name: str, *, plain_text: bool = False
    ) -> Future[dict[str, Any]]:
        """Read a role; the future raises `CannotRead` for a file that is of no use.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.read_role, READ_SECONDS, data, name, plain_text)

    def match(
        self, role: str, cv: str, as_of: date, *, blinded: bool = False
    ) -> Future[tuple[dict[str, Any], dict[str, Any]]]:
        """Match a role and a CV that are stored nowhere; see `Bench.match`.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.match, JUDGE_SECONDS, role, cv, as_of, blinded)

    def judge(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[int]:
        """Judge stored candidates; their matches are in the store when the future is done.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.judge, JUDGE_SECONDS, tenant, basis, list(wanted))

    def prospects(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[list[Prospect]]:
        """Tell how well stored candidates can stand at best; see `Bench.prospects`.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.prospects, JUDGE_SECONDS, tenant, basis, list(wanted))

    def recall(
        self, tenant: int, pool: int | None, role: dict[str, Any], k: int
    ) -> Future[list[int]]:
        """Find the keys of the ``k`` candidates of a pool, or of all, who come closest.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.recall, RECALL_SECONDS, tenant, pool, role, k)

    def refresh(self, tenant: int, wanted: Sequence[int], as_of: date) -> Future[int]:
        """Read and embed stored candidates again where that is out of date.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.refresh, JUDGE_SECONDS, tenant, list(wanted), as_of)

    def replay(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[list[Replayed]]:
        """Judge stored candidates and store nothing; see `Bench.replay`.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        return self._submit(process.replay, JUDGE_SECONDS, tenant, basis, list(wanted))

    def rejudge(
        self,
        tenant: int,
        basis: int,
        role: dict[str, Any],
        requirements: Sequence[str],
        wanted: Sequence[int],
    ) -> Future[dict[int, dict[str, Decided]]]:
        """Judge stored candidates by some requirements of another role; see `Bench.rejudge`.

        Raises:
            RoomBusy: Too much is waiting already.
        """
        work = (tenant, basis, role, list(requirements), list(wanted))
        return self._submit(process.rejudge, JUDGE_SECONDS, *work)

    def _submit(self, work: Callable[..., Any], seconds: float, *args: Any) -> Future[Any]:
        with self._lock:
            if self._open >= self._most:
                raise RoomBusy("More work is waiting than can be done soon; try again in a moment.")
            self._pool = self._pool or self._new_pool()
            try:
                inner = self._pool.schedule(work, args=args, timeout=seconds)
            except RuntimeError:
                # The pool's own threads have failed: a new one does not know what the old one did.
                self._pool = self._new_pool()
                inner = self._pool.schedule(work, args=args, timeout=seconds)
            self._open += 1
        outer: Future[Any] = Future()
        outer.set_running_or_notify_cancel()
        inner.add_done_callback(lambda done: self._settle(done, outer))
        return outer

    def _settle(self, done: Future[Any], outer: Future[Any]) -> None:
        with self._lock:
            self._open -= 1
        if done.cancelled():
            outer.set_exception(RoomFailed("The service is stopping; try again."))
            return
        error = done.exception()
        if error is None:
            outer.set_result(done.result())
        elif isinstance(error, (CannotRead, StoreUnavailable)):
            outer.set_exception(error)
        elif isinstance(error, FutureTimeout):
            outer.set_exception(RoomTimeout("It took too long and was stopped."))
        else:
            # The type says what happened; a message might quote a CV.
            what = type(error).__name__
            if not isinstance(error, ProcessExpired):
                logger.warning("a piece of work failed (%s)", what)
            outer.set_exception(RoomFailed(f"It could not be done ({what}); try again."))

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._processes,
            initializer=process.initialise,
            initargs=(self._settings,),
            # A fork would copy locks that other threads hold at that moment.
            context=multiprocessing.get_context("spawn"),
        )
