"""The worker that every serving process runs: items of batches through the engine room.

Must not know HTTP, nor how a CV is read. One thread takes items, gives them to the room, stores
what comes back and renews its leases: whatever holds it up is the store, which would hold up a
heartbeat of its own just as well. A result counts only while the lease is ours (see
`service.store.queue`), in the transaction that stores the candidate.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from queue import Empty, SimpleQueue
from typing import Protocol

from service.engine.records import ReadCv, RoomBusy, RoomFailed, RoomTimeout
from service.errors import CannotRead
from service.store import changes, queue
from service.store.database import Database, StoreUnavailable
from service.store.queue import Leased, LeaseLost
from service.work.clock import now
from service.work.ingest import ExternalIdTaken, Sender, store_cv
from service.work.receiving import tidy

LEASE_SECONDS = 30.0
# How often the queue is looked at while nothing waits in it; whoever adds to it may say so.
_IDLE_SECONDS = 1.0
_BUSY_SECONDS = 0.2
_TIDY_SECONDS = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0

logger = logging.getLogger(__name__)


class Room(Protocol):
    """What is needed of the engine room."""

    @property
    def processes(self) -> int:
        """How many pieces of work are done at the same time."""

    def read_cv(
        self, data: bytes, name: str, as_of: date, *, plain_text: bool = False
    ) -> Future[ReadCv]:
        """Read a CV."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """An item, and what came of reading it."""

    item: Leased
    read: Future[ReadCv]


class BatchWork:
    """Reads what is queued, as long as it runs.

    One item more than the room has processes is in hand: none of them waits for the next, and
    somebody who asks for something else waits for one CV at most.

    Args:
        database: The store.
        room: Where CVs are read.
        as_of: Gives the date that 'present' means.
        lease_seconds: How long an item whose worker died waits for another.
    """

    def __init__(
        self,
        database: Database,
        room: Room,
        as_of: Callable[[], date],
        lease_seconds: float = LEASE_SECONDS,
    ) -> None:
        self._database = database
        self._room = room
        self._as_of = as_of
        self._lease_seconds = lease_seconds
        self._stopping = threading.Event()
        # What the room is done with; None wakes the thread for something else.
        self._news: SimpleQueue[_Outcome | None] = SimpleQueue()
        self._held: dict[str, Leased] = {}
        self._unsent: deque[Leased] = deque()
        self._unsettled: deque[_Outcome] = deque()
        self._renewal = self._tidying = 0.0
        # Whether the queue was empty: then it is looked at without keeping others from writing.
        self._idle = True
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, or begin again."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="batches", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Look at the queue now: something was added to it."""
        self._news.put(None)

    def close(self) -> None:
        """Stop, and give back what is in hand; the room must be closed after this."""
        self._stopping.set()
        self.wake()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        pause = _FIRST_PAUSE
        while not self._stopping.is_set():
            try:
                self._turn()
                pause = _FIRST_PAUSE
            except Exception as error:
                # Nothing may end the thread. Of what is not ours the type is told: a message
                # might quote a CV.
                known = isinstance(error, StoreUnavailable)
                logger.warning("batches wait: %s", error if known else type(error).__name__)
                self._stopping.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        with suppress(StoreUnavailable), self._database.writing() as connection:
            queue.release(connection, list(self._held.values()))
        self._held.clear()
        self._unsent.clear()
        self._unsettled.clear()

    def _turn(self) -> None:
        """Do what can be done now, and wait for news."""
        self._look_after()
        while self._unsettled:
            self._settle(self._unsettled[0])
            self._held.pop(self._unsettled.popleft().item.token)
        self._send()
        until_renewal = max(0.0, self._renewal - time.monotonic())
        wait = min(_BUSY_SECONDS if self._unsent else _IDLE_SECONDS, until_renewal)
        with suppress(Empty):
            while True:
                outcome = self._news.get(timeout=wait)
                if outcome is not None:
                    self._unsettled.append(outcome)
                wait = 0

    def _look_after(self) -> None:
        """Hold what is in hand, and take back what others have dropped."""
        at = time.monotonic()
        if at >= self._renewal:
            with self._database.writing() as connection:
                if self._held:
                    held = list(self._held.values())
                    queue.renew(connection, held, now(), self._lease_seconds)
                if taken_back := queue.take_back(connection, now()):
                    logger.info("%d items are taken over from workers that are gone", taken_back)
            self._renewal = at + self._lease_seconds / 4
        if at >= self._tidying:
            tidy(self._database)
            self._tidying = at + _TIDY_SECONDS

    def _send(self) -> None:
        """Give the room enough to do, and no more."""
        while True:
            if not self._unsent and not self._take():
                return
            item = self._unsent[0]
            try:
                read = self._room.read_cv(
                    item.content, item.name, self._as_of(), plain_text=item.plain_text
                )
            except RoomBusy:
                return
            self._unsent.popleft()
            read.add_done_callback(partial(self._arrived, item))

    def _arrived(self, item: Leased, read: Future[ReadCv]) -> None:
        self._news.put(_Outcome(item, read))

    def _take(self) -> bool:
        if len(self._held) > self._room.processes:
            return False
        if self._idle:
            with self._database.reading() as connection:
                if not queue.some_waiting(connection):
                    return False
        with self._database.writing() as connection:
            item = queue.take(connection, now(), self._lease_seconds)
        self._idle = item is None
        if item is None:
            return False
        self._held[item.token] = item
        self._unsent.append(item)
        return True

    def _settle(self, outcome: _Outcome) -> None:
        """Store what came of an item.

        Raises:
            StoreUnavailable: It has to be done again.
        """
        item = outcome.item
        error = outcome.read.exception()
        try:
            if error is None:
                self._store(item, outcome.read.result())
            elif isinstance(error, StoreUnavailable):
                with self._database.writing() as connection:
                    queue.release(connection, [item])
            elif isinstance(error, (CannotRead, RoomTimeout, RoomFailed)):
                self._fail(item, str(error))
            else:
                self._fail(item, f"it could not be read ({type(error).__name__})")
        except LeaseLost:
            logger.info("an item was left to another worker, or cancelled")

    def _store(self, item: Leased, read: ReadCv) -> None:
        sender = Sender(item.by, item.external_id, item.label, item.pool)
        try:
            with self._database.writing() as connection:
                # Before the item, as whoever erases somebody does: each would wait for the other.
                changes.hold(connection, item.tenant)
                queue.claim(connection, item)
                stored, created = store_cv(connection, item.tenant, read, sender)
                queue.settle(connection, item, stored.key, created=created, now=now())
        except ExternalIdTaken as error:
            self._fail(item, str(error), final=True)
        except (StoreUnavailable, LeaseLost):
            raise
        except Exception as error:
            logger.warning("a CV could not be stored (%s)", type(error).__name__)
            self._fail(item, f"it could not be stored ({type(error).__name__})")

    def _fail(self, item: Leased, error: str, *, final: bool = False) -> None:
        with self._database.writing() as connection:
            queue.claim(connection, item)
            queue.fail(connection, item, error, now(), final=final)
